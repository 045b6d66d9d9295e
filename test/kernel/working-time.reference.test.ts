import { describe, expect, it } from 'vitest'
import { isoShanghai, shanghaiTime } from '../../src/kernel/clock.ts'
import { addWorkingTime, bundledYears, isWorkingDay, loadCalendar } from '../../src/kernel/working-days.ts'
import { addWorkingMinutes, shiftByPause, workingMinutesBetween } from '../../src/kernel/working-time.ts'

const MINUTE = 60_000
const HOUR_SETS = [
  [
    { from: 510, to: 720 },
    { from: 840, to: 1050 },
  ],
  [
    { from: 540, to: 720 },
    { from: 780, to: 1080 },
  ],
  [{ from: 480, to: 1020 }],
]
const calendars = HOUR_SETS.map((hours) => loadCalendar(bundledYears, hours))

/** A small generator of its own, so that the same 10,000 come each time. */
function seeded(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** The reference knows a calendar only as "is this minute worked", and walks. */
function reference(calendar: (typeof calendars)[number]) {
  const kinds = new Map<number, boolean>()
  function isWorked(minute: number): boolean {
    const day = Math.floor((minute + 480) / 1440)
    let works = kinds.get(day)
    if (works === undefined) {
      works = isWorkingDay(new Date((day * 1440 - 480 + 720) * MINUTE), calendar)
      kinds.set(day, works)
    }
    if (!works) return false
    const ofDay = (minute + 480) % 1440
    for (const { from, to } of calendar.hours) if (ofDay >= from && ofDay < to) return true
    return false
  }
  const lastMinute = calendar.hours.at(-1)?.to ?? 0
  return {
    /** The end of the minute in which the last worked one is used up. */
    afterMinutes(from: number, minutes: number): number {
      let minute = from
      for (let left = minutes; left > 0; minute++) if (isWorked(minute)) left--
      return minute
    },
    /** Days are counted by looking at each midnight on the way whether anything is worked until the next one. */
    afterDays(from: number, days: number): number {
      let left = days
      let minute = from
      let worked = false
      for (;;) {
        minute++
        if ((minute + 480) % 1440 === 0) worked = false
        else if (!worked && minute > from && isWorked(minute)) {
          worked = true
          const isFirstDay = Math.floor((minute + 480) / 1440) === Math.floor((from + 480) / 1440)
          if (!isFirstDay) left--
        }
        if (left === 0) return Math.floor((minute + 480) / 1440) * 1440 - 480 + lastMinute
      }
    },
    between(from: number, to: number): number {
      let count = 0
      for (let minute = from; minute < to; minute++) if (isWorked(minute)) count++
      return count
    },
  }
}

const walkers = calendars.map(reference)
const FIRST = Date.parse('2014-01-01T00:00:00+08:00') / MINUTE
const SPAN = Date.parse('2026-10-01T00:00:00+08:00') / MINUTE - FIRST
const date = (minute: number) => new Date(minute * MINUTE)
const show = (found: Date | { missingYear: number }) => (found instanceof Date ? isoShanghai(found) : found)

describe('10,000 deadlines against a reference that walks minute by minute', () => {
  it('6,000 in working days, up to thirty of them', { timeout: 60_000 }, () => {
    const next = seeded(20_140_101)
    for (let n = 0; n < 6_000; n++) {
      const which = next(3)
      const from = FIRST + next(SPAN)
      const days = 1 + next(next(4) === 0 ? 30 : 8)
      const ours = addWorkingTime(date(from), { days }, calendars[which] as (typeof calendars)[number])
      const theirs = date((walkers[which] as (typeof walkers)[number]).afterDays(from, days))
      expect(show(ours), `${days} working days from ${isoShanghai(date(from))}`).toBe(show(theirs))
    }
  })

  it('2,500 in working minutes and hours', { timeout: 60_000 }, () => {
    const next = seeded(20_150_903)
    for (let n = 0; n < 2_500; n++) {
      const which = next(3)
      const calendar = calendars[which] as (typeof calendars)[number]
      const from = FIRST + next(SPAN)
      const minutes = 1 + next(next(3) === 0 ? 3_000 : 480)
      const theirs = show(date((walkers[which] as (typeof walkers)[number]).afterMinutes(from, minutes)))
      const asked = `${minutes} working minutes from ${isoShanghai(date(from))}`
      expect(show(addWorkingMinutes(date(from), minutes, calendar)), asked).toBe(theirs)
      expect(show(addWorkingTime(date(from), { hours: minutes / 60 }, calendar)), asked).toBe(theirs)
    }
  })

  it('1,500 moved on by a pause', { timeout: 60_000 }, () => {
    const next = seeded(20_200_202)
    for (let n = 0; n < 1_500; n++) {
      const which = next(3)
      const calendar = calendars[which] as (typeof calendars)[number]
      const walker = walkers[which] as (typeof walkers)[number]
      const paused = FIRST + 10_000 + next(SPAN - 10_000)
      const woken = paused + next(20 * 1_440)
      const deadline = paused - 5_000 + next(20_000)
      const minutes = walker.between(paused, woken)
      expect(workingMinutesBetween(date(paused), date(woken), calendar)).toBe(minutes)
      const theirs = minutes === 0 ? deadline : walker.afterMinutes(deadline, minutes)
      expect(show(shiftByPause(date(deadline), date(paused), date(woken), calendar))).toBe(show(date(theirs)))
    }
  })

  it('the reference counts a make-up Saturday and leaves out a Monday within a holiday', () => {
    const walker = walkers[0] as (typeof walkers)[number]
    const minuteOf = (time: string) => Date.parse(`${time}+08:00`) / MINUTE
    expect(walker.between(minuteOf('2026-02-14T00:00'), minuteOf('2026-02-15T00:00'))).toBe(420)
    expect(walker.between(minuteOf('2026-02-23T00:00'), minuteOf('2026-02-24T00:00'))).toBe(0)
    expect(shanghaiTime(date(walker.afterDays(minuteOf('2026-02-13T09:00'), 1))).day).toBe(14)
  })
})
