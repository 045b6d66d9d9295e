import { createHash } from 'node:crypto'
import type { Doing } from '../../conversation/feature.ts'
import { dayAndHour } from '../../kernel/clock.ts'
import { may } from '../../kernel/person.ts'
import type { Request } from '../../kernel/requests.ts'
import type { TaskInvitation } from './answer.dialogue.ts'
import { answerTexts } from './answer.texts.ts'
import { giveTexts as texts } from './give.texts.ts'
import { type Addressee, formatTaskNumber, isOver, isSameAddressee, OFFICE, type Task } from './task.ts'
import { callAddressee, callPerson, peopleOf } from './task-people.ts'
import type { TasksEffect } from './tasks.effects.ts'
import type { TasksParts } from './tasks-parts.ts'

type GiveEffect = Extract<TasksEffect, { kind: 'tasks.give' }>
type GiveRequest = Extract<Request, { kind: 'task.give' }>

/** More open tasks about one appeal than any meeting decides. */
const MOST_OF_AN_APPEAL = 200

/** 批示, 交办: a task for each addressee; they get it, the giver hears who did, staff know. */
export async function giveTasks(effect: GiveEffect, parts: TasksParts, doing: Doing): Promise<void> {
  const { person } = doing.by
  if (!may(person, 'task.give') || person.code === undefined) return
  const { text } = effect
  const dueAt = effect.dueAt === null ? null : new Date(effect.dueAt)
  const due = dueAt === null ? null : dayAndHour(dueAt, doing.work.at)
  const directory = await doing.directory()
  const given: { number: string; who: string; unreached: readonly string[] }[] = []
  const told = new Map<string, { task: Task; numbers: string[]; about: (string | null)[] }>()
  for (const { appeal, about, ...item } of effect.items) {
    for (const to of item.to) {
      const task = await add({ kind: 'instruction', appeal, text, dueAt, ...to }, parts, doing)
      const unreached = await tellAddressee(task, about, 'given', doing)
      const who = callAddressee(to, directory)
      given.push({ number: task.number, who, unreached })
      if (isSameAddressee(to, OFFICE)) continue
      const same = told.get(who) ?? { task, numbers: [], about: [] }
      told.set(who, {
        task: same.task,
        numbers: [...same.numbers, task.number],
        about: [...same.about, about],
      })
    }
  }
  const giver = callPerson(person.code, directory)
  for (const [who, { task, numbers, about }] of told)
    await tellStaff(task, 'given', texts.staffTold(numbers, giver, who, about, text, due), doing)
  doing.post(`${doing.turnKey}:given`, {
    to: doing.by.home,
    text: texts.given(given, due),
    origin: 'automatic',
  })
}

/** What a meeting decided. The one who wrote it down tells the others there; the same asked twice is one task. */
export async function carryOutGiving({ task }: GiveRequest, parts: TasksParts, doing: Doing): Promise<void> {
  const { person: by } = doing.by
  if (!may(by, 'task.give') || by.code === undefined) return
  const { appeal, text, person, unit } = task
  const there = await parts.tasks.list(
    appeal === null ? { givenBy: by.code } : { appeal },
    0,
    MOST_OF_AN_APPEAL,
    doing.work,
  )
  const isSame = (one: Task) =>
    !isOver(one.state) &&
    one.text === text &&
    isSameAddressee(one, { person, unit }) &&
    one.kind === task.kind
  if (there.tasks.some(isSame)) return
  const added = await add(task, parts, doing)
  await tellAddressee(added, appeal, 'given', doing)
}

type New = Pick<Task, 'kind' | 'appeal' | 'text' | 'dueAt'> & Addressee

async function add(wanted: New, { tasks, counters }: TasksParts, doing: Doing): Promise<Task> {
  const { kind, appeal, text, dueAt, person, unit } = wanted
  const task: Task = {
    number: formatTaskNumber(await counters.next('tasks', doing.work)),
    version: 1,
    kind,
    state: 'given',
    appeal,
    text,
    givenBy: doing.by.person.code ?? 'house',
    givenAt: doing.work.at,
    person,
    unit,
    dueAt,
    report: null,
    reportedBy: null,
    reportedAt: null,
    closedBy: null,
    closedAt: null,
    reminders: 0,
    remindedAt: null,
  }
  tasks.add(task, doing.work)
  // The words themselves stay in the task: the audit outlives them and proves that they were not changed.
  doing.audit('tasks.give', task.number, {
    kind,
    appeal,
    person,
    unit,
    dueAt: dueAt?.toISOString() ?? null,
    sha256: createHash('sha256').update(text).digest('hex'),
  })
  await doing.tell({ kind: 'taskGiven', task: task.number, appeal })
  return task
}

/** Opens the task with everybody behind its addressee; gives the names of those who cannot be written to. */
export async function tellAddressee(
  task: Task,
  about: string | null,
  occasion: string,
  doing: Doing,
): Promise<readonly string[]> {
  const directory = await doing.directory()
  const giver = callPerson(task.givenBy, directory)
  const data: TaskInvitation = {
    task: task.number,
    giver,
    text: answerTexts.card(task, giver, about, doing.work.at),
  }
  const unreached: string[] = []
  for (const { code, name } of peopleOf(task, directory)) {
    // Staff who give the office something know of it.
    if (code === doing.by.person.code && isSameAddressee(task, OFFICE)) continue
    const key = `task:${task.number}:${occasion}:${doing.turnKey}:${code}`
    if (!(await doing.invite(code, 'tasks.answer', data, key))) unreached.push(name)
  }
  return unreached
}

export function tellStaff(
  task: Pick<Task, 'number'>,
  occasion: string,
  text: string,
  doing: Doing,
): Promise<void> {
  const { person } = doing.by
  const except = person.code !== undefined && person.roles.includes('staff') ? { except: person.code } : {}
  const key = `task:${task.number}:${occasion}:${doing.turnKey}`
  return doing.request({ kind: 'staff.tell', key, text, ...except })
}
