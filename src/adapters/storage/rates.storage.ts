import type { Rate } from '../../features/appeals/rates/rate-definitions.ts'
import type {
  Grouping,
  ListSide,
  RateFigures,
  RatesFilter,
  RatesStore,
} from '../../features/appeals/rates/rates.store.ts'
import { type AppealRow, toAppeal } from './appeals-rows.storage.ts'
import { Prisma } from './generated/client.ts'
import { APART, contactUpIn, isOut, joinedOut, rateConditions, resolvedIn } from './rate-conditions.ts'
import { roundOf } from './round.ts'
import type { Client } from './table.ts'

type Sql = Prisma.Sql

interface Counted {
  /** Which appeals are looked at at all; rates of one basis are counted in one pass over one index. */
  readonly of: Sql
  readonly n: Sql
}

/** The same as `standingIn`: what is in the denominator, and of that what is in the numerator. */
function countedAs(rate: Rate, { span }: RatesFilter, now: Date): Counted {
  const { own, n } = rateConditions[rate]
  const whose = rate === 'response' ? contactUpIn(span, now) : resolvedIn(span)
  return { of: Prisma.sql`${whose} AND ${own}`, n }
}

function within({ unit, category, chamber }: RatesFilter): Sql {
  const parts = [
    ...(unit === undefined ? [] : [Prisma.sql`a."unit" = ${unit}`]),
    ...(category === undefined ? [] : [Prisma.sql`a."category" = ${category}`]),
    ...(chamber === undefined ? [] : [Prisma.sql`a."chamber" = ${chamber} AND NOT a."sealed"`]),
  ]
  return parts.length === 0 ? Prisma.sql`TRUE` : Prisma.join(parts, ' AND ')
}

/** What was granted: a row a matter, with the rates that it is out of. */
const EXCLUDED = Prisma.sql`(SELECT x."number", bool_or((x."detail"->>'response')::boolean) AS "response",
    bool_or((x."detail"->>'resolution')::boolean) AS "resolution", bool_or((x."detail"->>'satisfaction')::boolean) AS "satisfaction",
    max(x."detail"->>'code') AS "code", bool_or((x."detail"->>'rated')::boolean) AS "rated"
  FROM "AppealApplication" x WHERE x."kind" = 'exclusion' AND x."state" = 'granted' GROUP BY x."number")`

const GROUPED: Readonly<Record<Grouping, Sql>> = {
  unit: Prisma.sql`a."unit"`,
  category: Prisma.sql`a."category"`,
  // A sealed one counts, but under no chamber's name.
  chamber: Prisma.sql`CASE WHEN a."sealed" THEN NULL ELSE a."chamber" END`,
}

/** `unanswered`: of those resolved in the span, nobody said yet what became of them. */
type Counts = Readonly<Record<`${Rate}${'N' | 'Of' | 'OutN' | 'OutOf'}` | 'unanswered', number>>
interface Grouped extends Partial<Counts> {
  readonly group: string | null
}

/** One pass for the contact times, one for the times of resolution: both rates of it, raw and excluded. */
async function countAll(client: Client, filter: RatesFilter, now: Date, by: Grouping | undefined) {
  const group = by === undefined ? Prisma.sql`NULL::text` : GROUPED[by]
  const columns = (rate: Rate) => {
    const { of, n } = countedAs(rate, filter, now)
    const out = isOut(rate)
    const counted = (condition: Sql, name: string) =>
      Prisma.sql`(count(*) FILTER (WHERE ${condition}))::int AS ${Prisma.raw(`"${rate}${name}"`)}`
    // The span is the statement's own condition already.
    const own = rate === 'satisfaction' ? Prisma.sql`a."satisfaction" IS NOT NULL` : Prisma.sql`TRUE`
    return {
      of,
      counts: Prisma.sql`${counted(own, 'Of')}, ${counted(Prisma.sql`${own} AND ${n}`, 'N')},
        ${counted(Prisma.sql`${own} AND ${out}`, 'OutOf')}, ${counted(Prisma.sql`${own} AND ${n} AND ${out}`, 'OutN')}`,
    }
  }
  const from = (...of: readonly Rate[]) => Prisma.sql`FROM "Appeal" a ${joinedOut(of)}`
  const response = columns('response')
  const contacted = await client.$queryRaw<Grouped[]>(
    Prisma.sql`SELECT ${group} AS "group", ${response.counts} ${from('response')} WHERE ${response.of} AND ${within(filter)} GROUP BY 1`,
  )
  const resolution = columns('resolution')
  const resolved = await client.$queryRaw<Grouped[]>(
    Prisma.sql`SELECT ${group} AS "group", ${resolution.counts}, ${columns('satisfaction').counts},
        (count(*) FILTER (WHERE a."outcome" IS NULL AND a."status" = 'resolved'))::int AS "unanswered"
      ${from('resolution', 'satisfaction')} WHERE ${resolution.of} AND ${within(filter)} GROUP BY 1`,
  )
  return { contacted, resolved }
}

