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
   * conversation is locked for this transaction, and one that another worker has is left out.
   */
  takeWaiting(conversations: readonly string[], work: Work): Promise<ReadonlyMap<string, readonly StoredArrival[]>>
  /** Locks further conversations; gives those that were free. */
  lock(conversations: readonly string[], work: Work): Promise<ReadonlySet<string>>
  markDone(arrivals: readonly Pick<StoredArrival, 'id'>[], work: Work): void
  findByMessage(conversation: string, messageId: string, work: Work): Promise<StoredArrival | undefined>
  /** A message changed before it was worked on. */
  replaceContent(id: string, content: ArrivalContent, work: Work): void
  /** Conversations of these accounts (all when undefined) with something waiting, for a start after a crash. */
  listWaiting(accounts: readonly string[] | undefined): Promise<readonly Waiting[]>
  /** What waits in one conversation, outside of any transaction; for reading ahead. */
  listWaitingIn(conversation: string): Promise<readonly StoredArrival[]>
  countWaiting(accounts: readonly string[]): Promise<number>
  /** Overheard lines older than this are deleted; gives how many. */
  forgetHeard(before: Date): Promise<number>
}
