import { isoShanghai } from '../../kernel/clock.ts'
import type { Directory } from '../../kernel/directory.ts'
import type { Work } from '../../kernel/work.ts'
import type { Task, TaskState } from './task.ts'
import { callAddressee } from './task-people.ts'
import type { TasksStore } from './tasks.store.ts'

interface Named {
  readonly code: string
  readonly name: string
}

/** A line of `tasks --json`. Of `person` and `unit` at most one is set; neither: the federation's own office. */
export interface TaskLine {
  readonly number: string
  readonly kind: Task['kind']
  readonly state: TaskState
  readonly appeal: string | null
  readonly text: string
  readonly givenBy: Named
  readonly givenAt: string
  readonly person: Named | null
  readonly unit: Named | null
  readonly dueAt: string | null
  readonly report: string | null
  readonly reportedBy: Named | null
  readonly reportedAt: string | null
  readonly closedAt: string | null
}

/** Every task, by number. */
export async function taskLines(
  store: TasksStore,
  directory: Directory,
  work: Work,
): Promise<readonly TaskLine[]> {
  const moment = (at: Date | null) => (at === null ? null : isoShanghai(at))
  const person = (code: string | null): Named | null =>
    code === null ? null : { code, name: directory.people.get(code)?.name ?? code }
  return (await store.listAll(work)).map((task) => ({
    number: task.number,
    kind: task.kind,
    state: task.state,
    appeal: task.appeal,
    text: task.text,
    givenBy: person(task.givenBy) ?? { code: task.givenBy, name: task.givenBy },
    givenAt: isoShanghai(task.givenAt),
    person: person(task.person),
    unit: task.unit === null ? null : { code: task.unit, name: callAddressee(task, directory) },
    dueAt: moment(task.dueAt),
    report: task.report,
    reportedBy: person(task.reportedBy),
    reportedAt: moment(task.reportedAt),
    closedAt: moment(task.closedAt),
  }))
}
