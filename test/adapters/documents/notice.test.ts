import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { documentReader } from '../../../src/adapters/documents/document-reader.ts'
import { readDocument } from '../../../src/features/policy/reading/read-document.ts'

const reader = documentReader()

/** As a command hands it in: a Buffer. */
async function read(file: string, name = file) {
  const bytes = readFileSync(join(import.meta.dirname, 'fixtures', file))
  const found = await reader.read({ name, bytes })
  if (!found.ok) throw new Error(`${file}: ${found.reason}`)
  return readDocument({ name, ...found.contents })
}

const bare = (text: string) => text.replace(/\s/gu, '')

const lettersOf = (text: string) => text.replace(/[^\p{Script=Han}\d]/gu, '')

/** What a person finds and is shown: where it stands and what it says. */
const clausesOf = (document: Awaited<ReturnType<typeof read>>) =>
  document.passages.map(({ locator, heading, text, kind }) => ({
    locator,
    heading: bare(heading),
    text: bare(text),
    ...(kind === undefined ? {} : { kind }),
  }))

/** The golden reading: what notice.ts says, cut into clauses. */
const GOLDEN: readonly ReturnType<typeof clausesOf>[number][] = [
  { locator: '文首', heading: '', text: '云岭县人力资源和社会保障局文件云人社发〔2026〕18号' },
  {
    locator: '第1段',
    heading: '',
    text: '各镇人民政府，县直各有关单位，各有关企业：为帮助企业稳定用工，现将企业用工扶持的有关事项通知如下，请遵照执行。',
  },
  {
    locator: '第一部分',
    heading: '',
    text: '一、扶持对象（一）在本县登记并依法缴纳失业保险满十二个月的中小微企业，可以申请本细则规定的各项补贴。（二）上一年度裁员率不高于百分之五点五的企业优先安排；被列入经营异常名录的企业，移出之前不予受理。',
  },
  {
    locator: '第二部分',
    heading: '',
    text: '二、补贴标准（一）企业新招用毕业两年内的高校毕业生，签订一年以上劳动合同并按规定缴费的，按照下表给予一次性补贴。',
  },
  ...[
    ['高校毕业生', '每人1500元', '招用后六个月内'],
    ['退役军人', '每人2000元', '招用后六个月内'],
    ['就业困难人员', '每人1800元', '招用后三个月内'],
  ].map(([whom, much, until], at) => ({
    locator: `表1第${at + 1}行`,
    heading: '二、补贴标准·表1一次性用工补贴标准',
    text: `招用对象：${whom}；补贴标准：${much}；申请期限：${until}`,
    kind: 'row' as const,
  })),
  {
    locator: '第二部分（二）',
    heading: '',
    text: '（二）企业组织职工参加岗前培训并取得合格证书的，按照每人每天60元的标准给予培训补贴，每人每年不超过十五天。',
  },
  {
    locator: '第三部分',
    heading: '',
    text: '三、申请程序（一）企业应当在规定的期限内向县人力资源服务中心提出申请，提交劳动合同、缴费凭证和补贴申请表。（二）县人力资源服务中心自受理之日起十个工作日内完成审核，公示五个工作日无异议的，二十个工作日内拨付到企业账户。',
  },
  {
    locator: '第四部分',
    heading: '',
    text: '四、其他事项本细则自2026年4月1日起施行，有效期至2028年3月31日。2021年印发的同名文件同时废止。云岭县人力资源和社会保障局2026年3月12日',
  },
]

const FACTS = {
  title: '云岭县人力资源和社会保障局关于印发企业用工扶持实施细则的通知',
  documentNumber: '云人社发〔2026〕18号',
  issuer: '云岭县人力资源和社会保障局',
  issuedOn: '2026-03-12',
  effectiveOn: '2026-04-01',
  endsOn: '2028-03-31',
}

describe('one notice, handed in in five ways, gives the same clauses', () => {
  test('as .docx, whose sections Word itself counts', async () => {
    const document = await read('notice.docx')
    expect(clausesOf(document)).toEqual(GOLDEN)
    expect(document).toMatchObject(FACTS)
    expect(document.remarks).toEqual([])
  })

  test('as the .doc of an older Word', async () => {
    const document = await read('notice.doc')
    expect(clausesOf(document)).toEqual(GOLDEN)
    expect(document).toMatchObject(FACTS)
  })

  test('as .pdf, with the page on which each stands', async () => {
    const document = await read('notice.pdf')
    expect(clausesOf(document)).toEqual(GOLDEN)
    expect(document).toMatchObject(FACTS)
    expect(document.passages.map(({ page }) => page)).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 2, 2])
    expect(document.unchecked).toBeUndefined()
  })

  test('as the web page of an office in GBK, without its menus, with its address', async () => {
    const document = await read('notice.html.gbk', 'notice.html')
    expect(clausesOf(document)).toEqual(GOLDEN)
    expect(document).toMatchObject({ ...FACTS, link: 'https://www.example.org/yunling/2026/18.html' })
  })

  test('as a scan, which is marked until somebody has looked', async () => {
    const document = await read('notice-scan.pdf')
    const clauses = clausesOf(document)
    const withoutText = (one: (typeof clauses)[number]) => ({ ...one, text: '' })
    expect(clauses.map(withoutText)).toEqual(GOLDEN.map(withoutText))
    for (const [at, { text }] of clauses.entries()) {
      const golden = GOLDEN[at]?.text ?? ''
      // A mark may be misread here, a figure or a letter may not.
      expect(text.match(/\d+/gu)).toEqual(golden.match(/\d+/gu))
      expect(lettersOf(text)).toBe(lettersOf(golden))
    }
    expect(document).toMatchObject({ ...FACTS, unchecked: true })
    expect(document.remarks.join()).toContain('从图片认出来的字')
    expect(document.passages.at(-1)?.page).toBe(2)
  })
})

test('a workbook’s rows stand with the names of their columns, as they are shown', async () => {
  const document = await read('notice.xlsx')
  expect(document.title).toBe('云岭县企业用工补贴标准一览表')
  expect(document.passages.map(({ text }) => text)).toEqual([
    '招用对象：高校毕业生；补贴标准：每人1500元；申请期限：招用后六个月内',
    '招用对象：退役军人；补贴标准：每人2000元；申请期限：招用后六个月内',
    '招用对象：就业困难人员；补贴标准：每人1800元；申请期限：招用后三个月内',
    '招用对象：岗前培训；补贴标准：50%；申请期限：2026-12-31',
  ])
  expect(document.remarks.join()).toContain('隐藏的工作表没有读：底稿')
})
