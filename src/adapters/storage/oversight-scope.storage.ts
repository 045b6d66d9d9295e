/** Which appeals somebody may see: every statement of oversight reads from these, and from nothing else. */
import { NOWHERE, type Where } from '../../features/oversight/asking/question.ts'
import type { Sight } from '../../features/oversight/measures/measures.store.ts'
import type { Reach } from '../../features/oversight/oversight.store.ts'
import { dayOf } from '../../kernel/clock.ts'
import { type Directory, type Scope, scopeOf } from '../../kernel/directory.ts'
import { may, type Person } from '../../kernel/person.ts'
import { circlesOn } from '../../kernel/sealed-circles.ts'
import type { Work } from '../../kernel/work.ts'
import { Prisma } from './generated/client.ts'
import { roundOf } from './round.ts'
import { isHidden, ofOwnFirms, ofRest } from './sealed-crowd.ts'

type Sql = Prisma.Sql

export interface Seen {
  readonly reach: Reach
  readonly directory: Directory
  readonly day: string
  /**
   * The appeals that this person may see, as `a`: each part of them is found in an index of its own. Of somebody who sees
   * everything the parts are what is given here, conditions that exclude one another and leave nothing out.
   */
  from(parts?: readonly Sql[]): Sql
  /** Whether it is: what the parts say need then not be said again. */
  readonly takesParts: boolean
  /** Everything there is, narrowed by nothing. */
  readonly isWhole: boolean
  /** On `a`: narrowed to where they ask about. */
  readonly placed: Sql
  /** The same as a condition on any appeal `a`, for those that are looked up by number. */
  readonly seen: Sql
}

export type Look = (sight: Sight, work: Work) => Promise<Seen>

/** `directory`: the roster as the transaction sees it. */
export function looking(directoryOf: (work: Work) => Promise<Directory>): Look {
  return async ({ person, day: asked, where }, work) => {
    const directory = await directoryOf(work)
    // Nobody knows yet who will answer tomorrow: a day to come counts as today.
    const today = dayOf(work.at)
    const isPast = asked < today
    const day = isPast ? asked : today
    const reach = reachOf(person, where.mine, directory, day)
    const parts = await partsOf(person, reach, directory, day, work)
    const placed = placedAt(where, directory, day)
    const isWhole =
      parts === null && JSON.stringify(where) === JSON.stringify({ ...NOWHERE, mine: where.mine })
    const given = { reach, directory, day, isWhole }
    if (where.leader === null) {
      const seen = Prisma.sql`${conditionOf(parts)} AND ${placed}`
      return {
        ...given,
        takesParts: parts === null,
        from: (others) => sourceOf(parts ?? others ?? null),
        placed,
        seen,
      }
    }
    const named: Person = { code: where.leader, name: where.leader, roles: ['leader'] }
    const theirs = await partsOf(named, reachOf(named, true, directory, day), directory, day, work)
    const both = Prisma.sql`${conditionOf(parts)} AND ${placed}`
    return {
      ...given,
      from: (others) => sourceOf(theirs ?? others ?? null),
      takesParts: theirs === null,
      placed: both,
      seen: Prisma.sql`${conditionOf(theirs)} AND ${both}`,
    }
  }
}

