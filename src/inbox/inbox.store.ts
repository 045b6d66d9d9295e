import type { Chat } from '../kernel/chat.ts'
import type { Work } from '../kernel/work.ts'
import type { Arrival, ArrivalContent, StoredArrival } from './arrival.ts'

export interface NewArrival extends Arrival {
  readonly id: string
  readonly conversation: string
  readonly state: 'heard' | 'waiting'
  readonly readyAt: Date
}

/** A conversation that has something waiting. */
export interface Waiting {
  readonly conversation: string
  readonly readyAt: Date
}

export interface InboxStore {
  /** Stores what is new, many at a time; gives the ids that were. A key seen before is left out. */
  keep(arrivals: readonly NewArrival[]): Promise<ReadonlySet<string>>
  /** The same inside a transaction, for what the house says to itself. */
  keepWithin(arrival: NewArrival, work: Work): void
  /**
   * What waits in these conversations and what was overheard in them, in the order it came; each
   * conversation is locked for this transaction, and one that another worker has is left out. One in which
   * nothing waits any more is there with an empty list.
   */
  takeWaiting(
    conversations: readonly string[],
    work: Work,
  ): Promise<ReadonlyMap<string, readonly StoredArrival[]>>
  /** Locks further conversations; gives those that were free. */
  lock(conversations: readonly string[], work: Work): Promise<ReadonlySet<string>>
  /**
   * A message of this chat that somebody answers: of whoever else said it only while it is open or still remembered,
   * of the conversation's own person also later.
   */
  findSaid(
    wanted: {
      readonly chat: Chat
      readonly conversation: string
      readonly message: string
      readonly since: Date
    },
    work: Work,
  ): Promise<StoredArrival | undefined>
  markDone(arrivals: readonly Pick<StoredArrival, 'id'>[], work: Work): void
  /** A line to others that is for us after all: its speaker had just called. */
  markWaiting(id: string, work: Work): void
  /** What waited because its speaker was listened to turned out to be meant for others: to be forgotten like those. */
  markHeard(arrivals: readonly Pick<StoredArrival, 'id'>[], work: Work): void
  /**
   * Lines to others that served their turn and are nobody's evidence: that they came is kept, what they said, enclosed
   * and who it was is not.
   */
  forgetWords(arrivals: readonly StoredArrival[], work: Work): void
  /** The same for new wordings in a group of what was not said to us. */
  forgetChanges(arrivals: readonly Pick<StoredArrival, 'id'>[], work: Work): void
  /** A message changed before it was worked on. */
  replaceContent(id: string, content: ArrivalContent, work: Work): void
  /** Conversations of these accounts (all when undefined) with something waiting, for a start after a crash. */
  listWaiting(accounts: readonly string[] | undefined): Promise<readonly Waiting[]>
  /** What waits in one conversation and what was overheard in it; for fetching what is enclosed. */
  listOpenIn(conversation: string): Promise<readonly StoredArrival[]>
  /** What waits in these conversations and what was said to others in them, in the order it came; nothing is locked. */
  listOpen(
    conversations: readonly string[],
    work: Work,
  ): Promise<ReadonlyMap<string, readonly StoredArrival[]>>
  /** Lines to others that are still here, for a start after a crash: some were never shown to anybody. */
  listHeard(accounts: readonly string[]): Promise<readonly StoredArrival[]>
  /** What waits in one conversation, outside of any transaction; for reading ahead. */
  listWaitingIn(conversation: string): Promise<readonly StoredArrival[]>
  /**
   * Lines to others older than this are deleted, with what they enclosed if nothing else refers to it, unless their
   * speaker is being listened to now; gives how many.
   */
  forgetHeard(before: Date): Promise<number>
}
