import { describe, expect, it } from 'vitest'
import { climbed, mayBeToldAt } from '../../../../src/features/appeals/ladder/ladder.ts'
import { withTerms } from '../../../../src/features/appeals/terms/terms-calendar.ts'
import { isoShanghai } from '../../../../src/kernel/clock.ts'
import { readTerms, type Terms } from '../../../../src/kernel/terms.ts'
import { loadCalendar } from '../../../../src/kernel/working-days.ts'

const calendar = loadCalendar()
const at = (time: string) => new Date(`${time}:00+08:00`)
const short = (date: Date | undefined) => (date === undefined ? undefined : isoShanghai(date).slice(0, 16))

describe('quiet hours', () => {
  it.each([
    ['by day', '2026-03-02T10:00', '2026-03-02T10:00'],
    ['at eight in the morning', '2026-03-02T08:00', '2026-03-02T08:00'],
    ['a minute before', '2026-03-02T07:59', '2026-03-02T08:00'],
    ['in the evening', '2026-03-02T21:00', '2026-03-03T08:00'],
    ['after midnight', '2026-03-03T00:30', '2026-03-03T08:00'],
    ['on a Friday night', '2026-03-06T22:00', '2026-03-09T08:00'],
    ['on a Saturday that is worked', '2026-02-14T10:00', '2026-02-14T10:00'],
    ['in the Spring Festival', '2026-02-16T10:00', '2026-02-24T08:00'],
    ['on a weekend of a year that is not loaded', '2027-01-09T10:00', '2027-01-11T08:00'],
  ])('%s', (_, now, then) => {
    expect(short(mayBeToldAt(at(now), 'normal', calendar))).toBe(then)
    expect(short(mayBeToldAt(at(now), 'critical', calendar))).toBe(now)
  })

  it('are those of the settings', () => {
    const own = withTerms(
      calendar,
      readTerms({ quietHours: { from: '12:00', to: '14:00', freeDays: false } }) as Terms,
    )
    expect(short(mayBeToldAt(at('2026-03-07T13:00'), 'urgent', own))).toBe('2026-03-07T14:00')
    expect(short(mayBeToldAt(at('2026-03-07T23:00'), 'urgent', own))).toBe('2026-03-07T23:00')
    const none = withTerms(
      calendar,
      readTerms({ quietHours: { from: '0:00', to: '0:00', freeDays: false } }) as Terms,
    )
    expect(short(mayBeToldAt(at('2026-03-07T03:00'), 'urgent', none))).toBe('2026-03-07T03:00')
  })
})

describe('the ladder', () => {
  const deadline = at('2026-03-05T17:30')
  const steps = (now: string) => climbed(deadline, 'normal', at(now), calendar)

  it('reminds beforehand, then climbs in working time, over a weekend too', () => {
    expect(short(steps('2026-03-04T09:00').nextAt)).toBe('2026-03-05T08:30')
    expect(steps('2026-03-04T09:00').steps).toEqual([])
    expect(steps('2026-03-05T09:00').steps.map(({ to }) => to)).toEqual(['handlers'])
    expect(short(steps('2026-03-05T09:00').nextAt)).toBe('2026-03-05T17:30')
    expect(steps('2026-03-05T17:30').steps.map(({ to }) => to)).toEqual(['head'])
    expect(short(steps('2026-03-06T17:30').nextAt)).toBe('2026-03-10T17:30')
    expect(steps('2026-03-10T17:30').steps.map(({ to }) => to)).toEqual(['head', 'staff', 'leader'])
    expect(steps('2026-03-10T17:30').nextAt).toBeUndefined()
  })

  it('is looked at again the day after where a year is missing', () => {
    const { nextAt } = climbed(at('2026-12-31T17:30'), 'normal', at('2026-12-31T17:30'), calendar)
    expect(short(nextAt)).toBe('2027-01-01T17:30')
  })
})
