/** Days of months, weeks and quarters, counted from today. */
import { readNumber } from './chinese-numbers.ts'
import { dayNumber, shanghaiDate } from './clock.ts'

/** Days by number since 1970, both included. */
export interface Days {
  readonly from: number
  readonly to: number
}

export interface Today {
  readonly day: number
  /** 1 is Monday, 7 Sunday. */
  readonly weekday: number
  readonly year: number
  readonly month: number
}

export const firstOf = (year: number, month: number) => dayNumber(shanghaiDate(year, month, 1))

export const month = (year: number, one: number): Days => ({
  from: firstOf(year, one),
  to: firstOf(year, one + 1) - 1,
})

export const quarter = (year: number, one: number): Days => ({
  from: firstOf(year, one * 3 - 2),
  to: firstOf(year, one * 3 + 1) - 1,
})

export const week = ({ day, weekday }: Today, back: number): Days => {
  const monday = day - weekday + 1 - back * 7
  return { from: monday, to: monday + 6 }
}

export const lastDays = ({ day }: Today, count: number): Days => ({ from: day - count + 1, to: day })

export const quarterOf = ({ month: one }: Today) => Math.ceil(one / 3)

const WEEKDAYS = '一二三四五六日天'

/** 一 is 1, 日 and 天 are both 7. */
export const weekdayOf = (sign: string) => Math.min(WEEKDAYS.indexOf(sign) + 1, 7)

/** The latest such month that has begun: in March, 12月 is last year's. */
export const namedMonth = (today: Today, one: number) => (one > today.month ? today.year - 1 : today.year)

export const between = (a: Days | undefined, b: Days | undefined): Days | undefined =>
  a === undefined || b === undefined || b.to < a.from ? undefined : { from: a.from, to: b.to }

/** 今年以来: from where it begins until today. */
export function since(today: Today, begin: string): Days {
  const { year, month: one } = today
  const last = begin.startsWith('上') ? 1 : 0
  if (begin === '去年') return { from: firstOf(year - 1, 1), to: today.day }
  if (begin === '前年') return { from: firstOf(year - 2, 1), to: today.day }
  if (begin.includes('周')) return { from: week(today, last).from, to: today.day }
  if (begin.includes('季')) return { from: quarter(year, quarterOf(today) - last).from, to: today.day }
  if (begin.includes('月')) return { from: firstOf(year, one - last), to: today.day }
  return { from: firstOf(year, 1), to: today.day }
}

/** 上旬 to the 10th, 中旬 to the 20th, 下旬 to the month's end. */
export function third(today: Today, y: string | undefined, named: string, part: string): Days | undefined {
  const back = named.startsWith('上上') ? 2 : named.startsWith('上') ? 1 : 0
  const number = readNumber(named.replace(/月份?$/u, ''))
  if (number !== undefined && (number < 1 || number > 12)) return undefined
  const year =
    number === undefined || y !== undefined ? yearNamed(today, y ?? '今年') : namedMonth(today, number)
  const { from, to } = month(year, number ?? today.month - back)
  if (part === '') return { from, to }
  if (part === '上') return { from, to: from + 9 }
  return part === '中' ? { from: from + 10, to: from + 19 } : { from: from + 20, to }
}

/** 3号: of this month, or of the last where that is still to come. */
export function dayOfMonth(today: Today, words: string, open: string | undefined): Days | undefined {
  const number = readNumber(words)
  if (number === undefined || number < 1 || number > 31) return undefined
  const first = firstOf(today.year, today.month)
  const begin = first + number - 1 <= today.day ? first : firstOf(today.year, today.month - 1)
  const day = begin + number - 1
  return { from: day, to: open === undefined ? day : today.day }
}

export const one = (day: number): Days => ({ from: day, to: day })

/** The most recent such weekday, today included. */
export const latest = ({ day, weekday }: Today, sign: string) => day - ((weekday - weekdayOf(sign) + 7) % 7)

/** 半 of a week is no whole number of days and means a few. */
export function counted(words: string, days: (count: number) => Days | undefined): Days | undefined {
  const count = words === '半' ? 1 : readNumber(words)
  return count === undefined || count === 0 ? undefined : days(count)
}

export const yearNamed = ({ year }: Today, words: string) =>
  /\d/u.test(words) ? Number(words.slice(0, 4)) : year - ['今年', '去年', '前年'].indexOf(words)

/** 1到9月; 11到2月 runs into the year after. */
export function monthsBetween(
  today: Today,
  named: string | undefined,
  a: string,
  b: string,
): Days | undefined {
  const first = readNumber(a) ?? 0
  const last = readNumber(b) ?? 0
  if (first < 1 || first > 12 || last < 1 || last > 12) return undefined
  const year = named === undefined ? namedMonth(today, first) : yearNamed(today, named)
  return { from: firstOf(year, first), to: firstOf(last < first ? year + 1 : year, last + 1) - 1 }
}

export function namedMonths(today: Today, words: string, since: string | undefined): Days | undefined {
  const number = readNumber(words)
  if (number === undefined || number < 1 || number > 12) return undefined
  const days = month(namedMonth(today, number), number)
  return since === undefined ? days : { from: days.from, to: today.day }
}

export function namedDay(
  today: Today,
  months: string,
  days: string,
  since: string | undefined,
): Days | undefined {
  const named = dayIn(namedMonth(today, readNumber(months) ?? 0), months, days)
  return named === undefined || since === undefined ? named : { from: named.from, to: today.day }
}

export function dayIn(year: number, months: string, days: string): Days | undefined {
  const number = readNumber(months)
  const day = readNumber(days)
  if (number === undefined || day === undefined || number < 1 || number > 12 || day < 1 || day > 31)
    return undefined
  return one(firstOf(year, number) + day - 1)
}
