import type { Nudge, NudgesStore } from '../../features/appeals/ladder/nudges.store.ts'
import { Prisma } from './generated/client.ts'
import { roundOf } from './round.ts'
import type { Table } from './table.ts'

const NUDGES: Table<Nudge> = {
  name: 'AppealNudge',
  key: 'id',
  once: 'id',
  columns: ['id', 'number', 'stage', 'person', 'deadline', 'dueAt', 'toldAt', 'seenAt'],
}

export function nudgesStorage(): NudgesStore {
  return {
    find: (id, work) => roundOf(work).get(NUDGES, id),
    add: (nudge, work) => roundOf(work).add(NUDGES, nudge),
    save: (nudge, work) => roundOf(work).put(NUDGES, nudge),
    async drop(ids, work) {
      if (ids.length === 0) return
      await roundOf(work).query((client) =>
        client.$executeRawUnsafe(`DELETE FROM "AppealNudge" WHERE "id" = ANY($1::text[])`, ids),
      )
    },
    takeDue: (now, limit, work) =>
      roundOf(work).query((client) =>
        client.$queryRawUnsafe<Nudge[]>(
          `SELECT * FROM "AppealNudge" WHERE "toldAt" IS NULL AND "dueAt" <= $1
           ORDER BY "dueAt", "id" LIMIT $2 FOR UPDATE SKIP LOCKED`,
          now,
          limit,
        ),
      ),
    async nextDueAt(work) {
      const next = Prisma.sql`SELECT min("dueAt") FROM "AppealNudge" WHERE "toldAt" IS NULL`
      return (await roundOf(work).glance<Date>(next)) ?? undefined
    },
    listOf: (numbers, work) =>
      roundOf(work).query((client) =>
        client.$queryRawUnsafe<Nudge[]>(
          `SELECT * FROM "AppealNudge" WHERE "number" = ANY($1::text[]) AND "stage" <> 'look' ORDER BY "dueAt", "id"`,
          numbers,
        ),
      ),
    noteSeen(numbers, person, work) {
      roundOf(work).atEnd(async (client) => {
        await client.$executeRawUnsafe(
          `UPDATE "AppealNudge" SET "seenAt" = $3 WHERE "number" = ANY($1::text[]) AND "person" = $2 AND "seenAt" IS NULL`,
          numbers,
          person,
          work.at,
        )
      })
    },
    async planMissing(work) {
      await roundOf(work).query((client) =>
        client.$executeRawUnsafe(
          `INSERT INTO "AppealNudge" ("id", "number", "stage", "person", "deadline", "dueAt")
           SELECT a."number" || ':look', a."number", 'look', '', a."dueAt", $1 FROM "Appeal" a
           WHERE a."status" IN ('filed', 'accepted', 'dispatched', 'inProgress', 'sentBack') AND a."dueAt" IS NOT NULL
             AND NOT EXISTS (SELECT FROM "AppealNudge" n WHERE n."id" = a."number" || ':look'
               AND n."deadline" = a."dueAt")
           ON CONFLICT ("id") DO UPDATE SET "dueAt" = EXCLUDED."dueAt", "deadline" = EXCLUDED."deadline", "toldAt" = NULL`,
          work.at,
        ),
      )
    },
  }
}
