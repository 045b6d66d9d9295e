import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createPersonalCodec } from '../../../src/adapters/storage/personal-codec.ts'

const codec = createPersonalCodec(new Uint8Array(32).fill(7))
const other = createPersonalCodec(new Uint8Array(32).fill(8))
const text = fc.string({ unit: 'grapheme' })
const keyError = expect.objectContaining({ code: 'personal-key' })

describe('a sealed value', () => {
  it('opens to what was sealed, and shows nothing of it', () => {
    fc.assert(
      fc.property(text, text, (plain, purpose) => {
        const sealed = codec.seal(plain, purpose)
        expect(codec.open(sealed, purpose)).toBe(plain)
        expect(sealed).toMatch(/^v1\.[0-9a-f]{8}\.[\w-]+$/)
      }),
    )
    expect(codec.seal('138-0000-0001', 'phone')).not.toContain('0000')
  })

  it('is another text every time, so that equal phones cannot be told by looking', () => {
    expect(codec.seal('a', 'phone')).not.toBe(codec.seal('a', 'phone'))
  })

  it('does not open for another purpose', () => {
    fc.assert(
      fc.property(text, text, text, (plain, one, two) => {
        fc.pre(one !== two)
        expect(() => codec.open(codec.seal(plain, one), two)).toThrow(keyError)
      }),
    )
  })

  it('does not open once a single bit was changed', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.integer({ min: 0, max: 7 }), (plain, place, bit) => {
        const [version, id, content = ''] = codec.seal(plain, 'phone').split('.')
        const bytes = Buffer.from(content, 'base64url')
        const index = place % bytes.length
        bytes[index] = (bytes[index] ?? 0) ^ (1 << bit)
        expect(() => codec.open(`${version}.${id}.${bytes.toString('base64url')}`, 'phone')).toThrow(keyError)
      }),
    )
  })

  it('says which key it wants when it is opened with another, and what to do', () => {
    const sealed = codec.seal('a', 'phone')
    expect(() => other.open(sealed, 'phone')).toThrow(
      new RegExp(`${codec.keyId}.*${other.keyId}.*NIANGJIA_KEY`),
    )
  })

  it.each(['', '138-0000-0001', 'v2.00000000.AAAA', `v1.${codec.keyId}.AAAA`, `v1.${codec.keyId}`, 'v1..'])(
    'is not taken for one when it reads %j',
    (sealed) => {
      expect(() => codec.open(sealed, 'phone')).toThrow(keyError)
    },
  )
})

describe('a keyed digest', () => {
  it('is the same for the same text and purpose, and only then', () => {
    fc.assert(
      fc.property(text, text, text, text, (plainA, purposeA, plainB, purposeB) => {
        const isSame = plainA === plainB && purposeA === purposeB
        expect(codec.digest(plainA, purposeA) === codec.digest(plainB, purposeB)).toBe(isSame)
        expect(codec.digest(plainA, purposeA)).toBe(codec.digest(plainA, purposeA))
      }),
    )
    expect(codec.digest('bc', 'a')).not.toBe(codec.digest('c', 'ab'))
  })

  it('cannot be computed without the key', () => {
    expect(codec.digest('138-0000-0001', 'phone')).not.toBe(other.digest('138-0000-0001', 'phone'))
  })
})

describe('a key', () => {
  it('of the wrong length is refused', () => {
    expect(() => createPersonalCodec(new Uint8Array(16))).toThrow(keyError)
  })
})
