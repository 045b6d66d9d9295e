/** 到11月30日, 周五前, 三个工作日内, 25日15:00: when something is to be, as people say it. Days in Asia/Shanghai. Pure. */
import { readNumber, toHalfWidth } from './chinese-numbers.ts'
import { dayNumber, shanghaiDate, shanghaiMidnight, shanghaiTime } from './clock.ts'
import { addWorkingTime, type Calendar, type MissingYear } from './working-days.ts'

/** A day with its hour where one was said, or so many working days from now. */
export type SpokenMoment =
  | { readonly kind: 'day'; readonly day: number; readonly minute?: number }
  | { readonly kind: 'workingDays'; readonly days: number }

export interface FoundMoment {
  readonly moment: SpokenMoment
  /** As they were said, in half-width signs, for taking them out of the text; the hour may stand apart from the day. */
  readonly words: readonly string[]
}

const N = '(?:\\d{1,3}|[一二两三四五六七八九十]{1,3})'
const WEEK = '(?:周|星期|礼拜)'
const WEEKDAYS = '一二三四五六日天'
/** What belongs to a term and says nothing more. */
const BEFORE = '(?:(?:截止|截至|最晚|最迟|不晚于|停|暂停|延)?(?:到|至)|在|于|截止|期限|限| )*'
const AFTER = '(?:之前|以前|前|之内|以内|内|为止|止|截止)?'

interface Today {
  readonly day: number
  /** 1 is Monday, 7 Sunday. */
  readonly weekday: number
  readonly year: number
  readonly month: number
}

type Row = readonly [
  words: string,
  read: (found: readonly string[], today: Today) => SpokenMoment | undefined,
]

const onDay = (day: number): SpokenMoment => ({ kind: 'day', day })
const firstOf = (year: number, month: number) => dayNumber(shanghaiDate(year, month, 1))
const weekdayOf = (sign: string) => Math.min(WEEKDAYS.indexOf(sign) + 1, 7)
const counted = (words: string | undefined) => readNumber(words ?? '')
const later = (days: number | undefined): SpokenMoment | undefined =>
  days === undefined || days < 1 ? undefined : { kind: 'workingDays', days }

/** A day of a month that exists; without a year the next one that is not yet over. */
function named(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  today: Today,
): SpokenMoment | undefined {
  const m = counted(month) ?? 0
  const d = counted(day) ?? 0
  if (m < 1 || m > 12 || d < 1 || d > 31) return undefined
  const inYear = (y: number) => {
    const at = firstOf(y, m) + d - 1
    return shanghaiTime(shanghaiMidnight(at)).month === m ? at : undefined
  }
  if (year !== undefined) {
    const at = inYear(Number(year))
    return at === undefined ? undefined : onDay(at)
  }
  const at = inYear(today.year)
  // What lies far back means the year to come; what was last week is a slip, and is asked about.
  const meant = at !== undefined && at < today.day - 60 ? inYear(today.year + 1) : at
  return meant === undefined ? undefined : onDay(meant)
}

/** The first row that fits is meant, so longer words stand before those they contain. */
const ROWS: readonly Row[] = [
  [`(20\\d\\d)[年.\\-/](${N})[月.\\-/](${N})[日号]?`, ([, y, m, d], today) => named(y, m, d, today)],
  [`(${N})月(?:份)?(${N})[日号]?`, ([, m, d], today) => named(undefined, m, d, today)],
  [
    `(${N})月(?:份)?(?:底|末)`,
    ([, m = ''], today) => {
      const month = readNumber(m) ?? 0
      if (month < 1 || month > 12) return undefined
      return onDay(firstOf(today.year + (month < today.month ? 1 : 0), month + 1) - 1)
    },
  ],
  [`(${N})个?工作[日天]`, ([, n]) => later(counted(n))],
  ['半个?月', () => later(10)],
  [`(${N})个月`, ([, n]) => later((counted(n) ?? 0) * 20)],
  [`(${N})个?${WEEK}`, ([, n]) => later((counted(n) ?? 0) * 5)],
  ['大后[天日]', (_found, { day }) => onDay(day + 3)],
  ['后[天日]', (_found, { day }) => onDay(day + 2)],
  ['明[天日早晚]', (_found, { day }) => onDay(day + 1)],
  ['今[天日晚]|当[天日]', (_found, { day }) => onDay(day)],
  [
    `下(?:个|一)?${WEEK}([一二三四五六日天])`,
    ([, sign = '一'], { day, weekday }) => onDay(day - weekday + 7 + weekdayOf(sign)),
  ],
  [`下(?:个|一)?${WEEK}(?:末|内|之内)?`, (_found, { day, weekday }) => onDay(day - weekday + 12)],
  [
    `(?:本|这)(?:个)?${WEEK}([一二三四五六日天])`,
    ([, sign = '一'], { day, weekday }) => onDay(day - weekday + weekdayOf(sign)),
  ],
  // 周五 said on a Saturday is the coming one.
  [
    `${WEEK}([一二三四五六日天])`,
    ([, sign = '一'], { day, weekday }) => onDay(day + ((weekdayOf(sign) - weekday + 7) % 7)),
  ],
  [
    `(?:本|这)(?:个)?${WEEK}(?:末|内|之内)?`,
    (_found, { day, weekday }) => onDay(day + Math.max(0, 5 - weekday)),
  ],
  ['下个?月(?:底|末)', (_found, { year, month }) => onDay(firstOf(year, month + 2) - 1)],
  ['(?:本|这|当)?个?月(?:底|末|内)', (_found, { year, month }) => onDay(firstOf(year, month + 1) - 1)],
  ['年(?:底|末|内)|年前', (_found, { year }) => onDay(firstOf(year + 1, 1) - 1)],
  [`(?<![\\d月])(${N})(?:天|日)(?=之?内|以内|前|后|[^\\d]|$)`, ([, n]) => later(counted(n))],
  [`(?<![\\d月])(\\d{1,2})[号]`, ([, d], today) => dayOfMonth(Number(d), today)],
  [
    '(?<![\\d.])(1[0-2]|0?[1-9])[./](3[01]|[12]\\d|0?[1-9])(?![\\d.])',
    ([, m, d], today) => named(undefined, m, d, today),
  ],
]

