/** Working time in China: the official calendar of each year, with its make-up workdays (调休). Pure. */
import { BUNDLED_YEARS } from './bundled-calendars.ts'
import type { CalendarYear } from './calendar-year.ts'
import { dayNumber, shanghaiMidnight } from './clock.ts'
import { HouseError } from './errors.ts'

/** Minutes since midnight. */
export type OfficeHours = readonly { readonly from: number; readonly to: number }[]

/** 8:30–12:00 and 14:00–17:30, as most county offices keep; a federation may pass its own. */
export const OFFICE_HOURS: OfficeHours = [
  { from: 510, to: 720 },
  { from: 840, to: 1050 },
]

export type Calendar = {
  readonly years: ReadonlySet<number>
  /** Day numbers (see `dayNumber`) that are off although the week says otherwise, and the reverse. */
  readonly off: ReadonlySet<number>
  readonly makeUp: ReadonlySet<number>
  readonly hours: OfficeHours
}

/** No calendar is loaded for this year, so nothing can be promised in it. */
export type MissingYear = { readonly missingYear: number }

/** The years whose notices come with the program. */
export const bundledYears: readonly number[] = BUNDLED_YEARS.map(({ year }) => year)

/**
 * Puts years together, bundled ones by number and imported ones whole; an imported year replaces the
 * bundled one of the same number. A notice may move days of the December before it (as 2019's did):
 * they take effect once it is loaded, and open deadlines are then to be computed anew.
 * @throws HouseError `calendar` for a number that is not bundled.
 */
export function loadCalendar(
  years: readonly (number | CalendarYear)[] = bundledYears,
  hours: OfficeHours = OFFICE_HOURS,
): Calendar {
  const byYear = new Map(years.map(findYear).map((year) => [year.year, year]))
  const off = new Set<number>()
  const makeUp = new Set<number>()
  for (const { holidays } of byYear.values()) {
    for (const holiday of holidays) {
      const last = numberOfDay(holiday.to)
      for (let day = numberOfDay(holiday.from); day <= last; day++) off.add(day)
      for (const day of holiday.makeUp) makeUp.add(numberOfDay(day))
    }
  }
  return { years: new Set(byYear.keys()), off, makeUp, hours }
}

function findYear(year: number | CalendarYear): CalendarYear {
  if (typeof year !== 'number') return year
  const bundled = BUNDLED_YEARS.find((candidate) => candidate.year === year)
  if (!bundled) throw missing(year)
  return bundled
}

/** What kind of day it is in China, or which year must be loaded to know. */
export function kindOfDay(date: Date, calendar: Calendar): 'working' | 'free' | MissingYear {
  return kindOf(dayNumber(date), calendar)
}

/**
 * True on a working day, make-up workdays included. For the question "may we write now", which must
 * not fail in January, ask `kindOfDay`.
 * @throws HouseError `calendar` where that year is not loaded: never a guess.
 */
export function isWorkingDay(date: Date, calendar: Calendar): boolean {
  const kind = kindOfDay(date, calendar)
  if (typeof kind === 'string') return kind === 'working'
  throw missing(kind.missingYear)
}

/** The sentence that staff and operators read wherever a year is missing. */
export const missingYearSentence = (year: number) =>
  `没有 ${year} 年的工作日历，时限算不出来。请加载国务院办公厅当年的放假通知：工作人员私聊娘家发“工作日历 ${year}”加通知正文，或运行 npx niangjia calendar add 文件。`

const missing = (year: number) => new HouseError('calendar', missingYearSentence(year))

/**
 * The moment a deadline ends. `days` counts from the day after `from` and ends when the offices close on
 * the last one (Civil Code art. 201 para. 1 and art. 203); `hours` counts office hours from `from` on
 * (art. 201 para. 2). With both, the hours follow the days. Emergencies run in real time and do not belong here.
 * @returns the year to load where the deadline, or a day on the way, lies in one that is not.
 */
export function addWorkingTime(
  from: Date,
  length: { readonly days?: number; readonly hours?: number },
  calendar: Calendar,
): Date | MissingYear {
  const ofDays = length.days ? addDays(from, length.days, calendar) : from
  return length.hours && ofDays instanceof Date ? addHours(ofDays, length.hours, calendar) : ofDays
}

function addDays(from: Date, days: number, calendar: Calendar): Date | MissingYear {
  let day = dayNumber(from)
  for (let left = days; left > 0; ) {
    const kind = kindOf(++day, calendar)
    if (typeof kind !== 'string') return kind
    if (kind === 'working') left--
  }
  return moment(day, calendar.hours.at(-1)?.to ?? 24 * 60)
}

function addHours(from: Date, hours: number, calendar: Calendar): Date | MissingYear {
  let left = hours * 60
  let day = dayNumber(from)
  for (let minute = (from.getTime() - moment(day, 0).getTime()) / 60_000; ; day++, minute = 0) {
    const kind = kindOf(day, calendar)
    if (typeof kind !== 'string') return kind
    if (kind === 'free') continue
    for (const period of calendar.hours) {
      const begin = Math.max(minute, period.from)
      const room = Math.max(0, period.to - begin)
      // What ends with a period ends there, not when the next one begins.
      if (left <= room) return moment(day, begin + left)
      left -= room
    }
  }
}

/**
 * Working days begun after the day of `from`, up to and including the day of `to`: 0 within one day, 1 from Monday
 * to Tuesday. Negative where `to` is earlier.
 */
export function workingDaysBetween(from: Date, to: Date, calendar: Calendar): number | MissingYear {
  if (to < from) {
    const back = workingDaysBetween(to, from, calendar)
    return typeof back === 'number' ? -back : back
  }
  let count = 0
  const last = dayNumber(to)
  for (let day = dayNumber(from) + 1; day <= last; day++) {
    const kind = kindOf(day, calendar)
    if (typeof kind !== 'string') return kind
    if (kind === 'working') count++
  }
  return count
}

/** The same time of day, `days` working days earlier. */
export function workingDaysBefore(from: Date, days: number, calendar: Calendar): Date | MissingYear {
  const today = dayNumber(from)
  let day = today
  for (let left = days; left > 0; ) {
    const kind = kindOf(--day, calendar)
    if (typeof kind !== 'string') return kind
    if (kind === 'working') left--
  }
  return new Date(from.getTime() - (today - day) * 86_400_000)
}

function kindOf(day: number, calendar: Calendar): 'working' | 'free' | MissingYear {
  const year = new Date(day * 86_400_000).getUTCFullYear()
  if (!calendar.years.has(year)) return { missingYear: year }
  if (calendar.makeUp.has(day)) return 'working'
  // Day 0, the first of January 1970, was a Thursday.
  const weekday = (day + 4) % 7
  return calendar.off.has(day) || weekday === 0 || weekday === 6 ? 'free' : 'working'
}

function moment(day: number, minute: number): Date {
  return new Date(shanghaiMidnight(day).getTime() + minute * 60_000)
}

function numberOfDay(day: string): number {
  return Date.parse(day) / 86_400_000
}
