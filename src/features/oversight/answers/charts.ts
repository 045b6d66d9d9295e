/** Where a picture says it better: what is drawn, as plain data. Bars are pieces or days, the line is per cent. */
import type { ChartPicture } from '../../../kernel/picture.ts'
import type { Measure, Period } from '../asking/question.ts'
import { isRate } from '../measures/measure-kinds.ts'
import type { Measured } from '../measures/measures.store.ts'
import { chartTexts as texts } from './charts.texts.ts'
import { measureTexts, sizeOf, weightOf } from './measure.texts.ts'

export interface Named {
  readonly label: string
  readonly value: Measured
}

const rounded = (value: Measured) => {
  const size = sizeOf(value)
  return size === null ? null : Math.round(size * 10) / 10
}

/** Side by side: of a rate the line is per cent, and under each how many it is out of: 100 % of two is not 100 % of fifty. */
function besides(of: Measure, points: readonly Named[]): Pick<ChartPicture, 'points' | 'bars' | 'line'> {
  const labels = { points: points.map(({ label }) => label) }
  if (!isRate(of) || of === 'days')
    return { ...labels, bars: [{ label: texts.axis(of), values: points.map(({ value }) => rounded(value)) }] }
  return {
    ...labels,
    bars: [{ label: texts.outOf(of), values: points.map(({ value }) => weightOf(value)) }],
    line: { label: texts.axis(of), values: points.map(({ value }) => rounded(value)) },
  }
}

export const trendChart = (of: Measure, period: Period, points: readonly Named[]): ChartPicture => ({
  kind: 'chart',
  title: texts.trend(of),
  subtitle: period.label,
  along: 'time',
  ...besides(of, points),
})

export const comparisonChart = (of: Measure, points: readonly Named[]): ChartPicture => ({
  kind: 'chart',
  title: texts.comparison(of),
  subtitle: points.map(({ label }) => label).join('、'),
  ...besides(of, points),
})

/** One below the other, each with its figure as it is told. `foot`: who is not ranked. */
export const rankingChart = (
  of: Measure,
  by: string,
  when: string,
  points: readonly Named[],
  foot: string,
): ChartPicture => ({
  kind: 'chart',
  title: texts.ranking(of, by),
  subtitle: when,
  along: 'names',
  points: points.map(({ label }) => label),
  bars: [
    {
      label: texts.axis(of),
      values: points.map(({ value }) => rounded(value)),
      written: points.map(({ value }) => measureTexts.value(value)),
    },
  ],
  ...(isRate(of) && of !== 'days' ? { most: 100 } : {}),
  ...(foot === '' ? {} : { foot }),
})

export const ageChart = (
  labels: readonly string[],
  counts: readonly number[],
  overdue: readonly number[],
): ChartPicture => ({
  kind: 'chart',
  title: texts.age(),
  subtitle: texts.ageSubtitle(counts.reduce((sum, n) => sum + n, 0)),
  points: labels,
  bars: [
    { label: texts.open(), values: counts },
    { label: texts.late(), values: overdue },
  ],
})
