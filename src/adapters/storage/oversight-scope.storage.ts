/** Which appeals somebody may see, as a condition that every statement of oversight carries. */
import type { Reach } from '../../features/oversight/oversight.store.ts'
import type { Counted, Period, Where } from '../../features/oversight/question.ts'
import { appealStates, isOpen } from '../../kernel/appeal-terms.ts'
import { dayOf } from '../../kernel/clock.ts'
import { type Directory, type Responsibility, type Scope, scopeOf } from '../../kernel/directory.ts'
import { may, type Person } from '../../kernel/person.ts'
import { Prisma } from './generated/client.ts'

type Condition = Prisma.Sql

/** A sealed one among fewer firms than this would tell whose it is, so it is then neither shown nor counted. */
const CROWD = 2

const OPEN = appealStates.filter(isOpen)

/** 我包的 narrows somebody who may see all to what they answer for, if they answer for anything. */
export function reachOf(person: Person, mine: boolean, directory: Directory, at: Date): Reach {
  const seesAll = may(person, 'appeal.see-all')
  const mayAnswer = may(person, 'appeal.see-in-scope') && person.code !== undefined
  if (seesAll && !(mine && mayAnswer)) return { kind: 'all' }
  if (!mayAnswer || person.code === undefined) return { kind: 'nothing' }
  return { kind: 'scope', ...scopeOn(directory, person.code, dayOf(at)) }
}

/** Three thousand firms take tens of milliseconds to go through; the roster stays the same between its changes. */
const scopes = new WeakMap<Directory, Map<string, Scope>>()

function scopeOn(directory: Directory, leader: string, day: string): Scope {
  const known = scopes.get(directory) ?? new Map<string, Scope>()
  scopes.set(directory, known)
  const key = `${day} ${leader}`
  const scope = known.get(key) ?? scopeOf(directory, leader, day)
  known.set(key, scope)
  return scope
}

/** The condition on `a`, the appeal, for this person on this day. */
export function visibleTo(person: Person, reach: Reach, directory: Directory, at: Date): Condition {
  if (reach.kind === 'all') return Prisma.sql`TRUE`
  if (reach.kind === 'nothing') return Prisma.sql`FALSE`
  const { companies, chambers } = reach
  const all = [...directory.companies.values()]
  // Firms of these chambers that have a leader of their own; everybody else's matter is the chamber's leader's.
  const elsewhere = all.filter(
    ({ code, chamber }) => chamber !== undefined && chambers.has(chamber) && !companies.has(code),
  )
  const open = Prisma.sql`(NOT a."sealed" AND (a."company" = ANY(${[...companies]}::text[])
    OR (a."chamber" = ANY(${[...chambers]}::text[])
      AND (a."company" IS NULL OR a."company" <> ALL(${elsewhere.map(({ code }) => code)}::text[])))))`
  return Prisma.sql`(${open} OR ${sealedVisible(person, chambers, directory, at)})`
}

/**
 * Of a sealed one only the chamber and the leader of the day it was filed are known. The chamber's leader sees it
 * unless another leader had it by a firm of their own; that leader sees it while answering for several such firms.
 */
function sealedVisible(
  person: Person,
  chambers: ReadonlySet<string>,
  directory: Directory,
  at: Date,
): Condition {
  const day = dayOf(at)
  const firms = directory.responsibilities.filter((one) => one.company !== undefined && isInForce(one, day))
  const own = new Set(firms.filter(({ leader }) => leader === person.code).map(({ company }) => company))
  const others = [...new Set(firms.map(({ leader }) => leader))].filter((leader) => leader !== person.code)
  const crowded = [...chambers].filter((chamber) => isCrowded(chamber, directory))
  const byFirm = own.size >= CROWD ? Prisma.sql`a."leader" = ${person.code}` : Prisma.sql`FALSE`
  return Prisma.sql`(a."sealed" AND (${byFirm} OR (a."chamber" = ANY(${crowded}::text[])
    AND (a."leader" IS NULL OR a."leader" <> ALL(${others}::text[])))))`
}

