/** 时限: what is promised on filing, what a unit is given, what a change makes of both. Pure. */
import { type Category, type Urgency, urgencies } from '../../kernel/appeal-terms.ts'
import { DEFAULT_TERMS, limitOf, type Terms, usualDays } from '../../kernel/terms.ts'
import { addWorkingTime, type Calendar, type MissingYear } from '../../kernel/working-days.ts'
import { shiftByPause, workingMinutesBetween } from '../../kernel/working-time.ts'
import type { Appeal } from './appeal.ts'
import { endOf } from './terms/length.ts'

/** The working calendar with the settings for limits; without them the product's own hold. */
export interface TermsCalendar extends Calendar {
  readonly terms?: Terms
}

/** Null where the calendar of a year is not loaded: then staff say, we never guess. */
export interface Deadlines {
  readonly contactDueAt: Date | null
  readonly resolveDueAt: Date | null
  /** What is owed next. */
  readonly dueAt: Date | null
}

/**
 * By when somebody speaks to the asker and by when it is resolved. The product's own limits: an hour round the clock
 * and one working day for a critical matter; one and three, one and seven working days otherwise, as the provincial
 * standards for companies' appeals have it.
 */
export function termsOf(
  category: Category,
  urgency: Urgency,
  at: Date,
  calendar: TermsCalendar,
): Deadlines & { readonly missingYear?: number } {
  const { contact, resolve } = limitOf(calendar.terms ?? DEFAULT_TERMS, category, urgency)
  const contactDue = endOf(contact, at, calendar)
  const resolveDue = endOf(resolve, at, calendar)
  const missing = [contactDue, resolveDue].find((due) => !(due instanceof Date)) as MissingYear | undefined
  const deadlines = { contactDueAt: known(contactDue), resolveDueAt: known(resolveDue) }
  return { ...deadlines, dueAt: deadlines.contactDueAt, ...missing }
}

/** Of what goes its lawful route: others decide when. */
export const nothingPromised = {
  contactDueAt: null,
  resolveDueAt: null,
  dueAt: null,
} as const satisfies Deadlines

const known = (due: Date | MissingYear) => (due instanceof Date ? due : null)

/** What is owed next: a word with the asker until there was one, then the resolution. */
export function owedNext({
  contactedAt,
  contactDueAt,
  resolveDueAt,
}: Pick<Appeal, 'contactedAt' | 'contactDueAt' | 'resolveDueAt'>): Date | null {
  return contactedAt === null ? contactDueAt : resolveDueAt
}

type Kind = Pick<Appeal, 'category' | 'urgency'>
type Dated = Kind & Pick<Appeal, 'filedAt' | 'contactedAt' | 'contactDueAt' | 'resolveDueAt' | 'dueAt'>

/**
 * After a change of urgency or category. What became more pressing runs anew from now and never ends later than it
 * did; what became less so has its limit from when it was filed, and never ends sooner.
 */
export function retermed(appeal: Dated, to: Kind, at: Date, calendar: TermsCalendar): Deadlines {
  const { contactDueAt, resolveDueAt, dueAt } = appeal
  if (appeal.category === to.category && appeal.urgency === to.urgency)
    return { contactDueAt, resolveDueAt, dueAt }
  const rises = urgencies.indexOf(to.urgency) < urgencies.indexOf(appeal.urgency)
  const fresh = termsOf(to.category, to.urgency, rises ? at : appeal.filedAt, calendar)
  const choose = (old: Date | null, now: Date | null) =>
    old === null || now === null ? now : rises === old < now ? old : now
  const changed = {
    contactDueAt: appeal.contactedAt === null ? choose(contactDueAt, fresh.contactDueAt) : contactDueAt,
    resolveDueAt: choose(resolveDueAt, fresh.resolveDueAt),
  }
  return { ...changed, dueAt: owedNext({ ...appeal, ...changed }) }
}

/** 重办: the limits begin anew, and somebody has to speak to the asker again. */
export function reopenedTerms(
  { category, urgency }: Kind,
  at: Date,
  calendar: TermsCalendar,
): Deadlines & { readonly contactedAt: null } {
  const { contactDueAt, resolveDueAt, dueAt } = termsOf(category, urgency, at, calendar)
  return { contactDueAt, resolveDueAt, dueAt, contactedAt: null }
}

/** 恢复: what was not yet due when it was paused moves on by the working time of the pause. */
export function afterPause(
  appeal: Pick<
    Appeal,
    'contactedAt' | 'contactDueAt' | 'resolveDueAt' | 'dueAt' | 'pausedAt' | 'pausedMinutes'
  >,
  at: Date,
  calendar: Calendar,
): Deadlines & Pick<Appeal, 'pausedMinutes'> {
  const { contactDueAt, resolveDueAt, dueAt, pausedAt, pausedMinutes } = appeal
  if (pausedAt === null) return { contactDueAt, resolveDueAt, dueAt, pausedMinutes }
  const shift = (due: Date | null) => (due === null ? null : known(shiftByPause(due, pausedAt, at, calendar)))
  const paused = workingMinutesBetween(pausedAt, at, calendar)
  return {
    contactDueAt: appeal.contactedAt === null ? shift(contactDueAt) : contactDueAt,
    resolveDueAt: shift(resolveDueAt),
    // Older appeals have no other deadline than this one.
    dueAt: shift(dueAt),
    pausedMinutes: pausedMinutes + (typeof paused === 'number' ? Math.round(paused) : 0),
  }
}

/** The product's own, where no settings are at hand: working days a unit gets when staff do not say. */
export const USUAL_DAYS: Readonly<Record<Urgency, number>> = {
  critical: usualDays(DEFAULT_TERMS, 'other', 'critical'),
  urgent: usualDays(DEFAULT_TERMS, 'other', 'urgent'),
  normal: usualDays(DEFAULT_TERMS, 'other', 'normal'),
}

/** The longest that staff may give: the standards end at thirty working days. */
export const MOST_DAYS = DEFAULT_TERMS.longestWorkingDays

/** The close of business on the last of `days` working days, the day of `from` not counted. */
export function workingDaysFrom(days: number, from: Date, calendar: Calendar): Date | null {
  return known(addWorkingTime(from, { days }, calendar))
}
