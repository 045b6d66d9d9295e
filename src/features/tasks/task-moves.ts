/** 交办流转: which act leads from which state to which, and who may do it. Pure. */
import type { TaskState } from './task.ts'

export const taskActs = ['receive', 'report', 'decline', 'close', 'return', 'reassign', 'cancel'] as const
export type TaskAct = (typeof taskActs)[number]

/** In whose name: the one it was given to, or the one who gave it. */
export type TaskSide = 'addressee' | 'giver'

interface TaskMove {
  readonly from: readonly TaskState[]
  readonly to: TaskState
  readonly by: TaskSide
}

const WITH_ADDRESSEE = ['given', 'received', 'returned'] as const

export const taskMoves: Readonly<Record<TaskAct, TaskMove>> = {
  receive: { from: ['given', 'returned'], to: 'received', by: 'addressee' },
  // Who found one more thing to say says it again before it is closed.
  report: { from: [...WITH_ADDRESSEE, 'reported'], to: 'reported', by: 'addressee' },
  decline: { from: WITH_ADDRESSEE, to: 'declined', by: 'addressee' },
  close: { from: ['reported'], to: 'closed', by: 'giver' },
  // A refusal is turned down like a report: it is theirs after all.
  return: { from: ['reported', 'declined'], to: 'returned', by: 'giver' },
  reassign: { from: [...WITH_ADDRESSEE, 'declined'], to: 'given', by: 'giver' },
  cancel: { from: [...WITH_ADDRESSEE, 'reported', 'declined'], to: 'cancelled', by: 'giver' },
}

/** The state after the act, or nothing where it is not to be done from here. */
export function nextTaskState(from: TaskState, act: TaskAct): TaskState | undefined {
  const move = taskMoves[act]
  return move.from.includes(from) ? move.to : undefined
}
