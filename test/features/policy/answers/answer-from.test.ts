import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerFrom } from '../../../../src/features/policy/answers/answer-from.ts'
import { quoteFrom } from '../../../../src/features/policy/answers/quote.ts'
import { readDocument } from '../../../../src/features/policy/reading/read-document.ts'
import { createPassageIndex } from '../../../../src/features/policy/search/passage-index.ts'

const AS_OF = '2026-03-02'

const subsidy = (ends: string, amount: string, issued = '2025年6月18日') => `清源县企业技术改造奖补办法

清政办〔2025〕8号

第一条 为了支持企业技术改造，制定本办法。

第二条 企业购置设备投资额在一百万元以上的，按设备投资额的${amount}给予技术改造补助，单个企业最高二百万元。

第三条 申报技术改造奖补应当提交下列材料：

（一）项目备案证明；

（二）设备购置发票；

（三）完税证明。

第四条 ${ends}

${issued}
`
const water = `清源县用水管理办法

第一条 企业用水实行计划管理。

第二条 超计划用水的，超出部分按两倍水价收费，所得用于节水设施建设。

2024年1月5日
`

function asking(files: Readonly<Record<string, string>>, question: string, asOf = AS_OF) {
  const index = createPassageIndex()
  for (const [name, text] of Object.entries(files))
    index.add(readDocument({ name, text, format: name.endsWith('.md') ? 'markdown' : 'text' }))
  return answerFrom(question, index.search(question, { top: 8 }), { asOf })
}

const valid = '本办法自2025年7月1日起施行，有效期至2027年6月30日。'

describe('an answer', () => {
  it('quotes the article, with document, number and dates', () => {
    const answer = asking(
      { 'a.txt': subsidy(valid, '百分之八'), 'w.txt': water },
      '技术改造补助单个企业最高多少',
    )
    expect(answer).toMatchObject({
      kind: 'answered',
      citations: [
        {
          doc: 'a.txt',
          title: '清源县企业技术改造奖补办法',
          locator: '第二条',
          documentNumber: '清政办〔2025〕8号',
          issuedOn: '2025-06-18',
          validity: 'current',
          quote: expect.stringContaining('最高二百万元'),
        },
      ],
    })
    expect(answer.text).toContain('《清源县企业技术改造奖补办法》第二条')
    expect(answer.text).toContain('有效期至2027年6月30日')
  })

  it('quotes a list whole', () => {
    const answer = asking(
      { 'a.txt': subsidy(valid, '百分之八'), 'w.txt': water },
      '申报技术改造奖补要交哪些材料',
    )
    expect(answer.text).toContain('（一）项目备案证明；\n（二）设备购置发票；\n（三）完税证明。')
  })

  it.each(['幼儿园托费补贴标准是多少', '失业金能领几个月', '今年放假怎么调休', 'how do I get a visa'])(
    'is refused where the documents do not speak of it: %s',
    (question) => {
      const answer = asking({ 'a.txt': subsidy(valid, '百分之八'), 'w.txt': water }, question)
      expect(answer.kind).toBe('notFound')
      expect(answer.text).toContain('没有查到')
    },
  )

  it('is refused with the nearest titles, each once', () => {
    const answer = asking({ 'a.txt': subsidy(valid, '百分之八'), 'w.txt': water }, '企业出口信用保险补助比例')
    expect(answer).toMatchObject({ kind: 'notFound', nearest: [{ title: expect.any(String) }, {}] })
  })

  it('is refused without a word about titles where nothing is there', () => {
    expect(answerFrom('补贴标准', [], { asOf: AS_OF })).toMatchObject({ kind: 'notFound', nearest: [] })
  })
})

describe('what no longer or not yet holds', () => {
  const question = '技术改造补助单个企业最高多少'

  it('is said to have ended, never cited as current', () => {
    const ended = subsidy('本办法自2021年1月1日起施行，有效期至2023年12月31日。', '百分之五', '2020年12月1日')
    const answer = asking({ 'old.txt': ended, 'w.txt': water }, question)
    expect(answer).toMatchObject({ kind: 'answered', citations: [{ validity: 'ended' }] })
    expect(answer.text).toMatch(/^查到的规定已于2023年12月31日到期，现在不能再按它办/)
  })

  it('held on its last day', () => {
    const answer = asking({ 'a.txt': subsidy(valid, '百分之八'), 'w.txt': water }, question, '2027-06-30')
    expect(answer).toMatchObject({ citations: [{ validity: 'current' }] })
  })

  it('is said to begin later', () => {
    const answer = asking({ 'a.txt': subsidy(valid, '百分之八'), 'w.txt': water }, question, '2025-06-20')
    expect(answer).toMatchObject({ kind: 'answered', citations: [{ validity: 'notYet' }] })
    expect(answer.text).toMatch(/^查到的规定要到2025年7月1日才施行/)
  })

  it('gives way to what holds, the newer version of the same document', () => {
    const old = subsidy('本办法自2021年1月1日起施行。', '百分之五', '2020年12月1日')
    const files = { 'old.txt': old, 'new.txt': subsidy(valid, '百分之八'), 'w.txt': water }
    const now = asking(files, question)
    expect(now).toMatchObject({ kind: 'answered' })
    expect(now.text).toContain('百分之八')
    expect(now.text).not.toContain('百分之五')
    const before = asking(files, question, '2022-01-01')
    expect(before).toMatchObject({ kind: 'answered' })
    expect(before.text).toContain('百分之五')
    expect(before.text).not.toContain('百分之八')
  })
})

