/** When a broadcast leaves: at once, at a time, or when people are awake. Pure. */
import { type QuietHours, whenAwake } from '../kernel/quiet-hours.ts'
import type { Calendar } from '../kernel/working-days.ts'
import type { Leaving } from './mailing-order.ts'

export interface Hours {
  readonly quietHours: QuietHours
  readonly calendar: Calendar
}

export interface Departure {
  /** Undefined: at once. */
  readonly at?: Date
  /** Later than asked, because it would have disturbed. */
  readonly waits: boolean
}

/** What is not urgent never leaves in quiet hours, whatever time was asked for; a time that has passed means now. */
export function departureOf(
  leaves: Leaving,
  because: string | undefined,
  now: Date,
  { quietHours, calendar }: Hours,
): Departure {
  const asked = leaves.kind === 'at' ? new Date(leaves.at) : now
  const wanted = asked > now ? asked : now
  const quiet = leaves.kind === 'workingHours' ? { ...quietHours, freeDays: true } : quietHours
  const at = because === undefined ? whenAwake(wanted, quiet, calendar) : wanted
  return { ...(at > now ? { at } : {}), waits: at > wanted }
}

/** Whether something planned for then may leave now: approval can have come in the night. */
export function mayLeaveAt(
  planned: Date | undefined,
  because: string | undefined,
  now: Date,
  hours: Hours,
): Date {
  if (planned !== undefined && planned > now) return planned
  return because === undefined ? whenAwake(now, hours.quietHours, hours.calendar) : now
}
