/** Working minutes: what a pause lasts, what it shifts, how long before a deadline somebody is reminded. Pure. */
import { dayNumber, shanghaiMidnight } from './clock.ts'
import { type Calendar, kindOfDay, type MissingYear } from './working-days.ts'

const MINUTE_MS = 60_000

/** The office hours of the day with this number as moments, none on a free day. */
function periodsOf(day: number, calendar: Calendar): readonly { from: number; to: number }[] | MissingYear {
  const midnight = shanghaiMidnight(day)
  const kind = kindOfDay(midnight, calendar)
  if (typeof kind !== 'string') return kind
  if (kind === 'free') return []
  return calendar.hours.map(({ from, to }) => ({
    from: midnight.getTime() + from * MINUTE_MS,
    to: midnight.getTime() + to * MINUTE_MS,
  }))
}

const isMissing = (found: object): found is MissingYear => 'missingYear' in found

/** Working minutes from `from` to `to`, parts of a minute included; 0 where `to` is not later. */
export function workingMinutesBetween(from: Date, to: Date, calendar: Calendar): number | MissingYear {
  let total = 0
  const last = dayNumber(to)
  for (let day = dayNumber(from); day <= last; day++) {
    const periods = periodsOf(day, calendar)
    if (isMissing(periods)) return periods
    for (const period of periods)
      total += Math.max(0, Math.min(period.to, to.getTime()) - Math.max(period.from, from.getTime()))
  }
  return total / MINUTE_MS
}

/**
 * The moment so many working minutes later, or earlier where they are negative. What ends with a period ends there,
 * not when the next one begins; none at all is the same moment, also at night.
 */
export function addWorkingMinutes(from: Date, minutes: number, calendar: Calendar): Date | MissingYear {
  if (minutes === 0) return from
  const step = minutes > 0 ? 1 : -1
  let left = Math.abs(minutes) * MINUTE_MS
  for (let day = dayNumber(from); ; day += step) {
    const periods = periodsOf(day, calendar)
    if (isMissing(periods)) return periods
    for (const period of step > 0 ? periods : periods.toReversed()) {
      const begin = step > 0 ? Math.max(period.from, from.getTime()) : Math.min(period.to, from.getTime())
      const room = Math.max(0, step > 0 ? period.to - begin : begin - period.from)
      if (left <= room) return new Date(begin + step * left)
      left -= room
    }
  }
}

/** A deadline after a pause: later by the working time that passed meanwhile, so nobody gains or loses a minute. */
export function shiftByPause(
  deadline: Date,
  pausedAt: Date,
  wokenAt: Date,
  calendar: Calendar,
): Date | MissingYear {
  const paused = workingMinutesBetween(pausedAt, wokenAt, calendar)
  return typeof paused === 'number' ? addWorkingMinutes(deadline, paused, calendar) : paused
}

/** The same working time from `from` on, as another calendar counts it: how a changed notice moves a deadline. */
export function recount(from: Date, deadline: Date, before: Calendar, after: Calendar): Date | MissingYear {
  const minutes = workingMinutesBetween(from, deadline, before)
  return typeof minutes === 'number' ? addWorkingMinutes(from, minutes, after) : minutes
}
