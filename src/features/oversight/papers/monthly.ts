/** The circular by itself: on the first working day of a month, once, of the month before. */
import type { Doing } from '../../../conversation/feature.ts'
import { dayNumber, shanghaiDate, shanghaiMidnight, shanghaiTime } from '../../../kernel/clock.ts'
import { may, type Person } from '../../../kernel/person.ts'
import { type QuietHours, whenAwake } from '../../../kernel/quiet-hours.ts'
import type { Work } from '../../../kernel/work.ts'
import type { Calendar } from '../../../kernel/working-days.ts'
import { figuresOf, isEmpty } from './circular-figures.ts'
import { monthBefore, monthOf } from './month.ts'
import type { PapersParts } from './papers-parts.ts'

/** 9:00, when the office is in. */
const MORNING_MS = 9 * 3_600_000
/** Whether there is anything to tell is counted for nobody in particular. */
const OFFICE: Person = { code: undefined, name: '', roles: ['staff'] }

const toldId = (month: string) => `circular:${month}`

/** The first working morning of the month that this moment lies in; free days count as such whatever the quiet hours say. */
export function firstMorning(at: Date, quiet: QuietHours, calendar: Calendar): Date {
  const { year, month } = shanghaiTime(at)
  const first = new Date(shanghaiMidnight(dayNumber(shanghaiDate(year, month, 1))).getTime() + MORNING_MS)
  const awake = whenAwake(first, { ...quiet, freeDays: true }, calendar)
  // Awake at the end of the quiet hours of another day: the office is in later.
  const morning = new Date(shanghaiMidnight(dayNumber(awake)).getTime() + MORNING_MS)
  return morning > awake ? morning : awake
}

type Parts = Pick<PapersParts, 'told' | 'measures' | 'workdays' | 'quietHours'>

export async function tellCircular(parts: Parts, doing: Doing): Promise<void> {
  const { work } = doing
  await parts.workdays.refresh(work)
  const dueAt = firstMorning(work.at, parts.quietHours, parts.workdays.calendar)
  const month = monthBefore(monthOf(work.at))
  if (work.at < dueAt || (await parts.told.find(toldId(month), work)) !== undefined) return
  const figures = await figuresOf(month, OFFICE, parts.measures, work)
  parts.told.add(
    {
      id: toldId(month),
      version: 1,
      kind: 'circular',
      person: null,
      subject: month,
      dueAt,
      toldAt: work.at,
      content: { isEmpty: isEmpty(figures) },
    },
    work,
  )
  if (isEmpty(figures)) return
  const { people } = await doing.directory()
  for (const person of people.values())
    if (may(person, 'circular.draft'))
      await doing.invite(person.code, 'oversight.circular', { month }, `${toldId(month)}:${person.code}`)
}

/** When `tellCircular` has something to do next. */
export async function nextCircular({ told, workdays, quietHours }: Parts, work: Work): Promise<Date> {
  const isTold = (await told.find(toldId(monthBefore(monthOf(work.at))), work)) !== undefined
  const { year, month } = shanghaiTime(work.at)
  return firstMorning(isTold ? shanghaiDate(year, month + 1, 1) : work.at, quietHours, workdays.calendar)
}
