import { describe, expect, it } from 'vitest'
import type { DriveFields } from '../../../../src/features/donations/drive.ts'
import { codeAddress } from '../../../../src/features/donations/drives/call-text.ts'
import { readDecline } from '../../../../src/features/donations/drives/decline-words.ts'
import { readFields, readRemark } from '../../../../src/features/donations/drives/drive-fields.ts'
import { readClose, readReport, readSee } from '../../../../src/features/donations/drives/drive-words.ts'
import { isEmergency } from '../../../../src/features/donations/drives/emergency.ts'
import { missingOf } from '../../../../src/features/donations/drives/gate.ts'
import { pageOf } from '../../../../src/features/donations/drives/links.ts'
import { mostLetters } from '../../../../src/features/donations/drives/most-letters.ts'
import { findPressure } from '../../../../src/features/donations/drives/pressure.ts'
import { findOtherCollectors } from '../../../../src/features/donations/drives/who-runs-it.ts'

const WHOLE: DriveFields = {
  title: '助学',
  charity: '云岭县慈善总会',
  certificateNumber: '53330000MJ0000123X',
  planNumber: '53330000MJ0000123XA26003',
  period: '2026-03-02/2026-04-30',
  use: '资助困难学生',
  beneficiary: '困难学生',
  accountHolder: '云岭县慈善总会',
  howToCheck: '慈善总会网站',
}
const lacks = (more: DriveFields) =>
  missingOf({ ...WHOLE, ...more }, '2026-03-02').map(({ field, why }) => `${field}:${why}`)

it.each<[DriveFields, string]>([
  [{ organiser: '云岭县工商业联合会' }, 'organiser:notTheRunner'],
  [{ howToCheck: '慈善总会网站，善款统一交到商会秘书处' }, 'howToCheck:notTheRunner'],
  [{ planNumber: '53330000MJ0000123X' }, 'planNumber:sameNumber'],
  [{ purpose: '大家可以微信捐款' }, 'platform:online'],
  [{ platform: '腾讯公益' }, 'platform:noLink'],
  [{ use: '资助学生，详见 https://example.cn/a' }, 'use:link'],
  [{ page: 'https://qr.alipay.com/fkx123' }, 'page:link'],
  [{ page: 'https://192.168.1.8/a' }, 'page:link'],
  [{ howToCheck: 'weixin://dl/chat' }, 'howToCheck:link'],
  [{ target: '五六万' }, 'target:unreadable'],
  [{ most: '99' }, 'most:unreadable'],
  [{ emergency: '大概' }, 'emergency:unreadable'],
])('the gate names %j as %s', (more, lack) => {
  expect(lacks(more)).toContain(lack)
})

it('what may be left out may be given', () => {
  const more: DriveFields = {
    organiser: '云岭县 慈善总会',
    page: 'https://www.yunling-charity.org.cn/p/3',
    platform: '水滴公益',
    target: '50万元',
    emergency: '否',
    most: '1',
    howToCheck: '信箱 cs@yunling-charity.org.cn',
  }
  expect(lacks(more)).toEqual([])
  expect(mostLetters(more)).toBe(1)
  expect(mostLetters({})).toBe(2)
})

describe('where the code leads', () => {
  it.each([
    ['www.yunling-charity.org.cn/a', 'https://www.yunling-charity.org.cn/a'],
    ['https://love.alipay.com/donate/1', 'https://love.alipay.com/donate/1'],
    ['https://www.yunling-charity.org.cn/pay/1', undefined],
    ['https://pay.yunling.cn', undefined],
    ['https://dwz.cn/abc', undefined],
    ['https://a.cn:8080/', undefined],
    ['https://a@b.cn/', undefined],
    ['https://xn--fiqs8s.cn/', undefined],
  ])('%s', (link, page) => {
    expect(pageOf(link)?.href).toBe(page)
  })

  it('no link, no code; the charity’s own page before its platform', () => {
    expect(codeAddress(WHOLE)).toBeUndefined()
    const platform = '腾讯公益 https://gongyi.qq.com/1'
    expect(codeAddress({ platform })).toBe('https://gongyi.qq.com/1')
    expect(codeAddress({ platform, page: 'www.a.org.cn' })).toBe('https://www.a.org.cn/')
  })
})

