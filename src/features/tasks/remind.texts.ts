import { dayAndHour } from '../../kernel/clock.ts'
import { cut } from './cut-words.ts'
import type { Task } from './task.ts'

const LINE_SIGNS = 20

export const remindTexts = {
  soon: (task: Task, giver: string, now: Date) =>
    `${task.number} 快到期了：${giver}交办的“${cut(task.text, LINE_SIGNS)}”，请在 ${dayAndHour(task.dueAt ?? now, now)} 前回话。办好了回“${task.number} 已办”加一两句结果。`,
  dueNowTo: (task: Task, giver: string, now: Date) =>
    `${task.number} 到期了（${dayAndHour(task.dueAt ?? now, now)}）：${giver}交办的“${cut(task.text, LINE_SIGNS)}”还没有回话。办到哪一步，请先回一句。`,
  overdue: (task: Task, who: string, now: Date) =>
    `${task.number} 您交办${who}的“${cut(task.text, LINE_SIGNS)}”已过期限（${dayAndHour(task.dueAt ?? now, now)}），还没有回话。要我再问一声，回“${task.number} 催一下”。`,
}
