import { z } from 'zod'
import { categories } from '../../kernel/appeal-terms.ts'
import { ROLES } from '../../kernel/person.ts'

const code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/u, '代码只能用字母、数字、- 和 _')
const name = z.string().trim().min(1, '不能为空').max(100, '不能超过 100 字')
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/u, '日期要写成 2026-01-31 的样子')
  .refine((text) => isDay(text), '没有这一天')

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
  /** Who answers for the unit: hears of what is late. */
  head: code.optional(),
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
const term = { from: day.optional(), until: day.optional() }
const endsAfterItBegins = ({ from, until }: { from?: string | undefined; until?: string | undefined }) =>
  from === undefined || until === undefined || from <= until
const ENDS_BEFORE = '截止日期早于开始日期'

const DeputyRow = z.object({ person: code, ...term }).refine(endsAfterItBegins, ENDS_BEFORE)
export const ResponsibilityRow = z
  .object({
    leader: code,
    company: code.optional(),
    chamber: code.optional(),
    ...term,
    /** Who stands in, and when; without dates, as long as the responsibility lasts. */
    deputies: z.array(DeputyRow).default([]),
  })
  .refine(
    (row) => (row.company === undefined) !== (row.chamber === undefined),
    '要么写企业，要么写商会，只写一个',
  )
  .refine(endsAfterItBegins, ENDS_BEFORE)
  .refine((row) => row.deputies.every(({ person }) => person !== row.leader), '代管人不能是本人')
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

/** 2026-02-31 would otherwise become a day in March. */
function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

export interface Claiming {
  readonly code?: string | undefined
  readonly platform?: string
  readonly id?: string
  readonly accounts?: readonly { readonly platform: string; readonly id: string }[]
}

/** What only one row of a part may have: its code, a person's accounts, a group's place. */
export function claimsOf({ code: own, platform, id, accounts = [] }: Claiming): readonly string[] {
  const claims = accounts.map((account) => `账号 ${account.platform}:${account.id}`)
  if (own !== undefined) claims.push(`代码 ${own}`)
  if (platform !== undefined && id !== undefined) claims.push(`群 ${platform}:${id}`)
  return claims
}
