/** When staff are told that a document ends. */

import { shanghaiDate, shanghaiTime } from '../../../kernel/clock.ts'
import { addDays } from '../reading/chinese-dates.ts'

/** So many days before the last day, and the stretch that the list looks over. */
export const TOLD_BEFORE_DAYS = 30
/** On the wall in China. Nobody is told at night what can wait. */
const FROM_HOUR = 9
const TO_HOUR = 20

export function mayTellAt(at: Date): boolean {
  const { hour } = shanghaiTime(at)
  return hour >= FROM_HOUR && hour < TO_HOUR
}

/** Of a document that ends on this day; the next morning where that has passed and it is night. */
export function tellAt(endsOn: string, now: Date): Date {
  const due = morningOf(addDays(endsOn, -TOLD_BEFORE_DAYS))
  if (due > now || mayTellAt(now)) return due
  const { year, month, day, hour } = shanghaiTime(now)
  return shanghaiDate(year, month, hour < FROM_HOUR ? day : day + 1, FROM_HOUR)
}

function morningOf(date: string): Date {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return shanghaiDate(year, month, day, FROM_HOUR)
}
