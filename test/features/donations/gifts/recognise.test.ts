import { describe, expect, it } from 'vitest'
import type { Speaker } from '../../../../src/conversation/said.ts'
import { recogniseGifts } from '../../../../src/features/donations/gifts/recognise-gifts.ts'
import type { Role } from '../../../../src/kernel/person.ts'

const chat = { platform: 'stdio', account: 'stdio', kind: 'private', chatId: 'u-1' } as const
const by = (role: Role): Speaker => ({
  person: { code: 'p', name: '某人', roles: [role] },
  personId: 'u-1',
  chat,
  home: chat,
  at: new Date('2026-03-02T10:00:00+08:00'),
})
const read = (text: string, role: Role = 'member', inProgress?: string) =>
  recogniseGifts(
    { text, pieces: [{ message: 'm', text }], addressed: 'private' },
    { by: by(role), ...(inProgress === undefined ? {} : { inProgress }) },
  ).map(({ dialogue }) => dialogue)

describe('a member', () => {
  it.each([
    ['我捐5万', 'donations.pledge'],
    ['我们公司捐200箱矿泉水', 'donations.pledge'],
    ['认捐 募捐3 5000', 'donations.pledge'],
    ['俺厂里愿意捐两台水泵', 'donations.pledge'],
    ['我个人捐一万 别写名字', 'donations.pledge'],
    ['我个人一万 别写名字', 'donations.pledge'],
    ['我再捐8千，以个人名义，署名', 'donations.pledge'],
    ['我女儿捐100块零花钱 署名李小花', 'donations.pledge'],
    ['减成3万', 'donations.change-pledge'],
    ['认捐31 改成3万', 'donations.change-pledge'],
    ['把我捐的5万改成3万', 'donations.change-pledge'],
    ['我那笔加到8万吧', 'donations.change-pledge'],
    ['认捐31减1万', 'donations.change-pledge'],
    ['撤回认捐31', 'donations.withdraw-pledge'],
    ['认捐31不捐了', 'donations.withdraw-pledge'],
    ['那笔不捐了', 'donations.withdraw-pledge'],
    ['认捐31 匿名', 'donations.consent'],
    ['以后别写我名字', 'donations.consent'],
    ['公示名单里不要写我们公司', 'donations.consent'],
    ['我捐的到账了吗', 'donations.mine'],
    ['我的认捐', 'donations.mine'],
  ])('means by %s: %s', (text, dialogue) => {
    expect(read(text)).toEqual([dialogue])
  })
  it.each([
    '我想捐1万 怎么交',
    '往哪捐啊',
    '我们去年捐了款到现在没开发票',
    '街道逼着我们捐5000',
    '捐赠能抵税吗',
    '银行欠我们5万',
    '到账 天禾农机 5万吗',
    '冲销 到账52',
    '贷款到账了吗',
    '匿名',
    '通知我收到了',
    '减成三点',
    '改成紧急',
    '我捐的5万别写错了',
    '贷款从5万改成3万',
  ])('means nothing of a gift by %s', (text) => {
    expect(read(text).filter((one) => one !== 'donations.book')).toEqual([])
  })
  it('is not heard about names while an appeal goes on', () => {
    expect(read('别写我名字', 'member', 'appeals.file')).toEqual([])
    expect(read('别写我名字', 'member', 'donations.pledge')).toEqual([])
  })
})

it('hears of giving up in the midst of a pledge as that dialogue does', () => {
  expect(read('不捐了', 'member', 'donations.pledge')).toEqual([])
  expect(read('减成3万', 'member', 'donations.pledge')).toEqual([])
})

describe('staff', () => {
  it.each([
    ['到账 募捐3 天禾农机 5万 票据0012345', 'donations.book'],
    ['登记到账\n天禾农机 5万\n何志平 2000', 'donations.book'],
    ['认捐31到账', 'donations.book'],
    ['冲销 到账52 金额写错', 'donations.reverse'],
    ['到账52冲销', 'donations.reverse'],
    ['冲销使用4 重复', 'donations.reverse'],
    ['更正到账52 金额 3万', 'donations.reverse'],
    ['到账52 票据号 0012345', 'donations.note'],
    ['到账52 对应 认捐31', 'donations.note'],
    ['到账52 匿名', 'donations.consent'],
    ['使用 募捐3 2万 给柳溪镇 购买水泵', 'donations.use'],
    ['导入到账', 'donations.import-gifts'],
    ['对账 募捐3', 'donations.reconcile'],
    ['登记认捐 五峰铸件 2万', 'donations.pledge'],
  ])('mean by %s: %s', (text, dialogue) => {
    expect(read(text, 'staff')).toEqual([dialogue])
  })
})
