import { describe, expect, it } from 'vitest'
import { lawfulRouteTexts } from '../../../../src/features/appeals/reading/lawful-route.texts.ts'
import { findLawfulRoute, lawfulRoutes } from '../../../../src/features/appeals/reading/lawful-route.ts'
import { findPlace, findSince } from '../../../../src/features/appeals/reading/place-and-time.ts'
import { findMatters, readAnnouncedMatters } from '../../../../src/features/appeals/reading/split-matters.ts'

const splitMatters = (text: string) => findMatters(text).map(({ from, to }) => text.slice(from, to))

describe('two matters in one breath are two', () => {
  it.each([
    [
      '有俩情况，我们有两个事 一个是桥断了大车进不来 一个是想贷五十万周转',
      ['桥断了大车进不来', '想贷五十万周转'],
    ],
    ['反映两个问题：1、变压器容量不够；2、招不到工人', ['变压器容量不够', '招不到工人']],
    [
      '有三件事，第一，发票额度不够，第二，土地证没下来，第三，限行',
      ['发票额度不够', '土地证没下来', '限行'],
    ],
    ['一是停电太频繁，二是社保补缴办不了', ['停电太频繁', '社保补缴办不了']],
    ['厂里停电了。另外还有个事，贷款不放', ['厂里停电了', '贷款不放']],
    ['路坏了大车进不来 还有个事 技改补贴没到账', ['路坏了大车进不来', '技改补贴没到账']],
    ['①排污许可证到期 ②缺普工', ['排污许可证到期', '缺普工']],
    ['我们是天禾农机，俩事：一个是停气，一个是缺焊工', ['我们是天禾农机，俩事：一个是停气', '缺焊工']],
    [
      '我们厂两个事，一个是招不到包装工，缺二十来个人。另外门口那条路大车压坏了，货车进不来',
      ['招不到包装工，缺二十来个人', '门口那条路大车压坏了，货车进不来'],
    ],
    ['您好，说两个情况：１、带款批不下来；２、厂区没路灯', ['带款批不下来', '厂区没路灯']],
  ])('%s', (text, parts) => {
    expect(splitMatters(text)).toEqual(parts)
  })

  it.each([
    '银行一个是要抵押，一个是要担保',
    '银行不给续贷，另外下周工资也发不出来',
    '停电三天了，还有设备也烧坏了',
    '我们有两个事',
    '停电了，窑里还有货',
    '第一次来办证就不给办',
    '两个工人受伤了',
    '',
  ])('%j is one', (text) => {
    expect(splitMatters(text)).toEqual([text])
  })

  it('hears how many are announced', () => {
    expect(readAnnouncedMatters('说两个事')).toBe(2)
    expect(readAnnouncedMatters('反映3件事')).toBe(3)
    expect(readAnnouncedMatters('两个人')).toBeUndefined()
    expect(readAnnouncedMatters('一个事')).toBeUndefined()
  })
})

describe('a matter that is on a lawful route already is told so', () => {
  it.each([
    ['court', '已经起诉了，下个月开庭'],
    ['court', '判决下来一年了执行不了'],
    ['court', '账户被法院冻结'],
    ['court', '一审输了正在上诉'],
    ['labour-arbitration', '员工申请了劳动仲裁'],
    ['arbitration', '合同纠纷，仲裁委已经受理'],
    ['discipline', '我向纪委举报过他'],
    ['petition', '去信访局登记过，答复不满意'],
    ['administrative-review', '申请了行政复议还没结果'],
    ['police', '派出所立案了没下文'],
    ['tax-secrecy', '能查下隔壁公司交了多少税吗'],
  ])('%s: %s', (route, text) => {
    expect(findLawfulRoute(text)).toMatchObject({ route, standing: 'alreadyThere' })
  })

  it.each([
    ['payment-complaint', '镇政府欠我们工程款三年不给'],
    ['administrative-review', '罚款太重不服'],
    ['discipline', '检查组的人吃拿卡要'],
    ['labour-arbitration', '工伤走劳动仲裁要多久'],
  ])('%s stands open: %s', (route, text) => {
    expect(findLawfulRoute(text)).toMatchObject({ route, standing: 'available' })
  })

  it.each([
    '法院门口那条路坏了',
    '想起诉又怕得罪人',
    '要不要打官司',
    '派出所旁边停电',
    '贷款不放',
    '客户欠货款不给',
    '合同上写了仲裁条款',
  ])('%s is on none', (text) => {
    expect(findLawfulRoute(text)).toBeUndefined()
  })

  it('names an organ and a rule for every route, without an exclamation mark', () => {
    for (const route of lawfulRoutes) {
      const { organ, basis, advice } = lawfulRouteTexts[route]
      expect(organ).not.toBe('')
      expect(basis).toMatch(/《.+》/)
      expect(advice).not.toMatch(/[！!]/)
    }
  })
})

describe('place and time are taken as they were said', () => {
  it.each([
    ['我们厂在后河镇李庄村', '后河镇李庄村'],
    ['位于经开区纬三路', '经开区纬三路'],
    ['产业园3号厂房漏水', '产业园3号厂房'],
    ['滨河大道与人民路交叉口堵车', '滨河大道与人民路交叉口'],
    ['厂前那条路全是坑', undefined],
    ['给镇政府修路', undefined],
    ['村里不让建', undefined],
    ['网络断了', undefined],
    ['我们镇上没路灯', undefined],
  ])('%s is at %s', (text, place) => {
    expect(findPlace(text)).toBe(place)
  })

  it.each([
    ['从上周开始就停水', '从上周开始'],
    ['昨天下午三点停的', '昨天下午三点'],
    ['2022年完工', '2022年'],
    ['3月5号报的', '3月5号'],
    ['去年公示的', '去年'],
    ['等了三天了', '等了三天了'],
    ['停电了', undefined],
  ])('%s: since %s', (text, since) => {
    expect(findSince(text)).toBe(since)
  })
})
