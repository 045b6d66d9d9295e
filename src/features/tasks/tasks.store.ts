import type { Work } from '../../kernel/work.ts'
import type { Addressee, Task } from './task.ts'
import type { Days, TaskCounts, TasksOnly } from './task-counts.ts'

/** Which tasks; everything named must hold, but of `with` one is enough. */
export interface TaskFilter {
  readonly givenBy?: string
  /** Whose it is to do: any of these. */
  readonly with?: readonly Addressee[]
  readonly appeal?: string
  /** When it was given. */
  readonly given?: Days
  /** Narrows the list, and not the counts beside it. */
  readonly only?: TasksOnly
}

export interface TaskPage extends TaskCounts {
  readonly tasks: readonly Task[]
}

/** Port. `find`, `add` and `save` are gathered with those of other conversations; the lists are a statement each. */
export interface TasksStore {
  find(number: string, work: Work): Promise<Task | undefined>
  add(task: Task, work: Work): void
  /** The task as it is now, `version` as it was read; fails as `storage-conflict` when somebody was faster. */
  save(task: Task, work: Work): void
  /** What waits for the giver first, then what is open by its due time, then what is over, the newest first. */
  list(filter: TaskFilter, offset: number, limit: number, work: Work): Promise<TaskPage>
  /** With the addressee, with a due time, not reminded to the end: what is due first comes first. */
  listRemindable(limit: number, work: Work): Promise<readonly Task[]>
  /** By number. */
  listAll(work: Work): Promise<readonly Task[]>
}
