import type { TaskState } from './task.ts'

export const taskStateLabels: Readonly<Record<TaskState, string>> = {
  given: '还没回应',
  received: '已收到，在办',
  reported: '已回复，等确认',
  returned: '退回再办',
  declined: '对方说不归他',
  closed: '已办结',
  cancelled: '已取消',
}

/** What is said of a task by whoever it is spoken to. */
export const taskTexts = {
  overtaken: (number: string, state: TaskState) =>
    `${number} 现在是“${taskStateLabels[state]}”，这一步不用做了。`,
  noSuchTask: (number: string) => `没有查到您名下的 ${number}。说“我的交办”或“我的任务”，我列给您。`,
  notTheirs: (number: string) => `${number} 不是交给您办的，也不是您交办的，这一步做不了。`,
}
