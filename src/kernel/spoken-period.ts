/** 什么时候: relative days as people say them, counted in Asia/Shanghai. Weeks begin on Monday. */
import { readNumber, toHalfWidth } from './chinese-numbers.ts'
import { dayNumber, dayOf, shanghaiDate, shanghaiMidnight, shanghaiTime } from './clock.ts'

/** From the first moment of `from` to the last of `to`; days in Asia/Shanghai, `YYYY-MM-DD`. */
export interface Period {
  readonly from: string
  readonly to: string
  /** As it was said, with the days it means: 上个月（2月1日至2月28日）. */
  readonly label: string
}

/** Days by number since 1970, both included. */
interface Days {
  readonly from: number
  readonly to: number
}

interface Today {
  readonly day: number
  /** 1 is Monday, 7 Sunday. */
  readonly weekday: number
  readonly year: number
  readonly month: number
}

const NUMBER = '(?:\\d{1,3}|[一二两三四五六七八九十]{1,3})'
const YEAR = '(去年|今年|前年|20\\d\\d年)(?:度)?的?'
const JUST = '(?:最近|近|过去|这|前)'

const firstOf = (year: number, month: number) => dayNumber(shanghaiDate(year, month, 1))
const month = (year: number, one: number): Days => ({
  from: firstOf(year, one),
  to: firstOf(year, one + 1) - 1,
})
const quarter = (year: number, one: number): Days => ({
  from: firstOf(year, one * 3 - 2),
  to: firstOf(year, one * 3 + 1) - 1,
})
const week = ({ day, weekday }: Today, back: number): Days => {
  const monday = day - weekday + 1 - back * 7
  return { from: monday, to: monday + 6 }
}
const lastDays = ({ day }: Today, count: number): Days => ({ from: day - count + 1, to: day })
const quarterOf = ({ month: one }: Today) => Math.ceil(one / 3)
const WEEKDAYS = '一二三四五六日天'
/** 一 is 1, 日 and 天 are both 7. */
const weekdayOf = (sign: string) => Math.min(WEEKDAYS.indexOf(sign) + 1, 7)
/** The latest such month that has begun: in March, 12月 is last year's. */
const namedMonth = (today: Today, one: number) => (one > today.month ? today.year - 1 : today.year)

type Row = readonly [words: RegExp, days: (today: Today, found: readonly string[]) => Days | undefined]