const isCrowded = (chamber: string, { companies }: Directory): boolean =>
  [...companies.values()].filter((company) => company.chamber === chamber).length >= CROWD

const isInForce = (one: Responsibility, day: string) =>
  (one.from === undefined || one.from <= day) && (one.until === undefined || day <= one.until)

/** What the question narrows it to. A sealed one has no company, so a question that names a firm or a town finds none. */
export function placedAt(where: Where, directory: Directory, at: Date): Condition {
  const parts: Condition[] = [Prisma.sql`TRUE`]
  if (where.company !== null) parts.push(Prisma.sql`a."company" = ${where.company} AND NOT a."sealed"`)
  if (where.chamber !== null) {
    // Also for whoever may see all: in a chamber of few firms a sealed one is counted nowhere by its name.
    const known = isCrowded(where.chamber, directory) ? Prisma.sql`TRUE` : Prisma.sql`NOT a."sealed"`
    parts.push(Prisma.sql`a."chamber" = ${where.chamber} AND ${known}`)
  }
  if (where.town !== null) {
    const there = [...directory.companies.values()]
      .filter(({ town }) => town === where.town)
      .map(({ code }) => code)
    parts.push(Prisma.sql`a."company" = ANY(${there}::text[]) AND NOT a."sealed"`)
  }
  if (where.leader !== null) {
    const named: Person = { code: where.leader, name: where.leader, roles: ['leader'] }
    parts.push(visibleTo(named, reachOf(named, true, directory, at), directory, at))
  }
  if (where.unit !== null) parts.push(Prisma.sql`a."unit" = ${where.unit}`)
  if (where.category !== null) parts.push(Prisma.sql`a."category" = ${where.category}`)
  return Prisma.join(parts, ' AND ')
}

const isOpenNow = Prisma.sql`a."status" = ANY(${OPEN}::text[])`

/** Of a paused one the clock stands still. */
export const isOverdue = (at: Date) =>
  Prisma.sql`(${isOpenNow} AND a."status" <> 'paused' AND a."dueAt" < ${at})`

/** What is counted, and which of its times the period is about. */
export function countedAs(counted: Counted, period: Period | null, at: Date): Condition {
  const filed = within(Prisma.sql`a."filedAt"`, period)
  switch (counted) {
    case 'open':
      return Prisma.sql`${isOpenNow} AND ${filed}`
    case 'overdue':
      return Prisma.sql`${isOverdue(at)} AND ${filed}`
    case 'due':
      return Prisma.sql`${isOpenNow} AND a."dueAt" >= ${at} AND ${within(Prisma.sql`a."dueAt"`, period)}`
    case 'pressing':
      return Prisma.sql`${isOpenNow} AND a."urgency" IN ('critical', 'urgent') AND ${filed}`
    case 'unassigned':
      return Prisma.sql`a."status" IN ('filed', 'accepted', 'sentBack') AND ${filed}`
    case 'sentBack':
    case 'paused':
      return Prisma.sql`a."status" = ${counted} AND ${filed}`
    case 'fresh':
    case 'all':
      return filed
    case 'done':
      return Prisma.sql`a."status" IN ('resolved', 'closed') AND ${within(Prisma.sql`a."resolvedAt"`, period)}`
    case 'unsatisfied':
      return Prisma.sql`a."satisfaction" = 'unsatisfied' AND ${filed}`
  }
}

/** Whole days in China, the last one included. */
export function within(time: Condition, period: Period | null): Condition {
  if (period === null) return Prisma.sql`TRUE`
  const { from, until } = momentsOf(period)
  return Prisma.sql`(${time} >= ${from} AND ${time} < ${until})`
}

export function momentsOf({ from, to }: Period): { readonly from: Date; readonly until: Date } {
  const first = new Date(`${from}T00:00:00+08:00`)
  return { from: first, until: new Date(new Date(`${to}T00:00:00+08:00`).getTime() + 86_400_000) }
}
