import { NOWHERE } from '../../features/oversight/asking/question.ts'
import { TOLD_ACTS, type ToldAct } from '../../features/oversight/ledger-entry.ts'
import type { Sight } from '../../features/oversight/measures/measures.store.ts'
import type { News, OversightStore, Seer } from '../../features/oversight/oversight.store.ts'
import type { Directory } from '../../kernel/directory.ts'
import type { Work } from '../../kernel/work.ts'
import { Prisma } from './generated/client.ts'
import { ENTRY_COLUMNS, type EntryRow, toEntry } from './ledger-entries.ts'
import { isOverdue, spanOf } from './measure-conditions.ts'
import { looking } from './oversight-scope.storage.ts'
import { inSpan } from './rate-conditions.ts'
import { roundOf } from './round.ts'

interface Happened {
  readonly touched: News['touched']
  readonly total: number
  readonly late: number
  /** Places in the history. */
  readonly page: readonly (readonly [number: string, seq: string])[]
}

/** Notes are told as staff and units wrote them, and of a sealed one none. */
const NOTE_OF = Prisma.sql`CASE WHEN a."sealed" OR e."role" NOT IN ('staff', 'handler') THEN NULL ELSE e."note" END`
const NOTE = Prisma.sql`${NOTE_OF} AS "note"`

/** `directory`: the roster as the transaction sees it; who may see what follows from it, here and nowhere above. */
export function oversightStorage(directoryOf: (work: Work) => Promise<Directory>): OversightStore {
  const look = looking(directoryOf)
  const everywhere = (seer: Seer): Sight => ({ person: seer.person, day: seer.day, where: NOWHERE })

  return {
    async find(seer, number, work) {
      const { reach, seen } = await look(everywhere(seer), work)
      if (reach.kind === 'nothing') return undefined
      const [row] = await roundOf(work).query((client) =>
        client.$queryRaw<EntryRow[]>(
          Prisma.sql`SELECT ${ENTRY_COLUMNS} FROM "Appeal" a WHERE a."number" = ${number} AND ${seen}`,
        ),
      )
      return row === undefined ? undefined : toEntry(row)
    },

    async search(sight, words, limit, work) {
      const { reach, from, placed } = await look(sight, work)
      if (reach.kind === 'nothing') return []
      const said = Prisma.sql`EXISTS (SELECT FROM unnest(${[...words]}::text[]) AS word
        WHERE position(word IN concat_ws(' ', a."companyName", a."summary", a."text")) > 0)`
      const wanted = words.length === 0 ? Prisma.sql`TRUE` : said
      // Words of a sealed one would tell whether somebody complained of just this: found by number only.
      const rows = await roundOf(work).query((client) =>
        client.$queryRaw<EntryRow[]>(
          Prisma.sql`SELECT ${ENTRY_COLUMNS} FROM ${from()} WHERE ${placed} AND NOT a."sealed" AND ${wanted}
            ORDER BY a."filedAt" DESC, a."number" DESC LIMIT ${limit}`,
        ),
      )
      return rows.map(toEntry)
    },

    async history(seer, number, work) {
      const { reach, seen } = await look(everywhere(seer), work)
      if (reach.kind === 'nothing') return []
      return roundOf(work).query((client) =>
        client.$queryRaw<{ at: Date; act: ToldAct; note: string | null }[]>(
          // 并单 notes the other one's number: told only where that one may be seen and is no sealed one's.
          Prisma.sql`SELECT e."at", e."act", CASE WHEN e."act" IN ('merge', 'unmerge') AND NOT EXISTS (SELECT FROM "Appeal" a
              WHERE a."number" = e."note" AND NOT a."sealed" AND ${seen}) THEN NULL ELSE ${NOTE_OF} END AS "note"
            FROM "AppealEvent" e JOIN "Appeal" a ON a."number" = e."number"
            WHERE e."number" = ${number} AND e."act" = ANY(${[...TOLD_ACTS]}::text[]) AND ${seen} ORDER BY e."seq"`,
        ),
      )
    },

    async news(sight, period, { offset, limit }, work): Promise<News> {
      const { reach, from, placed, isWhole } = await look(sight, work)
      if (reach.kind === 'nothing') return { touched: {}, fellOverdue: 0, total: 0, items: [] }
      const span = spanOf(period)
      const events = Prisma.sql`"AppealEvent" e`
      // The last thing that happened to each, and how many each act touched, from one reading of the history.
      const happened = Prisma.sql`WITH happened AS MATERIALIZED (SELECT e."number", e."act", max(e."seq") AS "seq"
          FROM ${isWhole ? events : Prisma.sql`${from()} JOIN ${events} ON e."number" = a."number"`}
          WHERE e."act" = ANY(${[...TOLD_ACTS]}::text[]) AND ${inSpan(Prisma.sql`e."at"`, span)} AND ${placed} GROUP BY 1, 2),
        last AS (SELECT "number", max("seq") AS "seq" FROM happened GROUP BY 1)`
      return roundOf(work).query(async (client) => {
        const [sum] = await client.$queryRaw<Happened[]>(
          Prisma.sql`${happened} SELECT (SELECT coalesce(json_object_agg("act", n), '{}') FROM
              (SELECT "act", count(*) AS n FROM happened GROUP BY 1) t) AS touched,
            (SELECT count(*)::int FROM last) AS total,
            (SELECT coalesce(json_agg(json_build_array("number", "seq"::text) ORDER BY "seq" DESC), '[]') FROM
              (SELECT * FROM last ORDER BY "seq" DESC OFFSET ${offset} LIMIT ${limit}) t) AS page,
            (SELECT count(*)::int FROM ${from()}
              WHERE ${placed} AND ${isOverdue(work.at)} AND ${inSpan(Prisma.sql`a."dueAt"`, span)}) AS late`,
        )
        const page = sum?.page ?? []
        const rows = await client.$queryRaw<(EntryRow & { at: Date; act: ToldAct; note: string | null })[]>(
          Prisma.sql`SELECT ${ENTRY_COLUMNS}, e."at", e."act", ${NOTE} FROM "AppealEvent" e JOIN "Appeal" a ON a."number" = e."number"
            WHERE (e."number", e."seq") IN (SELECT * FROM unnest(${page.map(([number]) => number)}::text[],
              ${page.map(([, seq]) => BigInt(seq))}::bigint[])) ORDER BY e."seq" DESC`,
        )
        return {
          touched: sum?.touched ?? {},
          fellOverdue: sum?.late ?? 0,
          total: sum?.total ?? 0,
          items: rows.map((row) => ({
            entry: toEntry(row),
            event: { at: row.at, act: row.act, note: row.note },
          })),
        }
      })
    },
  }
}
