import { describe, expect, it } from 'vitest'
import type { DutyRule } from '../../../../src/features/visits/duties/duties.store.ts'
import { periodOf } from '../../../../src/features/visits/duties/duty-period.ts'
import { debtsOn, owing } from '../../../../src/features/visits/duties/owed.ts'
import { stageOn } from '../../../../src/features/visits/duties/remind-duties.ts'
import type { Visit } from '../../../../src/features/visits/visit.ts'
import type { Directory, Responsibility } from '../../../../src/kernel/directory.ts'
import { loadCalendar } from '../../../../src/kernel/working-days.ts'

const company = (code: string, chamber: string) => ({
  ...{ code, name: code, aliases: [], chamber, tags: [] },
})
const directoryOf = (responsibilities: readonly Responsibility[]): Directory => ({
  version: 1,
  federation: '县工商联',
  chambers: new Map(['iron', 'tea'].map((code) => [code, { code, name: code }])),
  companies: new Map(
    [company('forge', 'iron'), company('mill', 'iron'), company('leaf', 'tea')].map((one) => [one.code, one]),
  ),
  units: new Map(),
  people: new Map(),
  groups: new Map(),
  responsibilities,
})
const rule = (of: Partial<DutyRule> = {}): DutyRule => ({
  ...{ id: 'r', version: 1, kind: 'visit', per: 'chamber', every: 'quarter', count: 1 },
  ...{ from: '2026-01-01', until: null, setBy: 'song', setAt: new Date('2026-01-01T09:00:00+08:00') },
  ...of,
})
const visit = (day: string, of: Partial<Visit> = {}): Visit => ({
  ...{ id: 'visit:1', version: 1, number: 1, kind: 'visit', leader: 'wang', deputy: null, day },
  ...{ companies: [], chambers: [], team: [], place: null, words: '', sameness: '', state: 'recorded' },
  ...{ by: 'wang', at: new Date(`${day}T12:00:00+08:00`) },
  ...{ withdrawnBy: null, withdrawnAt: null, reason: null },
  ...of,
})
const WANG_BOTH: readonly Responsibility[] = [
  { leader: 'wang', chamber: 'iron' },
  { leader: 'wang', chamber: 'tea' },
]
/** `leader code owed` of what is still open. */
const open = (
  rules: readonly DutyRule[],
  visits: readonly Visit[],
  responsibilities: readonly Responsibility[] = WANG_BOTH,
  day = '2026-11-23',
) =>
  debtsOn(rules, visits, directoryOf(responsibilities), day)
    .filter((debt) => owing(debt) > 0)
    .map((debt) => `${debt.leader} ${debt.code} ${owing(debt)}`)

describe('what is owed', () => {
  it('without any rule, nothing', () => {
    expect(open([], [])).toEqual([])
  })

  it('for each chamber that one answers for, less what was done in the period', () => {
    expect(open([rule()], [])).toEqual(['wang iron 1', 'wang tea 1'])
    expect(open([rule()], [visit('2026-10-08', { chambers: ['iron'] })])).toEqual(['wang tea 1'])
    expect(open([rule()], [visit('2026-09-30', { chambers: ['iron'] })])).toHaveLength(2)
    expect(open([rule({ kind: 'meeting' })], [visit('2026-10-08', { chambers: ['iron'] })])).toHaveLength(2)
  })

  it('a visit to its companies counts once for the chamber, however many they were', () => {
    const both = visit('2026-10-08', { companies: ['forge', 'mill'] })
    expect(open([rule({ count: 2 })], [both])).toEqual(['wang iron 1', 'wang tea 2'])
    expect(open([rule({ per: 'company' })], [both])).toEqual(['wang leaf 1'])
  })

  it('more than asked for one chamber pays no other', () => {
    const twice = [
      visit('2026-10-08', { chambers: ['iron'] }),
      visit('2026-10-09', { id: 'visit:2', chambers: ['iron'] }),
    ]
    expect(open([rule()], twice)).toEqual(['wang tea 1'])
  })

  it('a withdrawn one counts for nothing, a deputy’s for whom they stood in', () => {
    expect(open([rule()], [visit('2026-10-08', { chambers: ['iron'], state: 'withdrawn' })])).toHaveLength(2)
    const duties: readonly Responsibility[] = [
      { leader: 'wang', chamber: 'iron', deputies: [{ person: 'li' }] },
    ]
    const byLi = visit('2026-10-08', { chambers: ['iron'], leader: 'wang', deputy: 'li' })
    expect(open([rule()], [byLi], duties)).toEqual([])
  })

  it('is whose it is on that day: who handed the chamber over owes nothing any more', () => {
    const changed: readonly Responsibility[] = [
      { leader: 'wang', chamber: 'iron', until: '2026-10-31' },
      { leader: 'zhao', chamber: 'iron', from: '2026-11-01' },
    ]
    expect(open([rule()], [], changed)).toEqual(['zhao iron 1'])
    expect(open([rule()], [], changed, '2026-10-31')).toEqual(['wang iron 1'])
  })

  it('by the rules that hold on the day alone', () => {
    expect(open([rule({ until: '2026-11-22' })], [])).toEqual([])
    expect(open([rule({ from: '2026-11-24' })], [])).toEqual([])
  })

  it('per leader any place counts', () => {
    const elsewhere = visit('2026-10-08', { companies: ['nowhere'] })
    expect(open([rule({ per: 'leader', count: 2 })], [elsewhere])).toEqual(['wang wang 1'])
  })
})

it('periods are those of the calendar', () => {
  expect(periodOf('quarter', '2026-11-23')).toEqual({ from: '2026-10-01', to: '2026-12-31' })
  expect(periodOf('quarter', '2024-02-29')).toEqual({ from: '2024-01-01', to: '2024-03-31' })
  expect(periodOf('halfYear', '2026-06-30')).toEqual({ from: '2026-01-01', to: '2026-06-30' })
  expect(periodOf('year', '2026-01-01')).toEqual({ from: '2026-01-01', to: '2026-12-31' })
})

it('is reminded 15 days and 3 working days before the end', () => {
  const calendar = loadCalendar()
  const stages = ['2026-09-14', '2026-09-15', '2026-09-24', '2026-09-26', '2026-09-30', '2026-10-01'].map(
    (day) => stageOn(day, '2026-09-30', calendar),
  )
  expect(stages[0]).toBeUndefined()
  expect(stages[1]).toBe('first')
  expect(stages[2]).toBe('last')
  expect(stages.slice(3)).toEqual(['last', 'last', undefined])
})
