/** How far a term may move: by working days from where it ends now, thirty of them from filing at most. Pure. */
import { addWorkingTime, type MissingYear } from '../../../kernel/working-days.ts'
import { addWorkingMinutes } from '../../../kernel/working-time.ts'
import type { Appeal } from '../appeal.ts'
import { MOST_DAYS, type TermsCalendar } from '../deadlines.ts'

export type NewTerm =
  | { readonly kind: 'until'; readonly from: Date; readonly until: Date }
  /** Past already, or not a day at all. */
  | { readonly kind: 'too-short'; readonly from: Date; readonly until: Date }
  | { readonly kind: 'too-long'; readonly latest: Date; readonly most: number }
  | { readonly kind: 'no-term' }
  | { readonly kind: 'no-calendar'; readonly year: number }

type Dated = Pick<Appeal, 'filedAt' | 'resolveDueAt' | 'dueAt' | 'pausedMinutes'>

const isMissing = (found: Date | MissingYear): found is MissingYear => !(found instanceof Date)

/**
 * Where a term ends after so many working days more. The time somebody waited for the asker does not count against
 * the longest term, as it does not against the term itself.
 */
export function newTerm(appeal: Dated, days: number, at: Date, calendar: TermsCalendar): NewTerm {
  const from = appeal.resolveDueAt ?? appeal.dueAt
  if (from === null) return { kind: 'no-term' }
  const longest = calendar.terms?.longestWorkingDays ?? MOST_DAYS
  const unpaused = addWorkingTime(appeal.filedAt, { days: longest }, calendar)
  const latest =
    isMissing(unpaused) || appeal.pausedMinutes === 0
      ? unpaused
      : addWorkingMinutes(unpaused, appeal.pausedMinutes, calendar)
  const until = addWorkingTime(from, { days }, calendar)
  if (isMissing(latest)) {
    // The longest term lies in a year that is not loaded; what ends before that year is within it.
    if (isMissing(until)) return { kind: 'no-calendar', year: until.missingYear }
    return within(from, until, days, at)
  }
  // Past the longest term nobody needs to know which year's calendar is missing.
  if (isMissing(until) || until > latest) {
    const most = mostDays(from, latest, calendar)
    return isMissing(until) && most >= days
      ? { kind: 'no-calendar', year: until.missingYear }
      : { kind: 'too-long', latest, most }
  }
  return within(from, until, days, at)
}

const within = (from: Date, until: Date, days: number, at: Date): NewTerm =>
  until <= at || days < 1 ? { kind: 'too-short', from, until } : { kind: 'until', from, until }

/** How many working days fit between the end of the term and the latest there may be. */
function mostDays(from: Date, latest: Date, calendar: TermsCalendar): number {
  for (let days = 0; ; days++) {
    const next = addWorkingTime(from, { days: days + 1 }, calendar)
    if (isMissing(next) || next > latest) return days
  }
}
