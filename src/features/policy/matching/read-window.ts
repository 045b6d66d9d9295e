/** 申报时间: from when to when applications are taken, as documents and staff write it. Pure. */

import { toHalfWidth } from '../../../kernel/chinese-numbers.ts'
import { readPlain } from './read-amount.ts'

export interface ReadWindow {
  /** YYYY-MM-DD */
  readonly opensOn: string | null
  readonly closesOn: string | null
}

const N = '(\\d{1,2}|[一二三四五六七八九十]{1,3})'
/** Without a year only 月 makes a day of two numbers: 不高于5.5% is none. */
const DAY = `(?:(?:(\\d{4})[年.\\-/])${N}[月.\\-/]${N}[日号]?|${N}月${N}[日号]?)`
const SPAN = new RegExp(`${DAY}\\s*(?:起)?(?:至|到|-|—|–|~|～)+(?:次年|翌年)?\\s*${DAY}`, 'u')
const UNTIL = new RegExp(
  `(?:截止|截至|期限|到|至|于)(?:日期|时间)?(?:是|为|:|到|至|在)*\\s*${DAY}|${DAY}\\s*(?:之?前|以前|截止|为止)`,
  'u',
)
const FROM = new RegExp(`(?:自|从)\\s*${DAY}\\s*(?:起|开始)`, 'u')

/** Undefined where no day is named. A day without a year is the next that is not over. */
export function readWindow(text: string, today: string): ReadWindow | undefined {
  // 3.1-4.30 is how staff write days in a line of their own.
  const said = toHalfWidth(text)
    .replace(/\s+/gu, ' ')
    .replace(
      /^(\D{0,8})(\d{1,2})[./](\d{1,2})(?:(\D{1,3})(\d{1,2})[./](\d{1,2}))?(?=[^\d%％]{0,4}$)/u,
      (_all, head, m1, d1, to, m2, d2) =>
        to === undefined ? `${head}${m1}月${d1}日` : `${head}${m1}月${d1}日${to}${m2}月${d2}日`,
    )
  const span = SPAN.exec(said)
  if (span !== null) {
    const [[y1, m1, d1], [y2, m2, d2]] = daysOf(span)
    const closesOn = dayOf(y2 ?? y1, m2, d2, today)
    if (closesOn === undefined) return undefined
    const year = y1 ?? closesOn.slice(0, 4)
    const same = dayOf(year, m1, d1, today)
    // 11月1日至2月28日 without years begins in the year before.
    const opensOn =
      same !== undefined && same > closesOn && y1 === undefined
        ? dayOf(String(Number(year) - 1), m1, d1, today)
        : same
    return opensOn === undefined || opensOn > closesOn ? undefined : { opensOn, closesOn }
  }
  const until = UNTIL.exec(said)
  if (until !== null) {
    const [first, second] = daysOf(until)
    const [y, m, d] = first[1] === undefined ? second : first
    const closesOn = dayOf(y, m, d, today)
    return closesOn === undefined ? undefined : { opensOn: null, closesOn }
  }
  const from = FROM.exec(said)
  if (from === null) return undefined
  const [[y, m, d]] = daysOf(from)
  const opensOn = dayOf(y, m, d, today)
  return opensOn === undefined ? undefined : { opensOn, closesOn: null }
}

type Parts = readonly [year: string | undefined, month: string | undefined, day: string | undefined]

/** Each day of the pattern has five groups: with a year three, without one two. */
function daysOf(found: RegExpExecArray): readonly [Parts, Parts] {
  const parts = (at: number): Parts => [
    found[at],
    found[at + 1] ?? found[at + 3],
    found[at + 2] ?? found[at + 4],
  ]
  return [parts(1), parts(6)]
}

function dayOf(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  today: string,
): string | undefined {
  const [m = 0, d = 0] = [readPlain(month ?? ''), readPlain(day ?? '')]
  const inYear = (y: number) => {
    const date = new Date(Date.UTC(y, m - 1, d))
    return date.getUTCMonth() === m - 1 && d > 0 ? date.toISOString().slice(0, 10) : undefined
  }
  if (m < 1 || m > 12) return undefined
  if (year !== undefined) return inYear(Number(year))
  const thisYear = Number(today.slice(0, 4))
  const here = inYear(thisYear)
  return here !== undefined && here < today ? inYear(thisYear + 1) : here
}
