/** 静默时段: when nobody is disturbed by what can wait; `quietHours` of settings/terms.json. Pure. */
import { dayNumber, shanghaiMidnight } from './clock.ts'
import { type Calendar, kindOfDay } from './working-days.ts'

/** Minutes since midnight; over midnight where `from` is later than `to`, none where both are the same. */
export interface QuietHours {
  readonly from: number
  readonly to: number
  /** Weekends and holidays as a whole. */
  readonly freeDays: boolean
}

const MINUTE_MS = 60_000
/** Longer than the longest holiday. */
const DAYS_LOOKED_AT = 30

/** Whether to wait until Monday may be guessed where a year is not loaded; a deadline may not. */
function isFree(at: Date, calendar: Calendar): boolean {
  const kind = kindOfDay(at, calendar)
  // Day 0, the first of January 1970, was a Thursday.
  return typeof kind === 'string' ? kind === 'free' : [0, 6].includes((dayNumber(at) + 4) % 7)
}

function isQuiet(at: Date, { from, to, freeDays }: QuietHours, calendar: Calendar): boolean {
  if (freeDays && isFree(at, calendar)) return true
  const minute = (at.getTime() - shanghaiMidnight(dayNumber(at)).getTime()) / MINUTE_MS
  if (from === to) return false
  return from < to ? minute >= from && minute < to : minute >= from || minute < to
}

/** The moment itself, or the morning on which people may be written to again. */
export function whenAwake(at: Date, quiet: QuietHours, calendar: Calendar): Date {
  if (!isQuiet(at, quiet, calendar)) return at
  const today = dayNumber(at)
  for (let day = today; day < today + DAYS_LOOKED_AT; day++) {
    const morning = new Date(shanghaiMidnight(day).getTime() + quiet.to * MINUTE_MS)
    if (morning > at && !isQuiet(morning, quiet, calendar)) return morning
  }
  return at
}
