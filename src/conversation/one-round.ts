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
  // Asked for together, so that each line finds its own known.
  await Promise.all(lines.map((line) => corridor.conversations.find(line.conversation, work)))
  const wanted: NewArrival[] = []
  for (const line of lines) {
    if ((await overhear(corridor, { ...line, seq: 0n }, work)) === 'wanted')
      wanted.push({ ...line, state: 'waiting' })
  }
  return { ...(await converse(corridor, keys, work, scope)), wanted }
}

/** Keys of the two chats that answers in this conversation go to: where it is held, and the person's own. */
export function chatsAnswered(conversation: string): readonly string[] {
  const [chat = '', person = ''] = conversation.split('|')
  const [platform, account] = chat.split(':')
  return [chat, `${platform}:${account}:private:${person}`]
}
