import { dayOf } from '../../../kernel/clock.ts'
import { may, type Person } from '../../../kernel/person.ts'
import type { Figure } from './figure.ts'

/** To everybody else it is as if the figure were not there. */
export const mayOpen = ({ person }: Figure, by: Person): boolean =>
  may(by, 'appeal.see-all') || (by.code === person && may(by, 'appeal.see-in-scope'))

/**
 * By the responsibilities of which day the matters behind a figure are shown, YYYY-MM-DD: as if the same were asked
 * again now. A figure of a day that was over stays of that day; one of the day it was told goes with the day.
 */
export function sightDayOf({ day, at }: Figure, now: Date): string {
  return day < dayOf(at) ? day : dayOf(now)
}
