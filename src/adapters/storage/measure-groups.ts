/** By what figures are told apart: codes of the roster, some of them found by the company or by who answers for it. */
import type { Grouping } from '../../features/oversight/asking/question.ts'
import { type Directory, isInForce, type Responsibility } from '../../kernel/directory.ts'
import { circlesOn } from '../../kernel/sealed-circles.ts'
import { Prisma } from './generated/client.ts'
import type { Seen } from './oversight-scope.storage.ts'
import { isHidden, ofAnyOwnFirms, ofOwnFirms, ofRest } from './sealed-crowd.ts'

type Sql = Prisma.Sql

export interface Grouped {
  /** Of the appeal itself; what stands behind it is counted by these first. */
  readonly keys: readonly { readonly name: string; readonly is: Sql }[]
  /** Which appeals belong to any group at all: of sealed ones only what a group can hide. */
  readonly which: Sql
  /** The group by `k`, the keys, and what has to be joined to know it. */
  readonly code: Sql
  readonly joins: Sql
}

const OPENLY = Prisma.sql`NOT a."sealed"`
const plain = (column: 'unit' | 'category' | 'chamber' | 'company', which: Sql): Grouped => ({
  keys: [{ name: 'code', is: Prisma.sql`a.${Prisma.raw(`"${column}"`)}` }],
  which,
  code: Prisma.sql`k."code"`,
  joins: Prisma.empty,
})

const pairs = (some: ReadonlyMap<string, string | null>, name: string) =>
  Prisma.sql`unnest(${[...some.keys()]}::text[], ${[...some.values()]}::text[]) AS ${Prisma.raw(`${name}("of", "code")`)}`

export function groupedBy(by: Grouping, seen: Pick<Seen, 'directory' | 'day' | 'reach'>): Grouped {
  const { directory, day } = seen
  switch (by) {
    case 'unit':
    case 'category':
      return plain(by, Prisma.sql`TRUE`)
    case 'chamber':
      return plain(
        by,
        Prisma.sql`(${OPENLY} OR ${isHidden([...directory.chambers.keys()], circlesOn(directory, day))})`,
      )
    case 'company':
      return plain(by, OPENLY)
    case 'town':
      return {
        ...plain('company', OPENLY),
        code: Prisma.sql`m."code"`,
        joins: Prisma.sql`LEFT JOIN ${pairs(within(townsOf(directory), seen), 'm')} ON m."of" = k."code"`,
      }
    case 'leader':
      return byLeader(seen)
  }
}

/** Of somebody's own firms only: a roster has thousands. */
function within<T>(of: ReadonlyMap<string, T>, { reach }: Pick<Seen, 'reach'>): ReadonlyMap<string, T> {
  if (reach.kind !== 'scope') return of
  const own = new Map<string, T>()
  for (const company of reach.companies) {
    const found = of.get(company)
    if (found !== undefined) own.set(company, found)
  }
  return own
}

/** The same as conditions that exclude one another, for what is behind one group. */
export function isOfGroup(
  by: Grouping,
  code: string | null,
  seen: Pick<Seen, 'directory' | 'day' | 'reach'>,
): readonly Sql[] {
  const { directory } = seen
  switch (by) {
    case 'unit':
    case 'category':
    case 'chamber':
    case 'company': {
      const column = Prisma.sql`a.${Prisma.raw(`"${by}"`)}`
      return [
        Prisma.sql`${groupedBy(by, seen).which} AND ${column} ${code === null ? Prisma.sql`IS NULL` : Prisma.sql`= ${code}`}`,
      ]
    }
    case 'town': {
      const all = [...within(townsOf(directory), seen)]
      if (code === null) {
        const placed = all.filter(([, town]) => town !== null).map(([company]) => company)
        return [
          Prisma.sql`${OPENLY} AND (a."company" IS NULL OR a."company" NOT IN (SELECT unnest(${placed}::text[])))`,
        ]
      }
      const there = all.filter(([, town]) => town === code).map(([company]) => company)
      return [Prisma.sql`${OPENLY} AND a."company" = ANY(${there}::text[])`]
    }
    case 'leader':
      return ofLeader(code, seen)
  }
}

const towns = new WeakMap<Directory, ReadonlyMap<string, string | null>>()

