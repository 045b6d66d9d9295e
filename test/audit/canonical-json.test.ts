import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../../src/audit/canonical-json.ts'

describe('canonical JSON', () => {
  it('gives one text for one value and different texts for different values', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value as never)
        expect(canonicalJson(JSON.parse(text))).toBe(text)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  it('sorts keys at every depth and leaves lists in their order', () => {
    expect(canonicalJson({ b: [2, 1], a: { 乙: null, 甲: true } })).toBe(
      '{"a":{"乙":null,"甲":true},"b":[2,1]}',
    )
  })
})
