import { describe, expect, it } from 'vitest'
import { readAskedDay, readAskedEdition } from '../../../../src/features/policy/validity/asked-day.ts'
import { dayMeant } from '../../../../src/features/policy/validity/asked-edition.ts'

describe('the day a question asks about', () => {
  it.each([
    ['2024年5月1日的补贴标准是多少', '2024-05-01', '2024年5月1日', '的补贴标准是多少'],
    ['2021年签的合同大企业多少天付款', '2021-12-31', '2021年', '签的合同大企业多少天付款'],
    ['2021年的时候付款期限多长', '2021-12-31', '2021年', '付款期限多长'],
    ['2022年3月份签的合同怎么算', '2022-03-31', '2022年3月份', '签的合同怎么算'],
    ['2025年6月1日之前机关付款期限', '2025-05-31', '2025年6月1日之前', '机关付款期限'],
    ['2020年以前发生的欠款怎么算', '2019-12-31', '2020年以前', '发生的欠款怎么算'],
    ['2025.5.1签的合同适用哪个', '2025-05-01', '2025.5.1', '签的合同适用哪个'],
  ])('is taken out of: %s', (question, day, said, rest) => {
    expect(readAskedDay(question)).toEqual({ day, said, rest })
  })

  it.each([
    '2025年6月1日起施行的办法怎么规定的',
    '2025年的稳岗补贴怎么申报',
    '2008年奥运会有多少国家参加',
    '去年的研发费用还能补扣吗',
    '2025年6月1日',
  ])('is not made up from: %s', (question) => {
    expect(readAskedDay(question)).toBeUndefined()
  })
})

describe('an edition that is named', () => {
  it.each([
    ['修订前的慈善法登记满几年', 'before'],
    ['旧条例里保证金怎么规定的', 'before'],
    ['以前是怎么规定付款期限的', 'before'],
    ['慈善法2016年版第二十二条', 2016],
    ['慈善法（2016）第二十二条', 2016],
  ])('is read from: %s', (question, edition) => {
    expect(readAskedEdition(question)?.edition).toBe(edition)
  })

  it.each(['以前欠我的货款还能要吗', '原来的厂房漏雨找谁', '之前签的合同怎么办'])(
    'is not made up from: %s',
    (question) => {
      expect(readAskedEdition(question)).toBeUndefined()
    },
  )

  const old = { doc: 'a', title: '会费办法', issuedOn: '2020-07-05', effectiveOn: '2020-09-01' }
  const now = { doc: 'b', title: '会费办法', issuedOn: '2025-03-17', effectiveOn: '2025-06-01' }
  it.each([
    ['before', '2025-05-31'],
    [2020, '2025-05-31'],
    [2025, '2026-03-01'],
    [2018, undefined],
  ] as const)('%s is answered for the last day that it held', (edition, day) => {
    expect(dayMeant({ edition, rest: '' }, now, [old, now], '2026-03-01')).toBe(day)
  })
})
