/** When the one reminder goes out by itself, and when the names that are missing are passed on. Pure. */
import { type QuietHours, whenAwake } from '../../../kernel/quiet-hours.ts'
import type { Calendar } from '../../../kernel/working-days.ts'

const HOUR_MS = 3_600_000
/** Before answers are due; half of the time where there is less than twice as much. */
const AHEAD_MS = 2 * HOUR_MS
/** Nobody is reminded of what they had no time to read. */
const SOONEST_MS = HOUR_MS / 2
const STEP_MS = HOUR_MS / 4

/**
 * Two hours before answers are due (half-way, where there are less than four), or as late before that as people may be
 * written to; undefined where no such moment is half an hour after the notice left.
 */
export function reminderAt(
  openFrom: Date,
  answerBy: Date,
  quiet: QuietHours,
  calendar: Calendar,
): Date | undefined {
  const span = answerBy.getTime() - openFrom.getTime()
  const earliest = openFrom.getTime() + SOONEST_MS
  for (let at = answerBy.getTime() - Math.min(AHEAD_MS, span / 2); at >= earliest; at -= STEP_MS) {
    const moment = new Date(at)
    if (whenAwake(moment, quiet, calendar).getTime() === at) return moment
  }
  return undefined
}

/** When answers are due, or the first moment after it at which people may be written to. */
export const namesPassedAt = (answerBy: Date, quiet: QuietHours, calendar: Calendar): Date =>
  whenAwake(answerBy, quiet, calendar)
