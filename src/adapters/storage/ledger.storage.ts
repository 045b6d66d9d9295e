import type { LedgerFilter, LedgerStore } from '../../features/appeals/ledger/ledger.store.ts'
import type { LedgerEntry } from '../../features/appeals/ledger/ledger-columns.ts'
import { PROGRESS_NOTE } from '../../features/appeals/ledger/progress-note.ts'
import { type AppealRow, toAppeal } from './appeals-rows.storage.ts'
import { Prisma } from './generated/client.ts'
import { roundOf } from './round.ts'
import type { Client } from './table.ts'

type Sql = Prisma.Sql

function conditionOf({ filedFrom, filedBefore, states, unit, category, chamber }: LedgerFilter): Sql {
  const parts: Sql[] = [Prisma.sql`TRUE`]
  if (filedFrom !== undefined) parts.push(Prisma.sql`a."filedAt" >= ${filedFrom}`)
  if (filedBefore !== undefined) parts.push(Prisma.sql`a."filedAt" < ${filedBefore}`)
  if (states !== undefined) parts.push(Prisma.sql`a."status" = ANY(${[...states]}::text[])`)
  if (unit !== undefined) parts.push(Prisma.sql`a."unit" = ${unit}`)
  if (category !== undefined) parts.push(Prisma.sql`a."category" = ${category}`)
  if (chamber !== undefined) parts.push(Prisma.sql`a."chamber" = ${chamber} AND NOT a."sealed"`)
  return Prisma.join(parts, ' AND ')
}

/** With what staff wrote into an earlier ledger, the last word of it. */
async function entriesOf(rows: readonly AppealRow[], client: Client): Promise<readonly LedgerEntry[]> {
  const waiting = rows.filter(({ resolution }) => resolution === null).map(({ number }) => number)
  const notes =
    waiting.length === 0
      ? []
      : await client.$queryRaw<{ number: string; note: string }[]>(
          Prisma.sql`SELECT DISTINCT ON ("number") "number", "note" FROM "AppealEvent"
            WHERE "number" = ANY(${waiting}::text[]) AND "act" = 'correct' AND "note" LIKE ${`${PROGRESS_NOTE}%`}
            ORDER BY "number", "seq" DESC`,
        )
  const progress = new Map(notes.map(({ number, note }) => [number, note.slice(PROGRESS_NOTE.length)]))
  return rows.map((row) => ({ appeal: toAppeal(row), progress: progress.get(row.number) ?? null }))
}

export function ledgerStorage(): LedgerStore {
  return {
    async count(filter, work) {
      const [sum] = await roundOf(work).query((client) =>
        client.$queryRaw<{ total: number }[]>(
          Prisma.sql`SELECT count(*)::int AS total FROM "Appeal" a WHERE ${conditionOf(filter)}`,
        ),
      )
      return sum?.total ?? 0
    },
    async page(filter, after, limit, work) {
      const behind =
        after === null
          ? Prisma.sql`TRUE`
          : Prisma.sql`(a."filedAt", a."number") > (${after.filedAt}, ${after.number})`
      return roundOf(work).query(async (client) => {
        const rows = await client.$queryRaw<AppealRow[]>(
          Prisma.sql`SELECT a.* FROM "Appeal" a WHERE ${conditionOf(filter)} AND ${behind}
            ORDER BY a."filedAt", a."number" LIMIT ${limit}`,
        )
        return entriesOf(rows, client)
      })
    },
    async find(numbers, work) {
      return roundOf(work).query(async (client) => {
        const rows = await client.$queryRaw<AppealRow[]>(
          Prisma.sql`SELECT a.* FROM "Appeal" a WHERE a."number" = ANY(${[...numbers]}::text[])`,
        )
        const entries = await entriesOf(rows, client)
        return new Map(entries.map((entry) => [entry.appeal.number, entry]))
      })
    },
  }
}
