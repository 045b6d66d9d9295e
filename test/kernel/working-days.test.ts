import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CalendarYear } from '../../src/kernel/calendar-year.ts'
import { isoShanghai } from '../../src/kernel/clock.ts'
import {
  addWorkingTime,
  bundledYears,
  isWorkingDay,
  kindOfDay,
  loadCalendar,
  workingDaysBefore,
} from '../../src/kernel/working-days.ts'

const calendar = loadCalendar()
const at = (text: string) => new Date(`${text}:00+08:00`)
const said = (answer: Date | { missingYear: number }) =>
  answer instanceof Date ? isoShanghai(answer).slice(0, 16) : answer

describe('a working day', () => {
  it('is a Sunday that was made one, and is not a Monday within a holiday', () => {
    expect(isWorkingDay(at('2026-02-14T10:00'), calendar)).toBe(true)
    expect(isWorkingDay(at('2026-02-23T10:00'), calendar)).toBe(false)
  })

  it('is judged by the day it is in China', () => {
    // Friday evening in London is Saturday in China.
    expect(isWorkingDay(new Date('2026-11-20T15:59:00Z'), calendar)).toBe(true)
    expect(isWorkingDay(new Date('2026-11-20T16:01:00Z'), calendar)).toBe(false)
  })

  it('is not guessed for a year that is not loaded', () => {
    expect(kindOfDay(at('2027-01-05T10:00'), calendar)).toEqual({ missingYear: 2027 })
    expect(() => isWorkingDay(at('2027-01-05T10:00'), calendar)).toThrow(/2027/)
    expect(() => loadCalendar([2027])).toThrow(expect.objectContaining({ code: 'calendar' }))
  })
})

describe('a deadline in working days', () => {
  it.each([
    ['on a Monday morning', '2026-11-23T09:00', 3, '2026-11-26T17:30'],
    ['late on a Monday evening, the day of the start not counted', '2026-11-23T22:00', 1, '2026-11-24T17:30'],
    ['on a Saturday', '2026-11-21T10:00', 1, '2026-11-23T17:30'],
    ['before the Spring Festival, with the make-up Saturday', '2026-02-13T16:00', 2, '2026-02-24T17:30'],
    [
      'before the National Day of 2025, which ran into the Mid-Autumn',
      '2025-09-30T09:00',
      3,
      '2025-10-11T17:30',
    ],
    ['over the New Year', '2025-12-31T09:00', 1, '2026-01-04T17:30'],
  ])('begun %s ends when the offices close', (_, from, days, due) => {
    expect(said(addWorkingTime(at(from), { days }, calendar))).toBe(due)
  })

  it('says which year to load as soon as the way leaves the loaded ones', () => {
    expect(said(addWorkingTime(at('2026-12-31T09:00'), { days: 1 }, calendar))).toEqual({ missingYear: 2027 })
    expect(said(addWorkingTime(at('2026-12-31T17:00'), { hours: 1 }, calendar))).toEqual({
      missingYear: 2027,
    })
    expect(said(addWorkingTime(at('2024-12-31T09:00'), { days: 1 }, loadCalendar([2024, 2026])))).toEqual({
      missingYear: 2025,
    })
  })

  it('is computed once the missing year’s notice is imported', () => {
    // Invented days: what is tested is that an imported year counts like a bundled one.
    const imported = CalendarYear.parse({
      year: 2027,
      notice: '测试用',
      issuedOn: '2026-11-30',
      holidays: [{ name: '元旦', from: '2027-01-01', to: '2027-01-03', makeUp: ['2027-01-09'] }],
    })
    const longer = loadCalendar([...bundledYears, imported])
    expect(said(addWorkingTime(at('2026-12-31T09:00'), { days: 6 }, longer))).toBe('2027-01-09T17:30')
  })

  it('never ends on a free day or outside the offices’ closing time, and grows with the days', () => {
    fc.assert(
      fc.property(
        fc.date({ min: at('2024-01-01T00:00'), max: at('2026-10-01T00:00'), noInvalidDate: true }),
        fc.integer({ min: 1, max: 30 }),
        (from, days) => {
          const due = addWorkingTime(from, { days }, calendar)
          const dayLonger = addWorkingTime(from, { days: days + 1 }, calendar)
          if (!(due instanceof Date) || !(dayLonger instanceof Date)) throw new Error('2026 is loaded')
          expect(isWorkingDay(due, calendar)).toBe(true)
          expect(isoShanghai(due).slice(11, 19)).toBe('17:30:00')
          expect(dayLonger.getTime()).toBeGreaterThan(due.getTime())
          expect(said(workingDaysBefore(dayLonger, 1, calendar))).toBe(said(due))
        },
      ),
    )
  })
})

describe('a deadline in office hours', () => {
  it.each([
    ['within the morning', '2026-11-23T09:00', 2, '2026-11-23T11:00'],
    ['over lunch', '2026-11-23T11:00', 2, '2026-11-23T15:00'],
    ['from within lunch', '2026-11-23T12:40', 1, '2026-11-23T15:00'],
    ['to the very end of the morning', '2026-11-23T09:00', 3, '2026-11-23T12:00'],
    ['from before the offices open', '2026-11-23T06:00', 1, '2026-11-23T09:30'],
    ['over a weekend', '2026-11-20T17:00', 1.5, '2026-11-23T09:30'],
    ['of more than a day', '2026-11-23T08:30', 8, '2026-11-24T09:30'],
  ])('runs %s', (_, from, hours, due) => {
    expect(said(addWorkingTime(at(from), { hours }, calendar))).toBe(due)
  })

  it('follows the days where both are given', () => {
    expect(said(addWorkingTime(at('2026-11-23T09:00'), { days: 1, hours: 1 }, calendar))).toBe(
      '2026-11-25T09:30',
    )
  })

  it('keeps other hours where the federation has them', () => {
    const allDay = loadCalendar(bundledYears, [{ from: 0, to: 1440 }])
    expect(said(addWorkingTime(at('2026-11-20T23:00'), { hours: 2 }, allDay))).toBe('2026-11-23T01:00')
    expect(said(addWorkingTime(at('2026-11-23T09:00'), { days: 1 }, allDay))).toBe('2026-11-25T00:00')
  })
})

describe('a yearly notice handed in as data', () => {
  const notice = { year: 2027, notice: '测试用', issuedOn: '2026-11-30' }
  const holiday = { name: '元旦', from: '2027-01-01', to: '2027-01-03', makeUp: [] as string[] }

  it.each([
    ['a make-up workday on a Monday', { ...holiday, makeUp: ['2027-01-04'] }],
    ['a holiday that ends before it begins', { ...holiday, to: '2026-12-31' }],
    ['a day that does not exist', { ...holiday, from: '2027-02-30' }],
  ])('is refused with %s', (_, wrong) => {
    expect(CalendarYear.safeParse({ ...notice, holidays: [wrong] }).success).toBe(false)
    expect(CalendarYear.safeParse({ ...notice, holidays: [holiday] }).success).toBe(true)
  })
})
