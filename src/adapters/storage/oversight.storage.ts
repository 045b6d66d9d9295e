import { type LedgerEntry, TOLD_ACTS, type ToldAct } from '../../features/oversight/ledger-entry.ts'
import type { LedgerPage, News, OversightStore } from '../../features/oversight/oversight.store.ts'
import { NOWHERE, type Where } from '../../features/oversight/question.ts'
import type { AppealState, Category, Urgency } from '../../kernel/appeal-terms.ts'
import type { Directory } from '../../kernel/directory.ts'
import type { Person } from '../../kernel/person.ts'
import type { Work } from '../../kernel/work.ts'
import { Prisma } from './generated/client.ts'
import { countedAs, isOverdue, placedAt, reachOf, visibleTo, within } from './oversight-scope.storage.ts'
import { roundOf } from './round.ts'

interface EntryRow {
  readonly number: string
  readonly status: string
  readonly category: string
  readonly urgency: string
  readonly company: string | null
  readonly companyName: string | null
  readonly summary: string
  readonly sealed: boolean
  readonly filedAt: Date
  readonly dueAt: Date | null
  readonly resolvedAt: Date | null
  readonly unit: string | null
  readonly resolution: string | null
  readonly route: string | null
}

interface Sum {
  readonly total: number
  readonly late: number
  readonly place: bigint
}

/** Named one by one: who asked and where they are answered is never read. */
const COLUMNS = Prisma.sql`a."number", a."status", a."category", a."urgency", a."company", a."companyName", a."summary",
  a."sealed", a."filedAt", a."dueAt", a."resolvedAt", a."unit", a."resolution", a."route"`

function toEntry(row: EntryRow): LedgerEntry {
  const { companyName, company, ...rest } = row
  return {
    ...rest,
    status: row.status as AppealState,
    category: row.category as Category,
    urgency: row.urgency as Urgency,
    company: row.sealed || companyName === null ? null : { code: company, name: companyName },
    summary: row.sealed ? null : row.summary,
    resolution: row.sealed ? null : row.resolution,
  }
}

