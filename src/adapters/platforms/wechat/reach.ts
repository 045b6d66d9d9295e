import type { SendResult } from '../../../conversation/platform.ts'
import type { Puppet } from './load-wechaty.ts'
import type { Lookups } from './lookups.ts'
import type { LoggedIn } from './watch-account.ts'
import { wechatTexts } from './wechat.texts.ts'

export interface ReachParts {
  readonly puppet: Puppet
  readonly look: Lookups
  readonly me: LoggedIn
}

const NOT_READABLE: SendResult = { kind: 'transient', why: wechatTexts.failure.notReadable() }

/** Why nothing can be said in this room; undefined: we are in it. */
export async function whyNoRoom(
  room: string,
  { puppet, look, me }: ReachParts,
): Promise<SendResult | undefined> {
  const gone: SendResult = { kind: 'gone', why: wechatTexts.failure.noRoom() }
  const isIn = async () => {
    const members = await look.ask(() => puppet.roomMemberList(room))
    // Some puppets know no members of a large room.
    return members.length === 0 || members.includes(me.self)
  }
  try {
    if (await isIn()) return undefined
    // What is remembered may be older than our coming back.
    await look.ask(() => puppet.roomPayloadDirty(room))
    return (await isIn()) ? undefined : gone
  } catch {
    return (await isUnknown(room, () => puppet.roomList(), look, me)) ? gone : NOT_READABLE
  }
}

/** Why nothing can be said to them; undefined: they are our friend, or the puppet does not tell and it is worth trying. */
export async function whyNotOpen(
  person: string,
  { puppet, look, me }: ReachParts,
): Promise<SendResult | undefined> {
  if (me.wrote.has(person)) return undefined
  const isStranger = async () => (await look.ask(() => puppet.contactPayload(person))).friend === false
  try {
    if (!(await isStranger())) return undefined
    // They may have become a friend since.
    await look.ask(() => puppet.contactPayloadDirty(person))
    return (await isStranger()) ? { kind: 'not-open' } : undefined
  } catch {
    return (await isUnknown(person, () => puppet.contactList(), look, me))
      ? { kind: 'not-open' }
      : NOT_READABLE
  }
}

/** It is not among all there are. While the puppet still loads them, nobody can say that. */
async function isUnknown(
  id: string,
  list: () => Promise<readonly string[]>,
  look: Lookups,
  me: LoggedIn,
): Promise<boolean> {
  if (!me.isSettled()) return false
  const known = await look.orNothing(list)
  return known !== undefined && !known.includes(id)
}