/** The first row that fits is meant, so longer words stand before those they contain. */
const ROWS: readonly Row[] = [
  // A year in front names it once and for all: 2025年10月, 去年三季度, 今年1到9月.
  [
    new RegExp(`${YEAR}(${NUMBER})月(?:份)?(${NUMBER})[日号]`, 'u'),
    (today, [, y = '', m = '', d = '']) => dayIn(yearNamed(today, y), m, d),
  ],
  [
    new RegExp(`${YEAR}(?:第)?([一二三四1-4])季度`, 'u'),
    (today, [, y = '', n = '']) => counted(n, (count) => quarter(yearNamed(today, y), count)),
  ],
  [
    new RegExp(`${YEAR}([上下])半年`, 'u'),
    (today, [, y = '', half]) => {
      const year = yearNamed(today, y)
      const begins = half === '上' ? 1 : 7
      return { from: firstOf(year, begins), to: firstOf(year, begins + 6) - 1 }
    },
  ],
  [
    new RegExp(
      `(?:${YEAR})?(?<![\\d个])(${NUMBER})月?(?:份)?(?:到|至|-|—|~)(${NUMBER})月(?:份)?(?![\\d一二三])`,
      'u',
    ),
    (today, [, y, a = '', b = '']) => monthsBetween(today, y, a, b),
  ],
  [
    new RegExp(`${YEAR}(${NUMBER})月(?:份)?(?![\\d一二三])`, 'u'),
    (today, [, y = '', n = '']) =>
      counted(n, (count) => (count > 12 ? undefined : month(yearNamed(today, y), count))),
  ],
  [
    /(?<!\d)(20\d\d)年(?:度|全年)?(?!\d|[一二三四五六七八九十])/u,
    (_today, [, y = '']) => ({ from: firstOf(Number(y), 1), to: firstOf(Number(y) + 1, 1) - 1 }),
  ],
  [/大前[天日]/u, ({ day }) => ({ from: day - 3, to: day - 3 })],
  [/前[天日](?:以来|开始|到现在|至今)/u, ({ day }) => ({ from: day - 2, to: day })],
  [
    /昨[天日](?:以来|开始|到现在|到今天|至今)|(?:这|近|最近)(?:一)?两[天日]|昨今两[天日]/u,
    ({ day }) => ({ from: day - 1, to: day }),
  ],
  [/前[天日]/u, ({ day }) => ({ from: day - 2, to: day - 2 })],
  [/昨[天日晚儿]个?/u, ({ day }) => ({ from: day - 1, to: day - 1 })],
  [/今[天日早儿晚]个?|当[天日]/u, ({ day }) => ({ from: day, to: day })],
  [/明[天日]/u, ({ day }) => ({ from: day + 1, to: day + 1 })],
  [/上上(?:个)?(?:周|星期|礼拜)/u, (today) => week(today, 2)],
  [
    /上(?:个)?(?:周|星期|礼拜)([一二三四五六日天])/u,
    (today, [, sign = '一']) => one(week(today, 1).from + weekdayOf(sign) - 1),
  ],
  [/上(?:个|一)?(?:周|星期|礼拜)(?!以)/u, (today) => week(today, 1)],
  [
    /(?:从)?(?:本|这)?(?:周|星期|礼拜)([一二三四五六日天])(?:以来|开始|到现在|到今天|至今)/u,
    (today, [, sign = '一']) => ({ from: latest(today, sign), to: today.day }),
  ],
  [
    /(?:本|这)(?:周|星期|礼拜)([一二三四五六日天])/u,
    (today, [, sign = '一']) => one(week(today, 0).from + weekdayOf(sign) - 1),
  ],
  [/下(?:个|一)?(?:周|星期|礼拜)/u, (today) => week(today, -1)],
  [/(?:本|这)(?:一|个)?(?:周|星期|礼拜)/u, (today) => week(today, 0)],
  [/(?:周|星期|礼拜)([一二三四五六日天])/u, (today, [, sign = '一']) => one(latest(today, sign))],
  [
    new RegExp(`${JUST}(${NUMBER})(?:来)?[天日]`, 'u'),
    (today, [, n = '']) => counted(n, (count) => lastDays(today, count)),
  ],
  [
    new RegExp(`${JUST}(${NUMBER}|半)个?(?:多)?(?:周|星期|礼拜)`, 'u'),
    (today, [, n = '']) => counted(n, (count) => lastDays(today, count * 7)),
  ],
  [
    new RegExp(`${JUST}(${NUMBER})个?月`, 'u'),
    (today, [, n = '']) => counted(n, (count) => lastDays(today, count * 30)),
  ],
  [/(?:最近|近|过去|这)半个月/u, (today) => lastDays(today, 15)],
  [/(?:最近|近|过去|这)半年/u, (today) => lastDays(today, 182)],
  [/(?:最近|近|过去|这)一年/u, (today) => lastDays(today, 365)],
  [/(?:最近|近|这)(?:这)?几[天日]|这些[天日]/u, (today) => lastDays(today, 3)],
  [/上上个?月/u, (today) => month(today.year, today.month - 2)],
  [/上个?月/u, (today) => month(today.year, today.month - 1)],
  [/(?:本|这|当)个?月|月初(?:以来|到现在|至今)?/u, (today) => month(today.year, today.month)],
  [/上个?季度/u, (today) => quarter(today.year, quarterOf(today) - 1)],
  [/(?:本|这)个?季度/u, (today) => quarter(today.year, quarterOf(today))],
  [/第?([一二三四1-4])季度/u, (today, [, n = '']) => counted(n, (count) => quarter(today.year, count))],
  [/上半年/u, ({ year }) => ({ from: firstOf(year, 1), to: firstOf(year, 7) - 1 })],
  [/下半年/u, ({ year }) => ({ from: firstOf(year, 7), to: firstOf(year + 1, 1) - 1 })],
  [/去年/u, ({ year }) => ({ from: firstOf(year - 1, 1), to: firstOf(year, 1) - 1 })],
  [
    /今年|本年度?|年初以来|年内|开年/u,
    ({ year }) => ({ from: firstOf(year, 1), to: firstOf(year + 1, 1) - 1 }),
  ],
  [
    new RegExp(`(${NUMBER})月(?:份)?(${NUMBER})[日号](以来|开始|至今|到现在|之后)?`, 'u'),
    (today, [, m = '', d = '', since]) => namedDay(today, m, d, since),
  ],
  [
    new RegExp(`(?<![\\d个])(${NUMBER})月(?:份)?(以来|至今|到现在)?`, 'u'),
    (today, [, n = '', since]) => namedMonths(today, n, since),
  ],
  [/最近|近期|近来|近日|这段时间|这阵子?/u, (today) => lastDays(today, 7)],
]

