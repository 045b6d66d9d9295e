import type { Measure } from '../asking/question.ts'
import type { Measured, Point } from '../measures/measures.store.ts'
import { measureTexts, sizeOf } from './measure.texts.ts'

interface Named {
  readonly label: string
  readonly value: Measured
}

const partsOf = (day: string) => day.split('-').map(Number)

export const trendTexts = {
  /** 10月, 10月5日那周, 10月5日; with its year where the points lie in several. */
  point({ from }: Point, by: 'day' | 'week' | 'month', all: readonly Point[]): string {
    const [year, month, day] = partsOf(from)
    const years = new Set(all.map((one) => one.from.slice(0, 4)))
    const prefix = years.size > 1 ? `${year}年` : ''
    if (by === 'month') return `${prefix}${month}月`
    return `${prefix}${month}月${day}日${by === 'week' ? '那周' : ''}`
  },

  head(
    of: Measure,
    when: string,
    last: Named | undefined,
    before: Named | undefined,
    highest: Named | undefined,
  ) {
    if (last === undefined) return `${when}还没有可算的。`
    const name = measureTexts.name(of)
    const change =
      before === undefined || sizeOf(before.value) === null
        ? ''
        : `，比${before.label}${measureTexts.change(of, last.value, before.value)}`
    const most =
      highest === undefined || highest.label === last.label || sizeOf(highest.value) === 0
        ? ''
        : `；这段时间${of === 'days' ? '最长' : '最高'}的是${highest.label} ${measureTexts.value(highest.value)}`
    if (sizeOf(last.value) === null) return `${last.label}${measureTexts.none(of)}${most}。`
    return `${last.label}${name} ${measureTexts.value(last.value)}${change}${most}。`
  },
  rest: (left: number) => `前面还有 ${left} 段，都在图上，说“继续”看数。`,
}
