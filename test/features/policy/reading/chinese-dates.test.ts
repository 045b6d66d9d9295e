import { describe, expect, it } from 'vitest'
import { datesIn, lastDayOfTerm, readDate } from '../../../../src/features/policy/reading/chinese-dates.ts'
import { readNumeral } from '../../../../src/features/policy/search/number-tokens.ts'
import { articleTokensOf, tokensOf } from '../../../../src/features/policy/search/tokens.ts'

describe('dates', () => {
  it.each([
    ['2025年6月1日', '2025-06-01'],
    ['2025 年 12 月 31 日', '2025-12-31'],
    ['二〇二五年六月十一日', '2025-06-11'],
    ['二○二四年二月二十九日', '2024-02-29'],
    ['2025-06-01', '2025-06-01'],
  ])('are read from %s', (text, date) => {
    expect(readDate(text)).toBe(date)
  })

  it.each(['2025年2月29日', '2025年13月1日', '2025年6月', '去年六月一日'])(
    'are not made up from %s',
    (text) => {
      expect(readDate(text)).toBeUndefined()
    },
  )

  it('are found in the order of writing', () => {
    expect(datesIn('自2025年1月1日起至2026年1月1日止')).toEqual(['2025-01-01', '2026-01-01'])
  })

  it('end a term on the day before its anniversary', () => {
    expect(lastDayOfTerm('2025-06-01', 24)).toBe('2027-05-31')
    expect(lastDayOfTerm('2025-01-01', 12)).toBe('2025-12-31')
    expect(lastDayOfTerm('2025-03-01', 36)).toBe('2028-02-29')
    expect(lastDayOfTerm('2025-07-20', 60)).toBe('2030-07-19')
  })
})

describe('numerals', () => {
  it.each([
    ['十', 10],
    ['二十三', 23],
    ['一百零五', 105],
    ['一百一十二', 112],
    ['两', 2],
    ['37', 37],
    ['甲', 0],
  ])('%s is %i', (numeral, value) => {
    expect(readNumeral(numeral)).toBe(value)
  })

  it('make one token of an article in either script', () => {
    expect(articleTokensOf('第十二条')).toEqual(articleTokensOf('第 12 条'))
  })
})

describe('tokens', () => {
  it('are characters and pairs, and whole words and numbers', () => {
    expect(tokensOf('补贴5.5%，ＶＡＴ')).toEqual(['补', '补贴', '贴', '5.5', 'vat', '5.5%'])
  })
})
