import { describe, expect, it } from 'vitest'
import { readConsent } from '../../../../src/features/donations/gifts/reading/read-consent.ts'
import { readAs } from '../../../../src/features/donations/gifts/reading/read-donor.ts'
import { readEntry } from '../../../../src/features/donations/gifts/reading/read-entry.ts'
import { readGiven } from '../../../../src/features/donations/gifts/reading/read-given.ts'
import { readPastDay } from '../../../../src/features/donations/gifts/reading/read-past-day.ts'
import { readUse } from '../../../../src/features/donations/gifts/reading/read-use.ts'
import { seemsPerson } from '../../../../src/features/donations/gifts/reading/seems-person.ts'
import { spokenGiven } from '../../../../src/features/donations/gifts/spoken-given.ts'
import type { Directory } from '../../../../src/kernel/directory.ts'

const AT = new Date('2026-03-02T10:00:00+08:00')
const company = { code: 'tianhe', name: '天禾农机有限公司', aliases: ['天禾农机'], tags: [] }
const directory = { companies: new Map([[company.code, company]]) } as unknown as Directory

describe('what is given', () => {
  it.each([
    ['我捐5万', '50,000.00 元'],
    ['认捐伍万元整', '50,000.00 元'],
    ['捐款 ￥800', '800.00 元'],
    ['我捐一万二', '12,000.00 元'],
    ['捐个三千', '3,000.00 元'],
    ['我们捐款10万元整用于防汛', '100,000.00 元'],
    ['我们公司捐200箱矿泉水', '矿泉水 200 箱'],
    ['矿泉水 200 箱', '矿泉水 200 箱'],
    ['捐100套校服给孩子们', '校服 100 套'],
    ['大米2.5吨', '大米 2.5 吨'],
    ['捐一万瓶水', '水 10,000 瓶'],
    ['捐两台水泵，价值3万元，慈善总会估价', '水泵 2 台（慈善总会估价 30,000.00 元）'],
    ['价值3万元的药品20箱', '药品 20 箱（价值 30,000.00 元）'],
    ['三十里铺村委会 500', '500.00 元'],
    ['捐两百箱矿泉水 一箱三十', '矿泉水 200 箱（价值 6,000.00 元）'],
    ['矿泉水200箱，每箱30元，发票价', '矿泉水 200 箱（按发票价计 6,000.00 元）'],
    ['大米2.5吨 单价4000', '大米 2.5 吨（价值 10,000.00 元）'],
    ['方便面100箱（25.5元/箱）', '方便面 100 箱（价值 2,550.00 元）'],
  ])('%s', (said, is) => {
    const read = readGiven(said)
    expect(read?.kind === 'given' ? spokenGiven(read.given) : read).toBe(is)
  })
  it.each([
    '三五万吧',
    '5到8万',
    '捐几万块钱',
    '捐一批物资',
    '我捐1万，再捐100箱水',
    '捐10吨大米和5吨面粉',
    '捐-500元',
    '捐负500块',
    '捐1e5块',
    '捐9e15元',
    '每箱三十块',
    '水200箱，一瓶两块',
  ])('is asked about: %s', (said) => {
    expect(readGiven(said)?.kind).toBe('unclear')
  })
  it.each(['想捐点钱', '一起捐', '我要认捐', '李四'])('is none: %s', (said) => {
    expect(readGiven(said)).toBeUndefined()
  })
})

describe('somebody who received it', () => {
  it.each(['王大妈家', '李大壮', '小张', '柳溪镇 王大妈家', '吴先生'])('is a person: %s', (whom) => {
    expect(seemsPerson(whom, true)).toBe(true)
  })
  it.each([
    '柳溪镇',
    '李庄',
    '马家村',
    '受灾户',
    '周边村民',
    '高龄老人',
    '柳溪镇中心小学',
    '黄家湾村委会',
    '向受灾家庭',
    '孤寡老人',
  ])('is none: %s', (whom) => {
    expect(seemsPerson(whom, true)).toBe(false)
  })
  it('is seen in what it was for', () => {
    expect(seemsPerson('给李大壮看病')).toBe(true)
    expect(seemsPerson('购买马铃薯、黄瓜')).toBe(false)
  })
  it('is not kept: it is asked for a place', () => {
    const first = '使用 募捐2 矿泉水200箱 发给柳溪镇安置点 王大妈家'
    expect(readUse([first], AT)).toMatchObject({
      to: '柳溪镇',
      purpose: '',
      person: expect.stringContaining('王大妈家'),
    })
    expect(readUse(['使用 募捐2 500元 给李大壮 看病', '给柳溪村委会'], AT)).toMatchObject({
      to: '柳溪村委会',
    })
    expect(readUse(['使用 募捐2 500元 给李大壮', '柳溪村委会'], AT)).not.toHaveProperty('person')
  })
})

it.each(['我们厂再捐5万', '公司也捐一万', '俺厂还想捐点水'])('gives for the company: %s', (said) => {
  expect(readAs(said)).toBe('company')
})

describe('how somebody wants to be shown', () => {
  it.each([
    ['匿名就行', 'anonymous'],
    ['以后别写我名字', 'anonymous'],
    ['不要公开', 'anonymous'],
    ['把我名字去掉', 'anonymous'],
    ['写公司名', 'company'],
    ['别写我名字，写公司名', 'company'],
    ['我们公司认捐5万，用公司名', 'company'],
    ['就用我们厂的名字', 'company'],
    ['用公司名义捐5万', undefined],
    ['可以公开我的名字', 'named'],
    ['同意公示', 'named'],
    ['不用匿名', 'named'],
    ['今天下雨', undefined],
  ])('%s', (said, consent) => {
    expect(readConsent(said)).toBe(consent)
  })
})

describe('a line of what was booked', () => {
  const read = (text: string) => readEntry(text, { directory, at: AT, of: 'gift' })
  it('is taken apart', () => {
    expect(read('到账 募捐3 天禾农机 5万 票据0012345 2月20日 匿名')).toMatchObject({
      drive: 3,
      given: { given: { fen: 5_000_000 } },
      receipt: '0012345',
      day: '2026-02-20',
      consent: 'anonymous',
      donor: { kind: 'company', company: 'tianhe', name: '天禾农机有限公司' },
    })
  })
  it('keeps no telephone, and knows who is under age', () => {
    expect(read('张三13800000000 500元').donor).toEqual({ kind: 'person', name: '张三' })
    expect(JSON.stringify(read('张三13800000000 500元'))).not.toContain('1380000')
    expect(read('王小明（未成年） 100').donor?.kind).toBe('minor')
  })
  it('reads the number of a pledge as none of its amounts', () => {
    expect(read('到账 认捐31 5万')).toMatchObject({ pledge: 31, given: { given: { fen: 5_000_000 } } })
    expect(readEntry('认捐5000', { directory, at: AT, of: 'pledge' })).toMatchObject({
      given: { given: { fen: 500_000 } },
    })
  })
})

it('a day without its year lies back, and one that is still to come is asked about', () => {
  const day = (words: string) => {
    const found = readPastDay(words, AT)
    return found !== undefined && 'day' in found ? found.day : found
  }
  expect(['3月1日', '28号', '12月30日', '昨天', '2026/1/3'].map(day)).toEqual([
    '2026-03-01',
    '2026-02-28',
    '2025-12-30',
    '2026-03-01',
    '2026-01-03',
  ])
  expect(['3月5日', '2月30日'].map(day)).toEqual([{ ahead: '3月5日' }, { ahead: '2月30日' }])
})
