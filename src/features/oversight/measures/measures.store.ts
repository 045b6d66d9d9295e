import type { Work } from '../../../kernel/work.ts'
import type { Grouping, Measure, Period, QuestionOf } from '../asking/question.ts'
import type { LedgerEntry } from '../ledger-entry.ts'
import type { Reach, Sight, Slice } from '../sight.ts'

export type { Sight } from '../sight.ts'
export { isCounted, isRate } from './measure-kinds.ts'

export interface Share {
  readonly n: number
  readonly of: number
}

/** A measure's value. `after`: without what was granted out of this rate. `mean` in days, null where nothing was done. */
export type Measured =
  | { readonly kind: 'count'; readonly n: number }
  | { readonly kind: 'rate'; readonly raw: Share; readonly after: Share }
  | { readonly kind: 'days'; readonly mean: number | null; readonly of: number }

export interface Point {
  /** Days, both included; the last may be cut off by the end of the period. */
  readonly from: string
  readonly to: string
  readonly value: Measured
}

export interface Group {
  /** Code of the roster, category or town; null: none, or not to be told (sealed). */
  readonly code: string | null
  readonly value: Measured
}

export interface MeasureAsked {
  readonly of: Measure
  /** Null: without regard to time, where the measure allows it; a rate is then counted over everything. */
  readonly period: Period | null
}

/** Somebody's own words in the history of a matter. */
export interface Reason {
  readonly number: string
  /** When it was said; of a dissatisfied one when it was resolved, as it is counted. */
  readonly at: Date
  /** Null of a sealed one, or where nobody said. */
  readonly words: string | null
  readonly unit: string | null
}

/** Open ones by how many calendar days ago they were filed: up to 3, 7, 15, 30, 90, and more. */
export const AGES = [3, 7, 15, 30, 90] as const
export interface Ages {
  /** One more than AGES. */
  readonly counts: readonly number[]
  readonly overdue: readonly number[]
}

/** Which matters are behind a number. */
export interface BehindAsked extends MeasureAsked {
  readonly by?: { readonly grouping: Grouping; readonly code: string | null }
  readonly order?: QuestionOf<'count'>['order']
}

export interface Behind {
  readonly total: number
  /** At most `limit`, in the order of the list; of a rate its denominator. */
  readonly numbers: readonly string[]
  /** Of a rate: those of `numbers` that count for it. */
  readonly counted: readonly string[] | null
}

/**
 * Port, read-only: figures of the appeals. Every method applies who may see what inside its statement. Of sealed
 * entries neither asker, company nor words ever leave it; grouped by company, town or trade they count nowhere, and a
 * group too small to hide one does not count it. A million appeals and five hundred leaders: each under 200 ms.
 */
export interface MeasuresStore {
  reach(sight: Sight, work: Work): Promise<Reach>
  measure(sight: Sight, asked: MeasureAsked, work: Work): Promise<Measured>
  /** All of them in one statement or two: the three rates, or a digest's figures. */
  measureAll(sight: Sight, asked: readonly MeasureAsked[], work: Work): Promise<readonly Measured[]>
  /** One point a step, also where nothing happened; weeks begin on Monday. */
  series(
    sight: Sight,
    asked: { readonly of: Measure; readonly period: Period; readonly by: 'day' | 'week' | 'month' },
    work: Work,
  ): Promise<readonly Point[]>
  /** Largest denominator or count first; nobody's group (null) last. `leader`: who answers on the sight's day. */
  grouped(
    sight: Sight,
    asked: MeasureAsked & { readonly by: Grouping; readonly among: readonly string[] },
    work: Work,
  ): Promise<readonly Group[]>
  /** Newest first. */
  reasons(
    sight: Sight,
    asked: { readonly of: QuestionOf<'reasons'>['of']; readonly period: Period | null },
    slice: Slice,
    work: Work,
  ): Promise<{ readonly total: number; readonly items: readonly Reason[] }>
  ages(sight: Sight, work: Work): Promise<Ages>
  behind(sight: Sight, asked: BehindAsked, limit: number, work: Work): Promise<Behind>
  /** The same where how many there are is known already. */
  numbers(sight: Sight, asked: BehindAsked, limit: number, work: Work): Promise<Omit<Behind, 'total'>>
  /** Those of these numbers that the person may see by the day's responsibilities, in the order given. */
  entries(
    sight: Pick<Sight, 'person' | 'day'>,
    numbers: readonly string[],
    work: Work,
  ): Promise<readonly LedgerEntry[]>
}
