import type { DriveFields, Field } from '../drive.ts'
import { HEADING, MEANING } from './drive-headings.ts'
import { NO, readEmergency, YES } from './emergency.ts'
import { findMost, readMost } from './most-letters.ts'
import { readPeriod, readStored } from './period.ts'

export interface ReadFields {
  readonly fields: DriveFields
  readonly scope?: string
  /** What stood before the first heading. */
  readonly head: string
  /** Something like an account number was given; it is not kept. */
  readonly payment: boolean
  readonly count: number
}

const CHARITY = /慈善|基金会|红十字/u

/** A block of headed lines in any order, one line with several of them, or just one. */
export function readFields(text: string, now: Date): ReadFields {
  const headings = [...text.matchAll(HEADING)]
  const fields: Partial<Record<Field, string>> = {}
  let scope: string | undefined
  let payment = false
  headings.forEach((heading, index) => {
    const label = heading.slice(1).find((found) => found !== undefined) as string
    const end = headings[index + 1]?.index ?? text.length
    const value = text
      .slice(heading.index + heading[0].length, end)
      .trim()
      .replace(/[，,；;。、]+$/u, '')
    const meaning = MEANING.get(label)
    if (value === '' || meaning === undefined) return
    if (meaning === 'payment') payment = true
    else if (meaning === 'scope') scope = value
    else if (meaning === 'period') fields.period = readPeriod(value, now)
    else if (meaning === 'emergency') fields.emergency = readEmergency(value)
    else if (meaning === 'most') fields.most = readMost(value)
    else if (meaning === 'recipient') fields[CHARITY.test(value) ? 'charity' : 'beneficiary'] ??= value
    else if (meaning === 'certificateNumber' || meaning === 'planNumber')
      Object.assign(fields, readNumber(meaning, value, now))
    else fields[meaning] = value
  })
  const head = text.slice(0, headings[0]?.index ?? text.length).trim()
  return { fields, head, payment, count: headings.length, ...(scope === undefined ? {} : { scope }) }
}

/** A number has no commas; what follows one may be the period. Anything else stays, and the gate names it. */
function readNumber(field: 'certificateNumber' | 'planNumber', value: string, now: Date): DriveFields {
  const [number = '', ...others] = value.split(/[，,；;]\s*/u)
  const periods = others.map((words) => readPeriod(words, now)).filter(isPeriod)
  return periods.length === others.length && periods.length === 1
    ? { [field]: number, period: periods[0] as string }
    : { [field]: value }
}

const isPeriod = (value: string) => readStored(value) !== undefined

/**
 * Digits alone, as many as a card or an account has. A social organisation's own number may be eighteen digits
 * too and then begins with 5.
 */
export function looksLikeAccount(text: string): boolean {
  return /(?<!\d)(?!5\d{17}(?!\d))\d(?:[ -]?\d){14,18}(?![\dA-Za-z])/u.test(text)
}

/** Said without a heading: 每个群最多发一次; 这不是突发事件. */
export function readRemark(text: string): DriveFields {
  if ([...text].length > 24) return {}
  const most = findMost(text)
  if (most !== undefined) return { most }
  const emergency =
    /^(?:这|它|本次|这次)?(?:个|次)?(?:募捐|捐款)?(不|并不|不能)?(?:是|算|属于)(?:突发事件|应急)/u.exec(
      text.trim(),
    )
  return emergency === null ? {} : { emergency: emergency[1] === undefined ? YES : NO }
}

/** A period shows by its shape whatever was asked. */
export function readBarePeriod(text: string, now: Date): string | undefined {
  const period = readPeriod(text.trim(), now)
  return isPeriod(period) ? period : undefined
}

/** What somebody said in answer to the question for one field. */
export function readAnswer(field: Field, text: string, now: Date): string {
  const value = text
    .trim()
    .replace(/^(?:就?是|叫|为)\s*(?=\S{2})/u, '')
    .replace(/[。；;]+$/u, '')
  switch (field) {
    case 'period':
      return readPeriod(value, now)
    case 'emergency':
      return readEmergency(value)
    case 'most':
      return readMost(value)
    default:
      return value
  }
}
