/** Counts of several measures in one pass over one basis, and what they mean. */
import type { Measure } from '../../features/oversight/asking/question.ts'
import { isCounted, type Measured } from '../../features/oversight/measures/measures.store.ts'
import { Prisma } from './generated/client.ts'
import type { Counting } from './measure-conditions.ts'
import { isOut, joinedOut } from './rate-conditions.ts'

type Sql = Prisma.Sql

/** Of one measure: its denominator or count, what counts for it, of both what was granted out, and days together. */
export type Tally = readonly [of: number, n: number, outOf: number, outN: number, seconds: number]
const EMPTY: Tally = [0, 0, 0, 0, 0]

const ZERO = Prisma.sql`0`

interface Tallied {
  readonly of: Measure
  readonly counting: Counting
}

/** What has to stand beside the appeals, so that the columns can be counted. */
export function tallyJoins(all: readonly Tallied[]): Sql {
  return joinedOut([...new Set(all.flatMap(({ counting: { out } }) => out ?? []))])
}

/** `tally0` and so on, each an array of numbers that can be added up. `once`: what happened twice to it counts it once. */
export function tallyColumns(all: readonly Tallied[], { once = false } = {}): Sql {
  const parts = all.map(({ of, counting: { own, n, out } }, i) => {
    const count = (...conditions: readonly Sql[]) =>
      Prisma.sql`count(${once ? Prisma.sql`DISTINCT a."number"` : Prisma.sql`*`}) FILTER (WHERE ${Prisma.join([...conditions], ' AND ')})`
    const seconds = Prisma.sql`coalesce(sum(date_part('epoch', a."resolvedAt" - a."filedAt")), 0)`
    const columns = [
      count(own),
      n === null ? ZERO : count(own, n),
      out === null ? ZERO : count(own, isOut(out)),
      out === null || n === null ? ZERO : count(own, n, isOut(out)),
      of === 'days' ? seconds : ZERO,
    ]
    return Prisma.sql`ARRAY[${Prisma.join(columns)}]::float8[] AS ${tallyName(i)}`
  })
  return Prisma.join(parts, ', ')
}

export const tallyName = (i: number): Sql => Prisma.raw(`"tally${i}"`)

/** Of a row with several columns of them. */
export const tallyIn = (row: object | undefined, i: number): Tally =>
  (row as Readonly<Record<string, Tally>> | undefined)?.[`tally${i}`] ?? EMPTY

export function measuredOf(of: Measure, [all, n, outOf, outN, seconds]: Tally = EMPTY): Measured {
  if (isCounted(of)) return { kind: 'count', n: all }
  if (of === 'days') return { kind: 'days', mean: all === 0 ? null : seconds / 86_400 / all, of: all }
  return { kind: 'rate', raw: { n, of: all }, after: { n: n - outN, of: all - outOf } }
}

/** How many matters are in it: what groups are put in order by. */
export const sizeOf = (measured: Measured): number =>
  measured.kind === 'count' ? measured.n : measured.kind === 'rate' ? measured.raw.of : measured.of
