import type { Chat } from '../kernel/chat.ts'
import type { Work } from '../kernel/work.ts'
import type { Letter, LetterState } from './letter.ts'

/** What is recorded about a letter after a try. */
export interface Outcome {
  readonly id: string
  readonly state: LetterState
  readonly tries: number
  readonly at: Date
  readonly dueAt?: Date
  readonly failure?: string
  readonly messageIds?: readonly string[]
  /** The chat has another number now; this letter and those that wait for it go there. */
  readonly movedTo?: string
}

export interface OutboxStore {
  /** With the rest of the transaction. A key that exists already is left as it is. */
  add(letter: Letter, work: Work): void
  /** After the flush: which of the added were new, in order. */
  listAdded(work: Work): readonly Letter[]
  record(outcomes: readonly Outcome[]): Promise<void>
  recordWithin(outcomes: readonly Outcome[], work: Work): void
  /** Takes due letters of these accounts for sending, the oldest of each chat first, none of `busyChats`. */
  claim(
    accounts: readonly string[],
    now: Date,
    busyChats: readonly string[],
    limit: number,
  ): Promise<readonly Letter[]>
  /** What a crash left in `sending` becomes `uncertain`; gives how many. Only for an account just taken over. */
  giveUpSending(account: string, at: Date): Promise<number>
  find(id: string, work: Work): Promise<Letter | undefined>
  findByMessageId(chat: Chat, messageId: string, work: Work): Promise<Letter | undefined>
  /** Chats with a letter that was tried and has to wait: what is written to them now stands behind it. */
  listHeldChats(accounts: readonly string[]): Promise<readonly string[]>
  /** When the next letter may go; one that stands behind another that waits is left out. */
  nextDueAt(accounts: readonly string[]): Promise<Date | undefined>
  /** Letters of a broadcast that have not left yet are cancelled; gives how many. */
  cancelMailing(mailing: string, work: Work): Promise<number>
  tally(mailing: string, work: Work): Promise<Readonly<Record<LetterState, number>>>
}
