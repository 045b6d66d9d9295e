import type { Incoming } from '../../../inbox/arrival.ts'
import { dayOf } from '../../../kernel/clock.ts'
import { chatOf, personOf } from './decode.ts'
import type { Puppet } from './load-wechaty.ts'
import type { Ids } from './login.ts'
import type { Lookups } from './lookups.ts'

/** What wechaty calls a request, and that somebody is a friend now. */
const CONFIRM = 1
const RECEIVE = 2

interface Friend {
  readonly id: string
  readonly name: string | undefined
}

/**
 * Somebody who is our friend from now on: a request that the policy accepts, or one that went through without us
 * (accepted on the telephone, or theirs to accept). Undefined: nobody is.
 */
export async function readFriendship(
  puppet: Puppet,
  look: Lookups,
  friendshipId: string,
  policy: 'accept' | 'ignore',
): Promise<Friend | undefined> {
  const friendship = await look.ask(() => puppet.friendshipPayload(friendshipId))
  const { contactId, type } = friendship
  if (typeof contactId !== 'string' || contactId === '') return undefined
  if (type === RECEIVE) {
    if (policy === 'ignore') return undefined
    await look.ask(() => puppet.friendshipAccept(friendshipId))
  } else if (type !== CONFIRM) return undefined
  // Before this they were a stranger, and that is what is remembered of them.
  await look.orNothing(() => puppet.contactPayloadDirty(contactId))
  return { id: contactId, name: (await look.contact(contactId))?.name }
}

/** They are greeted once a day at most: accepting tells us twice. */
export function friendArrival(
  { id, name }: Friend,
  { account, ids, now }: { readonly account: string; readonly ids: Ids; readonly now: Date },
): Incoming {
  const key = `friend:${ids.ours(id)}:${dayOf(now)}`
  return {
    idempotencyKey: key,
    messageId: key,
    chat: chatOf({ talkerId: id }, { account, ids, topic: undefined }),
    from: personOf(id, name, ids),
    at: now,
    content: { kind: 'start' },
  }
}
