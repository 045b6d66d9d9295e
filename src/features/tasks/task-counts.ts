/** 还没回话, 过期, 回了话等确认, 办结: what lists of tasks are narrowed to and count. */

/** Both included, `YYYY-MM-DD` in Asia/Shanghai. */
export interface Days {
  readonly from: string
  readonly to: string
}

/** `waiting`: no word back yet; of these `late` past its time. `back`: answered, the giver decides. `over`: closed or cancelled. */
export const tasksOnly = ['waiting', 'late', 'back', 'over'] as const
export type TasksOnly = (typeof tasksOnly)[number]

export interface TaskCounts {
  /** Of what `only` leaves. */
  readonly total: number
  /** Whatever `only` says, this and what follows. */
  readonly all: number
  readonly open: number
  readonly waiting: number
  readonly late: number
  readonly back: number
  readonly over: number
}