function townsOf(directory: Directory): ReadonlyMap<string, string | null> {
  const all =
    towns.get(directory) ??
    new Map([...directory.companies.values()].map(({ code, town }) => [code, town ?? null] as const))
  towns.set(directory, all)
  return all
}

interface Answering {
  /** Of each company of the roster, and of each chamber as a whole. */
  readonly companies: ReadonlyMap<string, string | null>
  readonly chambers: ReadonlyMap<string, string | null>
}

const known = new WeakMap<Directory, Map<string, Answering>>()

/** Who answers on the day, as `responsibilityOn` says of one, for all at once. */
function answeringOn(directory: Directory, day: string): Answering {
  const days = known.get(directory) ?? new Map<string, Answering>()
  known.set(directory, days)
  const found = days.get(day) ?? findAnswering(directory, day)
  days.set(day, found)
  return found
}

function findAnswering(directory: Directory, day: string): Answering {
  const firm = new Map<string, Responsibility>()
  const chamber = new Map<string, Responsibility>()
  for (const one of directory.responsibilities) {
    if (!isInForce(one, day)) continue
    const [key, among] = one.company === undefined ? [one.chamber, chamber] : [one.company, firm]
    if (key === undefined) continue
    const best = among.get(key)
    if (best === undefined || (one.from ?? '') > (best.from ?? '')) among.set(key, one)
  }
  const leaderOf = (code: string, of: string | undefined) =>
    (firm.get(code) ?? chamber.get(of ?? ''))?.leader ?? null
  return {
    companies: new Map(
      [...directory.companies.values()].map((one) => [one.code, leaderOf(one.code, one.chamber)]),
    ),
    chambers: new Map([...chamber].map(([code, { leader }]) => [code, leader])),
  }
}

function byLeader(seen: Pick<Seen, 'directory' | 'day' | 'reach'>): Grouped {
  const { directory, day } = seen
  const { companies, chambers } = answeringOn(directory, day)
  const circles = circlesOn(directory, day)
  const ofOwn = ofAnyOwnFirms(circles)
  return {
    keys: [
      { name: 'company', is: Prisma.sql`a."company"` },
      { name: 'chamber', is: Prisma.sql`a."chamber"` },
      {
        name: 'leader',
        is: Prisma.sql`CASE WHEN a."sealed" THEN CASE WHEN ${ofOwn} THEN a."leader" ELSE '' END END`,
      },
    ],
    which: Prisma.sql`(${OPENLY} OR ${ofOwn} OR ${ofRest([...directory.chambers.keys()], circles)})`,
    code: Prisma.sql`CASE WHEN k."leader" <> '' THEN k."leader"
      WHEN k."leader" IS NULL AND m."of" IS NOT NULL THEN m."code" ELSE h."code" END`,
    joins: Prisma.sql`LEFT JOIN ${pairs(within(companies, seen), 'm')} ON m."of" = k."company"
      LEFT JOIN ${pairs(chambers, 'h')} ON h."of" = k."chamber"`,
  }
}

function ofLeader(code: string | null, seen: Pick<Seen, 'directory' | 'day' | 'reach'>): readonly Sql[] {
  const { directory, day } = seen
  const { companies: all, chambers } = answeringOn(directory, day)
  const circles = circlesOn(directory, day)
  const companies = within(all, seen)
  const of = (some: ReadonlyMap<string, string | null>) =>
    [...some].filter(([, leader]) => leader === code).map(([one]) => one)
  const led = of(chambers)
  const inChamber =
    code === null
      ? Prisma.sql`(a."chamber" IS NULL OR a."chamber" <> ALL(${[...chambers.keys()]}::text[]))`
      : Prisma.sql`a."chamber" = ANY(${led}::text[])`
  const isStray = Prisma.sql`(a."company" IS NULL OR a."company" NOT IN (SELECT unnest(${[...companies.keys()]}::text[])))`
  const sealedInChamber = Prisma.sql`${ofRest([...directory.chambers.keys()], circles)} AND ${inChamber}`
  return [
    Prisma.sql`(${OPENLY} AND a."company" = ANY(${of(companies)}::text[]))`,
    ...(code !== null && led.length === 0
      ? []
      : [Prisma.sql`(${OPENLY} AND ${inChamber} AND ${isStray})`, Prisma.sql`(${sealedInChamber})`]),
    ...(code === null ? [] : [ofOwnFirms(code, circles)]),
  ]
}
