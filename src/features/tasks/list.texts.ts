import { dayAndHour } from '../../kernel/clock.ts'
import { cut } from './cut-words.ts'
import type { Task, TaskState } from './task.ts'
import type { TasksOnly } from './task-counts.ts'
import { type FoundTask, type ListedTasks, PAGE_SIZE, type TaskList } from './tasks.effects.ts'
import { taskStateLabels } from './tasks.texts.ts'

const LINE_SIGNS = 20

const SAID: Readonly<Partial<Record<TaskState, string>>> = { declined: '说不归他', returned: '退回再办' }
const EMPTY: Readonly<Record<TaskList, string>> = {
  given: '您还没有交办过。看到哪件要批，直接回那封信，例如“请金融办周五前报我”。',
  mine: '现在没有交给您办的事。',
  all: '现在没有交办的事。',
}

/** Which tasks a list is of, in words. */
export interface Named {
  readonly list: TaskList
  readonly only: TasksOnly | null
  /** 金融办, 王县长; empty: whoever has them. */
  readonly who: readonly string[]
  /** 今天（3月4日）; empty: whenever. */
  readonly when: string
}

export const listTexts = {
  list(named: Named, listed: ListedTasks, now: Date): string {
    const { total, page, tasks } = listed
    if (listed.all === 0 && named.who.length === 0 && named.when === '') return EMPTY[named.list]
    if (total === 0) return `${noneOf(named)}${besides(named, listed)}`
    if (tasks.length === 0) return '后面没有了。'
    const shown = (page - 1) * PAGE_SIZE + tasks.length
    return [
      `${headOf(named, listed)}${page > 1 ? `（第${page}页）` : ''}：`,
      ...tasks.map((found) => taskLine(named.list, found, now)),
      ...(shown < total ? [`还有 ${total - shown} 件，说“第${page + 1}页”接着看。`] : []),
    ].join('\n')
  },
  more: (page: number) => `要接着看，说“第${page}页”。`,
  ended: () => '好的。',

  show: ({ task, who, giver }: FoundTask, now: Date) =>
    [
      `${task.number} ${giver}交办${who}（${dayAndHour(task.givenAt, now)}）：${taskStateLabels[task.state]}`,
      `原话：“${task.text}”`,
      ...(task.appeal === null ? [] : [`关于：${task.appeal}`]),
      `期限：${task.dueAt === null ? '没有定期限' : `${dayAndHour(task.dueAt, now)} 前`}`,
      ...(task.report === null || task.reportedAt === null
        ? []
        : [`${dayAndHour(task.reportedAt, now)} ${SAID[task.state] ?? '回复'}：“${task.report}”`]),
      ...(task.closedAt === null ? [] : [`${dayAndHour(task.closedAt, now)} ${taskStateLabels[task.state]}`]),
    ].join('\n'),
}

/** 您今天交给金融办的, 交给您办的, 全部交办. */
function subjectOf({ list, who, when }: Named): string {
  const to = who.join('、')
  if (list === 'mine') return `${when}交给您办的`
  if (list === 'all') return to === '' ? `${when === '' ? '全部' : when}交办` : `${when}交给${to}的`
  return to === '' ? `您${when}交办的` : `您${when}交给${to}的`
}

function headOf(named: Named, { total, all, waiting, late, back, over }: ListedTasks): string {
  const head = `${subjectOf(named)} ${all} 件`
  const isMine = named.list === 'mine'
  const lateness = late === 0 ? '' : late === waiting ? '（都过了期限）' : `（${late} 件过了期限）`
  switch (named.only) {
    case 'waiting':
      return `${head}，还有 ${total} 件没回话${lateness}`
    case 'late':
      return `${head}，过了期限还没回话的 ${total} 件`
    case 'back':
      return `${head}，回了话等您定的 ${total} 件`
    case 'over':
      return `${head}，办结的 ${total} 件`
    case null:
      return [
        head,
        ...(waiting === 0 ? [] : [`${isMine ? '等您回话' : '还没回话'} ${waiting} 件${lateness}`]),
        ...(back === 0 ? [] : [`${isMine ? '回了话等对方定' : '回了话等确认'} ${back} 件`]),
        ...(over === 0 ? [] : [`办结 ${over} 件`]),
      ].join('，')
  }
}

function noneOf(named: Named): string {
  const subject = subjectOf(named)
  switch (named.only) {
    case 'waiting':
      return `${subject}都回话了。`
    case 'late':
      return `${subject}没有过了期限还不回话的。`
    case 'back':
      return `${subject}现在没有回了话等您定的。`
    case 'over':
      return `${subject}还没有办结的。`
    case null:
      return `没有${subject}。`
  }
}

/** What there is besides, so that nobody takes 都回话了 for all is done. */
function besides({ only }: Named, { waiting, back }: ListedTasks): string {
  const parts = [
    ...(only === 'waiting' || waiting === 0 ? [] : [`还没回话的 ${waiting} 件`]),
    ...(only === 'back' || back === 0 ? [] : [`回了话等您定的 ${back} 件`]),
  ]
  return only === null || parts.length === 0 ? '' : `另有${parts.join('，')}，说“我的交办”都列出来。`
}

const isLate = ({ dueAt, state }: Task, now: Date) =>
  dueAt !== null && dueAt < now && !['closed', 'cancelled', 'reported'].includes(state)

function taskLine(list: TaskList, { task, who, giver }: FoundTask, now: Date): string {
  const other = list === 'mine' ? giver : who
  const due =
    task.dueAt === null || task.closedAt !== null
      ? ''
      : `，${dayAndHour(task.dueAt, now)} 前${isLate(task, now) ? '（已过期）' : ''}`
  const back =
    task.report === null || list === 'mine'
      ? ''
      : `，${SAID[task.state] ?? '回'}“${cut(task.report, LINE_SIGNS)}”`
  // Several given in one breath have the same words.
  const of =
    task.appeal === null || task.text.includes(task.appeal.slice(5)) ? '' : `（${task.appeal.slice(5)}）`
  return `${task.number} ${other} ${taskStateLabels[task.state]}${due}${back}：${cut(task.text, LINE_SIGNS)}${of}`
}
