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
