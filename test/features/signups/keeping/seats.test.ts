import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Entry } from '../../../../src/features/signups/chain.ts'
import { seat } from '../../../../src/features/signups/keeping/seats.ts'

const AT = new Date('2026-03-02T09:00:00+08:00')
const entry = (
  n: number,
  heads: number,
  company: string | undefined,
  state: Entry['state'] = 'in',
  seated = 0,
): Entry => ({
  id: `chain:1:${n}`,
  version: 1,
  chain: 'chain:1',
  n,
  shown: `某${n}`,
  ...(company === undefined ? {} : { company }),
  heads,
  state,
  by: 'x',
  seated,
  queued: n,
  listed: true,
  at: AT,
  changedAt: AT,
})

const entries = fc
  .array(
    fc.tuple(
      fc.integer({ min: 1, max: 5 }),
      fc.constantFrom('a', 'b', undefined),
      fc.constantFrom('in', 'withdrawn', 'doubtful'),
    ),
    { maxLength: 12 },
  )
  .map((all) =>
    all.map(([heads, company, state], n) => entry(n + 1, heads, company, state as Entry['state'])),
  )
const limits = fc.record({
  places: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }),
  perCompany: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
})
const without = ({ places, perCompany }: { places: number | undefined; perCompany: number | undefined }) => ({
  ...(places === undefined ? {} : { places }),
  ...(perCompany === undefined ? {} : { perCompany }),
})
const total = (all: readonly Entry[]) => all.reduce((sum, one) => sum + one.seated, 0)

test('no more are seated than there are places, in all and of a company', () => {
  fc.assert(
    fc.property(entries, limits, (all, limit) => {
      const now = seat(without(limit), all).entries
      expect(total(now)).toBeLessThanOrEqual(limit.places ?? Number.POSITIVE_INFINITY)
      for (const company of ['a', 'b'])
        expect(total(now.filter((one) => one.company === company))).toBeLessThanOrEqual(
          limit.perCompany ?? Number.POSITIVE_INFINITY,
        )
      for (const one of now) expect(one.seated).toBeLessThanOrEqual(one.state === 'in' ? one.heads : 0)
    }),
  )
})

test('whoever has a place keeps it whatever others do, and no place stays empty while somebody may have it', () => {
  fc.assert(
    fc.property(entries, limits, fc.nat(), (all, limit, pick) => {
      const before = seat(without(limit), all).entries
      const leaver = before[pick % Math.max(1, before.length)]
      const after = seat(
        without(limit),
        before.map((one) =>
          one.id === leaver?.id ? { ...one, state: 'withdrawn' as const, seated: 0 } : one,
        ),
      ).entries
      for (const one of after) {
        const was = before.find(({ id }) => id === one.id)?.seated ?? 0
        if (one.id !== leaver?.id) expect(one.seated).toBeGreaterThanOrEqual(was)
        const isFull = total(after) >= (limit.places ?? Number.POSITIVE_INFINITY)
        const own = total(after.filter(({ company }) => company === one.company))
        const isOwnFull = one.company !== undefined && own >= (limit.perCompany ?? Number.POSITIVE_INFINITY)
        if (one.state === 'in' && one.seated < one.heads) expect(isFull || isOwnFull).toBe(true)
      }
    }),
  )
})

test('a company at its limit lets others pass, and three of a firm that may send two have one waiting', () => {
  const { entries: now } = seat({ places: 4, perCompany: 2 }, [
    entry(1, 3, 'a'),
    entry(2, 1, 'b'),
    entry(3, 2, undefined),
  ])
  expect(now.map(({ seated }) => seated)).toEqual([2, 1, 1])
})
