import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isWorkday, nextDigestAt } from '../../../../src/features/oversight/told/digest-times.ts'
import { dayNumber, isoShanghai, shanghaiTime } from '../../../../src/kernel/clock.ts'
import { DEFAULT_TERMS } from '../../../../src/kernel/terms.ts'
import { loadCalendar } from '../../../../src/kernel/working-days.ts'

const calendar = loadCalendar()
const quiet = DEFAULT_TERMS.quietHours
const next = (after: string, wished: number | null = null) =>
  isoShanghai(nextDigestAt(new Date(after), wished, quiet, calendar)).slice(0, 16)

describe('when the next digest comes', () => {
  it('at eight on working days, make-up days included', () => {
    expect(next('2026-11-23T07:00:00+08:00')).toBe('2026-11-23T08:00')
    expect(next('2026-11-23T08:00:00+08:00')).toBe('2026-11-24T08:00')
    expect(next('2026-11-27T12:00:00+08:00')).toBe('2026-11-30T08:00')
    // 2026-09-30 is followed by the holiday, and the Saturday after it is worked.
    expect(next('2026-09-30T12:00:00+08:00')).toBe('2026-10-08T08:00')
    expect(next('2026-10-09T12:00:00+08:00')).toBe('2026-10-10T08:00')
  })

  it('the house waits for its quiet hours to end; an hour that was asked for does not', () => {
    const late = { from: 1260, to: 510, freeDays: true }
    const at = (wished: number | null) =>
      isoShanghai(nextDigestAt(new Date('2026-11-23T00:00:00+08:00'), wished, late, calendar)).slice(11, 16)
    expect(at(null)).toBe('08:30')
    expect(at(450)).toBe('07:30')
  })

  it('of a year that is not loaded weekends are guessed', () => {
    expect(next('2031-01-03T12:00:00+08:00')).toBe('2031-01-06T08:00')
  })

  it('is always later, on a working day, at the hour that was wished', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2026-01-05'), max: new Date('2026-12-20'), noInvalidDate: true }),
        fc.integer({ min: 300, max: 1260 }),
        (after, minute) => {
          const at = nextDigestAt(after, minute, quiet, calendar)
          expect(at.getTime()).toBeGreaterThan(after.getTime())
          expect(isWorkday(dayNumber(at), calendar)).toBe(true)
          const { hour, minute: past } = shanghaiTime(at)
          expect(hour * 60 + past).toBe(minute)
        },
      ),
    )
  })
})
