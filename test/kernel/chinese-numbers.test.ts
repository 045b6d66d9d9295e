import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readNumber, readOrdinal, toHalfWidth } from '../../src/kernel/chinese-numbers.ts'

describe('a number is read however it is written', () => {
  it.each([
    ['7', 7],
    ['４２', 42],
    ['十', 10],
    ['十六', 16],
    ['二十', 20],
    ['三十五', 35],
    ['一百零八', 108],
    ['二百五', 250],
    ['两千三百', 2300],
    ['三千零六', 3006],
    ['一万二', 12_000],
    ['十五万', 150_000],
    ['八万零五百', 80_500],
    ['二〇二六', 2026],
    ['零三一三', 313],
    ['50万', 500_000],
    ['⑨', 9],
  ])('%s is %i', (text, number) => {
    expect(readNumber(text)).toBe(number)
  })

  it.each(['', '几', '三五成群', '3.5', '-2', '十十', '万', '一万万', '百', '二三十', 'abc'])(
    '%j is not one number',
    (text) => {
      expect(readNumber(text)).toBeUndefined()
    },
  )
})

describe('an ordinal means the same in every spelling', () => {
  it.each([
    '2',
    '２',
    '二',
    '2.',
    '2、',
    '（2）',
    '(二)',
    '②',
    '⑵',
    '❷',
    '2️⃣',
    '第二个',
    '第2项',
    '选2',
    '我选第二个',
    '2号',
    '二吧',
    ' 2 ',
  ])('%j means the second', (text) => {
    expect(readOrdinal(text)).toBe(2)
  })

  it.each(['0', '2个事', '二期', '第二天', '2点半', '二位领导好', '3.5', '两', '2和3'])(
    '%j chooses nothing',
    (text) => {
      expect(readOrdinal(text)).toBeUndefined()
    },
  )

  it('reads every list up to twenty in Chinese and in digits alike', () => {
    const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), (number) => {
        const tens = Math.floor(number / 10)
        const han = (tens === 0 ? '' : `${tens === 1 ? '' : digits[tens]}十`) + digits[number % 10]
        return readOrdinal(han) === number && readOrdinal(`${number}.`) === number
      }),
    )
  })
})

it('folding to half width keeps every position', () => {
  expect(toHalfWidth('ＡＢ　１２！')).toBe('AB 12!')
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => toHalfWidth(text).length === text.length))
})
