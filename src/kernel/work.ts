/**
 * One transaction, as the inside of the house sees it: a handle that every store's method takes and that
 * only storage can open. Reads and writes given to it are gathered and run together, so a method that
 * looks like one statement may share that statement with fifty conversations.
 */
export interface Work {
  /** The house's time when the transaction began; the same for everything in it. */
  readonly at: Date
}

/** Opens transactions. Everything done with the handle happens, or nothing of it. */
export interface Transactions {
  inOne<T>(at: Date, act: (work: Work) => Promise<T>): Promise<T>
  /** Whether the same thing may succeed when it is tried again: the database is away, or somebody was faster. */
  isPassing(error: unknown): boolean
}
