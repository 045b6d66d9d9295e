import type { Measure, Period } from '../asking/question.ts'
import type { Measured } from '../measures/measures.store.ts'
import { measureTexts } from './measure.texts.ts'
import { shortLabel } from './period.texts.ts'

export const compareTexts = {
  head: (of: Measure, period: Period, now: Measured, before: Period, then: Measured) =>
    `${shortLabel(period)}${measureTexts.name(of)} ${measureTexts.raw(now)}，${shortLabel(before)} ${measureTexts.raw(then)}，${measureTexts.change(of, now, then)}${measureTexts.changeAfter(of, now, then)}。`,
  line: ({ label }: Period, value: Measured) => `${label} ${measureTexts.value(value)}`,
}
