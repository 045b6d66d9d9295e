import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  checkWritten,
  type Dropped,
} from '../../../../../src/features/policy/answers/written/check-written.ts'
import type { Citable } from '../../../../../src/features/policy/answers/written/citable.ts'

const GRANT =
  '企业当年研发费用实际支出超过五十万元的，按照实际支出的百分之二十给予补助，每家企业每年最高不超过一百万元。申请企业应当在每年3月31日前向县科技局提交申请，不得弄虚作假。'
const NONE =
  '有下列情形之一的，不予补助：\n（一）上一年度发生重大安全事故的；\n（二）被列入严重失信名单的；\n（三）在本县没有纳税的。'

function passage(locator: string, text: string): Citable {
  return {
    source: {
      doc: 'grant.txt',
      document: 'doc-1',
      title: '云岭县研发补助办法',
      locator,
      position: 0,
      documentNumber: '云政办〔2025〕12号',
      issuedOn: '2025-05-01',
      validity: 'current',
    },
    text,
    isPublic: true,
  }
}

const shown = [passage('第三条', GRANT), passage('第四条', NONE)]
const SHARE = '按照实际支出的百分之二十给予补助，每家企业每年最高不超过一百万元'
const BY_WHEN = '申请企业应当在每年3月31日前向县科技局提交申请'

function check(text: string, quote: string, number = 1) {
  return checkWritten([{ text, cites: [{ passage: number, quote }] }], shown)
}

describe('a sentence leaves when its quote carries it', () => {
  test.each([
    ['研发费用按实际支出的20%补助，每年最高100万元。', SHARE],
    [
      '研发支出超过50万元的企业，可以拿到20%的补助。',
      '企业当年研发费用实际支出超过五十万元的，按照实际支出的百分之二十给予补助',
    ],
    ['每年3月31日前向县科技局提交申请。', BY_WHEN],
    ['按《云岭县研发补助办法》第三条，补助实际支出的20%。', SHARE],
    ['申请不能弄虚作假。', '不得弄虚作假'],
  ])('%s', (text, quote) => {
    const { kept, dropped } = check(text, quote)
    expect(dropped).toEqual([])
    expect(kept).toHaveLength(1)
    expect(kept[0]?.citations[0]).toMatchObject({ doc: 'grant.txt', locator: '第三条', validity: 'current' })
  })

  test('and the quote that is shown is the whole sentence, as the passage has it', () => {
    const { kept } = check('企业可以获得20%的补助。', '百分之二十给予补助')
    expect(kept[0]?.citations.map(({ quote }) => quote)).toEqual([GRANT.split('。')[0]?.concat('。')])
  })

  test('and an item of a list is quoted with the line it belongs to', () => {
    const { kept } = check('在本县没有纳税的，不予补助。', '在本县没有纳税的', 2)
    expect(kept[0]?.citations.map(({ quote }) => quote)).toEqual([
      '有下列情形之一的，不予补助：',
      '（三）在本县没有纳税的。',
    ])
  })

  test('and a quote broken over two lines stands all the same', () => {
    const broken = [passage('第三条', GRANT.replace('实际支出的', '实际\n支出的'))]
    const [sentence] = checkWritten(
      [{ text: '按20%补助。', cites: [{ passage: 1, quote: '按照实际支出的百分之二十给予补助' }] }],
      broken,
    ).kept
    expect(sentence).toBeDefined()
    for (const { quote } of sentence?.citations ?? []) expect(broken[0]?.text).toContain(quote)
  })
})

