/** 上个月、三季度、3月7号: the rows of words that people say for days. The first that fits is meant. */

import { readNumber } from './chinese-numbers.ts'
import type { Days, Today } from './days-named.ts'
import {
  between,
  counted,
  dayIn,
  dayOfMonth,
  firstOf,
  lastDays,
  latest,
  month,
  monthsBetween,
  namedDay,
  namedMonth,
  namedMonths,
  one,
  quarter,
  quarterOf,
  since,
  third,
  week,
  weekdayOf,
  yearNamed,
} from './days-named.ts'

const NUMBER = '(?:\\d{1,3}|[一二两三四五六七八九十]{1,3})'

const YEAR = '(去年|今年|前年|20\\d\\d年)(?:度)?的?'

const JUST = '(?:最近|近|过去|这|前)'

type Row = readonly [words: RegExp, days: (today: Today, found: readonly string[]) => Days | undefined]

/** The first row that fits is meant, so longer words stand before those they contain. */
export const ROWS: readonly Row[] = [
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
