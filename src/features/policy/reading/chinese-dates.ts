/** Dates as documents and people write them: 2025年6月1日, 二〇二五年六月一日, 2025-06-01, 2025.6.1. */

import { readNumeral } from '../search/number-tokens.ts'

const YEAR = '(?:\\d{4}|[〇○零一二三四五六七八九]{4})'
const PART = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})'
const WITH_SIGNS = '(?<!\\d)\\d{4}(?:-\\d{1,2}-|/\\d{1,2}/|\\.\\d{1,2}\\.)\\d{1,2}(?![\\d.])'

/** For building larger patterns; these have no groups of their own. */
export const YEAR_PATTERN = `(?<![\\d〇零一二三四五六七八九])${YEAR}\\s*年`
export const MONTH_PATTERN = `${YEAR}\\s*年\\s*${PART}\\s*月`
export const DATE_PATTERN = `(?:${MONTH_PATTERN}\\s*${PART}\\s*[日号]|${WITH_SIGNS})`

/** YYYY-MM-DD, or undefined where the text is no date or no day of the calendar (2月30日). */
export function readDate(text: string): string | undefined {
  const [year = 0, month = 0, day = 0] = numbersIn(text)
  if (year < 1900 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined
  return iso(year, month, day)
}

/** Every date in the text in the order of writing. */
export function datesIn(text: string): string[] {
  return [...text.matchAll(new RegExp(DATE_PATTERN, 'gu'))].flatMap((match) => readDate(match[0]) ?? [])
}

/** The last day of a year (2021年) or of a month (2021年5月); undefined where there is none such. */
export function lastDayOf(text: string): string | undefined {
  const [year = 0, month = 12] = numbersIn(text).filter((part) => part > 0)
  if (year < 1900 || year > 2200 || month > 12) return undefined
  return iso(year, month, daysIn(year, month))
}

/** Days later, earlier where negative. */
export function addDays(day: string, days: number): string {
  const moved = new Date(`${day}T00:00:00Z`)
  moved.setUTCDate(moved.getUTCDate() + days)
  return moved.toISOString().slice(0, 10)
}

/** The last day of a term of so many months that begins on the given day: of 24 months from 2025-06-01, 2027-05-31. */
export function lastDayOfTerm(from: string, months: number): string {
  const [year = 0, month = 1, day = 1] = from.split('-').map(Number)
  const after = month - 1 + months
  const [years, of] = [year + Math.floor(after / 12), (after % 12) + 1]
  return addDays(iso(years, of, Math.min(day, daysIn(years, of))), day > daysIn(years, of) ? 0 : -1)
}

function numbersIn(text: string): number[] {
  return text.split(/[年月日号./-]/u).map((part) => readNumeral(part.trim().replaceAll('○', '零')))
}

function daysIn(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
}

function iso(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
