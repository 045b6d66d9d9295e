import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createVectors } from '../../../../src/features/policy/meaning/vectors.ts'

const unit = (...numbers: number[]) => Float32Array.from(numbers, (one) => one / Math.hypot(...numbers))

test('the nearest come first, and as many as were asked for', () => {
  const vectors = createVectors()
  vectors.add('north', unit(0, 1))
  vectors.add('east', unit(1, 0))
  vectors.add('north-east', unit(1, 1))
  expect(vectors.nearest(unit(0.1, 1), 2)).toEqual(['north', 'north-east'])
  expect(vectors.nearest(unit(1, -0.2), 3)).toEqual(['east', 'north-east', 'north'])
})

test('what is not kept makes room, and the others stay where they were', () => {
  const vectors = createVectors()
  for (const [name, vector] of [
    ['a', unit(1, 0, 0)],
    ['b', unit(0, 1, 0)],
    ['c', unit(0, 0, 1)],
  ] as const)
    vectors.add(name, vector)
  vectors.keep(new Set(['a', 'c', 'never']))
  expect(vectors.size).toBe(2)
  expect(vectors.has('b')).toBe(false)
  vectors.add('d', unit(0, 1, 1))
  expect(vectors.nearest(unit(0, 0.1, 1), 3)).toEqual(['c', 'd', 'a'])
})

test('a vector of another length is left out, and finds nothing', () => {
  const vectors = createVectors()
  vectors.add('two', unit(1, 0))
  vectors.add('three', unit(1, 0, 0))
  expect(vectors.has('three')).toBe(false)
  expect(vectors.nearest(unit(1, 0, 0), 5)).toEqual([])
})

test('one byte a number ranks a vector first beside itself', () => {
  const numbers = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 16, maxLength: 16 })
  fc.assert(
    fc.property(fc.array(numbers, { minLength: 2, maxLength: 8 }), (all) => {
      const units = all.filter((one) => Math.hypot(...one) > 0.1).map((one) => unit(...one))
      const far = units.filter((one, at) =>
        units.every((other, n) => n === at || one.reduce((sum, x, i) => sum + x * (other[i] ?? 0), 0) < 0.9),
      )
      const vectors = createVectors()
      for (const [at, one] of far.entries()) vectors.add(String(at), one)
      for (const [at, one] of far.entries()) expect(vectors.nearest(one, 1)).toEqual([String(at)])
    }),
  )
})
