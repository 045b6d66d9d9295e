import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shanghaiDate } from '../../src/kernel/clock.ts'
import { DEFAULT_TERMS } from '../../src/kernel/terms.ts'
import { bundledYears, loadCalendar } from '../../src/kernel/working-days.ts'
import { departureOf, mayLeaveAt } from '../../src/mailings/departure.ts'

const calendar = loadCalendar(bundledYears, DEFAULT_TERMS.officeHours)
const hours = { quietHours: { from: 21 * 60, to: 8 * 60, freeDays: true }, calendar }
const NOW = { kind: 'now' } as const

/** Monday, the second of March 2026. */
const monday = (hour: number, minute = 0) => shanghaiDate(2026, 3, 2, hour, minute)

describe('a broadcast that is not urgent', () => {
  it('leaves at once in the day, and in the night waits for the morning', () => {
    expect(departureOf(NOW, undefined, monday(10), hours)).toEqual({ waits: false })
    expect(departureOf(NOW, undefined, monday(22), hours)).toEqual({
      at: shanghaiDate(2026, 3, 3, 8, 0),
      waits: true,
    })
  })

  it('of a Friday night waits for Monday', () => {
    const friday = shanghaiDate(2026, 3, 6, 21, 30)
    expect(departureOf(NOW, undefined, friday, hours).at).toEqual(shanghaiDate(2026, 3, 9, 8, 0))
  })

  it('leaves at the time that was asked for, and later where that would disturb', () => {
    const at = (date: Date) => ({ kind: 'at', at: date.toISOString() }) as const
    expect(departureOf(at(monday(15)), undefined, monday(10), hours)).toEqual({
      at: monday(15),
      waits: false,
    })
    expect(departureOf(at(monday(23)), undefined, monday(10), hours)).toEqual({
      at: shanghaiDate(2026, 3, 3, 8, 0),
      waits: true,
    })
    // What has passed means now.
    expect(departureOf(at(monday(9)), undefined, monday(10), hours)).toEqual({ waits: false })
  })

  it('for working hours only keeps to working days where the settings do not', () => {
    const lenient = { ...hours, quietHours: { ...hours.quietHours, freeDays: false } }
    const saturday = shanghaiDate(2026, 3, 7, 10, 0)
    expect(departureOf(NOW, undefined, saturday, lenient)).toEqual({ waits: false })
    expect(departureOf({ kind: 'workingHours' }, undefined, saturday, lenient).at).toEqual(
      shanghaiDate(2026, 3, 9, 8, 0),
    )
  })
})

it('an urgent one leaves whenever it is wanted', () => {
  expect(departureOf(NOW, '台风红色预警', monday(23), hours)).toEqual({ waits: false })
  const three = { kind: 'at', at: shanghaiDate(2026, 3, 3, 3, 0).toISOString() } as const
  expect(departureOf(three, '抢险', monday(23), hours)).toEqual({
    at: shanghaiDate(2026, 3, 3, 3, 0),
    waits: false,
  })
})

it('a yes that comes in the night lets it leave in the morning, and never before its time', () => {
  expect(mayLeaveAt(undefined, undefined, monday(23), hours)).toEqual(shanghaiDate(2026, 3, 3, 8, 0))
  expect(mayLeaveAt(monday(15), undefined, monday(10), hours)).toEqual(monday(15))
  expect(mayLeaveAt(monday(9), undefined, monday(10), hours)).toEqual(monday(10))
  expect(mayLeaveAt(undefined, '抢险', monday(23), hours)).toEqual(monday(23))
})

it('what is not urgent never leaves in quiet hours, whenever it was asked for and whenever it was agreed to', () => {
  const minute = fc.integer({ min: 0, max: 60 * 24 * 60 })
  const moment = minute.map((minutes) => new Date(shanghaiDate(2026, 2, 1).getTime() + minutes * 60_000))
  fc.assert(
    fc.property(moment, moment, (asked, now) => {
      const leaves = { kind: 'at', at: asked.toISOString() } as const
      const at = departureOf(leaves, undefined, now, hours).at ?? now
      // Asked again at that very moment, there is nothing to wait for.
      expect(departureOf(NOW, undefined, at, hours)).toEqual({ waits: false })
      expect(at.getTime()).toBeGreaterThanOrEqual(Math.max(asked.getTime(), now.getTime()))
    }),
  )
})
