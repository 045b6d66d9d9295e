/** What is done with a task once it is given: the table decides, the other side hears, the audit notes it. */
import type { Doing } from '../../conversation/feature.ts'
import { dayAndHour } from '../../kernel/clock.ts'
import { answerTexts } from './answer.texts.ts'
import { tellAddressee, tellStaff } from './give-task.ts'
import type { ReviewInvitation } from './review.dialogue.ts'
import { reviewTexts } from './review.texts.ts'
import { isWithAddressee, type Task } from './task.ts'
import { nextTaskState, type TaskAct, taskMoves } from './task-moves.ts'
import { asSeenBy, callAddressee, peopleOf } from './task-people.ts'
import type { FoundTask, TasksEffect } from './tasks.effects.ts'

const texts = { ...answerTexts, ...reviewTexts }

import type { TasksParts } from './tasks-parts.ts'

type Kind<K extends TasksEffect['kind']> = Extract<TasksEffect, { kind: K }>

function reply(text: string, doing: Doing): void {
  doing.post(`${doing.turnKey}:reply`, { to: doing.by.home, text, origin: 'automatic' })
}

/** As the speaker may see it; what they may not is answered like what does not exist. */
export async function findFor(
  number: string,
  { tasks }: TasksParts,
  doing: Doing,
): Promise<FoundTask | undefined> {
  const task = await tasks.find(number, doing.work)
  return task === undefined ? undefined : asSeenBy(task, doing.by.person, await doing.directory())
}

/** The task after the act, saved and noted; nothing where it is not theirs to do or somebody was faster. */
async function move(
  number: string,
  act: TaskAct,
  change: (task: Task) => Partial<Task>,
  parts: TasksParts,
  doing: Doing,
): Promise<FoundTask | undefined> {
  const found = await findFor(number, parts, doing)
  if (found === undefined) {
    reply(texts.noSuchTask(number), doing)
    return undefined
  }
  const { task, isAddressee, isGiver, isStaff } = found
  // Staff pass on what somebody without an account told them.
  const isTheirs = taskMoves[act].by === 'giver' ? isGiver : isAddressee || (isStaff && act === 'report')
  const to = nextTaskState(task.state, act)
  if (!isTheirs || to === undefined) {
    reply(isTheirs ? texts.overtaken(number, task.state) : texts.notTheirs(number), doing)
    return undefined
  }
  const moved: Task = { ...task, ...change(task), state: to }
  parts.tasks.save(moved, doing.work)
  doing.audit(`tasks.${act}`, number, { from: task.state, to, appeal: task.appeal })
  const directory = await doing.directory()
  return { ...found, task: { ...moved, version: moved.version + 1 }, who: callAddressee(moved, directory) }
}

/** 收到: the giver hears of it once. */
export async function receiveTask({ task: number }: Kind<'tasks.receive'>, parts: TasksParts, doing: Doing) {
  const found = await move(number, 'receive', () => ({}), parts, doing)
  if (found === undefined) return
  const { dueAt } = found.task
  reply(texts.received(number, dueAt === null ? null : dayAndHour(dueAt, doing.work.at)), doing)
  await writeToGiver(found, 'received', texts.giverReceived(number, found.who), doing)
}

const saidNow = (words: string, doing: Doing) => ({
  report: words,
  reportedBy: doing.by.person.code ?? null,
  reportedAt: doing.work.at,
})

export async function reportTask(
  { task: number, words }: Kind<'tasks.report'>,
  parts: TasksParts,
  doing: Doing,
): Promise<void> {
  const found = await move(number, 'report', () => saidNow(words, doing), parts, doing)
  if (found === undefined) return
  reply(texts.reported(number, found.giver), doing)
  await askGiver(found, texts.report(found), doing)
}

/** 不归我: back to the giver, with the reason; staff know, because they may have to help. */
export async function declineTask(
  { task: number, words }: Kind<'tasks.decline'>,
  parts: TasksParts,
  doing: Doing,
): Promise<void> {
  const found = await move(number, 'decline', () => saidNow(words, doing), parts, doing)
  if (found === undefined) return
  reply(texts.declined(number, found.giver), doing)
  await askGiver(found, texts.refusal(found), doing)
  await tellStaff(found.task, 'declined', texts.staffStep(number, found.who, `说不归他办：“${words}”`), doing)
}

export async function closeTask({ task: number }: Kind<'tasks.close'>, parts: TasksParts, doing: Doing) {
  const found = await move(number, 'close', () => overNow(doing), parts, doing)
  if (found === undefined) return
  reply(texts.closed(number), doing)
  await writeToAddressee(found, 'closed', texts.addresseeClosed(number, found.giver), doing)
  await doing.tell({ kind: 'taskDone', task: number, appeal: found.task.appeal })
}

