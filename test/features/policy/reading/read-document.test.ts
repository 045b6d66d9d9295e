import { describe, expect, it } from 'vitest'
import { readDocument } from '../../../../src/features/policy/reading/read-document.ts'

const NOTICE = `清源县人民政府办公室文件

清政办〔2025〕8号

清源县人民政府办公室关于印发
清源县企业技术改造奖补办法的通知

各乡镇人民政府，县政府各部门：

《清源县企业技术改造奖补办法》已经县政府同意，现印发给你们，请认真执行。

一、奖补对象

在本县纳税、设备投资额100万元以上的工业企业。

二、奖补标准

（一）设备投资补助。按设备投资额的8%给予补助，单个企业最高200万元。

（二）贷款贴息。按一年期贷款利息的30%给予贴息。

三、申报材料

申报时提交：

1.项目备案证明；

2.设备购置发票；

四、附则

本办法自2025年7月1日起施行，有效期两年。

清源县人民政府办公室
2025年6月18日
`

describe('a notice', () => {
  const notice = readDocument({ name: '技改奖补.txt', text: NOTICE, format: 'text' })

  it('says its title over several lines, number, issuer and dates', () => {
    expect(notice).toMatchObject({
      doc: '技改奖补.txt',
      title: '清源县人民政府办公室关于印发清源县企业技术改造奖补办法的通知',
      documentNumber: '清政办〔2025〕8号',
      issuer: '清源县人民政府办公室',
      issuedOn: '2025-06-18',
      effectiveOn: '2025-07-01',
      endsOn: '2027-06-30',
      remarks: [],
    })
  })

  it('loses no line: each stands in the title or in a passage', () => {
    const read = [notice.title, ...notice.passages.map(({ text }) => text)].join('\n')
    for (const line of NOTICE.split('\n')) expect(read).toContain(line)
  })

  it('keeps a short part with its heading and its list in one passage', () => {
    const materials = notice.passages.find(({ locator }) => locator === '第三部分')
    expect(materials?.text).toBe('三、申报材料\n申报时提交：\n1.项目备案证明；\n2.设备购置发票；')
  })

  it('cites the items of a long part one by one, under its heading', () => {
    const item = '企业应当如实填报，县工业和信息化部门会同财政部门审核并公示，'.repeat(8)
    const text = `关于奖补的通知\n\n二、申报程序\n\n（一）${item}完毕。\n\n（二）${item}拨付。\n\n2025年6月18日`
    const { passages } = readDocument({ name: 'a.txt', text, format: 'text' })
    expect(passages.map(({ locator, heading }) => [locator, heading])).toEqual([
      ['第二部分（一）', '二、申报程序'],
      ['第二部分（二）', '二、申报程序'],
    ])
  })

  it('is joined again when every printed line ends in a break', () => {
    const wrapped = NOTICE.split('\n')
      .flatMap((line) => line.match(/.{1,22}/gu) ?? [''])
      .join('\n')
    const { passages } = readDocument({ name: 'a.txt', text: wrapped, format: 'text' })
    const texts = passages.map(({ text }) => text)
    expect(texts.join('\n')).toContain('按设备投资额的8%给予补助，单个企业最高200万元。')
    expect(passages.map(({ locator }) => locator)).toContain('第三部分')
  })
})

