import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countsFor } from '../../../src/features/visits/visit.ts'
import { scopeOf } from '../../../src/kernel/directory.ts'
import { ROSTER } from './roster.ts'

const visit = (more: Partial<Parameters<typeof countsFor>[0]>) => ({
  leader: 'tan',
  deputy: null,
  day: '2026-03-04',
  companies: ['tiege'],
  chambers: [],
  state: 'recorded' as const,
  ...more,
})

describe('what a visit counts for', () => {
  it('a firm of a chamber answered for counts for its leader, under the chamber', () => {
    expect(countsFor(visit({}), ROSTER)).toEqual([{ leader: 'tan', company: 'tiege', chamber: 'cast' }])
  })
  it('a firm of another’s is recorded and counts for nobody', () => {
    expect(countsFor(visit({ companies: ['qinghe'] }), ROSTER)).toEqual([])
  })
  it('by the responsibilities of its own day, not of today', () => {
    const before = visit({ companies: ['sumai'], day: '2026-02-10' })
    expect(countsFor(before, ROSTER)).toEqual([{ leader: 'tan', company: 'sumai', chamber: 'food' }])
    expect(countsFor({ ...before, day: '2026-03-04' }, ROSTER)).toEqual([])
  })
  it('who stands in on that day fulfils the duty of whom they stand in for', () => {
    const own = visit({ leader: 'shi' })
    expect(countsFor(own, ROSTER)).toEqual([{ leader: 'tan', company: 'tiege', chamber: 'cast' }])
    expect(countsFor({ ...own, day: '2026-04-02' }, ROSTER)).toEqual([])
    expect(countsFor(visit({ deputy: 'shi', day: '2026-04-02' }), ROSTER)).toHaveLength(1)
  })
  it('a chamber as a whole', () => {
    expect(countsFor(visit({ companies: [], chambers: ['cast', 'food'] }), ROSTER)).toEqual([
      { leader: 'tan', company: null, chamber: 'cast' },
    ])
  })
  it('a withdrawn one counts for nothing', () => {
    expect(countsFor(visit({ state: 'withdrawn' }), ROSTER)).toEqual([])
  })
})

it('nothing counts beyond what the leader, or who went, answered for on the day', () => {
  const people = fc.constantFrom('tan', 'shi', 'tan2')
  const days = fc.constantFrom('2025-12-31', '2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01')
  fc.assert(
    fc.property(
      people,
      fc.option(people),
      days,
      fc.subarray([...ROSTER.companies.keys()]),
      fc.subarray([...ROSTER.chambers.keys()]),
      (leader, deputy, day, companies, chambers) => {
        const counted = countsFor({ leader, deputy, day, companies, chambers, state: 'recorded' }, ROSTER)
        const scopes = [leader, deputy ?? leader].map((code) => scopeOf(ROSTER, code, day))
        for (const one of counted) {
          const theirs = scopes.some(({ companies: firms, chambers: wholes }) =>
            one.company === null ? wholes.has(one.chamber ?? '') : firms.has(one.company),
          )
          expect(theirs).toBe(true)
        }
      },
    ),
  )
})
