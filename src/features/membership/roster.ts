import { z } from 'zod'
import { categories } from '../../kernel/appeal-terms.ts'
import { ROLES } from '../../kernel/person.ts'

const code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/u, '代码只能用字母、数字、- 和 _')
const name = z.string().trim().min(1, '不能为空').max(100, '不能超过 100 字')
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/u, '日期要写成 2026-01-31 的样子')

export const ChamberRow = z.object({ code, name, until: day.optional() })
export const CompanyRow = z.object({
  code,
  name,
  aliases: z.array(name).default([]),
  chamber: code.optional(),
  town: z.string().optional(),
  trade: z.string().optional(),
  tags: z.array(z.string()).default([]),
  until: day.optional(),
})
export const UnitRow = z.object({
  code,
  name,
  categories: z.array(z.enum(categories)).default([]),
  until: day.optional(),
})
export const PersonRow = z.object({
  code,
  name,
  title: z.string().optional(),
  roles: z.array(z.enum(ROLES)).default(['member']),
  company: code.optional(),
  chamber: code.optional(),
  unit: code.optional(),
  accounts: z.array(z.object({ platform: z.string().min(1), id: z.string().min(1) })).default([]),
  until: day.optional(),
})
export const ResponsibilityRow = z
  .object({ leader: code, company: code.optional(), chamber: code.optional(), from: day.optional(), until: day.optional() })
  .refine((row) => (row.company === undefined) !== (row.chamber === undefined), '要么写企业，要么写商会，只写一个')
export const GroupRow = z.object({
  code: code.optional(),
  platform: z.string().min(1),
  account: z.string().optional(),
  id: z.string().min(1),
  title: z.string().min(1),
  chamber: code.optional(),
  audience: z.enum(['public', 'members', 'internal']).default('public'),
  until: day.optional(),
})

/** The parts of a roster file in the order in which they lean on each other (CONTRACTS: the roster file). */
export const SECTIONS = {
  chambers: ChamberRow,
  companies: CompanyRow,
  units: UnitRow,
  people: PersonRow,
  responsibilities: ResponsibilityRow,
  groups: GroupRow,
} as const
export type Section = keyof typeof SECTIONS

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
}

/** Reads a roster file's content; wrong rows are named and left out, the others stand. */
export function readRoster(file: unknown, known: KnownCodes): { readonly roster: Roster; readonly errors: readonly RowError[] } {
  const errors: RowError[] = []
  const content = isRecord(file) ? file : {}
  if (!isRecord(file)) errors.push({ section: 'file', row: 0, reason: '文件内容要是一个 JSON 对象' })
  const rows = {} as Record<Section, unknown[]>
  for (const section of Object.keys(SECTIONS) as Section[]) rows[section] = take(section, content[section], errors)
  const federation = isRecord(content.federation) && typeof content.federation.name === 'string' ? content.federation.name.trim() : undefined
  const roster = { federation, ...rows } as unknown as Roster
  return { roster: dropDangling(roster, known, errors), errors }
}

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
      const reason = parsed.error.issues.map((issue) => `${issue.path.join('.') || '本行'}：${issue.message}`).join('；')
      errors.push({ section, row: i + 1, ...own, reason })
      return []
    }
    const key = 'code' in own ? own.code : undefined
    if (key !== undefined && seen.has(key)) {
      errors.push({ section, row: i + 1, ...own, reason: `代码 ${key} 在前面的行里已经用过` })
      return []
    }
    if (key !== undefined) seen.add(key)
    places.set(parsed.data, i + 1)
    return [parsed.data]
  })
}

/** A row that points to something that is neither in the file nor in the database is an error of that row. */
function dropDangling(roster: Roster, known: KnownCodes, errors: RowError[]): Roster {
  const codes = (rows: readonly { code: string }[], there: ReadonlySet<string>) =>
    new Set([...rows.map((row) => row.code), ...there])
  const chambers = codes(roster.chambers, known.chambers)
  const units = codes(roster.units, known.units)
  const keep = <T extends object>(section: Section, rows: readonly T[], wrong: (row: T) => string | undefined) =>
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
  const peopleRows = keep(
    'people',
    roster.people,
    (row) => missing('企业', row.company, companies) ?? missing('商会', row.chamber, chambers) ?? missing('承办单位', row.unit, units),
  )
  const people = codes(peopleRows, known.people)
  return {
    ...roster,
    companies: companyRows,
    people: peopleRows,
    responsibilities: keep(
      'responsibilities',
      roster.responsibilities,
      (row) => missing('人员', row.leader, people) ?? missing('企业', row.company, companies) ?? missing('商会', row.chamber, chambers),
    ),
    groups: keep('groups', roster.groups, (row) => missing('商会', row.chamber, chambers)),
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
