import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { type Appeal, untouched } from '../../../src/features/appeals/appeal.ts'
import { formatNumber, shortNumber, yearOf } from '../../../src/features/appeals/appeal-number.ts'
import {
  afterPause,
  owedNext,
  reopenedTerms,
  retermed,
  termsOf,
  workingDaysFrom,
} from '../../../src/features/appeals/deadlines.ts'
import { withTerms } from '../../../src/features/appeals/terms/terms-calendar.ts'
import { categories, urgencies } from '../../../src/kernel/appeal-terms.ts'
import { isoShanghai } from '../../../src/kernel/clock.ts'
import { readTerms, type Terms } from '../../../src/kernel/terms.ts'
import { loadCalendar } from '../../../src/kernel/working-days.ts'
import { workingMinutesBetween } from '../../../src/kernel/working-time.ts'
import { APPEAL } from './county.ts'

const calendar = loadCalendar()
const at = (time: string) => new Date(`${time}:00+08:00`)
const short = (date: Date | null) => (date === null ? null : isoShanghai(date).slice(0, 16))
const MONDAY = at('2026-03-02T09:00')

function filed(urgency: Appeal['urgency'], when: Date): Appeal {
  const { contactDueAt, resolveDueAt, dueAt } = termsOf('financing', urgency, when, calendar)
  return { ...APPEAL, ...untouched, urgency, filedAt: when, contactDueAt, resolveDueAt, dueAt }
}

describe('on filing', () => {
  it.each([
    ['a plain matter', 'normal', '2026-03-02T09:00', '2026-03-03T17:30', '2026-03-11T17:30'],
    ['an urgent one on a Friday', 'urgent', '2026-03-06T16:00', '2026-03-09T17:30', '2026-03-11T17:30'],
    [
      'an emergency at night in a holiday',
      'critical',
      '2026-10-01T23:30',
      '2026-10-02T00:30',
      '2026-10-08T17:30',
    ],
    [
      'a plain one before the Spring Festival',
      'normal',
      '2026-02-12T10:00',
      '2026-02-13T17:30',
      '2026-02-28T17:30',
    ],
  ] as const)('%s is spoken about and resolved by', (_, urgency, from, contact, resolve) => {
    const terms = termsOf('financing', urgency, at(from), calendar)
    expect([short(terms.contactDueAt), short(terms.resolveDueAt), short(terms.dueAt)]).toEqual([
      contact,
      resolve,
      contact,
    ])
  })

  it('nothing is promised into a year whose calendar is not known, and the year is named', () => {
    expect(termsOf('other', 'normal', at('2026-12-31T09:00'), calendar)).toEqual({
      contactDueAt: null,
      resolveDueAt: null,
      dueAt: null,
      missingYear: 2027,
    })
    const late = termsOf('other', 'normal', at('2026-12-29T09:00'), calendar)
    expect([short(late.contactDueAt), late.resolveDueAt, late.missingYear]).toEqual([
      '2026-12-30T17:30',
      null,
      2027,
    ])
    expect(workingDaysFrom(5, at('2031-01-02T09:00'), calendar)).toBeNull()
  })

  it('an emergency has its hour also where no calendar is loaded', () => {
    expect(short(termsOf('utilities', 'critical', at('2031-01-01T00:10'), calendar).dueAt)).toBe(
      '2031-01-01T01:10',
    )
  })

  it('a county’s own limits hold, for a category too', () => {
    const terms = readTerms({
      limits: { normal: { resolve: { workingDays: 15 } } },
      byCategory: { utilities: { normal: { contact: { workingHours: 2 } } } },
    }) as Terms
    const own = withTerms(calendar, terms)
    expect(short(termsOf('utilities', 'normal', MONDAY, own).contactDueAt)).toBe('2026-03-02T11:00')
    expect(short(termsOf('utilities', 'normal', MONDAY, own).resolveDueAt)).toBe('2026-03-23T17:30')
    expect(short(termsOf('tax', 'normal', MONDAY, own).contactDueAt)).toBe('2026-03-03T17:30')
  })
})

