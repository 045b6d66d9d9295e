import type { Doing } from '../../conversation/feature.ts'
import type { Work } from '../../kernel/work.ts'
import { tellStaff } from './give-task.ts'
import { remindTexts as texts } from './remind.texts.ts'
import { nextReminder, STAGES } from './reminder-times.ts'
import type { Task } from './task.ts'
import { callAddressee, callPerson, peopleOf } from './task-people.ts'
import type { TasksParts } from './tasks-parts.ts'

/** Looked at in one pass; a county has some dozens with a term ahead. */
const AT_ONCE = 300

/** What the clock owes on tasks: each reminder once, whatever is missed while the house was closed is not made up. */
export async function remindOfTasks(
  { tasks, workdays, quietHours }: TasksParts,
  doing: Doing,
): Promise<void> {
  const { work } = doing
  const { at: now } = work
  const listed = await tasks.listRemindable(AT_ONCE, work)
  for (const one of listed) {
    const seen = nextReminder(one, quietHours, workdays.calendar)
    if (seen === undefined || seen.at > now) continue
    const task = await tasks.find(one.number, work)
    if (task === undefined) continue
    let reminder = nextReminder(task, quietHours, workdays.calendar)
    if (reminder === undefined || reminder.at > now) continue
    // What should have been said earlier is said once, as it stands now.
    for (let later = reminder; later.at <= now; ) {
      reminder = later
      const next = nextReminder({ ...task, reminders: STAGES[later.stage] }, quietHours, workdays.calendar)
      if (next === undefined || next.stage === 'overdue') break
      later = next
    }
    const { stage } = reminder
    tasks.save({ ...task, reminders: STAGES[stage], remindedAt: now }, work)
    await (stage === 'overdue' ? tellGiver(task, doing) : tellPeople(task, stage, doing))
  }
}

/** When `remindOfTasks` has something to say next. */
export async function nextReminderAt(
  { tasks, workdays, quietHours }: TasksParts,
  work: Work,
): Promise<Date | undefined> {
  let next: Date | undefined
  for (const task of await tasks.listRemindable(AT_ONCE, work)) {
    const at = nextReminder(task, quietHours, workdays.calendar)?.at
    if (at !== undefined && (next === undefined || at < next)) next = at
  }
  return next
}

/** The term is in the key: a task with a new one is reminded of anew. */
const keyOf = (task: Task, stage: string) => `task:${task.number}:${stage}:${task.dueAt?.getTime() ?? 0}`

async function tellPeople(task: Task, stage: 'soon' | 'due', doing: Doing): Promise<void> {
  const directory = await doing.directory()
  const giver = callPerson(task.givenBy, directory)
  const text = (stage === 'soon' ? texts.soon : texts.dueNowTo)(task, giver, doing.work.at)
  for (const { code } of peopleOf(task, directory)) {
    const to = await doing.reach(code)
    if (to !== undefined) doing.post(`${keyOf(task, stage)}:${code}`, { to, text, origin: 'automatic' })
  }
}

async function tellGiver(task: Task, doing: Doing): Promise<void> {
  const who = callAddressee(task, await doing.directory())
  const text = texts.overdue(task, who, doing.work.at)
  const to = await doing.reach(task.givenBy)
  if (to === undefined) await tellStaff(task, 'overdue', text, doing)
  else doing.post(keyOf(task, 'overdue'), { to, text, origin: 'automatic' })
}
