import type { Chat } from '../../../kernel/chat.ts'
import type { Work } from '../../../kernel/work.ts'
import type { Asking } from '../answers/answers.effects.ts'

/** A question as somebody asked it, with what they were told; forgotten after a year. */
export interface StoredAsking extends Asking {
  readonly id: string
  /** The person's code; null for a stranger. */
  readonly person: string | null
  /** Their private chat, and where they asked. */
  readonly home: Chat
  readonly chat: Chat
  readonly askedAt: Date
  /** The unanswered question that it counts for. */
  readonly unanswered: string | null
  /** What they said to the answer. */
  readonly feedback: 'wrong' | null
  readonly note: string | null
  /** When they were last told the answer, or the correction, that came later. */
  readonly toldAt: Date | null
}

/** Which passages an answer cited. */
export type Cited = Asking['cited']

/** Port: who asked what and was told what. */
export interface AskingsStore {
  find(id: string, work: Work): Promise<StoredAsking | undefined>
  add(asking: StoredAsking, work: Work): void
  save(asking: StoredAsking, work: Work): void
  /** The newest that was told in this chat in these words, or in more that begin with them. */
  findTold(chat: Chat, letter: string, work: Work): Promise<StoredAsking | undefined>
  /** The newest asked from this chat's account by whoever is at home here, since then. */
  findLast(home: Chat, since: Date, work: Work): Promise<StoredAsking | undefined>
  /** Those that count for an unanswered question, the oldest first. */
  listOf(number: string, work: Work): Promise<readonly StoredAsking[]>
  /** Those that were told with any of these passages. */
  listCiting(cited: Cited, work: Work): Promise<readonly StoredAsking[]>
  /** Those that were told with any version of the document of this name. */
  listCitingDocument(doc: string, work: Work): Promise<readonly StoredAsking[]>
  /** How many different people asked each of these. */
  countPeople(numbers: readonly string[], work: Work): Promise<ReadonlyMap<string, number>>
  /** All that count for one from now on count for another. */
  move(from: string, to: string, work: Work): Promise<void>
  /** Deletes what was asked before; gives how many. */
  forgetBefore(day: Date, work: Work): Promise<number>
  oldestAskedAt(work: Work): Promise<Date | undefined>
}
