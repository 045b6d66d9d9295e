import type { Transactions } from '../kernel/work.ts'

/**
 * 跑腿: slow work that no transaction waits for, such as a model's answer or the reading of a file. A feature orders it
 * while it performs (`Doing.order`); it is written down with the turn, done after the commit, and what came of it
 * arrives in the conversation that ordered it, as a dialogue that begins there. What a crash interrupted is done again.
 */
export interface ErrandOrder {
  /** `feature.verb`, as in `Feature.runs`. */
  readonly kind: `${string}.${string}`
  /** Plain data: it is kept in the database until the errand is done. */
  readonly data: unknown
  /** Names the occasion: ordered twice it is done once. */
  readonly key: string
}

/** What an errand brings back: a dialogue that begins in the conversation that ordered it. */
export interface Brought {
  readonly dialogue: `${string}.${string}`
  readonly data: unknown
}

/** What whoever runs an errand is given besides its data. */
export interface ErrandHands {
  /** When it was ordered: after a crash that may be long ago, and patience is over. */
  readonly orderedAt: Date
  now(): Date
  readonly transactions: Transactions
  /** Aborted when the house closes; the errand is then done by whoever opens it next. */
  readonly signal: AbortSignal
}

/** How one kind of errand is run. */
export interface ErrandRun {
  /** How many of the kind at once in this process. */
  readonly atOnce: number
  /**
   * Nothing (undefined) where nobody needs to hear. It keeps a time limit of its own, and reads its data as
   * something that an earlier release may have written. Where it throws, `gaveUp` is brought instead.
   */
  run(data: unknown, hands: ErrandHands): Promise<Brought | undefined>
  /** What is brought where `run` threw; left out, nobody hears. */
  gaveUp?(data: unknown): Brought
}
