import type { Doing } from '../../conversation/feature.ts'
import { type DueWish, dueAt } from './read-due.ts'
import type { Addressee } from './task.ts'
import { callAddressee, peopleOf } from './task-people.ts'
import type { TaskPlan } from './tasks.effects.ts'
import type { TasksParts } from './tasks-parts.ts'

/** What giving would mean, for the preview: who gets it, and by which day and hour. */
export async function planTask(
  to: readonly Addressee[],
  due: DueWish | null,
  { workdays }: TasksParts,
  doing: Doing,
): Promise<TaskPlan> {
  const directory = await doing.directory()
  await workdays.refresh(doing.work)
  const reach = await Promise.all(
    to.map(async (one) => {
      const people = peopleOf(one, directory)
      const chats = await Promise.all(people.map(({ code }) => doing.reach(code)))
      return {
        name: callAddressee(one, directory),
        people: people.map(({ name }) => name),
        reachable: chats.filter((chat) => chat !== undefined).length,
      }
    }),
  )
  return { dueAt: due === null ? null : dueAt(due, doing.work.at, workdays.calendar), reach }
}
