/** What the clock owes: answers to look at again, and askings to forget. */

import type { Doing } from '../../../conversation/feature.ts'
import { dayNumber, dayOf, shanghaiDate, shanghaiMidnight } from '../../../kernel/clock.ts'
import type { Work } from '../../../kernel/work.ts'
import { officeTexts as texts } from './office.texts.ts'
import type { DeskParts } from './unanswered-parts.ts'

/** Askings are kept a year, so that a correction reaches whoever may still go by what they were told. */
const KEPT_DAYS = 365
/** Staff who do not answer are reminded once a month. */
const AGAIN_DAYS = 30
/** When staff are told, so that it is read in the office. */
const HOUR = 9
const AT_ONCE = 50

type Parts = Pick<DeskParts, 'askings' | 'unanswered'>

export async function lookAfterAnswers({ askings, unanswered }: Parts, doing: Doing): Promise<void> {
  const { work } = doing
  const today = dayNumber(work.at)
  const oldest = await askings.oldestAskedAt(work)
  if (oldest !== undefined && forgottenAt(oldest) <= work.at)
    await askings.forgetBefore(shanghaiMidnight(today - KEPT_DAYS), work)
  const day = dayOf(work.at)
  for (const listed of await unanswered.listToLookAgain(day, AT_ONCE, work)) {
    if (tellAt(listed.lookAgainOn ?? day) > work.at) continue
    const one = await unanswered.find(listed.number, work)
    if (one === undefined || one.lookAgainOn === null) continue
    const again = dayOf(shanghaiMidnight(today + AGAIN_DAYS))
    unanswered.save({ ...one, lookAgainOn: again }, work)
    const key = `policy:look-again:${one.number}:${one.lookAgainOn}`
    await doing.request({ kind: 'staff.tell', key, text: texts.lookAgain(one) })
  }
}

export async function nextAnswerDueAt({ askings, unanswered }: Parts, work: Work): Promise<Date | undefined> {
  const [oldest, day] = await Promise.all([askings.oldestAskedAt(work), unanswered.nextLookAgainOn(work)])
  const dates = [
    ...(oldest === undefined ? [] : [forgottenAt(oldest)]),
    ...(day === undefined ? [] : [tellAt(day)]),
  ]
  return dates.length === 0 ? undefined : new Date(Math.min(...dates.map((date) => date.getTime())))
}

/** The midnight after its last day: all of a day are forgotten together. */
const forgottenAt = (askedAt: Date) => shanghaiMidnight(dayNumber(askedAt) + 1 + KEPT_DAYS)

function tellAt(day: string): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return shanghaiDate(year, month, date, HOUR)
}