/** 我包的 narrows somebody who may see all to what they answer for, if they answer for anything. */
function reachOf(person: Person, mine: boolean, directory: Directory, day: string): Reach {
  const seesAll = may(person, 'appeal.see-all')
  const mayAnswer = may(person, 'appeal.see-in-scope') && person.code !== undefined
  if (seesAll && !(mine && mayAnswer)) return { kind: 'all' }
  if (!mayAnswer || person.code === undefined) return { kind: 'nothing' }
  return { kind: 'scope', ...scopeOn(directory, person.code, day) }
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

/** Conditions on `a` that exclude one another; together they are what may be seen. Null: everything. */
type Parts = readonly Sql[] | null

const conditionOf = (parts: Parts): Sql =>
  parts === null
    ? Prisma.sql`TRUE`
    : Prisma.sql`(FALSE OR ${Prisma.join(parts.length === 0 ? [Prisma.sql`FALSE`] : [...parts], ' OR ')})`

function sourceOf(parts: Parts): Sql {
  if (parts === null) return Prisma.sql`"Appeal" a`
  const some = parts.length === 0 ? [Prisma.sql`FALSE`] : parts
  const selects = some.map((part) => Prisma.sql`SELECT * FROM "Appeal" a WHERE ${part}`)
  return Prisma.sql`(${Prisma.join(selects, ' UNION ALL ')}) a`
}

/** A firm of the roster is known by itself; a matter of no firm, or of one the roster no longer has, by its chamber. */
async function partsOf(
  person: Person,
  reach: Reach,
  directory: Directory,
  day: string,
  work: Work,
): Promise<Parts> {
  if (reach.kind === 'all') return null
  if (reach.kind === 'nothing') return []
  const companies = [...reach.companies]
  const chambers = [...reach.chambers]
  const parts: Sql[] = []
  if (companies.length > 0)
    parts.push(Prisma.sql`(NOT a."sealed" AND a."company" = ANY(${companies}::text[]))`)
  if (chambers.length > 0) {
    const ofChamber = Prisma.sql`NOT a."sealed" AND a."chamber" = ANY(${chambers}::text[])`
    parts.push(Prisma.sql`(${ofChamber} AND a."company" IS NULL)`)
    const strays = await straysIn(chambers, directory, work)
    if (strays.length > 0) parts.push(Prisma.sql`(${ofChamber} AND a."company" = ANY(${strays}::text[]))`)
  }
  parts.push(...sealedParts(person, chambers, directory, day))
  return parts
}

const found = new WeakMap<Work, Map<string, Promise<readonly string[]>>>()

/** Firms with matters in these chambers that the roster does not have any more. Looked up once a transaction. */
function straysIn(
  chambers: readonly string[],
  { companies }: Directory,
  work: Work,
): Promise<readonly string[]> {
  const known = found.get(work) ?? new Map<string, Promise<readonly string[]>>()
  found.set(work, known)
  const key = chambers.join(' ')
  const strays =
    known.get(key) ??
    roundOf(work)
      .query((client) =>
        client.$queryRaw<{ company: string }[]>(
          Prisma.sql`SELECT DISTINCT a."company" FROM "Appeal" a
            WHERE NOT a."sealed" AND a."company" IS NOT NULL AND a."chamber" = ANY(${[...chambers]}::text[])`,
        ),
      )
      .then((rows) => rows.map(({ company }) => company).filter((code) => !companies.has(code)))
  known.set(key, strays)
  return strays
}

/**
 * Of a sealed one only the chamber and the leader of the day it was filed are known. The chamber's leader sees it
 * unless it is of a leader's own firms; that leader sees it. Nobody does where it could be of one firm alone.
 */
function sealedParts(
  person: Person,
  chambers: readonly string[],
  directory: Directory,
  day: string,
): readonly Sql[] {
  const circles = circlesOn(directory, day)
  return [
    ...(person.code === undefined ? [] : [ofOwnFirms(person.code, circles)]),
    ...(chambers.length === 0 ? [] : [ofRest(chambers, circles)]),
  ]
}

/** What the question narrows it to. A sealed one has no company, so a question that names a firm or a town finds none. */
function placedAt(where: Where, directory: Directory, day: string): Sql {
  const parts: Sql[] = [Prisma.sql`TRUE`]
  if (where.company !== null) parts.push(Prisma.sql`NOT a."sealed" AND a."company" = ${where.company}`)
  if (where.chamber !== null) {
    // Also for whoever may see all: what could be of one firm alone is counted nowhere by its chamber.
    const hidden = isHidden([where.chamber], circlesOn(directory, day))
    parts.push(Prisma.sql`a."chamber" = ${where.chamber} AND (NOT a."sealed" OR ${hidden})`)
  }
  for (const part of ['town', 'trade'] as const) {
    const named = where[part]
    if (named === null) continue
    const there = [...directory.companies.values()]
      .filter((company) => company[part] === named)
      .map(({ code }) => code)
    parts.push(Prisma.sql`NOT a."sealed" AND a."company" = ANY(${there}::text[])`)
  }
  if (where.unit !== null) parts.push(Prisma.sql`a."unit" = ${where.unit}`)
  if (where.category !== null) parts.push(Prisma.sql`a."category" = ${where.category}`)
  return Prisma.join(parts, ' AND ')
}
