/** When the morning digest comes. Pure. */
import { dayNumber, shanghaiMidnight } from '../../../kernel/clock.ts'
import { type QuietHours, whenAwake } from '../../../kernel/quiet-hours.ts'
import { type Calendar, kindOfDay } from '../../../kernel/working-days.ts'

const MINUTE_MS = 60_000
/** 8:00: before the first meeting, after the quiet hours as they are bundled. */
export const HOUSE_MINUTE = 8 * 60
/** Longer than the longest holiday. */
const DAYS_LOOKED_AT = 30

/** Where a year is not loaded, Monday to Friday: a digest promises nobody anything. */
export function isWorkday(day: number, calendar: Calendar): boolean {
  const kind = kindOfDay(shanghaiMidnight(day), calendar)
  // Day 0, the first of January 1970, was a Thursday.
  return typeof kind === 'string' ? kind === 'working' : ![0, 6].includes((day + 4) % 7)
}

/**
 * The first one after a moment. The house's hour waits for the quiet hours to end; an hour that somebody asked for
 * themselves does not.
 * @param wished minutes since midnight; null: the house's own hour.
 */
export function nextDigestAt(
  after: Date,
  wished: number | null,
  quiet: QuietHours,
  calendar: Calendar,
): Date {
  const today = dayNumber(after)
  for (let day = today; day < today + DAYS_LOOKED_AT; day++) {
    if (!isWorkday(day, calendar)) continue
    const at = new Date(shanghaiMidnight(day).getTime() + (wished ?? HOUSE_MINUTE) * MINUTE_MS)
    const told = wished === null ? whenAwake(at, { ...quiet, freeDays: false }, calendar) : at
    if (told > after) return told
  }
  return new Date(after.getTime() + DAYS_LOOKED_AT * 24 * 60 * MINUTE_MS)
}

/** `7:30` as minutes since midnight, and back. */
export function minuteOf(hour: string): number {
  const [h = 0, m = 0] = hour.split(':').map(Number)
  return h * 60 + m
}
export const hourOf = (minute: number): string =>
  `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`
