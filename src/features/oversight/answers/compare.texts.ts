import type { Measure, Period } from '../asking/question.ts'
import type { Measured } from '../measures/measures.store.ts'
import { measureTexts, sizeOf } from './measure.texts.ts'
import { shortLabel } from './period.texts.ts'

export const compareTexts = {
  head(of: Measure, period: Period, now: Measured, before: Period, then: Measured): string {
    const [here, there] = [shortLabel(period), shortLabel(before)]
    if (sizeOf(now) === null && sizeOf(then) === null) return `${here}和${there}都${measureTexts.none(of)}。`
    if (sizeOf(now) === null)
      return `${here}${measureTexts.none(of)}，${there} ${measureTexts.raw(then)}，没法比。`
    if (sizeOf(then) === null)
      return `${here}${measureTexts.name(of)} ${measureTexts.raw(now)}，${there}没有可算的（0 件），没法比。`
    return `${here}${measureTexts.name(of)} ${measureTexts.raw(now)}，${there} ${measureTexts.raw(then)}，${measureTexts.change(of, now, then)}${measureTexts.changeAfter(of, now, then)}。`
  },
  line: ({ label }: Period, value: Measured) => `${label} ${measureTexts.value(value)}`,
}
