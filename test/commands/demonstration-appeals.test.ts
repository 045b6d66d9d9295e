import { expect, it } from 'vitest'
import { timeOf } from '../../src/commands/demonstration-appeals.ts'

const MONDAY = new Date('2026-11-23T10:00:00+08:00')

it('offices of the demonstration worked on working days only', () => {
  expect(timeOf({ state: 'dispatched', daysAgo: 1, at: '09:30' }, MONDAY)).toEqual(
    new Date('2026-11-20T09:30:00+08:00'),
  )
})

it('what was filed a day ago came in yesterday, also when that was a Sunday', () => {
  expect(timeOf({ state: 'filed', daysAgo: 1, at: '15:20' }, MONDAY)).toEqual(
    new Date('2026-11-22T15:20:00+08:00'),
  )
  expect(timeOf({ state: 'filed', daysAgo: 2, at: '15:20' }, MONDAY)).toEqual(
    new Date('2026-11-19T15:20:00+08:00'),
  )
})
