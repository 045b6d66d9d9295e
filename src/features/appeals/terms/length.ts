/** From a length in the settings to a moment. Pure. */

import type { Length } from '../../../kernel/terms.ts'
import { addWorkingTime, type Calendar, type MissingYear } from '../../../kernel/working-days.ts'
import { addWorkingMinutes } from '../../../kernel/working-time.ts'

const MINUTE_MS = 60_000

/** When a limit that begins at `from` ends. Days end when the offices close on the last one. */
export function endOf(length: Length, from: Date, calendar: Calendar): Date | MissingYear {
  if (length.workingDays !== undefined) return addWorkingTime(from, { days: length.workingDays }, calendar)
  if (length.workingHours !== undefined) return addWorkingTime(from, { hours: length.workingHours }, calendar)
  return new Date(from.getTime() + clockMinutes(length) * MINUTE_MS)
}

/** So long before a deadline, or after it: a working day is then a whole day's office hours. */
export function apart(length: Length, deadline: Date, sign: -1 | 1, calendar: Calendar): Date | MissingYear {
  const dayMinutes = calendar.hours.reduce((sum, { from, to }) => sum + to - from, 0)
  if (length.workingDays !== undefined)
    return addWorkingMinutes(deadline, sign * length.workingDays * dayMinutes, calendar)
  if (length.workingHours !== undefined)
    return addWorkingMinutes(deadline, sign * length.workingHours * 60, calendar)
  return new Date(deadline.getTime() + sign * clockMinutes(length) * MINUTE_MS)
}

const clockMinutes = ({ clockHours = 0, clockMinutes = 0 }: Length) => clockHours * 60 + clockMinutes
