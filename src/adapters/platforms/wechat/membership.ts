import { createHash } from 'node:crypto'
import type { Incoming } from '../../../inbox/arrival.ts'
import { chatOf, personOf } from './decode.ts'
import type { Ids } from './login.ts'
import type { Lookups } from './lookups.ts'
import type { MembershipPayload } from './payload.ts'

interface About {
  readonly account: string
  readonly ids: Ids
  readonly self: string
  readonly now: Date
}

/** Who came or left; we ourselves are an arrival of our own. */
export async function decodeMembership(
  change: 'joined' | 'left',
  { roomId, people, by, at }: MembershipPayload,
  look: Lookups,
  { account, ids, self, now }: About,
): Promise<readonly Incoming[]> {
  const chat = chatOf({ roomId, talkerId: self }, { account, ids, topic: await look.topic(roomId) })
  const others = people.filter((id) => id !== self)
  const named = await Promise.all(
    others.map(async (id) => {
      const { alias, name } = await look.memberNames(roomId, id)
      const shown = alias ?? name ?? (await look.contact(id))?.name
      return { id: ids.ours(id), ...(shown ? { name: shown } : {}) }
    }),
  )
  const base = { chat, at: now }
  /** WeChat numbers messages alone. */
  const numbered = (what: string) => {
    const whom = createHash('sha256')
      .update([...people].sort().join('\n'))
      .digest('hex')
      .slice(0, 16)
    const key = `${what}:${roomId}:${at?.getTime() ?? now.getTime()}:${whom}`
    return { ...base, idempotencyKey: key, messageId: key }
  }
  const incoming: Incoming[] = []
  if (people.includes(self))
    incoming.push({
      ...numbered(change === 'joined' ? 'bot-added' : 'bot-removed'),
      from: personOf(by ?? self, undefined, ids),
      content: { kind: 'membership', change: change === 'joined' ? 'bot-added' : 'bot-removed', people: [] },
    })
  const [first] = named
  if (first !== undefined)
    incoming.push({
      ...numbered(change),
      from: { ...first, stability: ids.stability },
      content: { kind: 'membership', change, people: named },
    })
  return incoming
}
