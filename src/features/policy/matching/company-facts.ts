/** 企业资料: what is known of a company, from the roster and from its own people. */

import type { Company } from '../../../kernel/directory.ts'
import { FIELDS, type FieldName, fieldOf, isField } from './profile-fields.ts'
import { qualificationsIn } from './qualifications.ts'

export type FactValue = number | string | boolean

/**
 * A field's name, or what is asked in words of its own and answered with yes or no: a qualification, a trade that
 * the roster's word does not settle, a condition that no field holds.
 */
export type FactKey = FieldName | `qualification:${string}` | `trade:${string}` | `own:${string}`

/** `by` is a person's code or `roster`; `at` ISO 8601, empty for the roster. */
export interface KnownFact {
  readonly value: FactValue
  readonly by: string
  readonly at: string
}

export type CompanyFacts = Readonly<Record<string, KnownFact>>
export type ToldFacts = Readonly<Record<string, FactValue>>

const YEAR_MS = 366 * 86_400_000

/** What the roster says of a company; what its own people say comes before it. */
export function rosterFacts(company: Pick<Company, 'town' | 'trade' | 'tags'>): CompanyFacts {
  const facts: Record<string, KnownFact> = {}
  const note = (key: FactKey, value: FactValue) => {
    facts[key] = { value, by: 'roster', at: '' }
  }
  if (company.trade) note('trade', company.trade)
  if (company.town) {
    note('town', company.town)
    note('local', true)
  }
  for (const tag of company.tags) {
    if (/出口|外贸/u.test(tag)) note('exports', true)
    for (const name of qualificationsIn(tag)) note(`qualification:${name}`, true)
  }
  return facts
}

/** What was just told comes first, then what was told before, then the roster. */
export function allFacts(
  roster: CompanyFacts,
  kept: CompanyFacts,
  told: ToldFacts,
  by: string,
  at: string,
): CompanyFacts {
  const fresh = Object.entries(told).map(([key, value]) => [key, { value, by, at }] as const)
  return { ...roster, ...kept, ...Object.fromEntries(fresh) }
}

/** A figure of a year that was said more than a year ago says nothing about this one. */
export function isStale(key: string, { at }: KnownFact, today: string): boolean {
  if (at === '' || !isField(key) || fieldOf(key).yearly !== true) return false
  return Date.parse(today) - Date.parse(at) > YEAR_MS
}

/** The question by which it becomes known. */
export function questionFor(key: string): string {
  if (isField(key)) return FIELDS[key].question
  const [kind = '', words = ''] = splitKey(key)
  if (kind === 'qualification') return `贵公司有没有“${words}”的认定或者证书？`
  if (kind === 'trade') return `贵公司算不算${words}？`
  return `这一条贵公司符合吗：${words}？`
}

export function labelFor(key: string): string {
  return isField(key) ? FIELDS[key].label : (splitKey(key)[1] ?? key)
}

/** Answered with yes or no. */
export const isFlag = (key: string): boolean => !isField(key) || FIELDS[key].kind === 'flag'

/** What a yes or a no to the question means for it. */
export const meantBy = (key: string, yes: boolean): boolean =>
  isField(key) && fieldOf(key).asksOpposite === true ? !yes : yes

/** How it is asked, and so answered: 有没有, 符合吗, 是吗. */
export function waysToAnswer(key: string): 'had' | 'met' | 'is' {
  if (key.startsWith('own:')) return 'met'
  return key === 'exports' || key === 'clean' || key.startsWith('qualification:') ? 'had' : 'is'
}

function splitKey(key: string): readonly [kind: string, words: string] {
  const at = key.indexOf(':')
  return [key.slice(0, at), key.slice(at + 1)]
}
