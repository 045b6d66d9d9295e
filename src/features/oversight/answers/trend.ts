/** 走势: a point a step, the newest first; the picture shows them all. */

import { FEWEST_TO_RANK } from '../../../kernel/appeal-terms.ts'
import { dayOf } from '../../../kernel/clock.ts'
import type { QuestionOf } from '../asking/question.ts'
import type { Point } from '../measures/measures.store.ts'
import { type Asking, isWholeLine, LINES, lineBehind, lineOnly } from './asking.ts'
import { trendChart } from './charts.ts'
import type { Draft } from './draft.ts'
import { measureTexts, sizeOf, weightOf } from './measure.texts.ts'
import { trendTexts as texts } from './trend.texts.ts'

export async function answerTrend({ of, period, by }: QuestionOf<'trend'>, asking: Asking): Promise<Draft> {
  const { measures, sight, work, at } = asking
  const today = dayOf(at)
  const all = await measures.series(sight, { of, period, by }, work)
  // What has not begun has no value; it would be drawn as if nothing had happened.
  const points = all.filter(({ from }) => from <= today)
  const named = points.map((point) => ({ label: texts.point(point, by, points), ...point }))
  const newest = named.toReversed()
  const asked = ({ from, to }: Point, label: string) => ({ of, period: { from, to, label } })
  const lines = []
  for (const [i, point] of newest.entries()) {
    const behind = asked(point, point.label)
    lines.push(
      i < LINES
        ? await lineBehind(point.label, point.value, behind, asking)
        : lineOnly(point.label, point.value, behind),
    )
  }
  const [last, before] = newest
  const hasAny = named.some(({ value }) => (sizeOf(value) ?? 0) > 0)
  // A rate of two is no height: what is called the highest speaks of enough.
  const valued = named.filter(
    ({ value }) => sizeOf(value) !== null && (value.kind === 'count' || weightOf(value) >= FEWEST_TO_RANK),
  )
  const highest = valued.reduce<(typeof named)[number] | undefined>(
    (best, one) => (best === undefined || (sizeOf(one.value) ?? 0) > (sizeOf(best.value) ?? 0) ? one : best),
    undefined,
  )
  const first = lines[0]
  return {
    head: texts.head(of, period.label, last, before, highest),
    lines: newest.slice(0, LINES).map(({ label, value }) => `${label} ${measureTexts.value(value)}`),
    after: newest.length > LINES ? [texts.rest(newest.length - LINES)] : [],
    definition: measureTexts.definition(of, true),
    ...(named.length >= 2 && hasAny ? { chart: trendChart(of, period, named) } : {}),
    figure: {
      lines: first === undefined ? [] : [first, ...lines],
      isWhole: lines.every(isWholeLine),
      shown: Math.min(LINES, lines.length),
    },
  }
}