describe('a question for a figure', () => {
  it('is answered by the passage that has one, where another says the same words', () => {
    const text = `清源县服务大厅简报

群众说自助体检机很方便，几分钟就能做完自助体检，以前要排很久的队，现在不用了。

自助体检机六月上线，每台自助体检机每次用时5分钟，每天可以接待八十人。

2025年3月1日
`
    const answer = asking({ 'n.txt': text, 'w.txt': water }, '自助体检机几分钟')
    expect(answer).toMatchObject({ citations: [{ quote: expect.stringContaining('5分钟') }] })
  })
})

describe('another part of the same document', () => {
  it('is cited beside the first where it says what the first leaves out', () => {
    const filler = '县工业和信息化部门应当会同有关部门公开办理流程，接受企业咨询，不得收取费用。'.repeat(12)
    const text = `关于稳定就业的通知

一、稳岗返还

上年度裁员率不高于百分之五的企业，按实际缴纳失业保险费的六成给予稳岗返还，由人社部门拨付。

二、申请材料

提交营业执照复印件、工资发放凭证。

三、其他

${filler}

2025年3月1日
`
    const answer = asking({ 'n.txt': text, 'w.txt': water }, '企业稳岗返还的申请材料')
    expect(answer.kind).toBe('answered')
    expect(answer.text).toContain('六成给予稳岗返还')
    expect(answer.text).toContain('工资发放凭证')
  })
})

describe('a quote', () => {
  const sentence = fc
    .array(fc.constantFrom('企业', '补助', '设备', '应当', '材料', '，', '“', '”'), {
      minLength: 1,
      maxLength: 40,
    })
    .map((words) => words.join(''))
  const line = fc
    .tuple(fc.constantFrom('', '', '（一）', '（二）'), sentence, fc.constantFrom('。', '；', '：', '？'))
    .map((parts) => parts.join(''))
  const text = fc.array(line, { minLength: 1, maxLength: 14 }).map((lines) => lines.join('\n'))

  it('is always verbatim, and never longer than a list may be', () => {
    fc.assert(
      fc.property(text, fc.constantFrom('补助多少', '设备材料', '企业应当'), (words, question) => {
        const passage = { locator: '第三条', heading: '', text: words, position: 0 }
        const index = createPassageIndex()
        index.add({ doc: 'a', title: '', passages: [passage], remarks: [] })
        for (const hit of index.search(question, { top: 1 })) {
          const { quote, locator } = quoteFrom(hit)
          expect(words).toContain(quote)
          expect(quote).not.toBe('')
          expect(quote.length).toBeLessThanOrEqual(450)
          expect(locator).toMatch(/^第三条(第.+款)?$/)
        }
      }),
    )
  })

  it('shows the other rows of a table where the figure asked for stands in none', () => {
    const table = `# 清源县出口保险补助办法

| 上年度出口额 | 补助比例 |
| --- | --- |
| 50万至300万美元 | 50% |
| 300万至1000万美元 | 45% |

第一条 出口额按海关统计。
`
    const { citations } = asking({ 't.md': table, 'w.txt': water }, '上年度出口额500万美元的补助比例是多少')
    const quotes = citations.map(({ quote }) => quote).join('\n')
    expect(quotes).toContain('50万至300万美元')
    expect(quotes).toContain('300万至1000万美元')
  })

  it('is cited by the name of the rule, where a notice brings it', () => {
    const notice = `清源县人民政府办公室关于印发《清源县企业技术改造奖补办法》的通知\n\n${subsidy(valid, '百分之八').replace(/^.+\n/u, '')}`
    const { text, citations } = asking({ 'a.txt': notice, 'w.txt': water }, '技术改造补助单个企业最高多少')
    expect(text).toMatch(/^《清源县企业技术改造奖补办法》第二条（清政办〔2025〕8号/mu)
    expect(citations[0]?.title).toContain('关于印发')
  })

  it('ends before who signed the document', () => {
    const text = `${water.slice(0, water.indexOf('2024年'))}清源县水务局\n清源县财政局\n2024年1月5日\n`
    const answer = asking({ 'w.txt': text, 'a.txt': subsidy(valid, '百分之八') }, '超计划用水怎么收费')
    expect(answer.citations[0]?.quote).toMatch(/节水设施建设。$/u)
  })

  it('names the 款 it stands in', () => {
    const first = `企业应当按时缴费，${'并如实申报有关情况，'.repeat(24)}不得拖欠。`
    const second = `设备补助由财政部门拨付，${'拨付情况应当向社会公开，'.repeat(22)}接受监督。`
    const passage = { locator: '第三条', heading: '', text: `第三条 ${first}\n${second}`, position: 0 }
    const index = createPassageIndex()
    index.add({ doc: 'a', title: '办法', passages: [passage], remarks: [] })
    const quotes = index.search('设备补助由谁拨付', { top: 1 }).map((hit) => quoteFrom(hit))
    expect(quotes).toEqual([{ locator: '第三条第二款', quote: second }])
  })
})