describe('a sentence is dropped', () => {
  test.each<[string, Dropped, string, string, number?]>([
    ['when its share is invented', 'number', '研发费用按实际支出的30%补助。', SHARE],
    ['when its amount is invented in words', 'number', '每家企业每年最高不超过三百万元。', SHARE],
    ['when it says a million without a digit', 'number', '每家企业每年最高百万千元。', SHARE],
    ['when its figures are of another script', 'number', '研发费用按实际支出的٣٠%补助。', SHARE],
    ['when its day is another', 'number', '要在每年4月30日前向县科技局提交申请。', BY_WHEN],
    ['when it names a clause that is not the cited one', 'number', '按第五条，补助实际支出的20%。', SHARE],
    ['when it adds a telephone number', 'number', '按20%补助，电话0571-8765432。', SHARE],
    ['when the figure stands elsewhere in the passage', 'number', '向县科技局提交申请后补助20%。', BY_WHEN],
    [
      'when the figure stands in its sentence and not in its quote',
      'number',
      '小微企业再加补50万元。',
      SHARE,
    ],
    [
      'when the figure says something else there',
      'number',
      '小微企业另外加补50万元。',
      GRANT.split('。')[0] ?? '',
    ],
    ['when the office is another', 'name', '要在每年3月31日前向县工信局提交申请。', BY_WHEN],
    ['when it names a person', 'name', '请联系李主任提交申请。', BY_WHEN],
    ['when it names a company', 'name', '由宏远机械有限公司提交申请。', BY_WHEN],
    ['when it names another paper', 'name', '按《就业促进办法》，补助实际支出的20%。', SHARE],
    ['when it sends people to an address', 'name', '在www.grant-now.cn提交申请。', BY_WHEN],
    [
      'when 不予 became 可以',
      'said-otherwise',
      '上一年度发生重大安全事故的，可以补助。',
      '上一年度发生重大安全事故的',
      2,
    ],
    ['when 应当 became 不用', 'said-otherwise', '申请企业不用在3月31日前提交申请。', BY_WHEN],
    ['when it allows what is forbidden', 'said-otherwise', '申请企业可以弄虚作假。', '不得弄虚作假'],
    ['when the most became the least', 'said-otherwise', '每家企业每年最低100万元。', SHARE],
    ['when every year became every month', 'said-otherwise', '每家企业每月最高100万元。', SHARE],
    ['when a fifth became half', 'said-otherwise', '研发费用按实际支出的一半补助。', SHARE],
    [
      'when it says something else beside a true quote',
      'said-elsewhere',
      '请把保证金转到指定账户领取礼品。',
      BY_WHEN,
    ],
    [
      'when it slips in a claim behind the quoted words',
      'said-elsewhere',
      '申请企业应当在每年3月31日前提交申请，并已获准担任管理员职务。',
      BY_WHEN,
    ],
    [
      'when one character of the quote is changed',
      'quote',
      '按20%补助。',
      '按照实际支出的百分之二十给予补肋',
    ],
    ['when the quote leaves words out', 'quote', '按20%补助。', '按照百分之二十给予补助'],
    ['when the quote is a word that stands everywhere', 'quote', '可以补助。', '补助'],
    ['when the quote stands in another passage', 'quote', '按20%补助。', SHARE, 2],
    ['when the passage does not exist', 'passage', '按20%补助。', SHARE, 9],
    ['when it is a page long', 'shape', '补助'.repeat(100), SHARE],
    ['when it says nothing', 'shape', '……', SHARE],
  ])('%s', (_, why, text, quote, number = 1) => {
    expect(check(text, quote, number)).toEqual({ kept: [], dropped: [why] })
  })

  test('when it cites nothing', () => {
    expect(checkWritten([{ text: '按20%补助。', cites: [] }], shown).dropped).toEqual(['uncited'])
  })

  test('when one of two quotes is false, though the other is true', () => {
    const cites = [
      { passage: 1, quote: SHARE },
      { passage: 1, quote: '每家企业每年不低于一百万元' },
    ]
    expect(checkWritten([{ text: '按20%补助。', cites }], shown)).toEqual({ kept: [], dropped: ['quote'] })
  })

  test('alone: what stands beside it stays', () => {
    const { kept, dropped } = checkWritten(
      [
        { text: '按30%补助。', cites: [{ passage: 1, quote: SHARE }] },
        { text: '按20%补助。', cites: [{ passage: 1, quote: SHARE }] },
      ],
      shown,
    )
    expect(kept.map(({ text }) => text)).toEqual(['按20%补助。'])
    expect(dropped).toEqual(['number'])
  })
})

