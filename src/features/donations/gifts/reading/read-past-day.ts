/** 昨天, 11月20日, 2026.11.20, 20号: the day on which something was booked. Pure; days in Asia/Shanghai. */
import { toHalfWidth } from '../../../../kernel/chinese-numbers.ts'
import { dayNumber, dayOf, shanghaiMidnight } from '../../../../kernel/clock.ts'

const BACK: Readonly<Record<string, number>> = { 今天: 0, 今日: 0, 昨天: 1, 昨日: 1, 前天: 2, 大前天: 3 }
const RULES: readonly RegExp[] = [
  /(?<!\d)(?<y>20\d\d)\s*[年./-]\s*(?<m>\d{1,2})\s*[月./-]\s*(?<d>\d{1,2})\s*[日号]?(?!\d)/u,
  /(?<!\d)(?<m>\d{1,2})\s*月\s*(?<d>\d{1,2})\s*[日号]?(?!\d)/u,
  /(?<!\d)(?<d>\d{1,2})\s*[日号](?!\d)/u,
]

/**
 * As `YYYY-MM-DD` with the words it was said in. Without a year or month the latest such day that is not to come.
 * `ahead`: the day lies ahead or is none of the calendar, and has to be asked about.
 */
export function readPastDay(
  text: string,
  now: Date,
): { readonly day: string; readonly words: string } | { readonly ahead: string } | undefined {
  const said = toHalfWidth(text)
  const back = /大前天|前天|昨[天日]|今[天日]/u.exec(said)?.[0]
  if (back !== undefined)
    return { day: dayOf(shanghaiMidnight(dayNumber(now) - (BACK[back] ?? 0))), words: back }
  for (const rule of RULES) {
    const found = rule.exec(said)
    if (found?.groups === undefined) continue
    const { y, m, d } = found.groups
    const today = dayOf(now)
    const day = latest(y, m, d ?? '', today)
    return day === undefined || day > today ? { ahead: found[0] } : { day, words: found[0] }
  }
  return undefined
}

function latest(y: string | undefined, m: string | undefined, d: string, today: string): string | undefined {
  const [year = 0, month = 0] = today.split('-').map(Number)
  if (y !== undefined) return existing(Number(y), Number(m), Number(d))
  for (let back = 0; back <= 12; back++) {
    const then = month - 1 - (m === undefined ? back : 0)
    const inYear = m === undefined ? year + Math.floor(then / 12) : year - back
    const inMonth = m === undefined ? (((then % 12) + 12) % 12) + 1 : Number(m)
    const day = existing(inYear, inMonth, Number(d))
    if (day !== undefined && day <= today) return day
    // A day of this year that is to come soon is a slip rather than a day of last year.
    if (day !== undefined && m !== undefined && Number(m) - month <= 6) return day
  }
  return undefined
}

function existing(year: number, month: number, date: number): string | undefined {
  const value = `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
  const at = new Date(`${value}T00:00:00Z`)
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== value ? undefined : value
}
