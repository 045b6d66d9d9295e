/** 月份: YYYY-MM, with its first and last day. Pure. */
import { dayOf, shanghaiDate, shanghaiTime } from '../../../kernel/clock.ts'
import type { Period } from '../asking/question.ts'

const partsOf = (month: string): readonly [year: number, month: number] => {
  const [year = 0, one = 0] = month.split('-').map(Number)
  return [year, one]
}

export const monthOf = (at: Date): string => dayOf(at).slice(0, 7)

export function monthBefore(month: string): string {
  const [year, one] = partsOf(month)
  return monthOf(shanghaiDate(year, one - 1, 1))
}

/** 10月, with the year where it is another one. */
export function spokenMonth(month: string, now: Date): string {
  const [year, one] = partsOf(month)
  return `${year === shanghaiTime(now).year ? '' : `${year}年`}${one}月`
}

/** 2026年10月 */
export function writtenMonth(month: string): string {
  const [year, one] = partsOf(month)
  return `${year}年${one}月`
}

export function periodOfMonth(month: string, now: Date): Period {
  const [year, one] = partsOf(month)
  return {
    from: `${month}-01`,
    to: dayOf(new Date(shanghaiDate(year, one + 1, 1).getTime() - 1)),
    label: spokenMonth(month, now),
  }
}