export async function cancelTask({ task: number }: Kind<'tasks.cancel'>, parts: TasksParts, doing: Doing) {
  const found = await move(number, 'cancel', () => overNow(doing), parts, doing)
  if (found === undefined) return
  reply(texts.cancelled(number, found.who), doing)
  await writeToAddressee(found, 'cancelled', texts.addresseeCancelled(number, found.giver), doing)
}

const overNow = (doing: Doing) => ({ closedBy: doing.by.person.code ?? null, closedAt: doing.work.at })

/** A new term is reminded of anew. */
const termFrom = (dueAt: string | null) =>
  dueAt === null ? {} : { dueAt: new Date(dueAt), reminders: 0, remindedAt: null }

export async function returnTask(
  { task: number, words, dueAt }: Kind<'tasks.return'>,
  parts: TasksParts,
  doing: Doing,
): Promise<void> {
  const change = () => ({ ...saidNow(words, doing), ...termFrom(dueAt) })
  const found = await move(number, 'return', change, parts, doing)
  if (found === undefined) return
  reply(texts.returned(number, found.who), doing)
  await tellAddressee(found.task, found.task.appeal, 'returned', doing)
}

/** 改交: the same words, the same number; whoever had it is told. */
export async function reassignTask(
  { task: number, words, to, dueAt }: Kind<'tasks.reassign'>,
  parts: TasksParts,
  doing: Doing,
): Promise<void> {
  const before = await findFor(number, parts, doing)
  const change = ({ text }: Task) => ({
    ...to,
    text: `${text}\n${words}`,
    report: null,
    reportedBy: null,
    reportedAt: null,
    reminders: 0,
    remindedAt: null,
    ...termFrom(dueAt),
  })
  const found = await move(number, 'reassign', change, parts, doing)
  if (found === undefined || before === undefined) return
  reply(texts.reassigned(number, found.who), doing)
  await writeToAddressee(before, 'taken', texts.taken(number), doing)
  await tellAddressee(found.task, found.task.appeal, 'reassigned', doing)
  await tellStaff(found.task, 'reassigned', texts.staffStep(number, found.who, '改交给他办'), doing)
}

/** 催一下: a letter, and nothing moves. */
export async function nudgeTask({ task: number }: Kind<'tasks.nudge'>, parts: TasksParts, doing: Doing) {
  const found = await findFor(number, parts, doing)
  if (found === undefined || !found.isGiver) return reply(texts.noSuchTask(number), doing)
  if (!isWithAddressee(found.task.state)) return reply(texts.overtaken(number, found.task.state), doing)
  const { dueAt } = found.task
  const due = dueAt === null ? null : dayAndHour(dueAt, doing.work.at)
  const reached = await writeToAddressee(found, 'nudged', texts.nudge(number, found.giver, due), doing)
  doing.audit('tasks.nudge', number)
  doing.post(`${doing.turnKey}:nudged:${number}`, {
    to: doing.by.home,
    text: texts.nudged(number, found.who, reached > 0),
    origin: 'automatic',
  })
}

/** Gives how many could be written to. */
async function writeToAddressee(
  { task }: FoundTask,
  occasion: string,
  text: string,
  doing: Doing,
): Promise<number> {
  let reached = 0
  for (const { code } of peopleOf(task, await doing.directory())) {
    if (code === doing.by.person.code) continue
    const to = await doing.reach(code)
    if (to === undefined) continue
    reached++
    doing.post(`task:${task.number}:${occasion}:${doing.turnKey}:${code}`, { to, text, origin: 'automatic' })
  }
  return reached
}

async function writeToGiver(
  { task }: FoundTask,
  occasion: string,
  text: string,
  doing: Doing,
): Promise<void> {
  if (task.givenBy === doing.by.person.code) return
  const to = await doing.reach(task.givenBy)
  if (to !== undefined)
    doing.post(`task:${task.number}:${occasion}:${doing.turnKey}`, { to, text, origin: 'automatic' })
}

/** The giver looks at it; where they cannot be written to, staff hear what came back. */
async function askGiver({ task, who }: FoundTask, text: string, doing: Doing): Promise<void> {
  const data: ReviewInvitation = {
    task: task.number,
    who,
    state: task.state,
    dueAt: task.dueAt?.toISOString() ?? null,
    text,
  }
  const key = `task:${task.number}:${task.state}:${doing.turnKey}`
  if (!(await doing.invite(task.givenBy, 'tasks.review', data, key)))
    await tellStaff(task, 'back', text, doing)
}
