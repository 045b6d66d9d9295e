import type { Doing } from '../../conversation/feature.ts'
import { may } from '../../kernel/person.ts'
import { asSeenBy, waysToBeAsked } from './task-people.ts'
import { type ListedTasks, PAGE_SIZE, type TasksQuery } from './tasks.effects.ts'
import type { TaskFilter } from './tasks.store.ts'
import type { TasksParts } from './tasks-parts.ts'

type Asked = Extract<TasksQuery, { ask: 'tasks.list' }>

const NONE = { total: 0, all: 0, open: 0, waiting: 0, late: 0, back: 0, over: 0, tasks: [] }

/** A page of what the speaker gave, has to do, or may see. */
export async function listTasks(
  { list, appeal, page, only = null, to = [], given = null }: Asked,
  { tasks }: TasksParts,
  doing: Doing,
): Promise<ListedTasks> {
  const { person } = doing.by
  const directory = await doing.directory()
  if (person.code === undefined || (list === 'all' && !may(person, 'task.see-all'))) return { ...NONE, page }
  const whose: TaskFilter =
    list === 'given'
      ? { givenBy: person.code }
      : list === 'mine'
        ? { with: waysToBeAsked(person, directory) }
        : {}
  const filter: TaskFilter = {
    ...whose,
    ...(to.length === 0 || list === 'mine' ? {} : { with: to }),
    ...(appeal === null ? {} : { appeal }),
    ...(only === null ? {} : { only }),
    ...(given === null ? {} : { given }),
  }
  const found = await tasks.list(filter, (page - 1) * PAGE_SIZE, PAGE_SIZE, doing.work)
  return { ...found, page, tasks: found.tasks.flatMap((task) => asSeenBy(task, person, directory) ?? []) }
}
