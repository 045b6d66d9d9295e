/** What a calendar that changed makes of an open deadline. Pure. */

import { DEFAULT_TERMS, type Length, limitOf } from '../../../kernel/terms.ts'
import { recount } from '../../../kernel/working-time.ts'
import type { Appeal, AppealEvent } from '../appeal.ts'
import { type Deadlines, owedNext, type TermsCalendar, termsOf, workingDaysFrom } from '../deadlines.ts'

/** Acts that give a number of working days, which their note keeps. */
const GIVES_DAYS: readonly AppealEvent['act'][] = ['dispatch', 'changeTerm', 'grantExtension']
const DAYS = /(\d{1,3})\s*个?工作日/u

/**
 * A deadline that was known keeps its working time from the day it was filed, counted by the new calendar: pauses and
 * extensions stay in it. One that was not is computed as on the day it was given.
 */
export function recompute(
  appeal: Appeal,
  history: readonly AppealEvent[],
  before: TermsCalendar,
  after: TermsCalendar,
): Deadlines {
  const { category, urgency, filedAt, contactedAt } = appeal
  const limit = limitOf(after.terms ?? DEFAULT_TERMS, category, urgency)
  const again = (due: Date, length: Length | undefined): Date => {
    if (length !== undefined && !countsWorkingTime(length)) return due
    const moved = recount(filedAt, due, before, after)
    return moved instanceof Date ? moved : due
  }
  // Older appeals have no other deadline than this one.
  if (appeal.contactDueAt === null && appeal.resolveDueAt === null && appeal.dueAt !== null)
    return { contactDueAt: null, resolveDueAt: null, dueAt: again(appeal.dueAt, undefined) }
  const fresh = termsOf(category, urgency, filedAt, after)
  const contactDueAt =
    appeal.contactDueAt === null
      ? fresh.contactDueAt
      : contactedAt === null
        ? again(appeal.contactDueAt, limit.contact)
        : appeal.contactDueAt
  const resolveDueAt =
    appeal.resolveDueAt === null
      ? (daysGiven(history, after) ?? fresh.resolveDueAt)
      : again(appeal.resolveDueAt, undefined)
  return { contactDueAt, resolveDueAt, dueAt: owedNext({ contactedAt, contactDueAt, resolveDueAt }) }
}

const countsWorkingTime = ({ workingDays, workingHours }: Length) =>
  workingDays !== undefined || workingHours !== undefined

function daysGiven(history: readonly AppealEvent[], calendar: TermsCalendar): Date | undefined {
  const given = history.findLast(({ act, note }) => GIVES_DAYS.includes(act) && DAYS.test(note ?? ''))
  const days = Number(DAYS.exec(given?.note ?? '')?.[1])
  return given === undefined ? undefined : (workingDaysFrom(days, given.at, calendar) ?? undefined)
}
