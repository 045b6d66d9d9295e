import { join } from 'node:path'
import { getDocumentProxy } from 'unpdf'
import { describe, expect, it } from 'vitest'
import * as samples from '../../../bench/pictures/samples.ts'
import { documentReader } from '../../../src/adapters/documents/document-reader.ts'
import { papersAside } from '../../../src/adapters/papers/papers-aside.ts'
import { writeBrief } from '../../../src/adapters/papers/write-brief.ts'
import { writeCircular } from '../../../src/adapters/papers/write-circular.ts'
import { compileBrief } from '../../../src/features/oversight/papers/compile-brief.ts'
import { compileCircular } from '../../../src/features/oversight/papers/compile-circular.ts'
import { circularFigures } from '../../features/oversight/papers/circular-figures.ts'
import { directory, facts, making, now } from '../../features/oversight/papers/paper-facts.ts'

interface Placed {
  readonly words: string
  readonly x: number
  /** From the top of the page. */
  readonly y: number
  readonly width: number
}

/** What stands on each page, in the order it was written. */
async function pagesOf(bytes: Uint8Array): Promise<readonly (readonly Placed[])[]> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes))
  const pages: Placed[][] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent()
    pages.push(
      items.flatMap((item) =>
        'str' in item && item.str.trim() !== ''
          ? [{ words: item.str, x: item.transform[4], y: 842 - item.transform[5], width: item.width }]
          : [],
      ),
    )
  }
  return pages
}

const textOf = (page: readonly Placed[]) => page.map(({ words }) => words).join('')

/** A matter with as much to be said of it as there ever is. */
const longest = () =>
  facts(
    {
      wish: '希望县里牵头开一次协调会，把续贷、担保和评估的事一次说清楚，先续半年也行，实在不行展期三个月'.repeat(
        2,
      ),
      handOffs: 3,
      extension: {
        askedAt: now,
        reason: '等风险补偿金审批，评估报告还没有出来，银行那边要排队',
        unit: 'unit-0',
      },
      history: Array.from({ length: 6 }, (_, at) => ({
        at: new Date(`2026-11-${String(at + 10)}T10:00:00+08:00`),
        act: 'progress',
        role: 'handler',
        unit: 'unit-0',
        note: '已联系农商行信贷部，答复要补一份抵押物评估报告，企业说来不及，正在和担保公司商量反担保的办法',
      })),
    },
    {
      company: { code: 'x', name: '云岭县柳溪镇恒拓生态农业科技发展股份有限公司驻沪办事处' },
      summary:
        '流动资金贷款月底到期，银行口头说不再续贷，下周二要发工资，流水够、没有欠息，请帮忙协调'.repeat(3),
    },
  )

describe('a page for a meeting', () => {
  it('holds one to eight matters, whatever is to be said of them, inside its margins', {
    timeout: 60_000,
  }, async () => {
    for (const count of [1, 3, 5, 8]) {
      const sheets = compileBrief(Array.from({ length: count }, longest), making)
      const { bytes, pages } = await writeBrief(sheets)
      expect(pages, `${count} matters`).toBe(1)
      const [page = []] = await pagesOf(bytes)
      for (const { words, x, y, width } of page) {
        expect(x, words).toBeGreaterThan(45)
        expect(x + width, words).toBeLessThan(595 - 45)
        expect(y, words).toBeLessThan(842 - 20)
      }
      for (let at = 1; at <= count; at++) expect(textOf(page)).toContain(`${at}. 2026-0312`)
    }
  })

  it('is laid out as it was', async () => {
    const { kind: _kind, ...sheet } = samples.brief(3)
    const { bytes } = await writeBrief([sheet])
    const [page = []] = await pagesOf(bytes)
    const plan = page.map(({ words, x, y }) => `${Math.round(x)},${Math.round(y)}  ${words}`)
    await expect(`${plan.join('\n')}\n`).toMatchFileSnapshot(
      join(import.meta.dirname, 'golden', 'brief-of-3.txt'),
    )
  })

  it('says how many pages it takes where one is not enough, and numbers them', async () => {
    const sheets = compileBrief(Array.from({ length: 16 }, longest), making)
    const { bytes, pages } = await writeBrief(sheets)
    expect(pages).toBeGreaterThan(1)
    const all = await pagesOf(bytes)
    expect(all).toHaveLength(pages)
    all.forEach((page, at) => {
      expect(textOf(page)).toContain(`第 ${at + 1} 页，共 ${pages} 页`)
    })
    expect(
      all
        .map(textOf)
        .join('')
        .match(/\d+\. 2026-0312/gu),
    ).toHaveLength(16)
  })

  it('describes a sign that its font does not have', async () => {
    const sheets = compileBrief([facts({}, { company: { code: 'x', name: '𥐕喆机械' } })], making)
    const { bytes } = await writeBrief(sheets)
    expect(textOf((await pagesOf(bytes))[0] ?? [])).toContain('〔石部〕喆机械')
  })

  it('is written aside, and a paper that cannot be written fails alone', async () => {
    const papers = papersAside()
    const { kind: _kind, ...sheet } = samples.brief(1)
    await expect(papers.brief([{ ...sheet, matters: undefined as never }])).rejects.toThrow(
      'could not be written',
    )
    expect((await papers.brief([sheet])).pages).toBe(1)
  })
})

describe('the circular', () => {
  it('is a document with its draft’s mark, headings, figures and tables', async () => {
    const at = new Date('2026-11-02T09:00:00+08:00')
    const circular = compileCircular('2026-10', circularFigures(), { at, directory, visits: undefined })
    const bytes = await writeCircular(circular)
    const read = await documentReader().read({ bytes, name: '通报.docx' })
    const text = JSON.stringify(read)
    for (const words of ['（草稿）', '一、总体情况', '新登记企业诉求 96 件', '95.7%（90/94）', '供电公司'])
      expect(text).toContain(words)
  })
})
