/** Which conditions a company meets, which it misses, and which nobody can say yet. Pure. */

import type { CompanyFacts, FactKey, KnownFact } from './company-facts.ts'
import { isStale } from './company-facts.ts'
import type { Comparison, Condition } from './condition.ts'
import type { FieldName } from './profile-fields.ts'

export type Verdict = 'met' | 'missed' | 'unknown'

export interface Judged {
  readonly condition: Condition
  readonly verdict: Verdict
  /** What is known of it, where something is; the fact it was judged by, or one that is too old. */
  readonly known?: KnownFact
  /** What has to be known for a verdict; the first is asked for. */
  readonly missing: readonly FactKey[]
}

/** `fits`: all met. `misses`: at least one is not. `open`: none is missed and some are not known. */
export type Fit = 'fits' | 'misses' | 'open'

export function fitOf(judged: readonly Judged[]): Fit {
  if (judged.some(({ verdict }) => verdict === 'missed')) return 'misses'
  return judged.every(({ verdict }) => verdict === 'met') ? 'fits' : 'open'
}

/** `today` YYYY-MM-DD. */
export function judge(condition: Condition, facts: CompanyFacts, today: string): Judged {
  const { field } = condition
  if (field === 'qualification') return byNames(condition, facts)
  if (field === 'own') return byFlag(condition, `own:${condition.words}`, facts)
  const fact = facts[field]
  const unknown: Judged = { condition, verdict: 'unknown', missing: [field] }
  if (field === 'trade') return byTrade(condition, facts)
  if (fact === undefined) return unknown
  if (isStale(field, fact, today)) return { ...unknown, known: fact }
  const verdict = verdictOf(condition, field, fact, today)
  return { condition, verdict, known: fact, missing: verdict === 'unknown' ? [field] : [] }
}

function verdictOf({ is, value }: Condition, field: FieldName, fact: KnownFact, today: string): Verdict {
  const known = fact.value
  if (field === 'registered') return bySince(is as Comparison, value as number, String(known), today)
  if (typeof value === 'number')
    return typeof known === 'number' ? met(compare(known, is as Comparison, value)) : 'unknown'
  if (Array.isArray(value)) return met(value.includes(String(known)) === (is === 'oneOf'))
  return met(known === value)
}

const met = (holds: boolean): Verdict => (holds ? 'met' : 'missed')

function compare(known: number, is: Comparison, value: number): boolean {
  if (is === 'atLeast') return known >= value
  if (is === 'moreThan') return known > value
  return is === 'atMost' ? known <= value : known < value
}

/** `since` is YYYY or YYYY-MM: a verdict only where its first and its last day come to the same. */
function bySince(is: Comparison, months: number, since: string, today: string): Verdict {
  const [year = 0, month] = since.split('-').map(Number)
  const [thisYear = 0, thisMonth = 0, thisDay = 0] = today.split('-').map(Number)
  const passed = (y: number, m: number, dayIsOver: boolean) =>
    (thisYear - y) * 12 + thisMonth - m - (dayIsOver ? 0 : 1)
  const most = compare(passed(year, month ?? 1, thisDay >= 1), is, months)
  const least = compare(passed(year, month ?? 12, thisDay >= 31), is, months)
  return most === least ? met(most) : 'unknown'
}

/** Any of the names is enough. */
function byNames(condition: Condition, facts: CompanyFacts): Judged {
  const names = condition.value as string[]
  const keys = names.map((name): FactKey => `qualification:${name}`)
  const held = keys.map((key) => facts[key]).find((fact) => fact?.value === true)
  if (held !== undefined) return { condition, verdict: 'met', known: held, missing: [] }
  const missing = keys.filter((key) => facts[key] === undefined)
  return { condition, verdict: missing.length === 0 ? 'missed' : 'unknown', missing }
}

function byFlag(condition: Condition, key: FactKey, facts: CompanyFacts): Judged {
  const fact = facts[key]
  if (fact === undefined) return { condition, verdict: 'unknown', missing: [key] }
  return { condition, verdict: met(fact.value === true), known: fact, missing: [] }
}

/** 铸造 is a 制造业 without saying so: what the word does not settle is asked. */
function byTrade(condition: Condition, facts: CompanyFacts): Judged {
  const { is, value } = condition
  const trades = value as string[]
  const fact = facts.trade
  const named = trades.find((trade) => {
    const known = String(fact?.value ?? '')
    return known.length >= 2 && (known.includes(trade.replace(/业$/u, '')) || trade.includes(known))
  })
  if (fact !== undefined && named !== undefined)
    return { condition, verdict: met(is === 'oneOf'), known: fact, missing: [] }
  const key = `trade:${trades.join('、')}` as const
  const told = facts[key]
  if (told !== undefined)
    return { condition, verdict: met((told.value === true) === (is === 'oneOf')), known: told, missing: [] }
  // Who is known to do something else is not in the house-building trade.
  if (fact !== undefined && is === 'noneOf') return { condition, verdict: 'met', known: fact, missing: [] }
  return { condition, verdict: 'unknown', ...(fact === undefined ? {} : { known: fact }), missing: [key] }
}
