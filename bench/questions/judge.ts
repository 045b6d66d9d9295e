/** What the grammar made of a phrasing beside what it means. README.md says what counts as the same. */
import { NOWHERE, type Period, type Question } from '../../src/features/oversight/asking/question.ts'
import type { Settled } from '../../src/features/oversight/asking/settled.ts'
import { TODAY } from './county.ts'
import type { Expected } from './phrasings.ts'

export type Verdict = 'right' | 'asked back' | 'refused' | 'wrong'

/** Undefined: the words were left to others. */
export function judge(expected: Expected, got: Settled | undefined): Verdict {
  const { kind } = expected
  if (got === undefined) return kind === 'none' ? 'right' : 'refused'
  if (got.kind === 'unclear') return kind === 'unclear' || kind === 'unknown-name' ? 'right' : 'refused'
  if (got.kind === 'which') {
    if (kind === 'unknown-name') return 'right'
    return kind === 'which' && offers(got.options, expected.options ?? []) ? 'right' : 'asked back'
  }
  if (got.kind === 'follow-up') return isSameAct(expected, got.act) ? 'right' : 'wrong'
  if (kind === 'unknown-name')
    return 'unread' in got.question && got.question.unread !== null ? 'right' : 'wrong'
  return kind === got.question.kind && isSame(expected, got.question) ? 'right' : 'wrong'
}

/** Every code that has to be among the choices stands for one of them. */
const offers = (options: readonly { readonly question: Question }[], codes: readonly string[]) =>
  codes.every((code) => options.some(({ question }) => JSON.stringify(question).includes(`"${code}"`)))

function isSameAct(expected: Expected, act: Readonly<Record<string, unknown>>): boolean {
  return (
    expected.kind === 'follow-up' &&
    expected.act === act.act &&
    (expected.line ?? null) === (act.line ?? null) &&
    (expected.figure ?? null) === (act.figure ?? null)
  )
}

const FIELDS = ['by', 'order', 'top', 'among', 'numbers', 'drive', 'notice', 'visit'] as const

function isSame(expected: Expected, got: Question): boolean {
  const found: Readonly<Record<string, unknown>> = got
  const of = measureOf(expected.of)
  if (of !== measureOf(found.of)) return false
  const usual: Readonly<Record<string, unknown>> = {
    order: got.kind === 'count' ? 'usual' : null,
    among: 'among' in got ? [] : null,
  }
  for (const field of FIELDS) {
    const wanted = expected[field] ?? usual[field] ?? null
    if (flat(field, wanted) !== flat(field, found[field] ?? null)) return false
  }
  if ('where' in got && !isSamePlace(expected, got)) return false
  const period = 'period' in got ? got.period : null
  if (!isSamePeriod(expected.period, period, of)) return false
  return got.kind !== 'comparison' && got.kind !== 'why' ? true : isSameBefore(expected, got)
}

/** `all` in a period is what was filed in it. */
const measureOf = (of: unknown) => (of === 'all' ? 'fresh' : (of ?? null))

/** Short numbers are this year's; between whom, in no order. */
function flat(field: string, value: unknown): string {
  if (!Array.isArray(value)) return JSON.stringify(value)
  const texts = value.map(String)
  return field === 'numbers' ? numbersIn(texts).join() : texts.toSorted().join()
}

/** 0312 is this year's, and where that is not there last year's: a candidate, not another number. */
function numbersIn(texts: readonly string[]): readonly string[] {
  const whole = texts.map((one) => (one.includes('-') ? one : `2026-${one.padStart(4, '0')}`))
  const serial = (one: string) => one.split('-')[1]
  return whole.filter((one, i) => whole.findIndex((other) => serial(other) === serial(one)) === i)
}

function isSamePlace(expected: Expected, got: Extract<Question, { where: unknown }>): boolean {
  const wanted = { ...NOWHERE, ...expected.where }
  return (Object.keys(NOWHERE) as (keyof typeof NOWHERE)[]).every(
    (part) => wanted[part] === got.where[part] || (got.kind === 'matter' && part === 'category'),
  )
}

/** Nothing lies after today, but what will be due. */
const clipped = (to: string, of: unknown) => (of === 'due' || to < TODAY ? to : TODAY)

function isSamePeriod(expected: string | undefined, got: Period | null, of: unknown): boolean {
  if (expected === undefined || got === null) return expected === undefined && got === null
  const [from = '', to = ''] = expected.split('..')
  return (of === 'backlog' || from === got.from) && clipped(to, of) === clipped(got.to, of)
}

const dayNumber = (day: string) => Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000)

/** A period that is still running may be compared with as many days of the one before. */
function isSameBefore(expected: Expected, got: Extract<Question, { with: Period }>): boolean {
  const { of } = got
  if (isSamePeriod(expected.with, got.with, of)) return true
  const [from = ''] = expected.with?.split('..') ?? []
  const isRunning = (expected.period?.split('..')[1] ?? '') >= TODAY
  const days = dayNumber(TODAY) - dayNumber(got.period.from)
  // By days that passed, or to the same date, which differ after a month of another length or a leap year.
  return isRunning && from === got.with.from && Math.abs(dayNumber(got.with.to) - dayNumber(from) - days) <= 1
}
