import { toHalfWidth } from '../../../kernel/chinese-numbers.ts'
import { dayOf } from '../../../kernel/clock.ts'

/** `2026-07-20/2026-08-20`: both days belong to it. */
const STORED = /^(\d{4}-\d{2}-\d{2})\/(\d{4}-\d{2}-\d{2})$/

export interface Period {
  readonly from: string
  readonly to: string
}

export function readStored(value: string): Period | undefined {
  const found = STORED.exec(value)
  return found ? { from: found[1] as string, to: found[2] as string } : undefined
}

const DAY = String.raw`(?:(\d{4})\s*[年./-]\s*)?(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*[日号]?`
const TO = String.raw`\s*(?:起)?\s*(?:至|到|[-—–~～]+)\s*`
const RANGE = new RegExp(
  `^(?:从|自)?\\s*(?:${DAY}|(即日|今天|今日))${TO}${DAY}\\s*(?:止|为止|结束)?[。.]?$`,
  'u',
)
/** 7月20日至30日 */
const SAME_MONTH = new RegExp(
  `^(?:从|自)?\\s*${DAY}${TO}(\\d{1,2})\\s*[日号]\\s*(?:止|为止|结束)?[。.]?$`,
  'u',
)

/**
 * From when to when, as people write it; the year may be left out. Gives the stored form, or the words as they
 * are: the gate then says that they were not understood, and nothing is guessed.
 */
export function readPeriod(words: string, now: Date): string {
  const text = toHalfWidth(words).trim()
  const today = dayOf(now)
  const thisYear = Number(today.slice(0, 4))
  const range = RANGE.exec(text)
  if (range) {
    const from = range[4] === undefined ? day(range[1], range[2], range[3], thisYear) : today
    const year = Number((from ?? today).slice(0, 4))
    const to = day(range[5], range[6], range[7], year)
    // 12月20日至1月10日 runs into the next year.
    const later =
      to !== undefined && from !== undefined && to < from && range[5] === undefined
        ? day(undefined, range[6], range[7], year + 1)
        : to
    return stored(from, later) ?? words
  }
  const same = SAME_MONTH.exec(text)
  return (
    (same && stored(day(same[1], same[2], same[3], thisYear), day(same[1], same[2], same[4], thisYear))) ??
    words
  )
}

const stored = (from: string | undefined, to: string | undefined) =>
  from === undefined || to === undefined ? undefined : `${from}/${to}`

/** Undefined for a day that no calendar has, such as 2月30日. */
function day(
  year: string | undefined,
  month: string | undefined,
  date: string | undefined,
  otherwise: number,
): string | undefined {
  const value = `${year ?? otherwise}-${(month ?? '').padStart(2, '0')}-${(date ?? '').padStart(2, '0')}`
  const at = new Date(`${value}T00:00:00Z`)
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== value ? undefined : value
}

/** 2026年7月20日至2026年8月20日 */
export function spokenPeriod(value: string): string {
  const period = readStored(value)
  if (period === undefined) return value
  const spoken = (one: string) => {
    const [year, month, date] = one.split('-')
    return `${year}年${Number(month)}月${Number(date)}日`
  }
  return `${spoken(period.from)}至${spoken(period.to)}`
}
