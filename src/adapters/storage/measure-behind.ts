import type { Counted, QuestionOf } from '../../features/oversight/asking/question.ts'
import { type Behind, type BehindAsked, isCounted } from '../../features/oversight/measures/measures.store.ts'
import type { Work } from '../../kernel/work.ts'
import { Prisma } from './generated/client.ts'
import { type Counting, countingOf } from './measure-conditions.ts'
import { isOfGroup } from './measure-groups.ts'
import type { Seen } from './oversight-scope.storage.ts'
import { roundOf } from './round.ts'

type Sql = Prisma.Sql
type Order = QuestionOf<'count'>['order']

interface Row {
  readonly total: number
  readonly numbers: readonly string[]
  readonly counted: readonly string[]
}

type Asked = Pick<BehindAsked, 'of' | 'period' | 'by' | 'order'>

/** Which matters a number was made of, found by the same conditions as the number itself. */
function findBehind(seen: Seen, { of, period, by, order = 'usual' }: Asked, limit: number, work: Work) {
  const counting = countingOf(of, period, work.at)
  const { basis, own, n } = counting
  const group = by === undefined ? undefined : isOfGroup(by.grouping, by.code, seen)
  // Said twice, a condition would be taken for two that are rarely true together.
  const isFound = seen.takesParts && basis.parts === undefined
  const ofGroup =
    group === undefined || isFound ? Prisma.sql`TRUE` : Prisma.sql`(${Prisma.join([...group], ' OR ')})`
  const found = Prisma.sql`FROM ${seen.from(basis.parts ?? group)} WHERE ${basis.which} AND ${own} AND ${seen.placed} AND ${ofGroup}`
  const ordered = orderOf(of, order, counting)
  const half = (part: number, which: Sql) =>
    Prisma.sql`(SELECT ${Prisma.raw(String(part))} AS part, row_number() OVER (ORDER BY ${ordered}) AS place, a."number"
      ${found} AND ${which} ORDER BY ${ordered} LIMIT ${limit})`
  // Of a rate what does not count for it comes first: each half in the order in which its index has it.
  const halves =
    n === null
      ? half(1, Prisma.sql`TRUE`)
      : Prisma.sql`${half(0, Prisma.sql`(${n}) IS NOT TRUE`)} UNION ALL ${half(1, n)}`
  const page = Prisma.sql`WITH page AS MATERIALIZED (SELECT * FROM (${halves}) p ORDER BY part, place LIMIT ${limit})`
  const lists = Prisma.sql`coalesce((SELECT array_agg("number" ORDER BY part, place) FROM page), '{}') AS numbers,
    coalesce((SELECT array_agg("number" ORDER BY place) FROM page WHERE part = 1), '{}') AS counted`
  return { found, page, lists, isRate: n !== null }
}

export async function behind(seen: Seen, asked: Asked, limit: number, work: Work): Promise<Behind> {
  const { found, page, lists, isRate } = findBehind(seen, asked, limit, work)
  const [row] = await roundOf(work).query((client) =>
    client.$queryRaw<Row[]>(
      Prisma.sql`${page} SELECT CASE WHEN (SELECT count(*) FROM page) < ${limit} THEN (SELECT count(*)::int FROM page)
        ELSE (SELECT count(*)::int ${found}) END AS total, ${lists}`,
    ),
  )
  return {
    total: row?.total ?? 0,
    numbers: row?.numbers ?? [],
    counted: isRate ? (row?.counted ?? []) : null,
  }
}

export async function numbersOf(
  seen: Seen,
  asked: Asked,
  limit: number,
  work: Work,
): Promise<Omit<Behind, 'total'>> {
  const { page, lists, isRate } = findBehind(seen, asked, limit, work)
  const [row] = await roundOf(work).query((client) =>
    client.$queryRaw<Omit<Row, 'total'>[]>(Prisma.sql`${page} SELECT ${lists}`),
  )
  return { numbers: row?.numbers ?? [], counted: isRate ? (row?.counted ?? []) : null }
}

const NEWEST: ReadonlySet<Counted> = new Set([
  'fresh',
  'all',
  'done',
  'satisfied',
  'unsatisfied',
  'unsolved',
  'referred',
  'withdrawn',
  'merged',
])

/** What waits longest comes first; of what is new, done or ended the newest; of how long it took the longest. */
function orderOf(of: BehindAsked['of'], order: Order, { basis }: Counting): Sql {
  const newest = (time: Sql) => Prisma.sql`${time} DESC, a."number" DESC`
  const filed = Prisma.sql`a."filedAt"`
  const oldest = Prisma.sql`${filed}, a."number"`
  if (order === 'oldest') return oldest
  if (order === 'newest' || of === 'excluded') return newest(filed)
  if (of === 'days') return newest(Prisma.sql`a."resolvedAt" - a."filedAt"`)
  if (order === 'usual' && (!isCounted(of) || NEWEST.has(of))) return newest(basis.time)
  return Prisma.sql`a."dueAt" NULLS LAST, ${oldest}`
}
