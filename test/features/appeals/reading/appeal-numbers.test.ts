import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  findAppealNumber,
  findAppealNumbers,
} from '../../../../src/features/appeals/reading/appeal-numbers.ts'

describe('the number of an appeal is found as people write it', () => {
  it.each([
    ['2026-0313 到哪了', { year: 2026, serial: 313 }],
    ['２０２６－０３１３', { year: 2026, serial: 313 }],
    ['2026年第0313号', { year: 2026, serial: 313 }],
    ['编号：2026-10042', { year: 2026, serial: 10_042 }],
    ['0313号', { serial: 313 }],
    ['313 号那个事', { serial: 313 }],
    ['编号313', { serial: 313 }],
    ['单号是 0298 那件', { serial: 298 }],
    ['诉求号 12', { serial: 12 }],
    ['派单 0415 供电公司 3个工作日', { serial: 415 }],
    ['查0313', { serial: 313 }],
    ['#0313', { serial: 313 }],
    ['零三一三号咋样', { serial: 313 }],
  ])('%s', (text, number) => {
    expect(findAppealNumber(text)).toEqual(number)
  })

  it('gives several in their order, each once', () => {
    expect(findAppealNumbers('并单 0507 -> 0506，0507 的人已告知')).toEqual([
      { serial: 507 },
      { serial: 506 },
    ])
  })
})

describe('amounts, phones, dates, addresses and documents are no appeals', () => {
  it.each([
    '欠我们72.5万',
    '13900001111',
    '电话0371-66112233',
    '0371 66112233',
    '2026-03-13下午',
    '3月13号',
    '15号之前',
    '葛商〔2026〕12号',
    '107国道',
    '工业路313号',
    '贷款30000元',
    '第313号令',
    '通知#57',
    '3号楼',
    '08:30',
    '12345投诉过',
    '500万',
    '2021年完工',
    '编号8841万',
    '编号0000',
  ])('%s', (text) => {
    expect(findAppealNumbers(text)).toEqual([])
  })
})

it('finds every number that the house gives out, in a sentence', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2024, max: 2099 }), fc.integer({ min: 1, max: 99_999 }), (year, serial) => {
      const written = `${serial}`.padStart(4, '0')
      expect(findAppealNumbers(`我想问问${year}-${written}办得怎么样`)).toEqual([{ year, serial }])
      expect(findAppealNumbers(`把 ${written} 号转给供电公司`)).toEqual([{ serial }])
    }),
  )
})
