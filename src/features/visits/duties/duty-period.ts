/** 季度, 半年, 年: the period that a duty is counted in. Days are `YYYY-MM-DD`, both ends included. Pure. */
import { dayNumber, dayOf, shanghaiMidnight } from '../../../kernel/clock.ts'
import type { Every } from './duties.store.ts'

export interface DutyPeriod {
  readonly from: string
  readonly to: string
}

const MONTHS: Readonly<Record<Every, number>> = { quarter: 3, halfYear: 6, year: 12 }
const pad = (part: number) => String(part).padStart(2, '0')

export const numberOfDay = (day: string): number => dayNumber(new Date(`${day}T12:00:00+08:00`))
export const dayAfter = (day: string, days: number): string =>
  dayOf(shanghaiMidnight(numberOfDay(day) + days))

/** Which one a day lies in. */
export function periodOf(every: Every, day: string): DutyPeriod {
  const [year = 0, month = 1] = day.split('-').map(Number)
  const length = MONTHS[every]
  const first = Math.floor((month - 1) / length) * length + 1
  const next = first + length
  const afterwards = next > 12 ? `${year + 1}-01-01` : `${year}-${pad(next)}-01`
  return { from: `${year}-${pad(first)}-01`, to: dayAfter(afterwards, -1) }
}