it.each([
  ['会长单位5万元，理事2000元', '会长单位5万'],
  ['建议金额 500 元', '建议金额'],
  ['党员干部带头捐200元', '200元'],
  ['每 家 必 须 捐', '必须'],
  ['１００元起捐', '元起捐'],
  ['还没捐的企业抓紧', '没捐的'],
  ['在群里晒一晒，比一比谁捐得多', '比一比'],
  ['作为换届推荐的依据', '依据'],
  ['从会费中直接抵', '会费'],
  ['按产值捐款', '按产值捐'],
  ['请务必于周五前捐款到位', '务必'],
])('pressure is found in %s', (text, part) => {
  expect(findPressure(text).join()).toContain(part)
})

it.each([
  '购买水泵20台，每台约3000元',
  '资助每名学生1000元',
  '由云岭县慈善总会统一接收和使用，定期公布',
  '会员企业可自愿参加，不分先后',
  '善款优先用于重灾户',
])('no pressure is seen in %s', (text) => {
  expect(findPressure(text)).toEqual([])
})

it('nobody else collects; whoever only passes the call on does not', () => {
  expect(findOtherCollectors('由商会统一代收后转交')).not.toEqual([])
  expect(findOtherCollectors('善款先交到会长那里')).not.toEqual([])
  expect(findOtherCollectors('工商联只转达，不代收')).toEqual([])
  expect(findOtherCollectors('款物由云岭县慈善总会接收')).toEqual([])
})

it('an emergency is told by the words, and what staff say counts more', () => {
  expect(isEmergency({ title: '防汛救灾' })).toBe(true)
  expect(isEmergency({ title: '防汛救灾', emergency: '否' })).toBe(false)
  expect(isEmergency({ title: '助学' })).toBe(false)
  const now = new Date('2026-03-02T01:00:00Z')
  expect(readFields('应急：不是\n每群最多：三次\n目标：50万元', now).fields).toEqual({
    emergency: '否',
    most: '3',
    target: '50万元',
  })
  expect(readRemark('每个群最多发一次')).toEqual({ most: '1' })
  expect(readRemark('这不是突发事件')).toEqual({ emergency: '否' })
})

it('what staff order of a drive is read', () => {
  expect(readReport('发进展 募捐3：水泵到了')).toEqual({ number: 3, remark: '水泵到了' })
  expect(readReport('把募捐3的进展发到群里')).toEqual({ number: 3 })
  expect(readReport('募捐3进展怎么样')).toBeUndefined()
  expect(readClose('募捐3可以结束了')).toEqual({ number: 3 })
  expect(readClose('募捐3结束了吗')).toBeUndefined()
  expect(readSee('募捐3到账多少了')).toEqual({ number: 3 })
  expect(readSee('防汛募捐怎么样了')).toEqual({ title: '防汛' })
  expect(readSee('都有哪些募捐')).toEqual({ all: true })
})

it.each([
  ['募捐3别再发我了', { declines: true, number: 3 }],
  ['以后别给我发这个募捐', { declines: true }],
  ['恢复募捐3', { declines: false, number: 3 }],
])('a drive is refused: %s', (text, expected) => {
  expect(readDecline(text)).toEqual(expected)
})

it('in answer to a letter of a drive it need not be named; donations in general are another’s to read', () => {
  expect(readDecline('别再发了', '【倡议书】抗旱救灾\n…')).toEqual({ declines: true, title: '抗旱救灾' })
  expect(readDecline('别再发了', '通知57')).toBeUndefined()
  expect(readDecline('别再给我发募捐了')).toBeUndefined()
  expect(readDecline('这个募捐怎么捐')).toBeUndefined()
})
