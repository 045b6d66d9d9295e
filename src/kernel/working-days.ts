/** Working time in China: the official calendar of each year, with its make-up workdays (调休). Pure. */
import { z } from 'zod'
import year2024 from './calendars/2024.json' with { type: 'json' }
import year2025 from './calendars/2025.json' with { type: 'json' }
import year2026 from './calendars/2026.json' with { type: 'json' }
import { dayNumber, shanghaiMidnight } from './clock.ts'
import { HouseError } from './errors.ts'

const Day = z.iso.date()

/** The State Council's yearly notice (部分节假日安排的通知) as data. A make-up workday is always a weekend day. */
export const CalendarYear = z.object({
  year: z.number().int().min(2008).max(2100),
  notice: z.string().min(1),
  issuedOn: Day,
  holidays: z
    .array(
      z
        .object({
          name: z.string().min(1),
          from: Day,
          to: Day,
          makeUp: z.array(Day.refine(isWeekend, 'a make-up workday must be a Saturday or Sunday')),
        })
        .refine((holiday) => holiday.from <= holiday.to, 'a holiday ends on or after the day it begins'),
    )
    .min(1),
})
export type CalendarYear = z.infer<typeof CalendarYear>

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

const BUNDLED: readonly CalendarYear[] = [year2024, year2025, year2026]

/** The years whose notices come with the program. */
export const bundledYears: readonly number[] = BUNDLED.map((year) => year.year)

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
  const bundled = BUNDLED.find((candidate) => candidate.year === year)
  if (!bundled)
    throw new HouseError('calendar', `没有 ${year} 年的工作日历，请先导入国务院办公厅当年的放假安排。`)
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
  throw new HouseError(
    'calendar',
    `没有 ${kind.missingYear} 年的工作日历，请先导入国务院办公厅当年的放假安排。`,
  )
}

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

function isWeekend(day: string): boolean {
  const weekday = new Date(day).getUTCDay()
  return weekday === 0 || weekday === 6
}
