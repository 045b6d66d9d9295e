import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { capitalFen, per10000, plainYuan, readFen, spokenFen, sumFen } from '../../src/kernel/money.ts'
import { readQuantity, spokenQuantity } from '../../src/kernel/quantity.ts'

describe('an amount as people write it', () => {
  it.each([
    ['5万', 5_000_000],
    ['5w', 5_000_000],
    ['0.5万', 500_000],
    ['三千五', 350_000],
    ['一万二', 1_200_000],
    ['1万2千', 1_200_000],
    ['十万五', 10_500_000],
    ['１２００元', 120_000],
    ['一二〇〇元', 120_000],
    ['伍万元整', 5_000_000],
    ['人民币壹拾万零叁佰元伍角整', 10_030_050],
    ['¥50,000.00', 5_000_000],
    ['3块5', 350],
    ['三元五角二分', 352],
    ['一万元零五分', 1_000_005],
    ['两毛', 20],
    ['1.2亿', 12_000_000_000],
    ['二百五', 25_000],
  ])('%s', (words, fen) => {
    expect(readFen(words)).toBe(fen)
  })
  it.each([
    '五六万',
    '三五千',
    '5-8万',
    '5到8万',
    '五万多',
    '大概5万',
    '十来万',
    '好几百',
    '百万',
    '0',
    '0元',
    '-5',
    '0.001元',
    '1,20',
    '1e5',
    '5万元5万',
    '1.5万5',
    '99999999999999999',
    '五箱',
    '',
  ])('is not surely %s', (words) => {
    expect(readFen(words)).toBeUndefined()
  })
})

const anyFen = fc.integer({ min: 1, max: 9_999_999_999_999 })

test('what is written in digits or capitals is read back to the fen', () => {
  fc.assert(
    fc.property(anyFen, (fen) => {
      expect(readFen(spokenFen(fen))).toBe(fen)
      expect(readFen(`¥${plainYuan(fen)}`)).toBe(fen)
      expect(readFen(capitalFen(fen))).toBe(fen)
    }),
  )
})

test('capital numerals are written as receipts bear them', () => {
  expect(
    [5_000_000, 10_030_050, 105, 10, 1, 1_000_000_000_000, 1_000_001].map((fen) => capitalFen(fen)),
  ).toEqual([
    '伍万元整',
    '壹拾万零叁佰元伍角整',
    '壹元零伍分',
    '壹角整',
    '壹分',
    '壹佰亿元整',
    '壹万元零壹分',
  ])
})

test('nothing near money is rounded up, and a fraction of a fen is a bug', () => {
  expect(per10000(4_999_999, 10_000_000)).toBe(4999)
  expect(per10000(1, 0)).toBe(0)
  expect(per10000(9_007_199_254_740_991, 9_007_199_254_740_991)).toBe(10_000)
  expect(() => sumFen([0.1])).toThrow('safe integer')
  expect(() => sumFen([Number.MAX_SAFE_INTEGER, 1])).toThrow('safe integer')
  expect(plainYuan(-5)).toBe('-0.05')
})

test('quantities are thousandths, and two or three hundred are none', () => {
  expect(['200', '2.5', '五百', '两三百', '0.0001', '0'].map(readQuantity)).toEqual([
    200_000,
    2_500,
    500_000,
    undefined,
    undefined,
    undefined,
  ])
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000_000_000 }), (thousandths) => {
      expect(readQuantity(spokenQuantity(thousandths))).toBe(thousandths)
    }),
  )
})