/** `directory`: the roster as the transaction sees it; who may see what follows from it, here and nowhere above. */
export function oversightStorage(directoryOf: (work: Work) => Promise<Directory>): OversightStore {
  async function sight(person: Person, where: Where, work: Work) {
    const directory = await directoryOf(work)
    const reach = reachOf(person, where.mine, directory, work.at)
    return {
      reach,
      seen: Prisma.sql`${visibleTo(person, reach, directory, work.at)} AND ${placedAt(where, directory, work.at)}`,
    }
  }

  return {
    async reach(person, mine, work) {
      return reachOf(person, mine, await directoryOf(work), work.at)
    },

    async list(person, { counted, where, period }, { offset, limit }, work): Promise<LedgerPage> {
      const { reach, seen } = await sight(person, where, work)
      if (reach.kind === 'nothing') return { total: 0, overdue: 0, entries: [] }
      const condition = Prisma.sql`${seen} AND ${countedAs(counted, period, work.at)}`
      // What waits longest comes first; of what is new or done, the newest.
      const newest = counted === 'fresh' || counted === 'done' || counted === 'all'
      const order = newest
        ? Prisma.sql`coalesce(a."resolvedAt", a."filedAt") DESC, a."number" DESC`
        : Prisma.sql`a."dueAt" ASC NULLS LAST, a."filedAt" ASC, a."number" ASC`
      return roundOf(work).query(async (client) => {
        // Found once, in the index alone; counted and put in order there, and only the page's own rows are read whole.
        const rows = await client.$queryRaw<(EntryRow & Sum)[]>(
          Prisma.sql`WITH seen AS MATERIALIZED (
              SELECT a."number", a."status", a."dueAt", a."filedAt", a."resolvedAt" FROM "Appeal" a WHERE ${condition})
            SELECT s.*, p.* FROM (SELECT count(*)::int AS total, (count(*) FILTER (WHERE ${isOverdue(work.at)}))::int AS late
              FROM seen a) s LEFT JOIN (SELECT ${COLUMNS}, o."place" FROM (SELECT a."number", row_number() OVER (ORDER BY ${order}) AS place
                FROM seen a ORDER BY ${order} OFFSET ${offset} LIMIT ${limit}) o JOIN "Appeal" a ON a."number" = o."number") p ON TRUE
            ORDER BY p."place"`,
        )
        const [sum] = rows
        // Where nothing is found, or the page lies behind the last, there is one row of counts alone.
        const entries = rows.flatMap(({ total: _total, late: _late, place: _place, ...row }) =>
          row.number === null ? [] : [toEntry(row)],
        )
        return { total: sum?.total ?? 0, overdue: sum?.late ?? 0, entries }
      })
    },

    async find(person, number, work) {
      const { reach, seen } = await sight(person, NOWHERE, work)
      if (reach.kind === 'nothing') return undefined
      const [row] = await roundOf(work).query((client) =>
        client.$queryRaw<EntryRow[]>(
          Prisma.sql`SELECT ${COLUMNS} FROM "Appeal" a WHERE a."number" = ${number} AND ${seen}`,
        ),
      )
      return row === undefined ? undefined : toEntry(row)
    },

    async search(person, where, words, limit, work) {
      const { reach, seen } = await sight(person, where, work)
      if (reach.kind === 'nothing') return []
      const said = Prisma.sql`EXISTS (SELECT FROM unnest(${[...words]}::text[]) AS word
        WHERE position(word IN concat_ws(' ', a."companyName", a."summary", a."text")) > 0)`
      const wanted = words.length === 0 ? Prisma.sql`TRUE` : said
      // Words of a sealed one would tell whether somebody complained of just this: found by number only.
      const rows = await roundOf(work).query((client) =>
        client.$queryRaw<EntryRow[]>(
          Prisma.sql`SELECT ${COLUMNS} FROM "Appeal" a WHERE ${seen} AND NOT a."sealed" AND ${wanted}
            ORDER BY a."filedAt" DESC, a."number" DESC LIMIT ${limit}`,
        ),
      )
      return rows.map(toEntry)
    },

    async history(person, number, work) {
      const { reach, seen } = await sight(person, NOWHERE, work)
      if (reach.kind === 'nothing') return []
      return roundOf(work).query((client) =>
        client.$queryRaw<{ at: Date; act: ToldAct; note: string | null }[]>(
          Prisma.sql`SELECT e."at", e."act",
              CASE WHEN a."sealed" OR e."role" NOT IN ('staff', 'handler') THEN NULL ELSE e."note" END AS "note"
            FROM "AppealEvent" e JOIN "Appeal" a ON a."number" = e."number"
            WHERE e."number" = ${number} AND e."act" = ANY(${[...TOLD_ACTS]}::text[]) AND ${seen} ORDER BY e."seq"`,
        ),
      )
    },

    async news(person, where, period, { offset, limit }, work): Promise<News> {
      const { reach, seen } = await sight(person, where, work)
      if (reach.kind === 'nothing') return { touched: {}, fellOverdue: 0, total: 0, items: [] }
      const happened = Prisma.sql`FROM "AppealEvent" e JOIN "Appeal" a ON a."number" = e."number"
        WHERE e."act" = ANY(${[...TOLD_ACTS]}::text[]) AND ${within(Prisma.sql`e."at"`, period)} AND ${seen}`
      return roundOf(work).query(async (client) => {
        const acts = await client.$queryRaw<{ act: ToldAct; n: number }[]>(
          Prisma.sql`SELECT e."act", count(DISTINCT e."number")::int AS n ${happened} GROUP BY e."act"`,
        )
        const [late] = await client.$queryRaw<{ n: number }[]>(
          Prisma.sql`SELECT count(*)::int AS n FROM "Appeal" a
            WHERE ${seen} AND ${isOverdue(work.at)} AND ${within(Prisma.sql`a."dueAt"`, period)}`,
        )
        const [sum] = await client.$queryRaw<{ n: number }[]>(
          Prisma.sql`SELECT count(DISTINCT e."number")::int AS n ${happened}`,
        )
        const rows = await client.$queryRaw<(EntryRow & { at: Date; act: ToldAct; note: string | null })[]>(
          Prisma.sql`SELECT * FROM (SELECT DISTINCT ON (e."number") ${COLUMNS}, e."at", e."act", e."seq",
              CASE WHEN a."sealed" OR e."role" NOT IN ('staff', 'handler') THEN NULL ELSE e."note" END AS "note"
            ${happened} ORDER BY e."number", e."seq" DESC) x ORDER BY x."seq" DESC OFFSET ${offset} LIMIT ${limit}`,
        )
        return {
          touched: Object.fromEntries(acts.map(({ act, n }) => [act, n])),
          fellOverdue: late?.n ?? 0,
          total: sum?.n ?? 0,
          items: rows.map((row) => ({
            entry: toEntry(row),
            event: { at: row.at, act: row.act, note: row.note },
          })),
        }
      })
    },
  }
}
