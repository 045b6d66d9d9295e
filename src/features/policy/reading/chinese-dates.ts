/** Dates as documents write them: 2025年6月1日, 二〇二五年六月一日, 2025-06-01. */

import { readNumeral } from '../search/tokens.ts'

const YEAR = '(?:\\d{4}|[〇○零一二三四五六七八九]{4})'
const PART = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})'

/** For building larger patterns; has no groups of its own. */
export const DATE_PATTERN = `(?:${YEAR}\\s*年\\s*${PART}\\s*月\\s*${PART}\\s*日|\\d{4}-\\d{2}-\\d{2})`

/** YYYY-MM-DD, or undefined where the text is no date or no day of the calendar (2月30日). */
export function readDate(text: string): string | undefined {
  const parts = text.split(/[年月日-]/u).map((part) => readNumeral(part.trim().replaceAll('○', '零')))
  const [year = 0, month = 0, day = 0] = parts
  if (year < 1900 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined
  return iso(year, month, day)
}

/** Every date in the text in the order of writing. */
export function datesIn(text: string): string[] {
  return [...text.matchAll(new RegExp(DATE_PATTERN, 'gu'))].flatMap((match) => readDate(match[0]) ?? [])
}

/** The last day of a term of so many years that begins on the given day: 2025-06-01 for 2 years ends 2027-05-31. */
export function lastDayOfTerm(from: string, years: number): string {
  const [year = 0, month = 1, day = 1] = from.split('-').map(Number)
  if (day > 1) return iso(year + years, month, Math.min(day - 1, daysIn(year + years, month)))
  return month > 1
    ? iso(year + years, month - 1, daysIn(year + years, month - 1))
    : iso(year + years - 1, 12, 31)
}

function daysIn(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
}

function iso(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
