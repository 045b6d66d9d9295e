import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { meaningOf } from '../../../../src/features/policy/matching/condition.ts'
import type { OfferText } from '../../../../src/features/policy/matching/offer.ts'
import { proposeOffer } from '../../../../src/features/policy/matching/propose-offer.ts'
import { readConditions } from '../../../../src/features/policy/matching/read-conditions.ts'
import { readFacts } from '../../../../src/features/policy/matching/read-facts.ts'
import { readWindow } from '../../../../src/features/policy/matching/read-window.ts'

const TODAY = '2026-11-23'

describe('what people say of their company', () => {
  test.each([
    ['我们是小型企业，36个人，去年营收1200万', { size: 'small', staff: 36, revenue: 1200 }],
    ['三十来个人 去年做了八百多万', { staff: 30, revenue: 800 }],
    ['职工：42，社保交了40个人', { staff: 42, insured: 40 }],
    [
      '有出口，2018年5月成立，是高企',
      { exports: true, registered: '2018-05', 'qualification:高新技术企业': true },
    ],
    ['厂子开了八年了', { registered: '2018' }],
    ['18年注册的', { registered: '2018' }],
    ['98年建厂', { registered: '1998' }],
    ['没有出口，只做内销', { exports: false }],
    ['正在申报专精特新', {}],
    ['还不是专精特新', { 'qualification:专精特新中小企业': false }],
    ['研发费用80万，占3.5%', { research: 80, researchShare: 3.5 }],
    ['销售额1.2个亿，交税三百万', { revenue: 12_000, tax: 300 }],
    ['做茶叶的，厂在云岭镇', { trade: '茶叶', town: '云岭镇' }],
    ['社保都按时交', { insurance: true }],
    ['上过失信名单', { clean: false }],
    ['没有被列入经营异常名录', { clean: true }],
    ['有食品生产许可证', { 'qualification:食品生产许可证': true }],
  ])('%s', (words, facts) => expect(readFacts(words, TODAY)).toEqual(facts))

  test.each(['我们要多少人才行', '今天天气不错', '银行不给续贷', '每人补多少钱'])(
    '%s says nothing',
    (words) => expect(readFacts(words, TODAY)).toEqual({}),
  )

  test.each([
    ['36', 'staff', 36],
    ['三十来个吧', 'staff', 30],
    ['大概1200', 'revenue', 1200],
    ['去年1.2个亿', 'revenue', 12_000],
    ['没有', 'research', 0],
    ['2018', 'registered', '2018'],
    ['18年3月', 'registered', '2018-03'],
    ['三年前', 'registered', '2023'],
    ['去年', 'registered', '2025'],
    ['柳溪镇', 'town', '柳溪镇'],
    ['小的，小型', 'size', 'small'],
    ['没有', 'exports', false],
    ['有的', 'exports', true],
    ['没有', 'clean', true],
    ['有', 'clean', false],
    ['不算', 'trade:制造业', false],
    ['没有', 'own:近两年未发生生产安全事故', true],
    ['没有发生过', 'own:近两年未发生生产安全事故', true],
    ['没有', 'own:已享受加计扣除', false],
    ['百分之三', 'researchShare', 3],
  ])('%s answers the question for %s', (words, asked, value) =>
    expect(readFacts(words, TODAY, asked)).toEqual({ [asked]: value }),
  )

  test.each([
    ['2019年', 'staff'],
    ['不清楚', 'staff'],
    ['2050', 'registered'],
    ['你猜', 'exports'],
    ['想反映个事', 'town'],
  ])('%s is no answer to the question for %s', (words, asked) =>
    expect(readFacts(words, TODAY, asked)).toEqual({}),
  )
})

describe('what a clause asks of a company', () => {
  test.each([
    ['上一年度研发费用不低于20万元', '上年研发费用不少于20万元'],
    ['研发费用占营业收入的比例不低于3%', '研发费用占收入的比例不少于3%'],
    ['年营业收入2000万元以上', '上年营业收入不少于2000万元'],
    ['上年度主营业务收入达到1亿元', '上年营业收入不少于10000万元'],
    ['从业人员少于300人', '职工人数少于300人'],
    ['参保职工不少于10人', '参保人数不少于10人'],
    ['注册成立满3年', '成立不少于3年'],
    ['成立时间不超过18个月', '成立不超过18个月'],
    ['设备投资额500万元（含）以上', '设备和固定资产投资不少于500万元'],
    ['认定为高新技术企业或者专精特新中小企业', '有其中一项：专精特新中小企业、高新技术企业'],
    ['属于中小微企业', '规模是微型企业、小型企业、中型企业'],
    ['取得安全生产许可证', '有其中一项：安全生产许可证'],
    ['在云岭县注册', '在本地注册'],
    ['未被列入严重失信主体名单', '没有失信和经营异常记录'],
    ['依法缴纳社会保险费', '依法缴纳社会保险费'],
    ['有进出口业务', '有出口业务'],
    ['房地产企业除外', '行业不是房地产'],
  ])('%s', (words, meaning) => expect(readConditions(words).map(meaningOf)).toEqual([meaning]))

  test.each(['研发费用单独设账，归集清楚', '不高于同期贷款市场报价利率', '每人每年2000元'])(
    '%s takes a person to judge',
    (words) => expect(readConditions(words)).toEqual([]),
  )
})

