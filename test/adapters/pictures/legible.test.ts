import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { text } from '../../../src/adapters/pictures/boxes.ts'
import { type Canvas, openCanvas } from '../../../src/adapters/pictures/canvas.ts'
import { KAI, SANS } from '../../../src/adapters/pictures/fonts.ts'
import { legible, radicalOf } from '../../../src/kernel/legible.ts'

let canvas: Canvas
beforeAll(async () => {
  canvas = await openCanvas()
})

const write = (words: string) => legible(words, canvas.has)
const look = async (words: string, fontFamily: string) => {
  const drawn = await canvas.draw({ width: 60, height: 60, root: text(words, { fontSize: 40, fontFamily }) })
  return Buffer.from(drawn).toString('base64')
}

/** Of people's and companies' names, beyond what every font has. */
const RARE = ['䶮', '喆', '𠮷', '㙍', '龘', '堃', '犇', '㼆', '𫖯', '𬀩', '𬭊', '〇', '鿍', '䲟']
const UNKNOWN = ['𥐕', '𩇔', '𥐖']

describe('a character of a name', () => {
  test.each(RARE)('%s is drawn as it is, in both types, and as nothing else', async (character) => {
    expect(write(character)).toBe(character)
    for (const family of [SANS, KAI]) {
      const drawn = await look(character, family)
      expect(drawn).not.toBe(await look('𥐕', family))
      expect(drawn).not.toBe(await look(character === '喆' ? '堃' : '喆', family))
    }
  })

  test('that no font has would be an empty box, and is described by its radical', async () => {
    const box = await look('𥐕', SANS)
    for (const character of UNKNOWN) expect(await look(character, SANS)).toBe(box)
    expect(write('欧阳𥐕')).toBe('欧阳〔石部〕')
    expect(write('𩇔𥐖')).toBe('〔雨部〕〔石部〕')
  })

  test('of another script that no font has, or of a private area, is the mark of a missing type', () => {
    expect(write('扎西ཀ')).toBe('扎西〓')
    expect(write('张\u{E000}\u{F0000}')).toBe('张〓〓')
  })

  test('that an old input method left in the private area is the one that was meant', () => {
    expect(write('\u{E863}喆')).toBe('䶮喆')
    expect(write('\u{E85D}\u{E864}')).toBe('䴔龻')
  })

  test('is filed under the radical that dictionaries file it under', () => {
    expect(['石', '𥐕', '河', '䶮', '一', '龥', '钅'].map(radicalOf)).toEqual([
      '石',
      '石',
      '水',
      '龍',
      '一',
      '龠',
      '金',
    ])
  })
})

describe('what is no part of a name', () => {
  test.each([
    ['爱心企业😀👍🏻', '爱心企业'],
    ['❤️奉献❤', '奉献'],
    ['👨‍👩‍👧‍👦一家', '一家'],
    ['🇨🇳红旗厂', '红旗厂'],
    ['1️⃣号', '1号'],
    ['\u{200B}周\u{202E}建\u{FEFF}国', '周建国'],
    ['张\t三\r\n李四　', '张 三 李四'],
    ['ＡＢ★旗舰店®', 'ＡＢ★旗舰店®'],
  ])('%j is drawn as %j', (written, drawn) => {
    expect(write(written)).toBe(drawn)
  })
})

test('nothing that anybody may write is drawn as a box, and drawing it again changes nothing', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.integer({ min: 0x20000, max: 0x323af }).map((code) => String.fromCodePoint(code)) }),
    fc.string({ unit: fc.integer({ min: 0xe000, max: 0xf8ff }).map((code) => String.fromCodePoint(code)) }),
  )
  fc.assert(
    fc.property(anything, (words) => {
      const written = write(words)
      for (const character of written) expect(canvas.has(character.codePointAt(0) ?? 0)).toBe(true)
      expect(write(written)).toBe(written)
    }),
    { numRuns: 500 },
  )
})
