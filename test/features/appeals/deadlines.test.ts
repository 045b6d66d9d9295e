import { expect, test } from 'vitest'
import { formatNumber, shortNumber, yearOf } from '../../../src/features/appeals/appeal-number.ts'
import { promisedAt, workingDaysFrom } from '../../../src/features/appeals/deadlines.ts'
import { isoShanghai } from '../../../src/kernel/clock.ts'
import { loadCalendar } from '../../../src/kernel/working-days.ts'

const calendar = loadCalendar()
const at = (time: string) => new Date(`${time}+08:00`)
const iso = (date: Date | null) => (date === null ? null : isoShanghai(date))

test('a plain matter is answered within three working days, an urgent one within one, at the close of business', () => {
  expect(iso(promisedAt('normal', at('2026-03-02T09:00:00'), calendar))).toBe('2026-03-05T17:30:00+08:00')
  expect(iso(promisedAt('urgent', at('2026-03-06T16:00:00'), calendar))).toBe('2026-03-09T17:30:00+08:00')
})

test('an emergency is answered within the hour, at night and on holidays too', () => {
  expect(iso(promisedAt('critical', at('2026-10-01T23:30:00'), calendar))).toBe('2026-10-02T00:30:00+08:00')
})

test('nothing is promised into a year whose calendar is not known', () => {
  expect(promisedAt('normal', at('2026-12-31T09:00:00'), calendar)).toBeNull()
  expect(workingDaysFrom(5, at('2031-01-02T09:00:00'), calendar)).toBeNull()
})

test('numbers have at least four digits and begin anew with the year in China', () => {
  expect(formatNumber(2026, 7)).toBe('2026-0007')
  expect(formatNumber(2026, 12_345)).toBe('2026-12345')
  expect(shortNumber('2026-0007')).toBe('0007')
  expect(yearOf(new Date('2026-12-31T16:30:00Z'))).toBe(2027)
})
