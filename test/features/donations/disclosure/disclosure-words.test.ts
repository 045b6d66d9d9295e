import { describe, expect, it } from 'vitest'
import {
  asksOfDisclosure,
  readDisclose,
} from '../../../../src/features/donations/disclosure/disclosure-words.ts'
import { owedOf, plusMonths, reminderDays } from '../../../../src/features/donations/disclosure/rhythm.ts'

describe('an order to disclose', () => {
  it.each([
    ['公示 募捐3', { number: 3, how: 'groups', final: false }],
    ['公示募捐#３', { number: 3, how: 'groups', final: false }],
    ['发布公示 募捐3', { number: 3, how: 'groups', final: false }],
    ['募捐3公示', { number: 3, how: 'groups', final: false }],
    ['把募捐3公示一下', { number: 3, how: 'groups', final: false }],
    ['募捐3 出一期公示，不发群', { number: 3, how: 'page', final: false }],
    ['公示 募捐3 只更新网页', { number: 3, how: 'page', final: false }],
    ['更新公示', { how: 'groups', final: false }],
    ['麻烦发一下捐赠公示', { how: 'groups', final: false }],
    ['最终公示 募捐3', { number: 3, how: 'groups', final: true }],
    ['募捐3做最终公示', { number: 3, how: 'groups', final: true }],
  ])('%s', (text, meant) => expect(readDisclose(text)).toEqual(meant))

  it.each([
    '公示在哪看',
    '募捐3公示了吗',
    '拟补助企业公示',
    '公示期几天',
    '看到公示了',
    '募捐3怎么样了',
    '不公开我的名字',
    '公开招标',
    '信息公开',
    '公示栏在二楼',
  ])('%s is none', (text) => expect(readDisclose(text)).toBeUndefined())
})

describe('a question about a list of gifts', () => {
  it.each([
    '捐款名单在哪看',
    '捐赠公示在哪里查',
    '公示到第几期了',
    '募捐3公示了吗',
    '善款去向怎么查',
    '哪里能看捐款明细',
    '都有谁捐了？',
  ])('%s', (text) => expect(asksOfDisclosure(text)).toBe(true))
  it.each(['职称公示在哪看', '拟认定高企公示了吗', '名单在哪看', '我捐的钱到账了吗', '怎么捐'])(
    '%s is none',
    (text) => expect(asksOfDisclosure(text)).toBe(false),
  )
})

describe('the rhythm of disclosure', () => {
  const drive = { emergency: false, openedOn: '2026-01-31', endsOn: '2026-12-31', isFinal: false }
  it('is five days in an emergency and three months otherwise, counted from the edition before', () => {
    expect(owedOf(drive)).toEqual({ what: 'edition', by: '2026-04-30' })
    expect(owedOf({ ...drive, lastOn: '2026-03-02' })).toEqual({ what: 'edition', by: '2026-06-02' })
    expect(owedOf({ ...drive, emergency: true })).toEqual({ what: 'edition', by: '2026-02-05' })
  })
  it('ends with a full report within three months of the end, and with that', () => {
    expect(owedOf({ ...drive, lastOn: '2026-11-20' })).toEqual({ what: 'final', by: '2027-03-31' })
    expect(owedOf({ ...drive, isFinal: true })).toBeUndefined()
    expect(plusMonths('2026-11-30', 3)).toBe('2027-02-28')
  })
  it('is reminded of before, on the day and when it is late', () => {
    const owed = { what: 'edition', by: '2026-04-30' } as const
    expect(reminderDays(owed, false)).toEqual(['2026-04-23', '2026-04-30', '2026-05-01'])
    expect(reminderDays(owed, true)[0]).toBe('2026-04-29')
  })
})
