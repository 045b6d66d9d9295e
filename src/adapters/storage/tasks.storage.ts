import type { Task } from '../../features/tasks/task.ts'
import type { TaskCounts, TasksOnly } from '../../features/tasks/task-counts.ts'
import type { TaskFilter, TaskPage, TasksStore } from '../../features/tasks/tasks.store.ts'
import { Prisma } from './generated/client.ts'
import { roundOf } from './round.ts'
import type { Table } from './table.ts'

const TASKS: Table<Task> = {
  name: 'Task',
  key: 'number',
  versioned: true,
  columns: [
    'number',
    'version',
    'kind',
    'state',
    'appeal',
    'text',
    'givenBy',
    'givenAt',
    'person',
    'unit',
    'dueAt',
    'report',
    'reportedBy',
    'reportedAt',
    'closedBy',
    'closedAt',
    'reminders',
    'remindedAt',
  ],
}

function conditionOf({ givenBy, with: whose, appeal, given }: TaskFilter): Prisma.Sql {
  const parts = [Prisma.sql`TRUE`]
  if (givenBy !== undefined) parts.push(Prisma.sql`"givenBy" = ${givenBy}`)
  if (appeal !== undefined) parts.push(Prisma.sql`"appeal" = ${appeal}`)
  if (whose !== undefined) {
    const any = whose.map(({ person, unit }) =>
      person !== null
        ? Prisma.sql`"person" = ${person}`
        : unit !== null
          ? Prisma.sql`"unit" = ${unit}`
          : Prisma.sql`("person" IS NULL AND "unit" IS NULL)`,
    )
    parts.push(any.length === 0 ? Prisma.sql`FALSE` : Prisma.sql`(${Prisma.join(any, ' OR ')})`)
  }
  if (given !== undefined) {
    const [from, to] = [new Date(`${given.from}T00:00:00+08:00`), new Date(`${given.to}T24:00:00+08:00`)]
    parts.push(Prisma.sql`"givenAt" >= ${from} AND "givenAt" < ${to}`)
  }
  return Prisma.join(parts, ' AND ')
}

const OVER = Prisma.sql`"state" IN ('closed', 'cancelled')`
const WITH_GIVER = Prisma.sql`"state" IN ('reported', 'declined')`
const WAITING = Prisma.sql`"state" IN ('given', 'received', 'returned')`

const onlyCondition = (now: Date): Readonly<Record<TasksOnly, Prisma.Sql>> => ({
  waiting: WAITING,
  late: Prisma.sql`(${WAITING} AND "dueAt" < ${now})`,
  back: WITH_GIVER,
  over: OVER,
})

export function tasksStorage(): TasksStore {
  return {
    find: (number, work) => roundOf(work).get(TASKS, number),
    add: (task, work) => roundOf(work).add(TASKS, task),
    save: (task, work) => roundOf(work).put(TASKS, { ...task, version: task.version + 1 }),
    async list(filter, offset, limit, work): Promise<TaskPage> {
      const whole = conditionOf(filter)
      const conditions = onlyCondition(work.at)
      const some = filter.only === undefined ? Prisma.sql`TRUE` : conditions[filter.only]
      return roundOf(work).query(async (client) => {
        const [counts] = await client.$queryRaw<Record<keyof TaskCounts, bigint>[]>(Prisma.sql`
          SELECT count(*) FILTER (WHERE ${some}) AS "total", count(*) AS "all",
            count(*) FILTER (WHERE NOT ${OVER}) AS "open",
            count(*) FILTER (WHERE ${conditions.waiting}) AS "waiting",
            count(*) FILTER (WHERE ${conditions.late}) AS "late",
            count(*) FILTER (WHERE ${conditions.back}) AS "back",
            count(*) FILTER (WHERE ${OVER}) AS "over"
          FROM "Task" WHERE ${whole}`)
        const tasks = await client.$queryRaw<Task[]>(Prisma.sql`
          SELECT * FROM "Task" WHERE ${whole} AND ${some}
          ORDER BY ${OVER}, NOT ${WITH_GIVER}, CASE WHEN ${OVER} THEN NULL ELSE "dueAt" END NULLS LAST,
            "closedAt" DESC NULLS LAST, "number"
          LIMIT ${limit} OFFSET ${offset}`)
        const count = (name: keyof TaskCounts) => Number(counts?.[name] ?? 0)
        return {
          total: count('total'),
          all: count('all'),
          open: count('open'),
          waiting: count('waiting'),
          late: count('late'),
          back: count('back'),
          over: count('over'),
          tasks,
        }
      })
    },
    async listRemindable(limit, work) {
      const any = Prisma.sql`SELECT FROM "Task" WHERE "state" IN ('given', 'received', 'returned') AND "dueAt" IS NOT NULL`
      if (!(await roundOf(work).isAny(any))) return []
      const rows = await roundOf(work).query((client) =>
        client.task.findMany({
          where: {
            state: { in: ['given', 'received', 'returned'] },
            dueAt: { not: null },
            reminders: { lt: 3 },
          },
          orderBy: [{ dueAt: 'asc' }, { number: 'asc' }],
          take: limit,
        }),
      )
      return rows as unknown as readonly Task[]
    },
    async listAll(work) {
      const rows = await roundOf(work).query((client) => client.task.findMany({ orderBy: { number: 'asc' } }))
      return rows as unknown as readonly Task[]
    },
  }
}
