/** 解决率多少: one rate with those that did not count for it, or the three beside each other. */
import type { Period, QuestionOf, Rate } from '../asking/question.ts'
import { type Asking, isWholeLine, LINES, lineBehind, MOST_KEPT } from './asking.ts'
import { entryLines } from './count.ts'
import type { Draft } from './draft.ts'
import { measureTexts, weightOf } from './measure.texts.ts'
import { rateTexts as texts } from './rate.texts.ts'

const THREE = ['response', 'resolution', 'satisfaction'] as const

export async function answerRate({ of, period }: QuestionOf<'rate'>, asking: Asking): Promise<Draft> {
  return of === null ? threeRates(period, asking) : oneRate(of, period, asking)
}

async function oneRate(of: Rate, period: Period, asking: Asking): Promise<Draft> {
  const { measures, sight, work } = asking
  const value = await measures.measure(sight, { of, period }, work)
  const line = await lineBehind(measureTexts.name(of), value, { of, period }, asking, MOST_KEPT)
  const counted = new Set(line.counted ?? line.numbers)
  const against = line.numbers.filter((number) => !counted.has(number))
  const shown = Math.min(LINES, against.length)
  const left = against.length - shown
  return {
    head: texts.one(of, period.label, value),
    lines: await entryLines(against.slice(0, shown), asking),
    after: [
      ...(weightOf(value) > 0 && value.kind === 'rate' ? [texts.against(of, against.length)] : []),
      ...(left > 0 ? [texts.rest(left)] : []),
    ],
    definition: measureTexts.definition(of, true),
    figure: {
      lines: [
        line,
        ...(value.kind === 'rate'
          ? [{ label: texts.againstLabel(of), n: against.length, of: null, numbers: against }]
          : []),
      ],
      isWhole: isWholeLine(line),
      shown,
    },
  }
}

async function threeRates(period: Period, asking: Asking): Promise<Draft> {
  const { measures, sight, work } = asking
  const values = await measures.measureAll(
    sight,
    THREE.map((of) => ({ of, period })),
    work,
  )
  const lines = []
  for (const [i, of] of THREE.entries()) {
    const value = values[i]
    if (value !== undefined)
      lines.push(await lineBehind(measureTexts.name(of), value, { of, period }, asking))
  }
  const numbers = [...new Set(lines.flatMap((line) => line.numbers))]
  return {
    head: texts.three(period.label),
    lines: THREE.map((of, i) => texts.line(of, values[i])),
    after: [],
    definition: texts.threeDefinitions(),
    figure: {
      lines: [{ label: texts.threeLabel(), n: numbers.length, of: null, numbers }, ...lines],
      isWhole: lines.every(isWholeLine),
      shown: lines.length,
    },
  }
}