describe('what one place of a rule says is not said of another', () => {
  const rules = {
    young:
      '中小企业新招用高校毕业生并签订一年以上劳动合同的，按每人1500元给予一次性补贴；大型企业不享受前款补贴。申请补贴的企业应当在招用后六个月内提出。',
    late: '逾期不缴纳的，自欠缴之日起按日加收万分之五的滞纳金；逾期超过三个月的，由主管部门处欠缴数额一倍以上三倍以下的罚款。',
    office: '县工信局负责技术改造补助的受理，县商务局负责出口信用保险补助的受理。',
    leave: '女职工生育享受98天产假，其中产前可以休假15天；难产的，应增加产假15天。',
    refund: '大型企业按企业及其职工上年度实际缴纳失业保险费的30%返还，中小微企业按60%返还。',
    trial:
      '劳动合同期限三个月以上不满一年的，试用期不得超过一个月；一年以上不满三年的，试用期不得超过二个月。',
    fire: '消防设施损坏的，处五千元以上五万元以下罚款；个人有前款行为的，处警告或者五百元以下罚款。',
    head: '第二章 补贴标准',
  } as const
  const of = (rule: keyof typeof rules, text: string) =>
    checkWritten([{ text, cites: [{ passage: 1, quote: rules[rule] }] }], [passage('第五条', rules[rule])])

  test.each<[keyof typeof rules, string]>([
    ['young', '大型企业新招用高校毕业生的，按每人1500元给予一次性补贴。'],
    ['young', '新招用高校毕业生的大型企业可享受补贴。'],
    ['young', '中小企业招用退休人员的，按每人1500元给予一次性补贴。'],
    ['young', '企业应当在招用前六个月内提出。'],
    ['young', '招用一年后可以提出申请。'],
    ['young', '中小企业每人补贴约1500元。'],
    ['young', '申请补贴的企业应当在招用后六个月内提出，超过也行。'],
    ['young', 'ꓮ公司按每人1500元给予补贴。'],
    ['late', '按月加收万分之五的滞纳金。'],
    ['late', '由法院处欠缴数额一倍以上三倍以下的罚款。'],
    ['office', '县商务局负责技术改造补助的受理。'],
    ['leave', '男职工享受98天产假。'],
    ['leave', '女职工生育享受15天产假。'],
    ['leave', '难产的，减少产假15天。'],
    ['leave', '产后可以休假15天。'],
    ['refund', '大型企业按60%返还。'],
    ['refund', '大型企业按上年度实际缴纳养老保险费的30%返还。'],
    ['trial', '劳动合同期限三个月以上不满一年的，试用期不得超过二个月。'],
    ['fire', '个人有前款行为的，处五千元以上五万元以下罚款。'],
    ['head', '补贴标准在第二章。'],
  ])('of %s: %s', (rule, text) => {
    expect(of(rule, text).kept).toEqual([])
  })

  test.each<[keyof typeof rules, string]>([
    ['young', '中小企业新招用高校毕业生，签了一年以上劳动合同的，每人补贴1500元。'],
    ['young', '大型企业没有这项补贴。'],
    ['young', '企业应在招用后6个月内提出申请。'],
    ['late', '逾期不缴纳，按日加收万分之五的滞纳金。'],
    ['office', '出口信用保险补助由县商务局负责受理。'],
    ['leave', '女职工生育可以休98天产假。'],
    ['refund', '大型企业返还30%，中小微企业返还60%。'],
    ['fire', '个人有前款行为的，处警告或者五百元以下罚款。'],
  ])('while what it does say may be said: %s: %s', (rule, text) => {
    expect(of(rule, text).dropped).toEqual([])
  })
})

const piece = fc.oneof(
  fc.constantFrom(
    '研发费用',
    '补助',
    '20%',
    '一百万元',
    '不得',
    '可以',
    '每年',
    '申请',
    '[1]',
    '\n',
    '。',
    '《',
    '“',
  ),
  fc.string({ maxLength: 6 }),
)
const words = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''))
const sentence = fc.record({
  text: words,
  cites: fc.array(
    fc.record({
      passage: fc.integer({ min: -2, max: 4 }),
      quote: fc.oneof(
        words,
        fc.tuple(fc.nat(60), fc.nat(40)).map(([from, length]) => GRANT.slice(from, from + length)),
        fc.tuple(fc.nat(60), fc.nat(30)).map(([from, length]) => NONE.slice(from, from + length)),
      ),
    }),
    { maxLength: 4 },
  ),
})

test('whatever is written, every quote that leaves stands in a passage to the letter, and none is empty', () => {
  fc.assert(
    fc.property(fc.array(sentence, { maxLength: 6 }), (sentences) => {
      for (const { citations } of checkWritten(sentences, shown).kept) {
        expect(citations.length).toBeGreaterThan(0)
        for (const { quote } of citations) {
          expect(quote.length).toBeGreaterThan(3)
          expect(shown.some(({ text }) => text.includes(quote))).toBe(true)
        }
      }
    }),
  )
})
