/** With what one question is answered: who asks, how far they see, and where the figures come from. */
import type { Directory } from '../../../kernel/directory.ts'
import type { Work } from '../../../kernel/work.ts'
import type { Calendar } from '../../../kernel/working-days.ts'
import type { FigureLine } from '../figures/figure.ts'
import { MOST_KEPT } from '../figures/figure.ts'
import type { BehindAsked, Measured, MeasuresStore, Sight } from '../measures/measures.store.ts'
import type { OversightStore, Reach } from '../oversight.store.ts'
import { measureTexts, weightOf } from './measure.texts.ts'

export interface Asking {
  readonly store: OversightStore
  readonly measures: MeasuresStore
  readonly sight: Sight
  readonly reach: Reach
  readonly directory: Directory
  readonly work: Work
  readonly at: Date
  /** By which lateness is told; left out, by calendar days. */
  readonly calendar?: Calendar | undefined
}

/** Lines in one answer; the rest follows on 继续. */
export const LINES = 5

/** Of an answer of many lines each keeps fewer of its matters: a figure stays a small row. */
const MOST_KEPT_A_LINE = 500

/** A line with the matters behind it as they are now. */
export async function lineBehind(
  label: string,
  value: Measured,
  asked: BehindAsked,
  { measures, sight, work }: Pick<Asking, 'measures' | 'sight' | 'work'>,
  most: number = MOST_KEPT_A_LINE,
): Promise<FigureLine> {
  const { numbers, counted } = await measures.numbers(sight, asked, most, work)
  return {
    ...lineOnly(label, value, asked),
    numbers,
    ...(counted === null ? {} : { counted }),
  }
}

/** A line whose matters are counted when it is opened. */
export function lineOnly(label: string, value: Measured, asked: BehindAsked): FigureLine {
  return {
    label,
    n: value.kind === 'rate' ? value.raw.n : weightOf(value),
    of: value.kind === 'rate' ? value.raw.of : null,
    numbers: [],
    ...(value.kind === 'days' ? { told: measureTexts.value(value) } : {}),
    asked,
  }
}

export const isWholeLine = ({ n, of, numbers }: FigureLine): boolean => numbers.length >= (of ?? n)

export { MOST_KEPT }
