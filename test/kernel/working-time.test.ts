import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isoShanghai } from '../../src/kernel/clock.ts'
import {
  type Calendar,
  loadCalendar,
  type MissingYear,
  workingDaysBetween,
} from '../../src/kernel/working-days.ts'
import {
  addWorkingMinutes,
  recount,
  shiftByPause,
  workingMinutesBetween,
} from '../../src/kernel/working-time.ts'

const calendar = loadCalendar()
const at = (text: string) => new Date(`${text}:00+08:00`)
const moments = fc.date({ min: at('2014-02-01T00:00'), max: at('2026-10-01T00:00'), noInvalidDate: true })
const minutes = fc.integer({ min: 0, max: 10_000 })

function sure<T>(found: T | MissingYear): T {
  if (typeof found === 'object' && found !== null && 'missingYear' in found)
    throw new Error('a year is missing')
  return found as T
}
const between = (from: Date, to: Date, of: Calendar = calendar) => sure(workingMinutesBetween(from, to, of))
const later = (from: Date, by: number, of: Calendar = calendar) => sure<Date>(addWorkingMinutes(from, by, of))

describe('working minutes', () => {
  it('are counted in office hours of working days only', () => {
    expect(between(at('2026-11-23T00:00'), at('2026-11-24T00:00'))).toBe(420)
    expect(between(at('2026-11-23T11:30'), at('2026-11-23T14:30'))).toBe(60)
    expect(between(at('2026-11-20T17:00'), at('2026-11-23T09:00'))).toBe(60)
    expect(between(at('2026-02-14T00:00'), at('2026-02-24T00:00'))).toBe(420)
    expect(between(at('2026-11-24T10:00'), at('2026-11-23T10:00'))).toBe(0)
  })

  it('added are found again between', () => {
    fc.assert(
      fc.property(moments, minutes, (from, by) => {
        expect(between(from, later(from, by))).toBeCloseTo(by, 6)
      }),
    )
  })

  it('of two stretches are those of both together', () => {
    fc.assert(
      fc.property(moments, moments, moments, (a, b, c) => {
        const [x, y, z] = [a, b, c].sort((one, other) => one.getTime() - other.getTime()) as [
          Date,
          Date,
          Date,
        ]
        expect(between(x, y) + between(y, z)).toBeCloseTo(between(x, z), 6)
      }),
      { numRuns: 40 },
    )
  })

  it('never lead back, and more of them never lead less far', () => {
    fc.assert(
      fc.property(moments, minutes, minutes, (from, one, other) => {
        const [less, more] = one < other ? [one, other] : [other, one]
        expect(later(from, less).getTime()).toBeGreaterThanOrEqual(from.getTime())
        expect(later(from, more).getTime()).toBeGreaterThanOrEqual(later(from, less).getTime())
      }),
    )
  })

  it('taken off before a deadline are those that are left until it', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 5_000 }), (deadline, by) => {
        const before = later(deadline, -by)
        expect(before.getTime()).toBeLessThan(deadline.getTime())
        expect(between(before, deadline)).toBeCloseTo(by, 6)
      }),
    )
  })

  it('say which year is missing, forwards and backwards', () => {
    expect(addWorkingMinutes(at('2026-12-31T17:00'), 60, calendar)).toEqual({ missingYear: 2027 })
    expect(addWorkingMinutes(at('2014-01-02T09:00'), -600, calendar)).toEqual({ missingYear: 2013 })
    expect(workingMinutesBetween(at('2026-12-31T17:00'), at('2027-01-01T09:00'), calendar)).toEqual({
      missingYear: 2027,
    })
  })
})

describe('a pause', () => {
  it('moves a deadline on by the working time that passed, over a weekend too', () => {
    const shifted = sure<Date>(
      shiftByPause(at('2026-11-24T17:30'), at('2026-11-20T16:30'), at('2026-11-23T10:00'), calendar),
    )
    expect(isoShanghai(shifted)).toBe('2026-11-25T11:00:00+08:00')
  })

  it('leaves as much working time as there was when it began, and never shortens', () => {
    fc.assert(
      fc.property(moments, minutes, minutes, (pausedAt, left, pause) => {
        const deadline = later(pausedAt, left)
        const wokenAt = later(pausedAt, pause)
        const shifted = sure<Date>(shiftByPause(deadline, pausedAt, wokenAt, calendar))
        expect(shifted.getTime()).toBeGreaterThanOrEqual(deadline.getTime())
        expect(between(wokenAt, shifted)).toBeCloseTo(left, 6)
      }),
    )
  })

  it('outside office hours moves nothing', () => {
    const deadline = at('2026-11-24T17:30')
    expect(shiftByPause(deadline, at('2026-11-20T18:00'), at('2026-11-23T08:00'), calendar)).toEqual(deadline)
  })
})

describe('a deadline counted again by another calendar', () => {
  const longer = loadCalendar([
    ...[...calendar.years].filter((year) => year !== 2026),
    // Invented days: a Tuesday off.
    { year: 2026, holidays: [{ name: '测试', from: '2026-11-24', to: '2026-11-24', makeUp: [] }] },
  ])

  it('moves by the day that became free', () => {
    const moved = sure<Date>(recount(at('2026-11-23T09:00'), at('2026-11-26T17:30'), calendar, longer))
    expect(isoShanghai(moved)).toBe('2026-11-27T17:30:00+08:00')
  })

  it('stays where nothing changed for it', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 9_000 }), (from, by) => {
        const deadline = later(from, by)
        expect(sure<Date>(recount(from, deadline, calendar, calendar)).getTime()).toBeCloseTo(
          deadline.getTime(),
          -2,
        )
      }),
    )
  })
})

describe('working days between', () => {
  it.each([
    ['the same day', '2026-11-23T09:00', '2026-11-23T17:00', 0],
    ['the next day, however early', '2026-11-23T17:00', '2026-11-24T00:01', 1],
    ['over a weekend', '2026-11-20T09:00', '2026-11-23T09:00', 1],
    ['over the Spring Festival', '2026-02-13T09:00', '2026-02-24T09:00', 2],
    ['backwards', '2026-11-24T09:00', '2026-11-23T09:00', -1],
  ])('counts %s', (_, from, to, days) => {
    expect(workingDaysBetween(at(from), at(to), calendar)).toBe(days)
  })
})
