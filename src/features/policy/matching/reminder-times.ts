/** 截止提醒: when those who asked for it are told that a window closes, twice at most. Pure. */

import { shanghaiDate } from '../../../kernel/clock.ts'
import { type QuietHours, whenAwake } from '../../../kernel/quiet-hours.ts'
import type { Calendar } from '../../../kernel/working-days.ts'
import type { Offer } from './offer.ts'

/** Days before the last day, the first reminder's and the second's. */
const DAYS_BEFORE = [14, 3] as const
export const MOST_REMINDERS = DAYS_BEFORE.length
const HOUR = 9

type Timed = Pick<Offer, 'closesOn' | 'reminded' | 'state' | 'opensOn'>

/** The next reminder out of quiet hours; nothing where none is owed, or where it would come after the end. */
export function nextReminder(
  { closesOn, opensOn, reminded, state }: Timed,
  quiet: QuietHours,
  calendar: Calendar,
): { readonly nth: number; readonly at: Date } | undefined {
  if (closesOn === null || state === 'closed') return undefined
  for (let done = reminded; done < MOST_REMINDERS; done++) {
    const wanted = hourOn(closesOn, -(DAYS_BEFORE[done] ?? 0))
    // Nobody is told to hurry before there is anything to hand in to.
    const from =
      opensOn === null ? wanted : new Date(Math.max(wanted.getTime(), hourOn(opensOn, 0).getTime()))
    const at = whenAwake(from, quiet, calendar)
    if (at < hourOn(closesOn, 1, 0)) return { nth: done + 1, at }
  }
  return undefined
}

/** What should have been said by now: the last of those that passed, for what was missed is not made up. */
export function reminderDue(
  timed: Timed,
  now: Date,
  quiet: QuietHours,
  calendar: Calendar,
): number | undefined {
  let due: number | undefined
  for (let reminded = timed.reminded; reminded < MOST_REMINDERS; ) {
    const next = nextReminder({ ...timed, reminded }, quiet, calendar)
    if (next === undefined || next.at > now) break
    due = next.nth
    reminded = next.nth
  }
  return due
}

function hourOn(day: string, later: number, hour = HOUR): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return shanghaiDate(year, month, date + later, hour)
}
