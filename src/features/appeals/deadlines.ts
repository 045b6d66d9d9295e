/** 时限: what is promised on filing and what a unit is given. Working time, except where life is in danger. */
import type { Urgency } from '../../kernel/appeal-terms.ts'
import { addWorkingTime, type Calendar } from '../../kernel/working-days.ts'

const HOUR_MS = 3_600_000

/**
 * By when somebody answers who takes it up and how: an hour for a critical matter, round the clock; one and
 * three working days otherwise, as the provincial standards for companies' appeals have it (1 / 3 / 15).
 * Null where the calendar of that year is not loaded: then staff say, we never guess.
 */
export function promisedAt(urgency: Urgency, from: Date, calendar: Calendar): Date | null {
  if (urgency === 'critical') return new Date(from.getTime() + HOUR_MS)
  return workingDaysFrom(urgency === 'urgent' ? 1 : 3, from, calendar)
}

/** Working days a unit gets when staff do not say; a plain matter is to be closed within seven. */
export const USUAL_DAYS: Readonly<Record<Urgency, number>> = { critical: 1, urgent: 3, normal: 7 }

/** The longest that staff may give: the standards end at thirty working days. */
export const MOST_DAYS = 30

/** The close of business on the last of `days` working days, the day of `from` not counted. */
export function workingDaysFrom(days: number, from: Date, calendar: Calendar): Date | null {
  const due = addWorkingTime(from, { days }, calendar)
  return due instanceof Date ? due : null
}
