import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerFrom } from '../../../../src/features/policy/answers/answer-from.ts'
import { answerShape } from '../../../../src/features/policy/answers/answer-shape.ts'
import { missingShare } from '../../../../src/features/policy/answers/named-things.ts'
import { isRule } from '../../../../src/features/policy/answers/rule-text.ts'
import type { Passage, ReadDocument } from '../../../../src/features/policy/library/policy-document.ts'
import { readDocument } from '../../../../src/features/policy/reading/read-document.ts'
import { createPassageIndex } from '../../../../src/features/policy/search/passage-index.ts'
import type { Wording } from '../../../../src/features/policy/search/wording.ts'

const text = (name: string, words: string) => readDocument({ name, text: words, format: 'text' })
const made = (doc: string, title: string, passages: readonly Omit<Passage, 'position'>[]): ReadDocument => ({
  doc,
  title,
  remarks: [],
  passages: passages.map((passage, position) => ({ ...passage, position })),
})

function asking(documents: readonly ReadDocument[], question: string, also: readonly Wording[] = []) {
  const index = createPassageIndex()
  for (const document of documents) index.add(document)
  return answerFrom(question, index.search(question, { top: 8, also }), { asOf: '2026-03-02' })
}

const wages = text(
  'wages.txt',
  `云岭县工资支付办法

第一条 用人单位应当按月以货币形式支付劳动报酬，不得无故拖欠。

第二条 拖欠劳动报酬的，由人力资源社会保障部门责令限期支付；逾期不支付的，按应付金额百分之五十以上百分之一百以下加付赔偿金。

第三条 用人单位应当书面记录支付劳动报酬的数额、时间，保存二年以上备查。

2025年3月1日
`,
)
const water = text(
  'water.txt',
  `云岭县用水管理办法

第一条 企业用水实行计划管理。

第二条 超计划用水的，超出部分按两倍水价收费。

2024年1月5日
`,
)
const lake = made('lake', '青盐湖', [
  {
    locator: '第1段',
    heading: '',
    text: '青盐湖位于云岭县西部。湖面海拔两千九百米，面积约四十平方公里。湖中产盐，1958年设盐场。盐场最盛时有工人八百名。冬天湖面结冰四个月。',
  },
])

describe('how sure an answer is', () => {
  it('is said of lay words only as far as the clause goes, and a clause that may help is shown', () => {
    const answer = asking([wages, water, lake], '单位不按时支付劳动报酬有什么后果')
    expect(answer).toMatchObject({ kind: 'notFound', tier: 'nearest' })
    expect(answer.text).toContain('未必是答案')
    expect(answer.text).toContain(answer.citations[0]?.quote)
  })

  it('grows where the rule’s own words for it are known', () => {
    const also: Wording[] = [{ text: '拖欠劳动报酬', weight: 0.6, instead: '欠我半年工钱' }]
    const plain = asking([wages, water, lake], '老板欠我半年工钱不给咋办')
    const known = asking([wages, water, lake], '老板欠我半年工钱不给咋办', also)
    expect(known.confidence).toBeGreaterThan(plain.confidence)
    expect(known.citations[0]).toMatchObject({ doc: 'wages.txt' })
  })

  it('is not sure between two clauses that say as much', () => {
    const rule = (place: string) =>
      `${place}企业奖励办法\n\n第一条 企业获评绿色工厂的，一次性奖励二十万元。\n\n2025年3月1日\n`
    const twins = [text('a.txt', rule('青禾县')), text('b.txt', rule('柳溪县')), water]
    expect(asking(twins, '企业获评绿色工厂一次性奖励多少').tier).toBe('probable')
    expect(asking(twins.slice(1), '企业获评绿色工厂一次性奖励多少').tier).toBe('sure')
  })

  it('is never sure about another place than the one asked for', () => {
    expect(asking([wages, water], '云岭县超计划用水怎么收费').tier).toBe('sure')
    expect(asking([wages, water], '石门县超计划用水怎么收费').tier).not.toBe('sure')
  })

  it('is not sure where the words give no figure and one is asked for', () => {
    expect(asking([wages, water], '企业用水实行计划管理要交多少钱').kind).toBe('notFound')
  })

  it('is not given where no figure of the kind asked for stands there', () => {
    const school = text(
      'school.txt',
      '云岭商学院开班\n\n云岭商学院今年开班，首批学员二百人，由县工商联主办，地点在县委党校。\n\n2025年3月1日\n',
    )
    expect(asking([school, water, wages], '云岭商学院的学费是多少').kind).toBe('notFound')
    expect(asking([school, water, wages], '云岭商学院的电话是多少').kind).toBe('notFound')
    expect(asking([school, water, wages], '云岭商学院首批学员多少人').kind).toBe('answered')
  })

  it('refuses running text that only touches the matter, and shows no clause of it', () => {
    const answer = asking([lake, water], '青盐湖里有什么鱼可以钓')
    expect(answer.tier === 'nearest').toBe(false)
  })
})