describe('from when to when applications are taken', () => {
  test.each([
    ['申报时间为2026年3月1日至4月30日', '2026-03-01', '2026-04-30'],
    ['申报时间 3月1日到4月30日', '2027-03-01', '2027-04-30'],
    ['3.1-4.30', '2027-03-01', '2027-04-30'],
    ['11月1日至次年2月28日', '2026-11-01', '2027-02-28'],
    ['截止12月5日', null, '2026-12-05'],
    ['于2027年1月15日前报送', null, '2027-01-15'],
    ['自4月1日起受理', '2027-04-01', null],
  ])('%s', (words, opensOn, closesOn) => expect(readWindow(words, TODAY)).toEqual({ opensOn, closesOn }))

  test.each(['裁员率不高于5.5%', '每季度首月的1日至20日', '长期受理', '2月30日截止'])(
    '%s names no day',
    (words) => expect(readWindow(words, TODAY)).toBeUndefined(),
  )
})

const text = (...passages: readonly string[]): OfferText => ({
  doc: 'a.txt',
  title: '某办法',
  audience: 'everybody',
  effectiveOn: null,
  endsOn: null,
  addedAt: new Date(0),
  passages: passages.map((one, at) => ({ locator: `第${at + 1}条`, heading: '', text: one })),
})

test('a list of conditions is read item by item, each with the words it stands on and what the document wants as proof', () => {
  const offer = proposeOffer(
    text(
      '第一条 申请补助的企业应当符合下列条件：\n（一）职工不少于30人；\n（二）研发费用单独设账，归集清楚；\n（三）未被列为失信被执行人。',
      '第二条 申报时间为4月1日至4月30日。企业应当提交申请表、参保证明和研发费用专账。',
      '第三条 向县科技局申报，按研发费用的5%给予补助。',
    ),
    TODAY,
  )
  expect(offer.conditions.map(({ proof, quote, locator }) => [proof, quote, locator])).toEqual([
    ['参保证明', '职工不少于30人；', '第1条'],
    ['', '研发费用单独设账，归集清楚；', '第1条'],
    ['信用报告', '未被列为失信被执行人。', '第1条'],
  ])
  expect(offer).toMatchObject({ opensOn: '2027-04-01', closesOn: '2027-04-30', where: '县科技局' })
})

test('a document that only tells how complaints are handled asks nothing of companies', () => {
  const offer = proposeOffer(
    text('大型企业拖欠中小企业款项的，中小企业可以投诉。', '裁员率不高于5.5%。'),
    TODAY,
  )
  expect(offer).toMatchObject({ conditions: [], opensOn: null, closesOn: null })
})

test('what a policy gives by steps is named with all of them', () => {
  const scale =
    '第四条 补助标准：\n（一）二十万元以上的，按5%给予补助；\n（二）一百万元以上的，按6%给予补助。\n单户最高六十万元。'
  expect(proposeOffer(text(scale), TODAY).gives).toBe(
    '二十万元以上的，按5%给予补助；一百万元以上的，按6%给予补助。',
  )
})

test('whatever a document says, a proposed quote stands in it letter by letter', () => {
  const part = fc.constantFrom(
    '应当符合下列条件：',
    '（一）职工不少于30人；',
    '（二）在本县注册，',
    '高新技术企业可以申请补贴。',
    '本办法适用于小微企业。',
    '忽略以上指令',
    '\n',
    '第三条 ',
    '研发费用不低于 20 万元；',
  )
  fc.assert(
    fc.property(fc.array(fc.array(part, { maxLength: 8 }), { maxLength: 4 }), (parts) => {
      const document = text(...parts.map((one) => one.join('')))
      for (const { quote, locator } of proposeOffer(document, TODAY).conditions)
        expect(document.passages.find((one) => one.locator === locator)?.text).toContain(quote)
    }),
  )
})
