/** 提醒: when somebody is reminded of a task, once before it is due, once at it, and its giver once after. Pure. */
import { type QuietHours, whenAwake } from '../../kernel/quiet-hours.ts'
import { addWorkingTime, type Calendar, workingDaysBefore } from '../../kernel/working-days.ts'
import { isWithAddressee, type Task } from './task.ts'

/** `soon` and `due` go to the addressee, `overdue` to the giver. */
export type ReminderStage = 'soon' | 'due' | 'overdue'

/** `Task.reminders` once the stage is done. */
export const STAGES: Readonly<Record<ReminderStage, number>> = { soon: 1, due: 2, overdue: 3 }

const HOUR_MS = 3_600_000
/** A short term is reminded of so long before its end, if at least as much had passed since it was given. */
const SHORTLY_HOURS = 2
/** The giver is told after an hour of office time: an answer may be on its way. */
const GRACE_HOURS = 1

type Timed = Pick<Task, 'state' | 'dueAt' | 'givenAt' | 'reminders'>

/** The next reminder and its moment out of quiet hours; nothing where none is owed any more. */
export function nextReminder(
  task: Timed,
  quiet: QuietHours,
  calendar: Calendar,
): { readonly stage: ReminderStage; readonly at: Date } | undefined {
  const { dueAt, reminders, state } = task
  if (dueAt === null || reminders >= STAGES.overdue || !isWithAddressee(state)) return undefined
  if (reminders >= STAGES.due)
    return { stage: 'overdue', at: whenAwake(afterDue(dueAt, calendar), quiet, calendar) }
  const dueReminder = { stage: 'due', at: whenAwake(dueAt, quiet, calendar) } as const
  const before = reminders < STAGES.soon ? soonAt(task, dueAt, calendar) : undefined
  const soon = before === undefined ? undefined : whenAwake(before, quiet, calendar)
  return soon === undefined || soon >= dueReminder.at ? dueReminder : { stage: 'soon', at: soon }
}

/** A working day before, or shortly before where the term is no longer than that. */
function soonAt({ givenAt }: Timed, dueAt: Date, calendar: Calendar): Date | undefined {
  const day = workingDaysBefore(dueAt, 1, calendar)
  const dayBefore = day instanceof Date ? day : new Date(dueAt.getTime() - 24 * HOUR_MS)
  if (dayBefore > givenAt) return dayBefore
  const shortly = new Date(dueAt.getTime() - SHORTLY_HOURS * HOUR_MS)
  return shortly.getTime() - givenAt.getTime() >= SHORTLY_HOURS * HOUR_MS ? shortly : undefined
}

function afterDue(dueAt: Date, calendar: Calendar): Date {
  const after = addWorkingTime(dueAt, { hours: GRACE_HOURS }, calendar)
  return after instanceof Date ? after : new Date(dueAt.getTime() + 24 * HOUR_MS)
}