describe('the words that are quoted', () => {
  it('of running text are the two sentences that answer', () => {
    const answer = asking([lake, water], '青盐湖的面积是多少')
    const quote = answer.citations[0]?.quote ?? ''
    expect(quote).toContain('面积约四十平方公里')
    expect(quote.match(/。/gu)).toHaveLength(2)
  })

  it('of a table are the row', () => {
    const table = made('fees.xlsx', '云岭县收费目录', [
      {
        locator: '第2行',
        heading: '收费目录',
        kind: 'row',
        text: '项目：占道施工；收费标准：每平方米每天0.5元；依据：云价〔2024〕3号',
      },
      {
        locator: '第3行',
        heading: '收费目录',
        kind: 'row',
        text: '项目：垃圾清运；收费标准：每吨60元；依据：云价〔2024〕4号',
      },
    ])
    const answer = asking([table, water, lake], '垃圾清运每吨收费标准是多少')
    expect(answer.citations[0]).toMatchObject({
      locator: '第3行',
      quote: expect.stringContaining('每吨60元'),
    })
    expect(answer.text).toContain('文件：fees.xlsx')
  })

  it('of a reviewed answer are the answer, told as such', () => {
    const reply: ReadDocument = {
      ...made('W-0003', '夜市摊位要不要办营业执照', [
        { locator: '问', heading: '', kind: 'question', text: '夜市摊位要不要办营业执照' },
        { locator: '答', heading: '', text: '不用。到镇政府登记后领取摊位证就行。' },
      ]),
      kind: 'answer',
      issuer: '云岭县工商联',
      issuedOn: '2026-02-11',
    }
    const answer = asking([reply, water, wages], '夜市摊位要不要办营业执照')
    expect(answer.kind).toBe('answered')
    expect(answer.text).toMatch(/^云岭县工商联答复（2026年2月11日，W-0003）：\n不用。/u)
    expect(answer.text).not.toContain('公布')
  })

  it('name where to open the document, by its link and page', () => {
    const linked: ReadDocument = {
      ...water,
      link: 'https://example.org/water',
      passages: water.passages.map((one) => ({ ...one, page: 2 })),
    }
    expect(asking([linked, wages], '超计划用水怎么收费').text).toContain(
      '全文：https://example.org/water 第2页',
    )
  })

  it('stand in their passage letter by letter, whatever is asked and found', () => {
    const word = fc.constantFrom(
      '企业',
      '工资',
      '多少',
      '用水',
      '几天',
      '超计划',
      '谁',
      '湖',
      '支付',
      '第二条',
      '？',
    )
    const question = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(''))
    const texts = new Map(
      [wages, water, lake].map(({ doc, passages }) => [doc, passages.map((passage) => passage.text)]),
    )
    fc.assert(
      fc.property(question, (asked) => {
        for (const { doc, quote, position } of asking([wages, water, lake], asked).citations)
          expect(texts.get(doc)?.[position]).toContain(quote)
      }),
    )
  })
})

describe('what an answer has to look like', () => {
  it.each([
    ['要几个工作日', '应当在十五个工作日内办结', '应当及时办结'],
    ['补多少钱', '一次性补贴1500元', '给予一次性补贴'],
    ['什么时候开始施行', '自2025年6月1日起施行', '由财政部门解释'],
    ['咨询电话是多少', '咨询电话：0374-6100000', '可以电话咨询'],
    ['用人单位能不能收押金', '用人单位不得要求劳动者提供担保', '用人单位招用劳动者时'],
    ['这个归哪个部门管', '由市场监督管理部门负责', '不得超过三十日'],
    ['保费能补多少', '每年最高不超过20万元', '上年度出口额不低于50万美元的企业'],
    ['展位费补多少', '按展位费的一半给予支持', '第三条 对展位费给予支持'],
    ['企业多久要付款', '应当自交付之日起60日内付款', '第十五条 应当及时付款'],
    ['最高多少', '最高不超过三成', '第十五条 应当及时付款'],
  ])('%s', (question, fits, other) => {
    const shape = answerShape(question)
    expect(shape?.looks.test(fits)).toBe(true)
    expect(shape?.looks.test(other)).toBe(false)
  })

  it('is open where nothing of a kind is asked for', () => {
    expect(answerShape('申请贴息的条件')).toBeUndefined()
  })
})

describe('what a question names outright', () => {
  it.each([
    ['《用水管理办法》怎么说', '用水管理办法 第一条', 0],
    ['《用电管理办法》怎么说', '用水管理办法 第一条', 1],
    ['2023年的标准', '自2024年施行', 1],
    ['石门县的补贴', '云岭县 补贴', 1],
    ['我们县的补贴', '云岭县 补贴', 0],
    ['超市和上市公司要交吗', '企业', 0],
    ['ISO9001 认证补多少', '通过iso9001认证的', 0],
    ['我厂里10个人也能领稳岗返还不', '参保30人以下的企业', 0],
    ['我们去年卖了300万能申请吗', '企业可以申请', 0],
    ['招20人以上补多少', '每招一人补助', 1],
  ])('%s', (question, passage, share) => expect(missingShare(question, passage)).toBe(share))
})

it('a clause is told from a paragraph', () => {
  const of = (locator: string, title = '') => isRule({ locator, title })
  expect([of('第三条'), of('第三条第二款'), of('第二部分（一）'), of('附件1·（二）')]).toEqual([
    true,
    true,
    true,
    true,
  ])
  expect([of('第2段'), of('文首'), of(''), of('青盐湖·第1段')]).toEqual([false, false, false, false])
  expect(of('第1段', '慈善法第三条')).toBe(true)
})
