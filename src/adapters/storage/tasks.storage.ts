import type { Task } from '../../features/tasks/task.ts'
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

function conditionOf({ givenBy, with: whose, appeal }: TaskFilter): Prisma.Sql {
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
  return Prisma.join(parts, ' AND ')
}

const OVER = Prisma.sql`"state" IN ('closed', 'cancelled')`
const WITH_GIVER = Prisma.sql`"state" IN ('reported', 'declined')`

export function tasksStorage(): TasksStore {
  return {
    find: (number, work) => roundOf(work).get(TASKS, number),
    add: (task, work) => roundOf(work).add(TASKS, task),
    save: (task, work) => roundOf(work).put(TASKS, { ...task, version: task.version + 1 }),
    async list(filter, offset, limit, work): Promise<TaskPage> {
      const where = conditionOf(filter)
      return roundOf(work).query(async (client) => {
        const [counts] = await client.$queryRaw<{ total: bigint; open: bigint }[]>(
          Prisma.sql`SELECT count(*) AS total, count(*) FILTER (WHERE NOT ${OVER}) AS open FROM "Task" WHERE ${where}`,
        )
        const tasks = await client.$queryRaw<Task[]>(Prisma.sql`
          SELECT * FROM "Task" WHERE ${where}
          ORDER BY ${OVER}, NOT ${WITH_GIVER}, CASE WHEN ${OVER} THEN NULL ELSE "dueAt" END NULLS LAST,
            "closedAt" DESC NULLS LAST, "number"
          LIMIT ${limit} OFFSET ${offset}`)
        return { total: Number(counts?.total ?? 0), open: Number(counts?.open ?? 0), tasks }
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
