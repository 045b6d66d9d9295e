import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readNumber } from '../../../../../src/features/policy/answers/written/numerals.ts'
import { holdsQuantity, quantitiesIn } from '../../../../../src/features/policy/answers/written/quantities.ts'
import { chineseNumber } from '../../../../../src/features/policy/reading/split-clauses.ts'

describe('a number is the same however it is written', () => {
  test.each([
    ['30万', 300_000],
    ['三十万', 300_000],
    ['3.5万', 35_000],
    ['三万五', 35_000],
    ['三万五千', 35_000],
    ['两百', 200],
    ['一百零五', 105],
    ['一百五', 150],
    ['二〇二五', 2025],
    ['1,500', 1500],
    ['2千万', 20_000_000],
    ['一亿二千万', 120_000_000],
    ['叁拾伍', 35],
    ['十', 10],
    ['百万', 1_000_000],
    ['二百十五', 215],
    ['一点五', 1.5],
  ])('%s', (written, value) => expect(readNumber(written)).toBe(value))

  test('万 alone is none', () => expect(readNumber('万')).toBeUndefined())

  test('as the documents number their clauses', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), (value) => {
        expect(readNumber(chineseNumber(value))).toBe(value)
      }),
    )
  })
})

describe('a figure is compared with its unit', () => {
  test.each([
    ['按百分之二十给予补助，最高一百万元', ['20 %', '1000000 元']],
    ['20％，100万元', ['20 %', '1000000 元']],
    ['自二〇二五年六月一日起施行', ['2025-06-01']],
    ['2025-06-01', ['2025-06-01']],
    ['2025年6月起', ['2025-06']],
    ['每年3月31日前', ['--03-31']],
    ['15个工作日内', ['15 工作日']],
    ['十五日', ['15 日']],
    ['15天', ['15 日']],
    ['3至5万元', ['30000 元', '50000 元']],
    ['第三条第二款', ['第3条', '第2款']],
    ['三分之一以上', ['1/3']],
    ['七成', ['70 %']],
    ['两家企业', ['2 家']],
    ['一般情况下统一办理，十分方便', []],
    ['（一）有下列情形之一的', []],
    ['五险一金', []],
  ])('%s', (text, keys) => expect([...quantitiesIn(text)]).toEqual(keys))

  test.each([
    ['30日', '30元', false],
    ['30', '30元', true],
    ['2025年', '2025年6月1日', true],
    ['2025年6月', '2025年6月1日', true],
    ['6月1日', '2025年6月1日', true],
    ['2025年6月2日', '2025年6月1日', false],
    ['2024年6月1日', '2024年5月1日起，2025年6月1日止', false],
    ['3个月', '3月', false],
    ['0.5%', '5%', false],
  ])('%s in %s: %s', (said, cited, stands) => {
    const held = quantitiesIn(cited)
    expect([...quantitiesIn(said)].every((key) => holdsQuantity(held, key))).toBe(stands)
  })
})
