import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bestOf } from '../../../../src/features/policy/search/best-of.ts'

it('the best few are those that sorting all of them would put first', () => {
  const values = fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 40 })
  fc.assert(
    fc.property(values, fc.integer({ min: 0, max: 8 }), fc.integer({ min: 1, max: 4 }), (all, top, each) => {
      // Each item has some values in a row; items of an even number are left out, every tenth place has none.
      const items = all.map((_, place) => (place % 10 === 9 ? undefined : `n${Math.floor(place / each)}`))
      const isLeftOut = (item: string) => Number(item.slice(1)) % 2 === 0
      const inOrder = (one: string, other: string) => Number(one.slice(1)) - Number(other.slice(1))
      const best = new Map<string, number>()
      for (const [place, value] of all.entries()) {
        const item = items[place]
        if (item !== undefined && value > 0 && !isLeftOut(item))
          best.set(item, Math.max(value, best.get(item) ?? 0))
      }
      const sorted = [...best].sort((one, other) => other[1] - one[1] || inOrder(one[0], other[0]))
      expect(
        bestOf(Float64Array.from(all), { top, itemOf: (place) => items[place], isLeftOut, inOrder }),
      ).toEqual(sorted.slice(0, top).map(([item]) => item))
    }),
  )
})
