/** 三率 in SQL: the same as `standingIn` of the appeals' rate definitions, for staff and for leaders. */
import { apartStates, type Rate } from '../../features/appeals/rates/rate-definitions.ts'
import { Prisma } from './generated/client.ts'

type Sql = Prisma.Sql

/** Literals, so that the partial indexes are found. */
export const APART = Prisma.raw(apartStates.map((state) => `'${state}'`).join(', '))

/** From the first moment to the first that is no longer in it; null: without regard to time. */
export type Span = { readonly from: Date; readonly before: Date } | null

export const inSpan = (time: Sql, span: Span): Sql =>
  span === null ? Prisma.sql`TRUE` : Prisma.sql`(${time} >= ${span.from} AND ${time} < ${span.before})`

/** Whose time to speak to the asker was up in the span. */
export const contactUpIn = (span: Span, now: Date): Sql =>
  Prisma.sql`a."contactDueAt" IS NOT NULL AND ${inSpan(Prisma.sql`a."contactDueAt"`, span)}
    AND a."contactDueAt" <= ${now} AND a."status" NOT IN (${APART})`

export const resolvedIn = (span: Span): Sql =>
  Prisma.sql`a."resolvedAt" IS NOT NULL AND ${inSpan(Prisma.sql`a."resolvedAt"`, span)}
    AND a."status" IN ('resolved', 'closed')`

/** On top of whose time it is: what is in the denominator, and of that what counts for the rate. */
export const rateConditions: Readonly<Record<Rate, { readonly own: Sql; readonly n: Sql }>> = {
  response: {
    own: Prisma.sql`TRUE`,
    n: Prisma.sql`(a."contactedAt" IS NOT NULL AND a."contactedAt" <= a."contactDueAt")`,
  },
  resolution: {
    own: Prisma.sql`TRUE`,
    n: Prisma.sql`(a."outcome" = 'solved' OR (a."outcome" IS NULL AND a."status" = 'closed' AND a."closeKind" = 'fixed'))`,
  },
  satisfaction: {
    own: Prisma.sql`a."satisfaction" IS NOT NULL`,
    n: Prisma.sql`a."satisfaction" = 'satisfied'`,
  },
}

const named = (rate: Rate) => Prisma.raw(`"${rate}"`)
const quoted = (rate: Rate) => Prisma.raw(`'${rate}'`)

/**
 * What was taken out of any of these rates, beside `a`, the appeal: each matter once, so that one join serves them all.
 * The conditions are written as the indexes have them.
 */
export function joinedOut(rates: readonly Rate[]): Sql {
  if (rates.length === 0) return Prisma.empty
  const granted = rates.map(
    (rate) => Prisma.sql`SELECT x."number", ${quoted(rate)} AS "rate" FROM "AppealApplication" x
      WHERE x."kind" = 'exclusion' AND x."state" = 'granted' AND (x."detail"->>${quoted(rate)})::boolean`,
  )
  const flags = rates.map((rate) => Prisma.sql`bool_or(u."rate" = ${quoted(rate)}) AS ${named(rate)}`)
  return Prisma.sql`LEFT JOIN (SELECT u."number", ${Prisma.join(flags)} FROM (${Prisma.join(granted, ' UNION ALL ')}) u GROUP BY 1) outside
    ON outside."number" = a."number"`
}

/** Where `joinedOut` is joined. */
export const isOut = (rate: Rate): Sql => Prisma.sql`outside.${named(rate)}`
