import type { StoredArrival } from '../inbox/arrival.ts'
import type { NewArrival } from '../inbox/inbox.store.ts'
import type { Work } from '../kernel/work.ts'
import { converse, type Scope } from './converse.ts'
import type { Corridor, RoundResult } from './corridor.ts'
import { overhear } from './overhear.ts'

export interface RoundDone extends RoundResult {
  /** Lines to others whose speaker was being listened to: they wait now. */
  readonly wanted: readonly NewArrival[]
}

/** What a round does inside its transaction: first what was said to others, then what waits for us. */
export async function oneRound(
  corridor: Corridor,
  keys: readonly string[],
  lines: readonly NewArrival[],
  work: Work,
  scope: Scope,
): Promise<RoundDone> {
  const open = await openWhereListening(corridor, lines, work)
  const wanted: NewArrival[] = []
  for (const line of lines) {
    const arrival = { ...line, seq: 0n }
    const beside = open.get(line.conversation)
    if ((await overhear(corridor, { arrival, open: beside }, work)) !== 'wanted') continue
    wanted.push({ ...line, state: 'waiting' })
    // What its speaker says next, in this round still, goes on with it.
    if (beside !== undefined)
      open.set(
        line.conversation,
        beside.map((one) => waitingNow(one, line)),
      )
  }
  return { ...(await converse(corridor, keys, work, scope)), wanted }
}

const waitingNow = (one: StoredArrival, wanted: NewArrival): StoredArrival =>
  one.id === wanted.id ? { ...one, state: 'waiting' } : one

/** For lines in groups that staff switched to listening: what is open of their speakers. One look for all of them. */
async function openWhereListening(
  corridor: Corridor,
  lines: readonly NewArrival[],
  work: Work,
): Promise<Map<string, readonly StoredArrival[]>> {
  if (lines.length === 0) return new Map()
  // Asked for together, so that each line finds its own known.
  const asked = lines.map(async ({ conversation, chat }) => {
    const [manner] = await Promise.all([
      corridor.groupManners.find(chat, work),
      corridor.conversations.find(conversation, work),
    ])
    return manner?.listening === true ? [conversation] : []
  })
  const listening = new Set((await Promise.all(asked)).flat())
  if (listening.size === 0) return new Map()
  const open = await corridor.inbox.listOpen([...listening], work)
  return new Map([...listening].map((key) => [key, open.get(key) ?? []]))
}

/** Keys of the two chats that answers in this conversation go to: where it is held, and the person's own. */
export function chatsAnswered(conversation: string): readonly string[] {
  const [chat = '', person = ''] = conversation.split('|')
  const [platform, account] = chat.split(':')
  return [chat, `${platform}:${account}:private:${person}`]
}
