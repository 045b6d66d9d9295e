/** 什么时候, 跟什么时候比: every time named becomes a mark, in the order of the text. Pure. */
import { readNumber } from '../../../../kernel/chinese-numbers.ts'
import { dayNumber, dayOf, shanghaiDate, shanghaiMidnight, shanghaiTime } from '../../../../kernel/clock.ts'
import { findPeriod, lastDaysPeriod, nextDaysPeriod } from '../../../../kernel/spoken-period.ts'
import type { Period } from '../question.ts'
import { marksIn, pattern, signOf } from './marks.ts'

export interface PeriodsSaid {
  readonly text: string
  readonly periods: readonly Period[]
  /** As they were said. */
  readonly words: readonly string[]
  /** The first is of what is older than so many days. */
  readonly isOlder: boolean
}

const MOST = 4

/** 去年同期 is no year: it means the same days a year before whatever else is named. */
const SAME_DAYS = /(?:去年|上年|上一年)(?:的)?(?:同期|同一时期|这时候|这个时候|同时)/gu

/** 最近来的五件 are the newest, not those of some days. */
const NEWEST =
  /最近(?=(?:来|报|收|登记|提|反映|受理|新增|进)?(?:上来|进来)?(?:的)?(?:[一两二三四五六七八九十]{1,2}|\d{1,2})(?:件|个(?!月|星期|季度|礼拜)|起|条))/gu
const ONE_BEFORE =
  /(?<=[比跟和与较同])(?:再)?(?:之?前|上)(?:面)?(?:的)?一个?(?:周|星期|礼拜|月|季度|年|天|期)/gu
const COUNTED_DAYS = '(\\d{1,3}|[一二两三四五六七八九十半]{1,3})个?(天|日|周|星期|礼拜|月|年)'
const DUE_IN = new RegExp(`(?:还有|还剩|再有|再过|不到)${COUNTED_DAYS}(?=(?:就|要|快)*(?:到期|超期|逾期|到时限))`, 'u')
const WITHIN_DAYS = new RegExp(
  `(?:未来|今后|接下来|往后)?(?:的)?${COUNTED_DAYS}(?:之|以)?内|(?:未来|今后|接下来|往后)${COUNTED_DAYS}`,
  'u',
)
const OLDER = new RegExp(
  `(?:超过|超|满|过了|大于|多于)(?:了)?${COUNTED_DAYS}(?:以上|多|了)?(?=还|都|仍|也|的?(?:没|未)|没|未|的)|(?:拖|压|积压|搁|放|挂|办)(?:了|着)?${COUNTED_DAYS}(?:以上|多|了)(?=还|都|仍|的|没|未)|${COUNTED_DAYS}以上(?=还|都|仍|的?(?:没|未)|没|未)`,
  'u',
)
const UNTIL_END = /(?:这个?|本|当)?(?:(月)|(年)|(周|星期)|(季度))(?:底|末)(?=之?前|以前)/u
const AHEAD = /到期|超期|逾期|要办|该办|得办|必须|截止|到时限|临期/u
const DAYS_IN: Readonly<Record<string, number>> = { 天: 1, 日: 1, 周: 7, 星期: 7, 礼拜: 7, 月: 30, 年: 365 }

interface Spoken {
  readonly isOlder?: true
  readonly period: Period
  readonly words: string
}

/** Times whose side depends on what is asked: within three days lies ahead of a deadline and behind what was filed. */
function findByAim(text: string, at: Date): Spoken | undefined {
  const daysOf = (found: RegExpExecArray) => {
    const [count, unit] = found.slice(1).filter((part) => part !== undefined)
    return Math.round((count === '半' ? 0.5 : (readNumber(count ?? '') ?? 0)) * (DAYS_IN[unit ?? ''] ?? 0))
  }
  const older = OLDER.exec(text)
  if (older !== null && daysOf(older) > 0)
    return { period: olderThan(daysOf(older), `${daysOf(older)}天以前`, at), words: older[0], isOlder: true }
  const dueIn = DUE_IN.exec(text)
  if (dueIn !== null && daysOf(dueIn) > 0)
    return { period: nextDaysPeriod(daysOf(dueIn) + 1, dueIn[0], at), words: dueIn[0] }
  const within = WITHIN_DAYS.exec(text)
  if (within !== null && daysOf(within) > 0) {
    const days = daysOf(within)
    const isAhead = AHEAD.test(text) || /未来|今后|接下来|往后/u.test(within[0])
    const period = isAhead ? nextDaysPeriod(days, within[0], at) : lastDaysPeriod(days, within[0], at)
    return { period, words: within[0] }
  }
  const end = UNTIL_END.exec(text)
  if (end === null) return undefined
  const whole = findPeriod(end[1] ? '这个月' : end[2] ? '今年' : end[3] ? '本周' : '本季度', at)?.period
  return whole === undefined
    ? undefined
    : { period: { ...whole, from: dayOf(at), label: `${end[0]}前` }, words: end[0] }
}

