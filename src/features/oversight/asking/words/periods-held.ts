/** The period before, the same days a year before, the present one: what a period is held against. */
import { dayNumber, dayOf, shanghaiDate, shanghaiMidnight, shanghaiTime } from '../../../../kernel/clock.ts'
import type { Period } from '../question.ts'

const dayNumberOf = (day: string) => dayNumber(new Date(`${day}T00:00:00+08:00`))

function labelled(from: number, to: number, words: string, at: Date): Period {
  const { year } = shanghaiTime(at)
  const label = (number: number) => {
    const one = shanghaiTime(shanghaiMidnight(number))
    return `${one.year === year ? '' : `${one.year}年`}${one.month}月${one.day}日`
  }
  const days = from === to ? label(from) : `${label(from)}至${label(to)}`
  return {
    from: dayOf(shanghaiMidnight(from)),
    to: dayOf(shanghaiMidnight(to)),
    label: words === '' ? days : `${words}（${days}）`,
  }
}

const month = (year: number, one: number) => ({
  from: dayNumber(shanghaiDate(year, one, 1)),
  to: dayNumber(shanghaiDate(year, one + 1, 1)) - 1,
})

/** Whole months, as many as they are, or undefined where it begins or ends within one. */
function wholeMonths({ from, to }: Period): { year: number; month: number; count: number } | undefined {
  const first = shanghaiTime(shanghaiMidnight(dayNumberOf(from)))
  const after = shanghaiTime(shanghaiMidnight(dayNumberOf(to) + 1))
  if (first.day !== 1 || after.day !== 1) return undefined
  return {
    year: first.year,
    month: first.month,
    count: (after.year - first.year) * 12 + after.month - first.month,
  }
}

const isYearToDate = ({ from, to }: Period, at: Date) =>
  from === `${shanghaiTime(at).year}-01-01` && to === dayOf(at)

/** 9月, 二季度, 去年: as people call whole months, 上一期 where they have no name. */
function nameOfMonths(from: number, count: number, at: Date): string {
  const { year, month: one } = shanghaiTime(shanghaiMidnight(from))
  const now = shanghaiTime(at).year
  const inYear = year === now ? '' : year === now - 1 ? '去年' : `${year}年`
  if (count === 1) return `${inYear}${one}月`
  if (count === 3 && one % 3 === 1) return `${inYear}${'一二三四'[(one - 1) / 3] ?? ''}季度`
  if (count === 12 && one === 1) return inYear === '' ? '今年' : inYear
  return '上一期'
}

/** The one before it of the same length: last month before this one. This year so far has last year's same days. */
export function periodBefore(period: Period, at: Date): Period {
  if (isYearToDate(period, at)) return yearBefore(period, at)
  const whole = wholeMonths(period)
  if (whole !== undefined) {
    const { from } = month(whole.year, whole.month - whole.count)
    return labelled(from, dayNumberOf(period.from) - 1, nameOfMonths(from, whole.count, at), at)
  }
  const first = dayNumberOf(period.from)
  const length = dayNumberOf(period.to) - first + 1
  return labelled(first - length, first - 1, '上一期', at)
}

/** The same days a year before; of what is still going on only as many as have passed. */
export function yearBefore(period: Period, at: Date): Period {
  const whole = wholeMonths(period)
  const [clipped = period.to] = [period.to, dayOf(at)].sort()
  const back = (day: string) => {
    const { year, month: one, day: number } = shanghaiTime(shanghaiMidnight(dayNumberOf(day)))
    // The 29th of February is the 28th where there is none.
    const last = dayNumber(shanghaiDate(year - 1, one + 1, 1)) - 1
    return Math.min(dayNumber(shanghaiDate(year - 1, one, number)), last)
  }
  if (whole !== undefined && clipped === period.to) {
    const { from } = month(whole.year - 1, whole.month)
    return labelled(from, month(whole.year - 1, whole.month + whole.count - 1).to, '上年同期', at)
  }
  return labelled(back(period.from), back(clipped), '上年同期', at)
}

/** The present one of the same kind as it: this month for 上个月, today for 昨天. */
export function presentOf(period: Period, at: Date): Period {
  const { year, month: one } = shanghaiTime(at)
  const today = dayNumber(at)
  const whole = wholeMonths(period)
  if (whole?.count === 1) {
    const { from, to } = month(year, one)
    return labelled(from, to, '这个月', at)
  }
  if (whole?.count === 3) {
    const begin = Math.ceil(one / 3) * 3 - 2
    return labelled(month(year, begin).from, month(year, begin + 2).to, '这个季度', at)
  }
  if (whole?.count === 12) return labelled(month(year, 1).from, month(year, 12).to, '今年', at)
  const length = dayNumberOf(period.to) - dayNumberOf(period.from) + 1
  const weekday = (n: number) => shanghaiTime(shanghaiMidnight(n)).weekday
  if (length === 7 && weekday(dayNumberOf(period.from)) === 1) {
    const monday = today - ((weekday(today) + 6) % 7)
    return labelled(monday, monday + 6, '本周', at)
  }
  return labelled(today - length + 1, today, length === 1 ? '今天' : '', at)
}

export const thisMonth = (at: Date): Period => {
  const { year, month: one } = shanghaiTime(at)
  const { from, to } = month(year, one)
  return labelled(from, to, '这个月', at)
}

export const thisYear = (at: Date): Period => {
  const { year } = shanghaiTime(at)
  return labelled(month(year, 1).from, month(year, 12).to, '今年', at)
}

export const yearSoFar = (at: Date): Period => {
  const { year } = shanghaiTime(at)
  return labelled(month(year, 1).from, dayNumber(at), '今年以来', at)
}

export const thisQuarter = (at: Date): Period => {
  const { year, month: one } = shanghaiTime(at)
  const begin = Math.ceil(one / 3) * 3 - 2
  return labelled(month(year, begin).from, month(year, begin + 2).to, '这个季度', at)
}

/** This month and the five before. */
export const halfYear = (at: Date): Period => {
  const { year, month: one } = shanghaiTime(at)
  return labelled(month(year, one - 5).from, month(year, one).to, '近六个月', at)
}

/** Longer ago than so many days: 超过一个月没办完. */
export const olderThan = (days: number, words: string, at: Date): Period => ({
  ...labelled(dayNumber(shanghaiDate(2000, 1, 1)), dayNumber(at) - days, words, at),
  label: words,
})

export const lengthOf = ({ from, to }: Period): number => dayNumberOf(to) - dayNumberOf(from) + 1
