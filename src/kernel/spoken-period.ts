/** 什么时候: relative days as people say them, counted in Asia/Shanghai. Weeks begin on Monday. */
import { readNumber, toHalfWidth } from './chinese-numbers.ts'
import { dayNumber, dayOf, shanghaiDate, shanghaiMidnight, shanghaiTime } from './clock.ts'
import { findFestival } from './spoken-festival.ts'

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
  [
    /(?<!\d)(20\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/u,
    (_, [, y, m = '', d = '']) => dayIn(Number(y), m, d),
  ],
  [
    new RegExp(
      `(?:从)?(?:${YEAR})?(${NUMBER})月(${NUMBER})[日号]?(?:到|至|-|—|~)(?:(${NUMBER})月)?(${NUMBER})[日号]`,
      'u',
    ),
    (today, [, y, m = '', d = '', m2 = m, d2 = '']) => {
      const year = y === undefined ? namedMonth(today, readNumber(m) ?? 0) : yearNamed(today, y)
      return between(dayIn(year, m, d), dayIn(year, m2, d2))
    },
  ],
  [
    new RegExp(
      `(?:从)?(?:${YEAR})?(${NUMBER})月(?:份)?(${NUMBER})[日号](?:到|至|-|—|~)(?:今天|现在|目前|如今)`,
      'u',
    ),
    (today, [, y, m = '', d = '']) => {
      const year = y === undefined ? namedMonth(today, readNumber(m) ?? 0) : yearNamed(today, y)
      return between(dayIn(year, m, d), lastDays(today, 1))
    },
  ],
  // 以来 and 到现在 end today, also where what they begin with is longer.
  [
    /(?:从|自)?(今年|去年|前年|本年|开年|年初|本月|这个月|月初|本周|这周|本季度|这个季度|上个?月|上周|上个?季度)(?:开始|起)?(?:以来|到现在|到今天|至今|到目前|截至目前|截止目前)/u,
    (today, [, begin = '']) => since(today, begin),
  ],
  [
    new RegExp(`(?:${YEAR})?(上上个?月|上个?月|本月|这个月|${NUMBER}月(?:份)?)([上中下])旬`, 'u'),
    (today, [, y, named = '', part = '']) => third(today, y, named, part),
  ],
  [
    new RegExp(`(?:${YEAR})?(上上个?月|上个?月|本月|这个月|${NUMBER}月(?:份)?)?(?:的)?([上下])半个?月`, 'u'),
    (today, [, y, named = '本月', part = '']) => {
      const days = third(today, y, named, '')
      if (days === undefined) return undefined
      return part === '上' ? { from: days.from, to: days.from + 14 } : { from: days.from + 15, to: days.to }
    },
  ],
  [
    new RegExp(
      `(上上个?月|上个?月|本月|这个月|${NUMBER}月(?:份)?)(?:的)?(${NUMBER})[日号](?:到|至|-|—|~)(?:月底|月末|(${NUMBER})[日号])`,
      'u',
    ),
    (today, [, named = '', a = '', b]) => {
      const days = third(today, undefined, named, '')
      const [first, last] = [readNumber(a), b === undefined ? undefined : readNumber(b)]
      if (days === undefined || first === undefined || first < 1 || first > 31) return undefined
      return { from: days.from + first - 1, to: last === undefined ? days.to : days.from + last - 1 }
    },
  ],
  [
    new RegExp(
      `(上上个?月|上个?月)(?:的)?(${NUMBER})[日号](?:那[天日]|当[天日])?(以来|开始|至今|到现在|之后|以后)?`,
      'u',
    ),
    (today, [, named = '', a = '', open]) => {
      const days = third(today, undefined, named, '')
      const first = readNumber(a)
      if (days === undefined || first === undefined || first < 1 || first > 31) return undefined
      const day = days.from + first - 1
      return { from: day, to: open === undefined ? day : today.day }
    },
  ],
  [
    new RegExp(`(?<![第\\d])(${NUMBER}|半)(天|周|个星期|个月|年)(?:以)?来(?!的|了|自)`, 'u'),
    (today, [, n = '', unit = '']) => {
      const each = { 天: 1, 周: 7, 个星期: 7, 个月: 30, 年: 365 }[unit] ?? 1
      if (n === '半') return lastDays(today, unit === '年' ? 182 : unit === '个月' ? 15 : 1)
      return counted(n, (count) => lastDays(today, count * each))
    },
  ],
  [/上(?:个)?(?:周|星期|礼拜)末/u, (today) => ({ from: week(today, 1).from + 5, to: week(today, 1).to })],
  [
    /(?:这(?:个)?|本)?周末/u,
    (today) => {
      const { from } = week(today, today.weekday >= 6 ? 0 : 1)
      return { from: from + 5, to: from + 6 }
    },
  ],
  [/([上中下])旬/u, (today, [, part = '']) => third(today, undefined, '本月', part)],
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
    new RegExp(`(?:${YEAR})?前([一二两三四1-4])个?季度`, 'u'),
    ({ year, ...today }, [, y, n = '']) =>
      counted(n, (count) => {
        const named = y === undefined ? year : yearNamed({ ...today, year }, y)
        return { from: firstOf(named, 1), to: firstOf(named, count * 3 + 1) - 1 }
      }),
  ],
  [
    new RegExp(`(?:${YEAR})?头(${NUMBER})个?月`, 'u'),
    ({ year, ...today }, [, y, n = '']) =>
      counted(n, (count) => {
        const named = y === undefined ? year : yearNamed({ ...today, year }, y)
        return { from: firstOf(named, 1), to: firstOf(named, count + 1) - 1 }
      }),
  ],
  [
    new RegExp(`(?:${YEAR})?第?([一二三四1-4])(?:到|至|-|—|~)第?([一二三四1-4])季度`, 'u'),
    (today, [, y, a = '', b = '']) => {
      const year = y === undefined ? today.year : yearNamed(today, y)
      return between(quarter(year, readNumber(a) ?? 1), quarter(year, readNumber(b) ?? 1))
    },
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
  [
    /(?:这个月|本月|(?<![\d.第月]))(\d{1,2}|[一二三四五六七八九十]{1,3})号(?:(?:那|当)[天日]|(?=[上下]午))?(以来|开始|之后|以后|至今|到现在)?(?<=[天日来始后今在]|月.{1,3}号|号(?=[上下]午))/u,
    (today, [, n = '', open]) => dayOfMonth(today, n, open),
  ],
  [/去年(?:的)?(?:这|本|同)(?:个)?月/u, ({ year, month: one }) => month(year - 1, one)],
  [/去年同期/u, () => undefined],
  [
    /上(?:个)?(?:周|星期|礼拜)([一二三四五六日天])(?:以来|开始|起|到现在|到今天|至今)/u,
    (today, [, sign = '一']) => ({ from: week(today, 1).from + weekdayOf(sign) - 1, to: today.day }),
  ],
  [/大前[天日]/u, ({ day }) => ({ from: day - 3, to: day - 3 })],
  [/前[天日](?:以来|开始|到现在|至今)/u, ({ day }) => ({ from: day - 2, to: day })],
  [
    /昨[天日](?:以来|开始|到现在|到今天|至今)|(?:这|近|最近)(?:一)?两[天日]|昨今两[天日]/u,
    ({ day }) => ({ from: day - 1, to: day }),
  ],
  [/前[天日儿](?:个)?/u, ({ day }) => ({ from: day - 2, to: day - 2 })],
  [/昨[天日晚儿]个?/u, ({ day }) => ({ from: day - 1, to: day - 1 })],
  [/今[天日早儿晚]个?|当[天日]/u, ({ day }) => ({ from: day, to: day })],
  [/明[天日儿](?:个)?/u, ({ day }) => ({ from: day + 1, to: day + 1 })],
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
  [/(?:最近|近|过去|这)(?:这)?(?:大)?半年(?:来|里|多)?/u, (today) => lastDays(today, 182)],
  [/(?:最近|近|过去|这)(?:这)?一年(?:来|里|多)?/u, (today) => lastDays(today, 365)],
  [
    new RegExp(`(?:最近|近|过去)(${NUMBER})年`, 'u'),
    (today, [, n = '']) => counted(n, (count) => (count > 10 ? undefined : lastDays(today, count * 365))),
  ],
  [/(?:最近|近|过去)(?:一个)?季度/u, (today) => lastDays(today, 90)],
  [/(?:最近|近|过去|这)(?:这)?几个月/u, (today) => lastDays(today, 90)],
  [/(?:最近|近|过去|这)(?:这)?几(?:周|个?星期|个?礼拜)/u, (today) => lastDays(today, 21)],
  [/(?:最近|近|过去)(?:一)?(?:周|个?星期|个?礼拜)/u, (today) => lastDays(today, 7)],
  [/(?:最近|近|过去)(?:一)?个?月/u, (today) => lastDays(today, 30)],
  [/前(?:些|几|一阵子?|段时间)[天日]?/u, (today) => lastDays(today, 7)],
  [/(?:最近|近|这)(?:这)?几[天日]|这些[天日]/u, (today) => lastDays(today, 3)],
  [/上上个?月/u, (today) => month(today.year, today.month - 2)],
  [/上(?:一)?(?:个)?月(?:份)?/u, (today) => month(today.year, today.month - 1)],
  [/下个?月/u, (today) => month(today.year, today.month + 1)],
  [/(?:本|这|当)(?:一)?个?月(?:份)?|月初(?:以来|到现在|至今)?/u, (today) => month(today.year, today.month)],
  [/上上个?季度/u, (today) => quarter(today.year, quarterOf(today) - 2)],
  [/上(?:个|一)?季度/u, (today) => quarter(today.year, quarterOf(today) - 1)],
  [/下个?季度/u, (today) => quarter(today.year, quarterOf(today) + 1)],
  [/(?:本|这)(?:一)?个?季度?/u, (today) => quarter(today.year, quarterOf(today))],
  [
    /第?([一二三四1-4])季(?:度|(?=[的办报新有,，。？?呢和跟比]|$))/u,
    (today, [, n = '']) => counted(n, (count) => quarter(today.year, count)),
  ],
  [/上半年/u, ({ year }) => ({ from: firstOf(year, 1), to: firstOf(year, 7) - 1 })],
  [/下半年/u, ({ year }) => ({ from: firstOf(year, 7), to: firstOf(year + 1, 1) - 1 })],
  [/前年/u, ({ year }) => ({ from: firstOf(year - 2, 1), to: firstOf(year - 1, 1) - 1 })],
  [/(?:去|上一?)年(?:度|全年)?/u, ({ year }) => ({ from: firstOf(year - 1, 1), to: firstOf(year, 1) - 1 })],
  [
    /今年|本年度?|全年|年初以来|年内|开年/u,
    ({ year }) => ({ from: firstOf(year, 1), to: firstOf(year + 1, 1) - 1 }),
  ],
  [
    new RegExp(`(${NUMBER})月(?:份)?(${NUMBER})[日号](以来|开始|至今|到现在|之后|以后|往后|起)?`, 'u'),
    (today, [, m = '', d = '', since]) => namedDay(today, m, d, since),
  ],
  [
    new RegExp(`(?<![\\d个])(${NUMBER})月(?:份)?(以来|至今|到现在)?`, 'u'),
    (today, [, n = '', since]) => namedMonths(today, n, since),
  ],
  [/最近|近期|近来|近日|这段时间|这阵子?/u, (today) => lastDays(today, 7)],
]

const between = (a: Days | undefined, b: Days | undefined): Days | undefined =>
  a === undefined || b === undefined || b.to < a.from ? undefined : { from: a.from, to: b.to }

/** 今年以来: from where it begins until today. */
function since(today: Today, begin: string): Days {
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
function third(today: Today, y: string | undefined, named: string, part: string): Days | undefined {
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
function dayOfMonth(today: Today, words: string, open: string | undefined): Days | undefined {
  const number = readNumber(words)
  if (number === undefined || number < 1 || number > 31) return undefined
  const first = firstOf(today.year, today.month)
  const begin = first + number - 1 <= today.day ? first : firstOf(today.year, today.month - 1)
  const day = begin + number - 1
  return { from: day, to: open === undefined ? day : today.day }
}

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
  // Q3 is the third quarter.
  const said = toHalfWidth(text)
  const { weekday, year, month: number } = shanghaiTime(at)
  const today: Today = { day: dayNumber(at), weekday: weekday === 0 ? 7 : weekday, year, month: number }
  const festival = findFestival(said, at)
  if (festival !== undefined)
    return { period: periodOf(festival.days, festival.words, year), words: festival.words }
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
