import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { newTerm } from '../../../../src/features/appeals/extensions/new-term.ts'
import { addWorkingTime, loadCalendar } from '../../../../src/kernel/working-days.ts'

const calendar = loadCalendar()
const filedAt = new Date('2026-03-02T09:00:00+08:00')
const appeal = {
  filedAt,
  resolveDueAt: new Date('2026-03-05T17:30:00+08:00'),
  dueAt: null,
  pausedMinutes: 0,
}

test('it is counted in working days from where the term ends now', () => {
  expect(newTerm(appeal, 5, filedAt, calendar)).toMatchObject({
    kind: 'until',
    until: new Date('2026-03-12T17:30:00+08:00'),
  })
})

test('thirty working days from filing are the end, and how many are left is said', () => {
  const latest = addWorkingTime(filedAt, { days: 30 }, calendar)
  expect(newTerm(appeal, 27, filedAt, calendar)).toMatchObject({ kind: 'until', until: latest })
  expect(newTerm(appeal, 28, filedAt, calendar)).toEqual({ kind: 'too-long', latest, most: 27 })
})

test('the time somebody waited for the asker does not count against it', () => {
  const paused = { ...appeal, pausedMinutes: 7 * 60 }
  expect(newTerm(paused, 28, filedAt, calendar)).toMatchObject({ kind: 'until' })
})

test('a term that is past already is refused, one that nobody set too', () => {
  const late = new Date('2026-03-09T09:00:00+08:00')
  expect(newTerm(appeal, 1, late, calendar)).toMatchObject({ kind: 'too-short' })
  expect(newTerm({ ...appeal, resolveDueAt: null }, 1, late, calendar)).toEqual({ kind: 'no-term' })
})

test('past the loaded years the year is named, never a day guessed', () => {
  const december = new Date('2026-12-28T09:00:00+08:00')
  const due = new Date('2026-12-31T17:30:00+08:00')
  expect(newTerm({ ...appeal, filedAt: december, resolveDueAt: due }, 5, december, calendar)).toEqual({
    kind: 'no-calendar',
    year: 2027,
  })
})

test('a term that ends in a loaded year is granted where the longest would end in one that is not', () => {
  const november = new Date('2026-11-24T09:00:00+08:00')
  const due = new Date('2026-11-30T17:30:00+08:00')
  expect(newTerm({ ...appeal, filedAt: november, resolveDueAt: due }, 5, november, calendar)).toEqual({
    kind: 'until',
    from: due,
    until: new Date('2026-12-07T17:30:00+08:00'),
  })
})

test('whatever is asked for, it never ends later than thirty working days after filing, nor before it did', () => {
  const latest = addWorkingTime(filedAt, { days: 30 }, calendar) as Date
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), (days) => {
      const term = newTerm(appeal, days, filedAt, calendar)
      if (term.kind === 'until') {
        expect(term.until.getTime()).toBeLessThanOrEqual(latest.getTime())
        expect(term.until.getTime()).toBeGreaterThan(term.from.getTime())
      } else expect(term).toMatchObject({ kind: 'too-long', most: 27 })
    }),
  )
})
