import type { Category } from '../../../kernel/appeal-terms.ts'
import type { Work } from '../../../kernel/work.ts'
import type { Appeal } from '../appeal.ts'
import type { Rate, Span } from './rate-definitions.ts'

/** Codes of the roster. Of one chamber, what is sealed is left out: in a small one it would name the company. */
export interface RatesFilter {
  readonly span: Span
  readonly unit?: string
  readonly category?: Category
  readonly chamber?: string
}

/** Numerator and denominator. */
export interface Share {
  readonly n: number
  readonly of: number
}

export interface RateFigures {
  readonly raw: Share
  /** Without what was excluded from this rate. */
  readonly after: Share
}

/** What is in no rate, of everything registered in the span. */
export interface Apart {
  readonly withdrawn: number
  readonly referred: number
  readonly merged: number
}

export interface RatesFigures extends Readonly<Record<Rate, RateFigures>> {
  readonly apart: Apart
  /** Of those resolved in the span: nobody said yet what became of them. */
  readonly unanswered: number
}

export const groupings = ['unit', 'category', 'chamber'] as const
export type Grouping = (typeof groupings)[number]

/** One unit, category or chamber; `code` null where there is none. */
export interface RatesOfGroup extends Readonly<Record<Rate, RateFigures>> {
  readonly code: string | null
}

/**
 * Which list behind a figure: `for` the numerator, `against` what the numerator lacks, `all` the denominator,
 * `excluded` what was taken out of the denominator.
 */
export const listSides = ['for', 'against', 'all', 'excluded'] as const
export type ListSide = (typeof listSides)[number]

export interface RatesListed {
  readonly appeal: Appeal
  /** Where it is excluded from this rate: the reason's code, and whether the asker had rated it before. */
  readonly excluded: { readonly code: string; readonly ratedBefore: boolean } | null
}

export interface RatesPage {
  readonly total: number
  readonly listed: readonly RatesListed[]
}

/** Port, read-only. Everything is counted as it stands at the transaction's time. */
export interface RatesStore {
  figures(filter: RatesFilter, work: Work): Promise<RatesFigures>
  /** By their number of matters, the most first. */
  figuresBy(grouping: Grouping, filter: RatesFilter, work: Work): Promise<readonly RatesOfGroup[]>
  /** Raw, by number: what is excluded is in it and marked. */
  list(
    rate: Rate,
    side: ListSide,
    filter: RatesFilter,
    slice: { readonly offset: number; readonly limit: number },
    work: Work,
  ): Promise<RatesPage>
}
