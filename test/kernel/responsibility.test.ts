import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  answeringFor,
  type Directory,
  deputiesOn,
  type Responsibility,
  responsibilityOn,
  responsibleLeader,
  scopeOf,
} from '../../src/kernel/directory.ts'

const byCode = <T extends { readonly code: string }>(rows: readonly T[]) =>
  new Map(rows.map((row) => [row.code, row]))

const rosterWith = (responsibilities: readonly Responsibility[]): Directory => ({
  version: 1,
  federation: '云岭县工商业联合会',
  chambers: byCode([
    { code: 'machinery', name: '农机商会' },
    { code: 'tea', name: '茶业商会' },
  ]),
  companies: byCode([
    { code: 'tianhe', name: '天禾农机', aliases: [], tags: [], chamber: 'machinery' },
    { code: 'wufeng', name: '五峰铸件', aliases: [], tags: [], chamber: 'machinery' },
    { code: 'lone', name: '独行货运', aliases: [], tags: [] },
  ]),
  units: new Map(),
  people: new Map(),
  groups: new Map(),
  responsibilities,
})

const ROSTER = rosterWith([
  { leader: 'jiang', chamber: 'machinery', from: '2025-01-01', until: '2026-03-06' },
  {
    leader: 'bai',
    chamber: 'machinery',
    from: '2026-03-07',
    deputies: [{ person: 'tang', from: '2026-04-01', until: '2026-04-15' }, { person: 'shi' }],
  },
  { leader: 'tang', company: 'wufeng', from: '2026-02-01' },
])

describe('who answered on a day', () => {
  it.each([
    ['tianhe', '2026-03-06', 'jiang'],
    ['tianhe', '2026-03-07', 'bai'],
    ['tianhe', '2024-12-31', undefined],
    ['wufeng', '2026-01-31', 'jiang'],
    ['wufeng', '2026-02-01', 'tang'],
    ['lone', '2026-03-07', undefined],
  ])('for %s on %s: %s', (company, day, leader) =>
    expect(responsibleLeader(ROSTER, company, day)).toBe(leader),
  )

  it('a chamber by itself is answered for as well', () => {
    expect(responsibilityOn(ROSTER, { chamber: 'machinery' }, '2026-03-07')?.leader).toBe('bai')
    expect(responsibilityOn(ROSTER, { chamber: 'tea' }, '2026-03-07')).toBeUndefined()
  })

  it('a deputy stands in on their days, one without days as long as the responsibility holds', () => {
    const one = ROSTER.responsibilities[1] as Responsibility
    expect(deputiesOn(one, '2026-03-31')).toEqual(['shi'])
    expect(deputiesOn(one, '2026-04-15')).toEqual(['tang', 'shi'])
    expect(deputiesOn(one, '2026-03-06')).toEqual([])
  })
})

describe('what a leader may read', () => {
  it('moves with the responsibility from its first day', () => {
    expect([...scopeOf(ROSTER, 'jiang', '2026-03-06').companies]).toEqual(['tianhe'])
    expect([...scopeOf(ROSTER, 'jiang', '2026-03-07').companies]).toEqual([])
    expect([...scopeOf(ROSTER, 'bai', '2026-03-07').chambers]).toEqual(['machinery'])
  })

  it('holds what they stand in for, on those days only', () => {
    expect([...scopeOf(ROSTER, 'tang', '2026-03-31').companies]).toEqual(['wufeng'])
    expect([...scopeOf(ROSTER, 'tang', '2026-04-01').companies]).toEqual(['tianhe', 'wufeng'])
    expect([...scopeOf(ROSTER, 'tang', '2026-04-01').chambers]).toEqual(['machinery'])
    expect([...scopeOf(ROSTER, 'tang', '2026-04-16').companies]).toEqual(['wufeng'])
  })

  const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-03-${String(n).padStart(2, '0')}`)
  const maybe = fc.option(day, { nil: undefined })
  const term = fc.record({ from: maybe, until: maybe }).map(({ from, until }) => ({
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
  }))
  const person = fc.constantFrom('a', 'b', 'c')
  const responsibility = fc
    .record({
      leader: person,
      of: fc.constantFrom({ company: 'tianhe' }, { company: 'wufeng' }, { chamber: 'machinery' }),
      term,
      deputies: fc.array(
        fc.record({ person, term }).map((one) => ({ person: one.person, ...one.term })),
        { maxLength: 2 },
      ),
    })
    .map((one): Responsibility => ({ leader: one.leader, ...one.of, ...one.term, deputies: one.deputies }))

  it('a company is in it exactly when they answer or stand in for it', () => {
    fc.assert(
      fc.property(fc.array(responsibility, { maxLength: 8 }), person, day, (all, who, on) => {
        const roster = rosterWith(all)
        const { companies } = scopeOf(roster, who, on)
        for (const company of roster.companies.keys()) {
          const one = responsibilityOn(roster, { company }, on)
          const is = one !== undefined && (one.leader === who || deputiesOn(one, on).includes(who))
          expect(companies.has(company)).toBe(is)
        }
      }),
    )
  })
})

describe('whom letters about an appeal go to', () => {
  const filed = { company: 'tianhe', chamber: 'machinery', leader: 'jiang' }
  it('is who answers today, whoever answered when it was filed', () => {
    expect(answeringFor(ROSTER, filed, '2026-03-06')).toEqual({ leader: 'jiang', deputies: [] })
    expect(answeringFor(ROSTER, filed, '2026-04-02')).toEqual({ leader: 'bai', deputies: ['tang', 'shi'] })
  })

  it('of a sealed one stays with the leader of a firm of their own, and else follows the chamber', () => {
    const sealed = { company: null, chamber: 'machinery' }
    expect(answeringFor(ROSTER, { ...sealed, leader: 'tang' }, '2026-03-07')?.leader).toBe('tang')
    expect(answeringFor(ROSTER, { ...sealed, leader: 'jiang' }, '2026-03-07')?.leader).toBe('bai')
  })
})
