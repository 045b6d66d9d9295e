import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import {
  dayAndHour,
  dayOf,
  isoShanghai,
  manualClock,
  shanghaiDate,
  shanghaiTime,
  systemClock,
} from '../../src/kernel/clock.ts'

const monday = shanghaiDate(2026, 11, 23, 9, 0)
const minutes = (n: number) => new Date(monday.getTime() + n * 60_000)

describe('a clock moved by hand', () => {
  it('stands still until it is moved', () => {
    const clock = manualClock(monday)
    expect(clock.now()).toEqual(monday)
    expect(clock.nextAlarmAt()).toBeUndefined()
  })

  it('rings what falls due on the way, each at its own time and in order', () => {
    const clock = manualClock(monday)
    const rung: string[] = []
    const ring = (name: string) => () => rung.push(`${name} ${isoShanghai(clock.now()).slice(11, 16)}`)
    clock.at(minutes(30), ring('second'))
    clock.at(minutes(10), ring('first'))
    clock.at(minutes(30), ring('third'))
    clock.at(minutes(90), ring('later'))
    clock.advanceTo(minutes(60))
    expect(rung).toEqual(['first 09:10', 'second 09:30', 'third 09:30'])
    expect(clock.now()).toEqual(minutes(60))
    expect(clock.nextAlarmAt()).toEqual(minutes(90))
  })

  it('rings what an alarm sets while the clock is being moved, if it is due in the same move', () => {
    const clock = manualClock(monday)
    const rung: number[] = []
    const every10 = () => {
      rung.push((clock.now().getTime() - monday.getTime()) / 60_000)
      clock.at(new Date(clock.now().getTime() + 600_000), every10)
    }
    clock.at(minutes(10), every10)
    clock.advanceTo(minutes(35))
    expect(rung).toEqual([10, 20, 30])
  })

  it('never moves back', () => {
    const clock = manualClock(monday)
    clock.advanceTo(minutes(-60))
    expect(clock.now()).toEqual(monday)
  })

  it('does not ring an alarm that was taken back, not even by an alarm of the same moment', () => {
    const clock = manualClock(monday)
    const run = vi.fn()
    let cancel = () => {}
    clock.at(minutes(5), () => cancel())
    cancel = clock.at(minutes(5), run)
    clock.advanceTo(minutes(10))
    expect(run).not.toHaveBeenCalled()
  })

  it('keeps an alarm set for the past until the next move, also one that moves nowhere', () => {
    const clock = manualClock(monday)
    const run = vi.fn()
    clock.at(minutes(-5), run)
    expect(run).not.toHaveBeenCalled()
    clock.advanceTo(monday)
    expect(run).toHaveBeenCalledOnce()
    expect(clock.now()).toEqual(monday)
  })

  it('rings every alarm exactly once however it is moved', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 500 })),
        fc.array(fc.integer({ min: 0, max: 600 })),
        (alarms, moves) => {
          const clock = manualClock(monday)
          const rung: number[] = []
          for (const alarm of alarms) clock.at(minutes(alarm), () => rung.push(alarm))
          for (const move of moves) clock.advanceTo(minutes(move))
          clock.advanceTo(minutes(500))
          expect(rung).toEqual(alarms.toSorted((a, b) => a - b))
        },
      ),
    )
  })
})

describe('the machine’s clock', () => {
  it('waits for a date further off than a timer reaches, and never rings at once instead', () => {
    vi.useFakeTimers({ now: monday })
    try {
      const run = vi.fn()
      systemClock().at(minutes(60 * 24 * 60), run)
      vi.advanceTimersByTime(59 * 24 * 3_600_000)
      expect(run).not.toHaveBeenCalled()
      vi.advanceTimersByTime(24 * 3_600_000)
      expect(run).toHaveBeenCalledOnce()
    } finally {
      vi.useRealTimers()
    }
  })

  it('forgets an alarm that was taken back, also after its first long wait', () => {
    vi.useFakeTimers({ now: monday })
    try {
      const run = vi.fn()
      const cancel = systemClock().at(minutes(60 * 24 * 60), run)
      vi.advanceTimersByTime(40 * 24 * 3_600_000)
      cancel()
      vi.advanceTimersByTime(40 * 24 * 3_600_000)
      expect(run).not.toHaveBeenCalled()
    } finally {
      vi.useRealTimers()
    }
  })
})

describe('time as people in China read it', () => {
  it.each([
    ['2026-11-23T17:30:00+08:00', '今天 17:30'],
    ['2026-11-24T09:05:00+08:00', '周二 09:05'],
    ['2026-11-26T17:30:00+08:00', '周四 17:30'],
    ['2026-11-29T17:30:00+08:00', '周日 17:30'],
    ['2026-11-30T17:30:00+08:00', '11月30日（周一）17:30'],
    ['2026-11-22T23:59:00+08:00', '11月22日（周日）23:59'],
    ['2027-01-04T17:30:00+08:00', '2027年1月4日（周一）17:30'],
  ])('says %s as %s on a Monday', (date, said) => {
    expect(dayAndHour(new Date(date), monday)).toBe(said)
  })

  it('says the next day by its date on a Sunday, where a week ends', () => {
    expect(dayAndHour(monday, shanghaiDate(2026, 11, 22, 12))).toBe('11月23日（周一）09:00')
  })

  it('writes ISO 8601 with the offset and the day it is in China', () => {
    const lateEvening = new Date('2026-12-31T16:30:00.999Z')
    expect(isoShanghai(lateEvening)).toBe('2027-01-01T00:30:00+08:00')
    expect(dayOf(lateEvening)).toBe('2027-01-01')
    expect(shanghaiTime(lateEvening)).toEqual({
      year: 2027,
      month: 1,
      day: 1,
      weekday: 5,
      hour: 0,
      minute: 30,
    })
  })

  it('agrees with Intl at any moment since the last daylight saving', () => {
    const intl = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Asia/Shanghai',
      dateStyle: 'short',
      timeStyle: 'medium',
    })
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1992-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
        (date) => {
          expect(isoShanghai(date)).toBe(`${intl.format(date).replace(' ', 'T')}+08:00`)
          const { year, month, day, hour, minute } = shanghaiTime(date)
          expect(shanghaiDate(year, month, day, hour, minute).getTime()).toBe(
            Math.floor(date.getTime() / 60_000) * 60_000,
          )
        },
      ),
    )
  })
})
