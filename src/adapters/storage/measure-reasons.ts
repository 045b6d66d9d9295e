import type { MeasuresStore, Reason } from '../../features/oversight/measures/measures.store.ts'
import type { Directory } from '../../kernel/directory.ts'
import type { Work } from '../../kernel/work.ts'
import { Prisma } from './generated/client.ts'
import { countingOf, spanOf } from './measure-conditions.ts'
import type { Seen } from './oversight-scope.storage.ts'
import { inSpan } from './rate-conditions.ts'
import { roundOf } from './round.ts'

type Sql = Prisma.Sql
type Asked = Parameters<MeasuresStore['reasons']>[1]
type Slice = Parameters<MeasuresStore['reasons']>[2]

interface Row {
  readonly number: string
  readonly at: Date
  readonly words: string | null
  readonly unit: string | null
  /** Who did it, and the note of the dispatch before, which begins with the unit's name as it was then. */
  readonly by: string | null
  readonly dispatch: string | null
}

interface Found {
  /** The appeals `a`, beside them `r` where each time counts for itself. */
  readonly from: Sql
  readonly which: Sql
  /** When, and its place in the history. */
  readonly at: Sql
  readonly seq: Sql
  /** Words and who said them, for `p`, the rows of the page alone. */
  readonly said: Sql
}

function findReasons({ of, period }: Asked, seen: Seen, at: Date): Found {
  const span = spanOf(period)
  const each = (rows: Sql) => ({
    from: Prisma.sql`${rows} r JOIN ${seen.from()} ON a."number" = r."number"`,
    which: inSpan(Prisma.sql`r."at"`, span),
    at: Prisma.sql`r."at"`,
    seq: Prisma.sql`r."seq"`,
  })
  if (of === 'excluded') {
    const granted = Prisma.sql`FROM "AppealApplication" x WHERE x."kind" = 'exclusion' AND x."state" = 'granted'`
    return {
      ...each(Prisma.sql`(SELECT x."number", x."decidedAt" AS "at", 0::bigint AS "seq" ${granted})`),
      said: Prisma.sql`SELECT x."reason" AS "words", NULL::text AS "by" ${granted} AND x."number" = p."number" AND x."decidedAt" = p."at"`,
    }
  }
  const act = Prisma.raw(`'${ACTS[of]}'`)
  const written = Prisma.sql`FROM "AppealEvent" e WHERE e."act" = ${act}`
  const told = Prisma.sql`SELECT e."note" AS "words", e."by" ${written} AND e."number" = p."number"`
  if (of !== 'unsatisfied' && span !== null)
    return {
      ...each(Prisma.sql`(SELECT e."number", e."at", e."seq" ${written})`),
      said: Prisma.sql`${told} AND e."seq" = p."seq"`,
    }
  const { basis, own } = countingOf(of, period, at)
  const said = Prisma.sql`${told} ORDER BY e."seq" DESC LIMIT 1`
  const which = Prisma.sql`${basis.which} AND ${own}`
  // A year's dissatisfied are many: they go by when they were resolved.
  if (of === 'unsatisfied')
    return { from: seen.from(), which, at: Prisma.sql`a."resolvedAt"`, seq: Prisma.sql`NULL::bigint`, said }
  // What stands still now are few; imported ones have no history.
  const newest = Prisma.sql`SELECT e."at", e."seq" ${written} AND e."number" = a."number" ORDER BY e."seq" DESC LIMIT 1`
  return {
    from: Prisma.sql`${seen.from()} LEFT JOIN LATERAL (${newest}) r ON TRUE`,
    which,
    at: Prisma.sql`coalesce(r."at", a."filedAt")`,
    seq: Prisma.sql`r."seq"`,
    said,
  }
}

const ACTS = { sentBack: 'sendBack', paused: 'pause', unsatisfied: 'rate' } as const

/** Somebody's own words, newest first; nobody's where the matter is sealed. */
export async function reasonsOf(
  seen: Seen,
  asked: Asked,
  { offset, limit }: Slice,
  work: Work,
): Promise<{ readonly total: number; readonly items: readonly Reason[] }> {
  const { from, which, at, seq, said } = findReasons(asked, seen, work.at)
  const found = Prisma.sql`FROM ${from} WHERE ${which} AND ${seen.placed}`
  const dispatch =
    asked.of === 'sentBack'
      ? Prisma.sql`(SELECT d."note" FROM "AppealEvent" d WHERE d."number" = p."number" AND d."act" = 'dispatch' AND d."seq" < p."seq"
          ORDER BY d."seq" DESC LIMIT 1)`
      : Prisma.sql`NULL::text`
  return roundOf(work).query(async (client) => {
    const [sum] = await client.$queryRaw<{ n: number }[]>(Prisma.sql`SELECT count(*)::int AS n ${found}`)
    const page = await client.$queryRaw<Row[]>(
      Prisma.sql`SELECT p."number", p."at", p."unit", s."by", CASE WHEN p."sealed" THEN NULL ELSE s."words" END AS "words",
          ${dispatch} AS "dispatch"
        FROM (SELECT a."number", ${at} AS "at", ${seq} AS "seq", a."unit", a."sealed" ${found}
          ORDER BY 2 DESC, 3 DESC, 1 DESC OFFSET ${offset} LIMIT ${limit}) p LEFT JOIN LATERAL (${said}) s ON TRUE
        ORDER BY p."at" DESC, p."seq" DESC, p."number" DESC`,
    )
    const items = page.map(({ by, dispatch: note, unit, ...reason }) => ({
      ...reason,
      unit: asked.of === 'sentBack' ? senderOf(note, by, seen.directory) : unit,
    }))
    return { total: sum?.n ?? 0, items }
  })
}

/** The unit that had it; one renamed since is known by its person. */
function senderOf(dispatch: string | null, by: string | null, { units, people }: Directory): string | null {
  const name = dispatch?.split('，')[0]
  const named = [...units.values()].find((unit) => unit.name === name)?.code
  return named ?? people.get(by ?? '')?.unit ?? null
}