describe('a change of urgency', () => {
  const changed = (
    from: Appeal['urgency'],
    to: Appeal['urgency'],
    when: string,
    contactedAt: Date | null = null,
  ) => {
    const before = { ...filed(from, MONDAY), contactedAt }
    const after = retermed(before, { category: before.category, urgency: to }, at(when), calendar)
    return [short(after.contactDueAt), short(after.resolveDueAt), short(after.dueAt)]
  }

  it('to something more pressing runs from the change and ends no later than it did', () => {
    expect(changed('normal', 'urgent', '2026-03-04T10:00')).toEqual([
      '2026-03-03T17:30',
      '2026-03-09T17:30',
      '2026-03-03T17:30',
    ])
    expect(changed('normal', 'critical', '2026-03-02T09:20')).toEqual([
      '2026-03-02T10:20',
      '2026-03-03T17:30',
      '2026-03-02T10:20',
    ])
  })

  it('to something less so has its limit from the filing and ends no sooner', () => {
    expect(changed('critical', 'normal', '2026-03-02T09:10')).toEqual([
      '2026-03-03T17:30',
      '2026-03-11T17:30',
      '2026-03-03T17:30',
    ])
  })

  it('leaves the word with the asker alone where there was one', () => {
    expect(changed('normal', 'urgent', '2026-03-04T10:00', MONDAY)[2]).toBe('2026-03-09T17:30')
  })

  it('never moves a deadline the wrong way', () => {
    const moments = fc.date({ min: at('2026-01-05T00:00'), max: at('2026-08-01T00:00'), noInvalidDate: true })
    fc.assert(
      fc.property(
        moments,
        fc.constantFrom(...urgencies),
        fc.constantFrom(...urgencies),
        fc.nat(20),
        (when, from, to, days) => {
          const before = filed(from, when)
          const later = new Date(when.getTime() + days * 86_400_000)
          const after = retermed(before, { category: 'financing', urgency: to }, later, calendar)
          const moved = (after.resolveDueAt?.getTime() ?? 0) - (before.resolveDueAt?.getTime() ?? 0)
          const rises = urgencies.indexOf(to) < urgencies.indexOf(from)
          expect(from === to ? moved === 0 : rises ? moved <= 0 : moved >= 0).toBe(true)
        },
      ),
    )
  })
})

describe('a pause', () => {
  it('moves what was not yet due and counts its working minutes', () => {
    const before = {
      ...filed('normal', MONDAY),
      contactedAt: MONDAY,
      pausedAt: at('2026-03-05T16:30'),
      pausedMinutes: 30,
    }
    const paused = { ...before, dueAt: owedNext(before) }
    const after = afterPause(paused, at('2026-03-09T09:30'), calendar)
    expect(after.pausedMinutes).toBe(30 + 60 + 420 + 60)
    expect(short(after.resolveDueAt)).toBe('2026-03-13T10:30')
    expect(after.dueAt).toEqual(after.resolveDueAt)
    expect(after.contactDueAt).toEqual(before.contactDueAt)
  })

  it('never brings a deadline nearer, whatever the kind of matter', () => {
    const moments = fc.date({ min: at('2026-01-05T00:00'), max: at('2026-06-01T00:00'), noInvalidDate: true })
    fc.assert(
      fc.property(
        moments,
        fc.constantFrom(...categories),
        fc.constantFrom(...urgencies),
        fc.nat(40_000),
        (when, category, urgency, minutes) => {
          const appeal = { ...filed(urgency, when), category, pausedAt: new Date(when.getTime() + 60_000) }
          const woken = new Date(when.getTime() + minutes * 60_000)
          const after = afterPause(appeal, woken, calendar)
          for (const which of ['contactDueAt', 'resolveDueAt', 'dueAt'] as const)
            expect((after[which]?.getTime() ?? 0) - (appeal[which]?.getTime() ?? 0)).toBeGreaterThanOrEqual(0)
          const left = (due: Date | null, from: Date) =>
            workingMinutesBetween(from, due ?? from, calendar) as number
          if (woken > appeal.pausedAt)
            expect(left(after.resolveDueAt, woken)).toBeCloseTo(left(appeal.resolveDueAt, appeal.pausedAt), 4)
        },
      ),
    )
  })
})

test('reopened, both limits begin anew and somebody has to speak to the asker again', () => {
  const terms = reopenedTerms({ category: 'tax', urgency: 'urgent' }, at('2026-03-10T15:00'), calendar)
  expect([short(terms.contactDueAt), short(terms.resolveDueAt), terms.contactedAt]).toEqual([
    '2026-03-11T17:30',
    '2026-03-13T17:30',
    null,
  ])
})

test('numbers have at least four digits and begin anew with the year in China', () => {
  expect(formatNumber(2026, 7)).toBe('2026-0007')
  expect(formatNumber(2026, 12_345)).toBe('2026-12345')
  expect(shortNumber('2026-0007')).toBe('0007')
  expect(yearOf(new Date('2026-12-31T16:30:00Z'))).toBe(2027)
})
