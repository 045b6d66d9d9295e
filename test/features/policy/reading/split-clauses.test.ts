import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LONGEST_PASSAGE, splitClauses } from '../../../../src/features/policy/reading/split-clauses.ts'
import { splitOverlong, splitSentences } from '../../../../src/features/policy/reading/split-sentences.ts'

const words = fc
  .array(
    fc.constantFrom('企业', '补贴', '2025', '可以', '，', '。', '；', '：', '“', '”', 'VAT', '、', '三'),
    {
      minLength: 1,
      maxLength: 120,
    },
  )
  .map((parts) => parts.join(''))
const opening = fc.constantFrom(
  '',
  '',
  '第一章 总则',
  '## 第二章 ',
  '### 附录',
  '第三条 ',
  '第十条之二　',
  '一、',
  '二、',
  '（一）',
  '(二)',
  '1.',
  '2、',
  '（3）',
  '附件1',
)
// Every line has a mark of its own, so that two headings of the same words are two.
const lines = fc
  .array(fc.tuple(opening, words), { maxLength: 30 })
  .map((parts) =>
    parts.map(([label, text], at) => (/^附件/.test(label) ? `附件${at}` : `${label}q${at}${text}`)),
  )

const squeezed = (text: string) => text.replace(/^#+\s+/gm, '').replace(/\s+/g, '')

describe('splitting', () => {
  it('loses nothing: headings and passages in order are the whole text', () => {
    fc.assert(
      fc.property(lines, (source) => {
        let open: string[] = []
        const read: string[] = []
        for (const { heading, text } of splitClauses(source)) {
          const path = heading === '' ? [] : heading.split('·')
          const shared = path.findIndex((part, at) => part !== open[at])
          read.push(...(shared === -1 ? [] : path.slice(shared)), text)
          open = path
        }
        expect(squeezed(read.join('\n'))).toBe(squeezed(source.join('\n')))
      }),
    )
  })

  it('makes no passage longer than the limit', () => {
    fc.assert(
      fc.property(lines, (source) => {
        for (const { text } of splitClauses(source)) expect(text.length).toBeLessThanOrEqual(LONGEST_PASSAGE)
      }),
    )
  })

  it('puts sentences and pieces together again to the character', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('企', '。', '；', '\n', '”', '😀', 'a', '？') }),
        (text) => {
          expect(splitSentences(text).join('')).toBe(text)
          const pieces = splitOverlong(text, 7)
          expect(pieces.join('')).toBe(text)
          for (const piece of pieces) expect(piece.isWellFormed()).toBe(true)
        },
      ),
    )
  })
})

describe('numbering', () => {
  it('does not take a reference at the head of a line for an article', () => {
    const drafts = splitClauses(['第一条 依照', '第五条规定的程序办理。', '第二条 本办法解释权归县政府。'])
    expect(drafts.map(({ locator }) => locator)).toEqual(['第一条', '第二条'])
  })

  it('starts again in each annex', () => {
    const drafts = splitClauses(['附件1', '第一条 甲。', '附件2', '第一条 乙。'])
    expect(drafts.map(({ locator }) => locator)).toEqual(['附件1第一条', '附件2第一条'])
  })

  it('cites numbered items in full', () => {
    const text = '企业应当如实填报并对材料的真实性负责，'.repeat(14)
    const drafts = splitClauses(['一、申报', '（一）材料', `1.${text}`, `2.${text}`])
    expect(drafts.map(({ locator, heading }) => [locator, heading])).toEqual([
      ['第一部分（一）1', '一、申报·（一）材料'],
      ['第一部分（一）2', '一、申报·（一）材料'],
    ])
  })
})