describe('a statute', () => {
  const long = '应当依照有关规定及时办理，并将办理结果告知申请人；'.repeat(14)
  const text = `# 清源县服务企业条例

2024年3月1日 清源县人民代表大会常务委员会第九次会议通过

<!-- not for readers -->

## 第一章 总 则

第一条 为了服务企业，制定本条例。

第二条 企业依法享有下列权利：

（一）知情权；

（二）申诉权。

## 第二章 办理

第四条 ${long}

（一）当场办结；

前款规定的期限为五个工作日。${long}

第五条 本条例自2024年5月1日起施行。
`
  const statute = readDocument({ name: '条例.md', text, format: 'markdown' })
  const at = (locator: string) => statute.passages.find((passage) => passage.locator === locator)

  it('is split by article, each under its chapter', () => {
    expect(at('第二条')).toMatchObject({
      heading: '第一章 总 则',
      text: '第二条 企业依法享有下列权利：\n（一）知情权；\n（二）申诉权。',
    })
    expect(at('第五条')?.heading).toBe('第二章 办理')
  })

  it('splits an overlong article by 款, whose items stay with it', () => {
    expect(at('第四条第一款')?.text).toMatch(/当场办结；$/)
    expect(at('第四条第二款')?.text).toMatch(/^前款规定/)
  })

  it('says what a person should look at: an article that is missing', () => {
    expect(statute.remarks).toEqual(['缺第三条，可能漏了一页。'])
  })

  it('reads dates and who passed it, and drops comments', () => {
    expect(statute).toMatchObject({
      title: '清源县服务企业条例',
      issuer: '清源县人民代表大会常务委员会',
      issuedOn: '2024-03-01',
      effectiveOn: '2024-05-01',
    })
    expect(statute.passages.some((passage) => passage.text.includes('not for readers'))).toBe(false)
  })
})

describe('other sources', () => {
  it('take title and article from a row of a collection', () => {
    const row = readDocument({
      name: 'r-1',
      title: '服务条例第十二条',
      text: '应当公开。',
      format: 'jsonl-row',
    })
    expect(row.passages).toEqual([{ locator: '第十二条', heading: '', text: '应当公开。', position: 0 }])
    expect(row.remarks).toEqual([])
  })

  it('go by paragraph where nothing is numbered, short lines joined to what follows', () => {
    const paragraph = '县里的企业可以在服务大厅办理登记，也可以在网上提交材料，由窗口在两天内答复申请人。'
    const { passages } = readDocument({
      name: 'a',
      text: `${paragraph}\n\n咨询电话：\n见大厅公示。`,
      format: 'text',
    })
    expect(passages.map(({ locator }) => locator)).toEqual(['第1段', '第2段'])
    expect(passages[1]?.text).toBe('咨询电话：\n见大厅公示。')
  })

  it('read an empty file as a document without passages and say so', () => {
    const empty = readDocument({ name: 'empty.txt', text: ' \n\u200b\n', format: 'text' })
    expect(empty.passages).toEqual([])
    expect(empty.remarks).toContain('这份文件里没有读到文字。')
  })

  it('warn where an amended text still carries its first day', () => {
    const text = '# 清源县办法\n\n2020年1月1日公布\n\n2024年2月1日修订\n\n第一条 本办法自2020年3月1日起施行。'
    expect(readDocument({ name: 'a.md', text, format: 'markdown' }).remarks).toEqual([
      '公布日期 2024-02-01 晚于施行日期，像是修订本，请核对修订从哪天起施行，再说一声，例如“《…》自2024-02-01起施行”。',
    ])
  })
})

it.each([
  ['a title', `# ${'某'.repeat(100_000)}\n\n第一条 甲。`],
  ['a chapter', `办法\n\n第一章${'某'.repeat(100_000)}\n第一条 甲。\n第二条 乙。`],
  ['a number', `办法\n\n第${'一'.repeat(100_000)}条 甲。`],
])('%s without an end does not stand over every passage', (_what, text) => {
  const { title, passages } = readDocument({ name: 'a.md', text, format: 'markdown' })
  for (const { locator, heading } of passages)
    expect(`${title}${heading}${locator}`.length).toBeLessThan(1_000)
  expect(passages.length).toBeGreaterThan(0)
})

it('comments are left out, and those that are never closed are read over once', () => {
  const text = `# 办法\n\n第一条 甲。<!-- 只给编者看 -->\n${'<!--'.repeat(500_000)}`
  const [first] = readDocument({ name: 'a.md', text, format: 'markdown' }).passages
  expect(first?.text).toContain('第一条 甲。')
  expect(first?.text).not.toContain('编者')
})