function dayOfMonth(date: number, today: Today): SpokenMoment | undefined {
  if (date < 1 || date > 31) return undefined
  const first = firstOf(today.year, today.month)
  const here = first + date - 1
  return onDay(here >= today.day ? here : firstOf(today.year, today.month + 1) + date - 1)
}

const HOUR = new RegExp(
  `(上午|早上|早晨|中午|下午|傍晚|晚上|晚)?\\s*(?:([01]?\\d|2[0-3])[:：]([0-5]\\d)|(${N})(?:点(?:钟)?|时(?![间候长]))(?:(半)|(${N})分?|整)?)${AFTER}`,
  'u',
)

/** 15:00, 下午3点半, 九点; minutes since midnight. */
export function findHour(text: string): { readonly minute: number; readonly words: string } | undefined {
  const found = HOUR.exec(toHalfWidth(text))
  if (found === null) return undefined
  const [words, part = '', hours, minutes, spoken, half, rest] = found
  const hour = Number(hours ?? counted(spoken) ?? 25)
  const afternoon = /下午|傍晚|晚/u.test(part) || (part === '中午' && hour < 3)
  // 三点 of an office is in the afternoon, whoever says so.
  const isLate = hour < 12 && (afternoon || (part === '' && spoken !== undefined && hour < 7))
  const minute = (isLate ? hour + 12 : hour) * 60 + Number(minutes ?? (half ? 30 : (counted(rest) ?? 0)))
  return minute >= 24 * 60 ? undefined : { minute, words: words.trim() }
}

/** The first moment named in the words; undefined where none is. */
export function findMoment(text: string, now: Date): FoundMoment | undefined {
  const said = toHalfWidth(text)
  const { weekday, year, month } = shanghaiTime(now)
  const today: Today = { day: dayNumber(now), weekday: weekday === 0 ? 7 : weekday, year, month }
  for (const [words, read] of ROWS) {
    const found = new RegExp(`${BEFORE}(?:${words})${AFTER}`, 'u').exec(said)
    const moment = found === null ? undefined : read(found as unknown as string[], today)
    if (found === null || moment === undefined) continue
    const whole = found[0].trim()
    if (moment.kind === 'workingDays') return { moment, words: [whole] }
    // 今晚8点: the evening stands in the day's word.
    const hour = findHour(said.replace(whole, whole.endsWith('晚') ? ' 晚' : ' '))
    if (hour === undefined) return { moment, words: [whole] }
    return {
      moment: { ...moment, minute: hour.minute },
      words: [whole, hour.words.replace(/^晚(?!上)/u, whole.endsWith('晚') ? '' : '晚')],
    }
  }
  return undefined
}

/** The moment itself: without an hour when the offices close that day. The year to load where it is missing. */
export function momentAt(moment: SpokenMoment, now: Date, calendar: Calendar): Date | MissingYear {
  if (moment.kind === 'workingDays') return addWorkingTime(now, { days: moment.days }, calendar)
  const minute = moment.minute ?? calendar.hours.at(-1)?.to ?? 24 * 60
  return new Date(shanghaiMidnight(moment.day).getTime() + minute * 60_000)
}
