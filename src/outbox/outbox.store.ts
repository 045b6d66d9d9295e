import type { Chat } from '../kernel/chat.ts'
import type { Work } from '../kernel/work.ts'
import type { Lane } from './lane.ts'
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
  /** The platform asked to be left alone: whoever speaks for the account keeps to it. */
  readonly hold?: { readonly account: string; readonly until: Date }
}

export interface Claim {
  readonly account: string
  readonly lane: Lane
  readonly now: Date
  /** Chats that cannot be written to just now, by the platform's number. */
  readonly except: readonly string[]
  readonly limit: number
}

/** A letter that left, or may have left. */
export interface LeftLetter {
  readonly chat: Chat
  readonly at: Date
}

export interface OutboxStore {
  /** With the rest of the transaction. A key that exists already is left as it is. */
  add(letter: Letter, work: Work): void
  /** After the flush: which of the added were new, in order. */
  listAdded(work: Work): readonly Letter[]
  record(outcomes: readonly Outcome[]): Promise<void>
  recordWithin(outcomes: readonly Outcome[], work: Work): void
  /**
   * Takes due letters for sending, the longest due first: of every chat the first of its lane, when nothing before it
   * is on its way or was told to wait.
   */
  claim(claim: Claim): Promise<readonly Letter[]>
  /** What a crash left in `sending` becomes `uncertain`, as having left by `at`; gives how many. Only for an account just taken over. */
  giveUpSending(account: string, at: Date): Promise<number>
  find(id: string, work: Work): Promise<Letter | undefined>
  findByMessageId(chat: Chat, messageId: string, work: Work): Promise<Letter | undefined>
  /**
   * Chats in which an answer waits that is due or was told to wait: what is written to them now stands behind it.
   * And chats to which an answer is on its way.
   */
  listOpenChats(
    account: string,
    now: Date,
  ): Promise<{ readonly waiting: readonly string[]; readonly sending: readonly string[] }>
  /** When the next letter may go; one that stands behind another that waits is left out, and the chats of `except`. */
  nextDueAt(accounts: readonly string[], except?: readonly string[]): Promise<Date | undefined>
  /** What left since then, or may have left. */
  listLeft(account: string, since: Date): Promise<readonly LeftLetter[]>
  /** Until when the platform asked to be left alone. */
  heldUntil(account: string): Promise<Date | undefined>
  /** Somebody opened the door: letters to this chat that wait for that are due now, in order; gives how many. */
  release(chat: Chat, at: Date, work: Work): Promise<number>
  /**
   * The chat has another number or another account now: what waits for it, in all its threads, goes there, and is due
   * if it waited for that; gives how many.
   */
  moveChat(from: Chat, to: Chat, work: Work): Promise<number>
  /** The newest letter to this chat that somebody quoted by its words, which may be cut short. */
  findByQuote(chat: Chat, words: string, work: Work): Promise<Letter | undefined>
  /** Letters of a broadcast that have not left yet are cancelled; gives how many. */
  cancelMailing(mailing: string, work: Work): Promise<number>
  tally(mailing: string, work: Work): Promise<Readonly<Record<LetterState, number>>>
}
