import type { Doing } from '../../../conversation/feature.ts'
import type { Fact } from '../../../kernel/requests.ts'
import { rowKey } from '../chain.ts'
import { listsIn } from './hear-in-chat.ts'
import { hearWords } from './hear-words.ts'
import { keepList } from './keep-list.ts'
import { circleIn, posterOf } from './roster-circle.ts'
import type { SignupsParts } from './signups-parts.ts'

type Changed = Extract<Fact, { kind: 'messageChanged' }>

/** Somebody took back or changed a message that rows were read from: the rows follow. */
export async function followMessage(
  { message, text }: Changed,
  parts: SignupsParts,
  doing: Doing,
): Promise<void> {
  const read = await parts.signups.listByMessage(message, doing.work)
  const [first] = read
  if (first === undefined) return
  const { by, work } = doing
  const lists = await listsIn(by.chat, parts, doing)
  const list = lists.find(({ chain }) => chain.id === first.chain)
  if (list === undefined || list.chain.state === 'closed') return
  const gone = new Set(read.map(({ id }) => id))
  const keys = new Set(read.map(({ shown }) => rowKey(shown)))
  const entries = list.entries.map((entry) =>
    gone.has(entry.id) && entry.state !== 'withdrawn'
      ? { ...entry, state: 'withdrawn' as const, changedAt: work.at }
      : entry,
  )
  // Posted again, the rows are new.
  const postings = list.chain.postings.map((posting) => posting.filter((key) => !keys.has(key)))
  const without = { chain: { ...list.chain, postings }, entries }
  const directory = await doing.directory()
  const circle = circleIn(directory, by.chat)
  const words = {
    text: text ?? '',
    by: posterOf(by.person, by.chat, directory, circle),
    message,
    at: work.at,
    isTold: false,
  }
  const heard = text === null ? undefined : hearWords([without], words, circle)
  const after = heard?.kind === 'changes' ? heard.list : without
  const freed = after.entries.map((entry) => (entry.state === 'withdrawn' ? { ...entry, seated: 0 } : entry))
  const conflicts = heard?.kind === 'changes' ? heard.conflicts : []
  await keepList({ chain: after.chain, entries: freed }, list.entries, conflicts, parts, doing)
}
