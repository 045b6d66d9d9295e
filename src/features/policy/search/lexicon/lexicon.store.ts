import type { Work } from '../../../../kernel/work.ts'
import type { LexiconLine } from './lexicon-line.ts'

/**
 * `used` is searched with. `proposed` waits for staff; nothing may be written in it yet. `rejected` is not proposed
 * again; and where the product's own lexicon has that very line, it is not used.
 */
export type OwnLineState = 'proposed' | 'used' | 'rejected'

/** A line of the staff's own, or one that was proposed to them. */
export interface OwnLine extends LexiconLine {
  readonly id: string
  readonly state: OwnLineState
  /** The question, without names and numbers of people, that proposed it. */
  readonly question: string | null
  readonly addedBy: string
  readonly addedAt: Date
  readonly decidedBy: string | null
  readonly decidedAt: Date | null
}

/** Port: the staff's own lines. */
export interface LexiconStore {
  /** Raised by every change, in its transaction; 0 before the first. One batched read. */
  generation(work: Work): Promise<number>
  /** All of them, the oldest first; some hundreds. */
  list(work: Work): Promise<readonly OwnLine[]>
  /** Adds them, or writes anew those that say and write the same. */
  keep(lines: readonly OwnLine[], work: Work): Promise<void>
  remove(ids: readonly string[], work: Work): Promise<void>
}
