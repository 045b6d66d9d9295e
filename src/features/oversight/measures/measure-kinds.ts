import type { Counted, Measure, Rate } from '../asking/question.ts'

export const isRate = (of: Measure): of is Rate =>
  of === 'response' || of === 'resolution' || of === 'satisfaction' || of === 'onTime' || of === 'days'

export const isCounted = (of: Measure): of is Counted => !isRate(of)
