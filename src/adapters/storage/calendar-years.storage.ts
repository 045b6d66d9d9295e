import type { CalendarYear } from '../../kernel/calendar-year.ts'
import type { CalendarYearsStore } from '../../kernel/live-calendar.ts'
import { roundOf } from './round.ts'
import { asJson, type Table } from './table.ts'

interface VersionRow {
  readonly id: string
  readonly version: bigint
}

/** Beside the roster's own row, so that one statement of a round asks for both. */
const VERSIONS: Table<VersionRow> = { name: 'RosterVersion', key: 'id', columns: ['id', 'version'] }
const ROW = 'calendar'

export function calendarYearsStorage(): CalendarYearsStore {
  return {
    async version(work) {
      const row = await roundOf(work).get(VERSIONS, ROW)
      return String(row?.version ?? 0n)
    },
    async list(work) {
      const rows = await roundOf(work).query((client) =>
        client.calendarYear.findMany({ orderBy: { year: 'asc' } }),
      )
      return rows.map(({ data, loadedBy, loadedAt }) => ({ data: data as CalendarYear, loadedBy, loadedAt }))
    },
    async save(year, loadedBy, work) {
      await roundOf(work).query(async (client) => {
        await client.$executeRawUnsafe(
          `INSERT INTO "CalendarYear" ("year", "data", "loadedBy", "loadedAt") VALUES ($1, $2::jsonb, $3, $4)
           ON CONFLICT ("year") DO UPDATE SET "data" = EXCLUDED."data", "loadedBy" = EXCLUDED."loadedBy", "loadedAt" = EXCLUDED."loadedAt"`,
          year.year,
          asJson(year),
          loadedBy,
          work.at,
        )
        await client.$executeRawUnsafe(
          `INSERT INTO "RosterVersion" ("id", "version") VALUES ($1, 1)
           ON CONFLICT ("id") DO UPDATE SET "version" = "RosterVersion"."version" + 1`,
          ROW,
        )
      })
    },
  }
}