function figuresOf(counts: Partial<Counts> | undefined, rate: Rate): RateFigures {
  const n = counts?.[`${rate}N`] ?? 0
  const of = counts?.[`${rate}Of`] ?? 0
  return {
    raw: { n, of },
    after: { n: n - (counts?.[`${rate}OutN`] ?? 0), of: of - (counts?.[`${rate}OutOf`] ?? 0) },
  }
}

const allFigures = (contacted: Grouped | undefined, resolved: Grouped | undefined) => ({
  response: figuresOf(contacted, 'response'),
  resolution: figuresOf(resolved, 'resolution'),
  satisfaction: figuresOf(resolved, 'satisfaction'),
})

export function ratesStorage(): RatesStore {
  return {
    async figures(filter, work) {
      return roundOf(work).query(async (client) => {
        const { contacted, resolved } = await countAll(client, filter, work.at, undefined)
        const { span } = filter
        const apart = await client.$queryRaw<{ status: string; n: number }[]>(
          Prisma.sql`SELECT a."status", count(*)::int AS n FROM "Appeal" a WHERE a."status" IN (${APART})
            AND a."filedAt" >= ${span.from} AND a."filedAt" < ${span.before} AND ${within(filter)} GROUP BY 1`,
        )
        const apartOf = (status: string) => apart.find((one) => one.status === status)?.n ?? 0
        return {
          ...allFigures(contacted[0], resolved[0]),
          apart: {
            withdrawn: apartOf('withdrawn'),
            referred: apartOf('referred'),
            merged: apartOf('merged'),
          },
          unanswered: resolved[0]?.unanswered ?? 0,
        }
      })
    },

    async figuresBy(grouping, filter, work) {
      return roundOf(work).query(async (client) => {
        const { contacted, resolved } = await countAll(client, filter, work.at, grouping)
        const codes = new Set([...contacted, ...resolved].map(({ group }) => group))
        const of = (among: readonly Grouped[], code: string | null) =>
          among.find(({ group }) => group === code)
        return [...codes]
          .map((code) => ({ code, ...allFigures(of(contacted, code), of(resolved, code)) }))
          .sort((a, b) => sizeOf(b) - sizeOf(a))
      })
    },

    async list(rate, side, filter, { offset, limit }, work) {
      const { of, n } = countedAs(rate, filter, work.at)
      const out = Prisma.sql`e.${Prisma.raw(`"${rate}"`)} IS TRUE`
      const sides: Readonly<Record<ListSide, Sql>> = {
        for: n,
        against: Prisma.sql`${n} IS NOT TRUE`,
        all: Prisma.sql`TRUE`,
        excluded: out,
      }
      const found = Prisma.sql`FROM "Appeal" a LEFT JOIN ${EXCLUDED} e ON e."number" = a."number"
        WHERE ${of} AND ${within(filter)} AND ${sides[side]}`
      return roundOf(work).query(async (client) => {
        const [sum] = await client.$queryRaw<{ total: number }[]>(
          Prisma.sql`SELECT count(*)::int AS total ${found}`,
        )
        // The page is found in the index; only its own rows are read whole.
        const rows = await client.$queryRaw<(AppealRow & { code: string | null; rated: boolean | null })[]>(
          Prisma.sql`SELECT b.*, p."code", p."rated" FROM (SELECT a."number", CASE WHEN ${out} THEN e."code" END AS "code",
                e."rated" ${found} ORDER BY a."number" OFFSET ${offset} LIMIT ${limit}) p
              JOIN "Appeal" b ON b."number" = p."number" ORDER BY p."number"`,
        )
        return {
          total: sum?.total ?? 0,
          listed: rows.map(({ code, rated, ...row }) => ({
            appeal: toAppeal(row),
            excluded: code === null ? null : { code, ratedBefore: rated === true },
          })),
        }
      })
    },
  }
}

const sizeOf = (one: { readonly response: RateFigures; readonly resolution: RateFigures }) =>
  one.response.raw.of + one.resolution.raw.of
