import type { z } from 'zod'
import {
  type ChamberRow,
  type Claiming,
  type CompanyRow,
  claimsOf,
  type GroupRow,
  type PersonRow,
  type ResponsibilityRow,
  SECTIONS,
  type Section,
  type UnitRow,
} from './roster-rows.ts'

export interface Roster {
  readonly federation: string | undefined
  readonly chambers: readonly z.infer<typeof ChamberRow>[]
  readonly companies: readonly z.infer<typeof CompanyRow>[]
  readonly units: readonly z.infer<typeof UnitRow>[]
  readonly people: readonly z.infer<typeof PersonRow>[]
  readonly responsibilities: readonly z.infer<typeof ResponsibilityRow>[]
  readonly groups: readonly z.infer<typeof GroupRow>[]
}

/** A row that cannot be taken, with its place in the file counted from 1. */
export interface RowError {
  readonly section: Section | 'file'
  readonly row: number
  readonly code?: string
  readonly reason: string
}

/** What the database has already: a reference may point there as well as into the file. */
export interface KnownCodes {
  readonly chambers: ReadonlySet<string>
  readonly companies: ReadonlySet<string>
  readonly units: ReadonlySet<string>
  readonly people: ReadonlySet<string>
  /** platform:id of a group's chat → its code; a chat is one group. */
  readonly groupChats: ReadonlyMap<string, string>
}

/** Reads a roster file's content; wrong rows are named and left out, the others stand. */
export function readRoster(
  file: unknown,
  known: KnownCodes,
): { readonly roster: Roster; readonly errors: readonly RowError[] } {
  const errors: RowError[] = []
  const content = isRecord(file) ? file : {}
  if (!isRecord(file)) errors.push({ section: 'file', row: 0, reason: '文件内容要是一个 JSON 对象' })
  const rows = {} as Record<Section, unknown[]>
  for (const section of Object.keys(SECTIONS) as Section[])
    rows[section] = take(section, content[section], errors)
  const federation =
    isRecord(content.federation) && typeof content.federation.name === 'string'
      ? content.federation.name.trim()
      : undefined
  const roster = { federation, ...rows } as unknown as Roster
  return { roster: dropDangling(roster, known, errors), errors }
}

/** PostgreSQL takes neither NUL nor half a character. */
const BROKEN = /\\u0000|\\u[dD][89a-fA-F]/

/** Where a row stood in the file: rows that were left out before it do not change that. */
const places = new WeakMap<object, number>()

function take(section: Section, given: unknown, errors: RowError[]): unknown[] {
  if (given === undefined) return []
  if (!Array.isArray(given)) {
    errors.push({ section, row: 0, reason: '这一部分要是一个列表' })
    return []
  }
  const seen = new Set<string>()
  return given.flatMap((row: unknown, i) => {
    const parsed = SECTIONS[section].safeParse(row)
    const own = isRecord(row) && typeof row.code === 'string' ? { code: row.code } : {}
    if (!parsed.success) {
      const reason = parsed.error.issues
        .map((issue) => `${issue.path.join('.') || '本行'}：${issue.message}`)
        .join('；')
      errors.push({ section, row: i + 1, ...own, reason })
      return []
    }
    const claims = claimsOf(parsed.data as Claiming)
    const taken = BROKEN.test(JSON.stringify(row))
      ? '有不能保存的字符'
      : claims.find((claim) => seen.has(claim))
    if (taken !== undefined) {
      errors.push({
        section,
        row: i + 1,
        ...own,
        reason: seen.has(taken) ? `${taken} 在前面的行里已经用过` : taken,
      })
      return []
    }
    for (const claim of claims) seen.add(claim)
    places.set(parsed.data, i + 1)
    return [parsed.data]
  })
}

/** A row that points to something that is neither in the file nor in the database is an error of that row. */
function dropDangling(roster: Roster, known: KnownCodes, errors: RowError[]): Roster {
  const codes = (rows: readonly { code: string }[], there: ReadonlySet<string>) =>
    new Set([...rows.map((row) => row.code), ...there])
  const chambers = codes(roster.chambers, known.chambers)
  const keep = <T extends object>(
    section: Section,
    rows: readonly T[],
    wrong: (row: T) => string | undefined,
  ) =>
    rows.filter((row) => {
      const reason = wrong(row)
      if (reason === undefined) return true
      const own = 'code' in row && typeof row.code === 'string' ? { code: row.code } : {}
      errors.push({ section, row: places.get(row) ?? 0, ...own, reason })
      return false
    })
  const missing = (what: string, value: string | undefined, there: ReadonlySet<string>) =>
    value === undefined || there.has(value) ? undefined : `没有代码为 ${value} 的${what}`
  const companyRows = keep('companies', roster.companies, (row) => missing('商会', row.chamber, chambers))
  const companies = codes(companyRows, known.companies)
  // A person is of a unit and a unit has a head: what one row of the two loses may cost the other its own.
  let unitRows = roster.units
  let peopleRows = roster.people
  for (let rows = -1; rows !== unitRows.length + peopleRows.length; ) {
    rows = unitRows.length + peopleRows.length
    const units = codes(unitRows, known.units)
    peopleRows = keep(
      'people',
      peopleRows,
      (row) =>
        missing('企业', row.company, companies) ??
        missing('商会', row.chamber, chambers) ??
        missing('承办单位', row.unit, units),
    )
    const heads = codes(peopleRows, known.people)
    unitRows = keep('units', unitRows, (row) => missing('人员', row.head, heads))
  }
  const people = codes(peopleRows, known.people)
  return {
    ...roster,
    companies: companyRows,
    units: unitRows,
    people: peopleRows,
    responsibilities: keep('responsibilities', roster.responsibilities, (row) =>
      [
        missing('人员', row.leader, people),
        missing('企业', row.company, companies),
        missing('商会', row.chamber, chambers),
        ...row.deputies.map(({ person }) => missing('人员', person, people)),
      ].find((reason) => reason !== undefined),
    ),
    groups: keep('groups', roster.groups, (row) => {
      const there = known.groupChats.get(`${row.platform}:${row.id}`)
      if (there !== undefined && there !== (row.code ?? row.id)) return `这个群已经以代码 ${there} 在名册里`
      return missing('商会', row.chamber, chambers)
    }),
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
