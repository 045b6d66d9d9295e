import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { numberTokensOf, readNumeral } from '../../../../src/features/policy/search/number-tokens.ts'
import { fold, tokensOf } from '../../../../src/features/policy/search/tokens.ts'

const numbers = (text: string) => numberTokensOf(fold(text))

describe('numbers', () => {
  it.each([
    ['二十三', 23],
    ['十五', 15],
    ['二〇二五', 2025],
    ['两', 2],
    ['一百零八', 108],
    ['一万五千', 15_000],
    ['三十万', 300_000],
    ['23', 23],
    ['很多', 0],
  ])('%s is %i', (numeral, value) => expect(readNumeral(numeral)).toBe(value))

  it.each([
    ['应当在三个月内支付', '3个月内付清行不行'],
    ['二〇二五年六月一日起施行', '2025年6月1日'],
    ['提高百分之三十', '提高30%'],
    ['提高百分之三十', '提高３０％'],
    ['每人一万五千元', '15000元够吗'],
    ['奖励1.1万元', '11,000元'],
    ['注册资本三十万元', '30万元'],
    ['十五个工作日内办结', '15个工作日'],
  ])('of %s are also those of %s', (written, said) => {
    expect(numbers(said).length).toBeGreaterThan(0)
    expect(numbers(written)).toEqual(expect.arrayContaining(numbers(said)))
  })

  it('of another unit or another amount are different ones', () => {
    expect(numbers('三年')).not.toEqual(numbers('3个月'))
    expect(numbers('2024年')).not.toEqual(numbers('2025年'))
    expect(numbers('1.5倍')).not.toEqual(numbers('15倍'))
  })

  it('are tokens of any text, whatever stands around them', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 9999 }), (around, amount) => {
        expect(tokensOf(`${around}。${amount}元`)).toContain(`${amount}元`)
      }),
    )
  })
})