const one = (day: number): Days => ({ from: day, to: day })
/** The most recent such weekday, today included. */
const latest = ({ day, weekday }: Today, sign: string) => day - ((weekday - weekdayOf(sign) + 7) % 7)

/** 半 of a week is no whole number of days and means a few. */
function counted(words: string, days: (count: number) => Days | undefined): Days | undefined {
  const count = words === '半' ? 1 : readNumber(words)
  return count === undefined || count === 0 ? undefined : days(count)
}

const yearNamed = ({ year }: Today, words: string) =>
  /\d/u.test(words) ? Number(words.slice(0, 4)) : year - ['今年', '去年', '前年'].indexOf(words)

/** 1到9月; 11到2月 runs into the year after. */
function monthsBetween(today: Today, named: string | undefined, a: string, b: string): Days | undefined {
  const first = readNumber(a) ?? 0
  const last = readNumber(b) ?? 0
  if (first < 1 || first > 12 || last < 1 || last > 12) return undefined
  const year = named === undefined ? namedMonth(today, first) : yearNamed(today, named)
  return { from: firstOf(year, first), to: firstOf(last < first ? year + 1 : year, last + 1) - 1 }
}

function namedMonths(today: Today, words: string, since: string | undefined): Days | undefined {
  const number = readNumber(words)
  if (number === undefined || number < 1 || number > 12) return undefined
  const days = month(namedMonth(today, number), number)
  return since === undefined ? days : { from: days.from, to: today.day }
}

function namedDay(today: Today, months: string, days: string, since: string | undefined): Days | undefined {
  const named = dayIn(namedMonth(today, readNumber(months) ?? 0), months, days)
  return named === undefined || since === undefined ? named : { from: named.from, to: today.day }
}

function dayIn(year: number, months: string, days: string): Days | undefined {
  const number = readNumber(months)
  const day = readNumber(days)
  if (number === undefined || day === undefined || number < 1 || number > 12 || day < 1 || day > 31)
    return undefined
  return one(firstOf(year, number) + day - 1)
}

export interface FoundPeriod {
  readonly period: Period
  /** As it was said. */
  readonly words: string
}

/** The first period named in the words. A year's or month's end that is still to come counts as it is: nothing lies there yet. */
export function findPeriod(text: string, at: Date): FoundPeriod | undefined {
  const said = toHalfWidth(text)
  const { weekday, year, month: number } = shanghaiTime(at)
  const today: Today = { day: dayNumber(at), weekday: weekday === 0 ? 7 : weekday, year, month: number }
  for (const [words, daysOf] of ROWS) {
    const found = words.exec(said)
    const days = found === null ? undefined : daysOf(today, found)
    if (found === null || days === undefined) continue
    return { period: periodOf(days, found[0], year), words: found[0] }
  }
  return undefined
}

/** The last `count` days, today included. */
export function lastDaysPeriod(count: number, words: string, at: Date): Period {
  const day = dayNumber(at)
  return periodOf({ from: day - count + 1, to: day }, words, shanghaiTime(at).year)
}

/** From today on: what falls due soon lies ahead. */
export function nextDaysPeriod(count: number, words: string, at: Date): Period {
  const day = dayNumber(at)
  return periodOf({ from: day, to: day + count - 1 }, words, shanghaiTime(at).year)
}

function periodOf({ from, to }: Days, words: string, year: number): Period {
  const days = from === to ? dayLabel(from, year) : `${dayLabel(from, year)}至${dayLabel(to, year)}`
  return {
    from: dayOf(shanghaiMidnight(from)),
    to: dayOf(shanghaiMidnight(to)),
    label: `${words}（${days}）`,
  }
}

function dayLabel(number: number, thisYear: number): string {
  const { year, month: one, day } = shanghaiTime(shanghaiMidnight(number))
  return `${year === thisYear ? '' : `${year}年`}${one}月${day}日`
}
