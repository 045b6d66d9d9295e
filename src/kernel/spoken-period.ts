/** 什么时候: relative days as people say them, counted in Asia/Shanghai. Weeks begin on Monday. */
import { toHalfWidth } from './chinese-numbers.ts'
import { dayNumber, dayOf, shanghaiMidnight, shanghaiTime } from './clock.ts'
import type { Days, Today } from './days-named.ts'
import { ROWS } from './spoken-days.ts'
import { findFestival } from './spoken-festival.ts'

/** From the first moment of `from` to the last of `to`; days in Asia/Shanghai, `YYYY-MM-DD`. */
export interface Period {
  readonly from: string
  readonly to: string
  /** As it was said, with the days it means: 上个月（2月1日至2月28日）. */
  readonly label: string
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
    // 2月10号 is said once.
    label: words.replace('号', '日') === days ? days : `${words}（${days}）`,
  }
}

function dayLabel(number: number, thisYear: number): string {
  const { year, month: one, day } = shanghaiTime(shanghaiMidnight(number))
  return `${year === thisYear ? '' : `${year}年`}${one}月${day}日`
}
