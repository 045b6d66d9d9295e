/** 三率 as other programs read them: every number with what it is of, and the lists where they are asked for. */
import type { Scope } from '../ledger/scope.ts'
import { apartDefinition, type Rate, rateDefinitions, rates } from './rate-definitions.ts'
import type { RateFigures, RatesFigures, RatesListed, Share } from './rates.store.ts'

export interface RateLine {
  readonly definition: string
  /** 0 to 1, four digits; null where nothing is in the denominator. */
  readonly raw: number | null
  readonly rawN: number
  readonly rawOf: number
  /** Without what was excluded. */
  readonly after: number | null
  readonly afterN: number
  readonly afterOf: number
  readonly numerator?: readonly ListedLine[]
  readonly missing?: readonly ListedLine[]
}

export interface ListedLine {
  readonly number: string
  /** The code of the reason for which it is excluded from this rate, or null. */
  readonly excluded: string | null
  readonly ratedBeforeExclusion: boolean
}

export const shareOf = ({ n, of }: Share): number | null =>
  of === 0 ? null : Math.round((n / of) * 1e4) / 1e4

export function rateLine(rate: Rate, { raw, after }: RateFigures): RateLine {
  return {
    definition: rateDefinitions[rate],
    raw: shareOf(raw),
    rawN: raw.n,
    rawOf: raw.of,
    after: shareOf(after),
    afterN: after.n,
    afterOf: after.of,
  }
}

export function ratesLine(scope: Scope, asOf: string, figures: RatesFigures) {
  const { from, until, unit, category, chamber } = scope
  return {
    from,
    until,
    asOf,
    unit,
    category,
    chamber,
    ...(Object.fromEntries(rates.map((rate) => [rate, rateLine(rate, figures[rate])])) as Record<
      Rate,
      RateLine
    >),
    unanswered: figures.unanswered,
    apart: { definition: apartDefinition, ...figures.apart },
  }
}

export const listedLine = ({ appeal, excluded }: RatesListed): ListedLine => ({
  number: appeal.number,
  excluded: excluded?.code ?? null,
  ratedBeforeExclusion: excluded?.ratedBefore ?? false,
})