export function markPeriods(said: string, at: Date): PeriodsSaid {
  let text = said.replace(SAME_DAYS, '同期').replace(NEWEST, '最新').replace(ONE_BEFORE, '上一期')
  const periods: Period[] = []
  const words: string[] = []
  const byAim = findByAim(text, at)
  if (byAim !== undefined) {
    text = text.replace(byAim.words, signOf('P', 0))
    periods.push(byAim.period)
    words.push(byAim.words)
  }
  for (let n = periods.length; n < MOST; n++) {
    const found = findPeriod(text, at)
    if (found === undefined || !text.includes(found.words)) break
    text = text.replace(found.words, signOf('P', n))
    periods.push(found.period)
    words.push(found.words)
  }
  const joined = joinPeriods(text, periods, words)
  if (joined !== undefined) return { ...joined, isOlder: false }
  return { text, periods, words, isOlder: byAim?.isOlder === true }
}

const FROM_TO = pattern('(?:从|自)?({P})(?:以后|之后|起|开始)?(?:到|至|—|-|~|直到)({P})(?:期间|之间|这段时间|为止|止)?')

/** 五一之后到国庆之前, 8月到国庆前: from the one's beginning to the other's end. */
function joinPeriods(
  text: string,
  periods: readonly Period[],
  words: readonly string[],
): Omit<PeriodsSaid, 'isOlder'> | undefined {
  const found = FROM_TO.exec(text)
  const [a, b] = found === null ? [] : marksIn(found[0], 'P')
  const [first, last] = [periods[a ?? -1], periods[b ?? -1]]
  if (found === null || first === undefined || last === undefined || last.to < first.from) return undefined
  const said = `${words[a ?? 0]}到${words[b ?? 0]}`
  return {
    text: text.replace(found[0], signOf('P', 0)),
    periods: [{ from: first.from, to: last.to, label: said }, ...periods.filter((_, n) => n !== a && n !== b)],
    words: [said],
  }
}

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

/** The one before it of the same length: last month before this one. This year so far has last year's same days. */
export function periodBefore(period: Period, at: Date): Period {
  if (isYearToDate(period, at)) return yearBefore(period, at)
  const whole = wholeMonths(period)
  if (whole !== undefined) {
    const { from } = month(whole.year, whole.month - whole.count)
    return labelled(from, dayNumberOf(period.from) - 1, '上一期', at)
  }
  const first = dayNumberOf(period.from)
  const length = dayNumberOf(period.to) - first + 1
  return labelled(first - length, first - 1, '上一期', at)
}

/** The same days a year before; of what is still going on only as many as have passed. */
export function yearBefore(period: Period, at: Date): Period {
  const whole = wholeMonths(period)
  const clipped = period.to > dayOf(at) ? dayOf(at) : period.to
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

export interface Compared {
  readonly period: Period | null
  readonly with: Period | null
  /** Words that compare, where there are any. */
  readonly words: string | undefined
}

const THAN = pattern('(?:比|较|相比(?:于)?|相较|对比|跟|和|与|同)(?:起)?{P}|{P}(?:相比|对比|比较|比)')
const THAN_FIRST = pattern('(?:比|较|相比(?:于)?|相较)(?:起)?({P})')
const YEARLY = /同比|同期/u
const BEFORE =
  /环比|比上[一个]?(?:期|个?周期)|(?:跟|和|与|同|比)(?:之前|以前|前期|原来|前一段|过去)(?:相?比)?|较(?:之?前|前期)|上一期/u
const CHANGED =
  /(?:涨|升|高|多|增加?|上升|提高|好转|变好|快|改善|进步)了?(?:还是|或者|没有?|吗|么)(?:说)?(?:跌|降|低|少|减|下降|变?差|坏|慢|退)?|(?:是涨是跌|是升是降|是多是少|涨跌|升降|增减|变化(?:大|多|怎么样|如何|情况)|有无(?:提高|上升|下降|好转|改善|增加|减少|变好|变差|起色)|变(?:多|少|好|差|快|慢)了?(?:没|吗|么|还是)|(?:涨|升|跌|降|提高|下降|上升|增加|减少|好转|改善|变好|变差)了?(?:多少|几|没|吗))/u

export const COMPARED_SIGNS: readonly RegExp[] = [THAN, YEARLY, BEFORE, CHANGED]

/** Which period is asked about, and which it is held against. */
export function findCompared(text: string, periods: readonly Period[], at: Date): Compared {
  const order = marksIn(text, 'P')
  const [first, second] = order.flatMap((n) => periods[n] ?? [])
  const said = THAN.exec(text)?.[0]
  const yearly = YEARLY.exec(text)?.[0]
  const before = BEFORE.exec(text)?.[0]
  const changed = CHANGED.exec(text)?.[0]
  if (first !== undefined && second !== undefined) {
    const than = THAN_FIRST.exec(text)?.[1]
    // Without 比 the later one is asked about, whichever was said first.
    const isOrdered = than === undefined ? first.from >= second.from : than !== signOf('P', order[0] ?? 0)
    const [period, other] = isOrdered ? [first, second] : [second, first]
    return { period, with: other, words: said ?? yearly ?? before ?? '' }
  }
  if (yearly !== undefined)
    return { period: first ?? null, with: first === undefined ? null : yearBefore(first, at), words: yearly }
  if (first !== undefined && said !== undefined && /^[比较相对跟和与同]/u.test(said)) {
    if (/^[跟和与同]/u.test(said) && !/比|差|变|一样/u.test(text))
      return { period: first, with: null, words: undefined }
    return { period: presentOf(first, at), with: first, words: said }
  }
  const words = before ?? changed
  if (words === undefined) return { period: first ?? null, with: null, words: undefined }
  const period = first ?? null
  return { period, with: period === null ? null : periodBefore(period, at), words }
}
