/** 比上月: the same measure in two periods. */
import type { QuestionOf } from '../asking/question.ts'
import { type Asking, isWholeLine, lineBehind } from './asking.ts'
import { comparisonChart } from './charts.ts'
import { compareTexts as texts } from './compare.texts.ts'
import type { Draft } from './draft.ts'
import { measureTexts, sizeOf } from './measure.texts.ts'
import { shortLabel } from './period.texts.ts'

export async function answerComparison(
  { of, period, with: before }: QuestionOf<'comparison'>,
  asking: Asking,
): Promise<Draft> {
  const { measures, sight, work } = asking
  const [now, then] = await measures.measureAll(
    sight,
    [
      { of, period },
      { of, period: before },
    ],
    work,
  )
  if (now === undefined || then === undefined) throw new Error('A measure was not answered.')
  const lines = [
    await lineBehind(shortLabel(period), now, { of, period }, asking),
    await lineBehind(shortLabel(before), then, { of, period: before }, asking),
  ]
  const [first, second] = lines
  return {
    head: texts.head(of, period, now, before, then),
    lines: [texts.line(period, now), texts.line(before, then)],
    after: [],
    definition: measureTexts.definition(of, true),
    ...(sizeOf(now) === null || sizeOf(then) === null
      ? {}
      : {
          chart: comparisonChart(of, [
            { label: shortLabel(before), value: then },
            { label: shortLabel(period), value: now },
          ]),
        }),
    figure: {
      lines: first === undefined || second === undefined ? [] : [first, first, second],
      isWhole: lines.every(isWholeLine),
      shown: lines.length,
    },
  }
}
