/** What each measure of the leaders' questions counts, in SQL: whose time it is, and what of that counts. */

import type { Rate } from '../../features/appeals/rates/rate-definitions.ts'
import type { Counted, Measure, Period } from '../../features/oversight/asking/question.ts'
import { isCounted } from '../../features/oversight/measures/measures.store.ts'
import { appealStates, isOpen } from '../../kernel/appeal-terms.ts'
import { Prisma } from './generated/client.ts'
import { contactUpIn, inSpan, rateConditions, resolvedIn, type Span } from './rate-conditions.ts'

type Sql = Prisma.Sql

/** Literals, so that the partial indexes are found. */
const OPEN = Prisma.raw(
  appealStates
    .filter(isOpen)
    .map((state) => `'${state}'`)
    .join(', '),
)
const isOpenNow = Prisma.sql`a."status" IN (${OPEN})`

/** Of a paused one the clock stands still. */
export const isOverdue = (at: Date): Sql =>
  Prisma.sql`(${isOpenNow} AND a."status" <> 'paused' AND a."dueAt" < ${at})`

/** Whole days in China, the last one included. */
export function spanOf(period: Pick<Period, 'from' | 'to'> | null): Span {
  if (period === null) return null
  const last = new Date(`${period.to}T00:00:00+08:00`)
  return { from: new Date(`${period.from}T00:00:00+08:00`), before: new Date(last.getTime() + 86_400_000) }
}

/** Measures of one basis over one period are counted in one pass. */
export interface Counting {
  readonly basis: Basis
  /** What the basis still has too much of: of a rate the denominator, else what is counted. */
  readonly own: Sql
  /** Of a rate: what of `own` counts for it, and the rate that matters may be taken out of. */
  readonly n: Sql | null
  readonly out: Rate | null
}

export interface Basis {
  readonly key: string
  /** On `a`, the appeal. */
  readonly which: Sql
  /** The time of it that the period is about. */
  readonly time: Sql
  /** Ways to find it for somebody who sees everything, each in an index of its own. */
  readonly parts?: readonly Sql[]
  /** What can happen several times to a matter: each time as `e`, for whatever is cut into steps. */
  readonly times?: { readonly join: Sql; readonly which: Sql }
}

const FILED = Prisma.sql`a."filedAt"`
const RESOLVED = Prisma.sql`a."resolvedAt"`
const counting = (basis: Basis, own: Sql = Prisma.sql`TRUE`): Counting => ({ basis, own, n: null, out: null })

const allFiled = (span: Span): Basis => ({ key: 'filed', which: inSpan(FILED, span), time: FILED })
const openFiled = (span: Span): Basis => ({
  key: 'open',
  which: Prisma.sql`${isOpenNow} AND ${inSpan(FILED, span)}`,
  time: FILED,
})
const resolved = (span: Span): Basis => ({ key: 'resolved', which: resolvedIn(span), time: RESOLVED })

function endedAs(status: 'referred' | 'withdrawn' | 'merged', span: Span): Counting {
  const time = Prisma.sql`a."endedAt"`
  const which = Prisma.sql`a."status" = ${Prisma.raw(`'${status}'`)} AND ${inSpan(time, span)}`
  return counting({ key: status, which, time })
}

/** `when`: rows with a matter's number and the time `at`. */
function happened(key: string, when: Sql, span: Span): Counting {
  const time = Prisma.sql`e."at"`
  const which = inSpan(time, span)
  return counting({
    key,
    which: Prisma.sql`a."number" IN (SELECT e."number" FROM ${when} e WHERE ${which})`,
    time,
    times: { join: Prisma.sql`JOIN ${when} e ON e."number" = a."number"`, which },
  })
}

const SENT_BACK = Prisma.sql`(SELECT v."number", v."at" FROM "AppealEvent" v WHERE v."act" = 'sendBack')`
const EXCLUDED = Prisma.sql`(SELECT x."number", x."decidedAt" AS "at" FROM "AppealApplication" x
  WHERE x."kind" = 'exclusion' AND x."state" = 'granted')`

/** Was open at the end of the span, or is open now. */
function backlog(span: Span): Basis {
  if (span === null) return openFiled(null)
  const { before } = span
  const which = Prisma.sql`a."filedAt" < ${before} AND (a."endedAt" IS NULL OR a."endedAt" >= ${before})`
  return { key: 'backlog', which, time: FILED, parts: openSince(before) }
}

/** Still open, or ended no earlier than that. */
export const openSince = (moment: Date): readonly Sql[] => [
  Prisma.sql`a."endedAt" IS NULL`,
  Prisma.sql`a."endedAt" >= ${moment}`,
]

export function countingOf(of: Measure, period: Period | null, at: Date): Counting {
  const span = spanOf(period)
  if (isCounted(of)) return countedAs(of, span, at)
  if (of === 'onTime') {
    const n = Prisma.sql`a."resolvedAt" <= a."resolveDueAt"`
    return { basis: resolved(span), own: Prisma.sql`a."resolveDueAt" IS NOT NULL`, n, out: null }
  }
  if (of === 'days') return counting(resolved(span))
  const contact = { key: 'contact', which: contactUpIn(span, at), time: Prisma.sql`a."contactDueAt"` }
  return { basis: of === 'response' ? contact : resolved(span), ...rateConditions[of], out: of }
}

function countedAs(counted: Counted, span: Span, at: Date): Counting {
  switch (counted) {
    case 'open':
      return counting(openFiled(span))
    case 'backlog':
      return counting(backlog(span))
    case 'overdue':
      return counting(openFiled(span), isOverdue(at))
    case 'due': {
      const time = Prisma.sql`a."dueAt"`
      const which = Prisma.sql`${isOpenNow} AND a."dueAt" IS NOT NULL AND ${inSpan(time, span)}`
      return counting({ key: 'due', which, time })
    }
    case 'pressing':
      return counting(openFiled(span), Prisma.sql`a."urgency" IN ('critical', 'urgent')`)
    case 'unassigned':
      return counting(openFiled(span), Prisma.sql`a."unit" IS NULL`)
    case 'sentBack':
      if (span === null) return counting(openFiled(null), Prisma.sql`a."status" = 'sentBack'`)
      return happened('sentBack', SENT_BACK, span)
    case 'paused':
      return counting(openFiled(span), Prisma.sql`a."status" = 'paused'`)
    case 'excluded':
      return happened('excluded', EXCLUDED, span)
    case 'fresh':
    case 'all':
      return counting(allFiled(span))
    case 'done':
      return counting(resolved(span))
    case 'satisfied':
    case 'unsatisfied':
      return counting(resolved(span), Prisma.sql`a."satisfaction" = ${counted}`)
    case 'unsolved':
      return counting(resolved(span), Prisma.sql`a."outcome" IN ('partly', 'unsolved')`)
    case 'referred':
    case 'withdrawn':
    case 'merged':
      return endedAs(counted, span)
  }
}
