import { expect, it } from 'vitest'
import { mayTellAt, tellAt } from '../../../../src/features/policy/validity/ending-times.ts'

const at = (time: string) => new Date(`${time}:00+08:00`)

it('staff are told thirty days before, in the morning', () => {
  expect(tellAt('2026-03-31', at('2026-02-01T10:00'))).toEqual(at('2026-03-01T09:00'))
})

it('what is due already waits for the morning only at night', () => {
  expect(tellAt('2026-03-31', at('2026-03-20T22:30'))).toEqual(at('2026-03-21T09:00'))
  expect(tellAt('2026-03-31', at('2026-03-20T03:00'))).toEqual(at('2026-03-20T09:00'))
  expect(tellAt('2026-03-31', at('2026-03-20T11:00')) <= at('2026-03-20T11:00')).toBe(true)
  expect(
    [8, 9, 19, 20].map((hour) => mayTellAt(at(`2026-03-20T${String(hour).padStart(2, '0')}:00`))),
  ).toEqual([false, true, true, false])
})
