import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ReadDocument } from '../../../../src/features/policy/library/policy-document.ts'
import {
  createPassageIndex,
  type Hit,
  type PassageIndex,
} from '../../../../src/features/policy/search/passage-index.ts'
import { createPostings } from '../../../../src/features/policy/search/postings.ts'

const VOCABULARY = ['补贴', '标准', '企业', '贷款', '贴息', '2025', 'VAT', '备案', '社保', '。']
const text = fc
  .array(fc.constantFrom(...VOCABULARY), { minLength: 1, maxLength: 12 })
  .map((words) => words.join(''))
const documents = fc.uniqueArray(
  fc.record({
    doc: fc.constantFrom(...'abcdefgh'),
    title: text,
    texts: fc.array(text, { minLength: 1, maxLength: 4 }),
  }),
  { selector: ({ doc }) => doc, maxLength: 8 },
)
const question = text

function toDocument({ doc, title, texts }: { doc: string; title: string; texts: string[] }): ReadDocument {
  const passages = texts.map((words, position) => ({
    locator: `第${position + 1}段`,
    heading: '',
    text: words,
    position,
  }))
  return { doc, title, passages, remarks: [] }
}

function indexOf(all: readonly ReadDocument[]): PassageIndex {
  const index = createPassageIndex()
  for (const document of all) index.add(document)
  return index
}

const found = (hits: readonly Hit[]) => hits.map(({ doc, position, score }) => ({ doc, position, score }))

describe('the index', () => {
  it('finds the same whatever the order of adding', () => {
    fc.assert(
      fc.property(documents, question, (rows, asked) => {
        const all = rows.map(toDocument)
        const there = indexOf(all).search(asked, { top: 5 })
        const back = indexOf(all.toReversed()).search(asked, { top: 5 })
        expect(found(back)).toEqual(found(there))
      }),
    )
  })

  it('is after removing as if the document had never been added', () => {
    fc.assert(
      fc.property(documents, fc.nat(), question, (rows, pick, asked) => {
        const all = rows.map(toDocument)
        const gone = all[pick % Math.max(1, all.length)]
        if (gone === undefined) return
        const index = indexOf(all)
        expect(index.remove(gone.doc)).toBe(true)
        expect(index.remove(gone.doc)).toBe(false)
        const never = indexOf(all.filter((document) => document !== gone))
        expect(found(index.search(asked, { top: 9 }))).toEqual(found(never.search(asked, { top: 9 })))
        expect(index.passages).toBe(never.passages)
        index.add(gone)
        expect(found(index.search(asked, { top: 9 }))).toEqual(found(indexOf(all).search(asked, { top: 9 })))
      }),
    )
  })

  it('gives the best passage of each document once, best first', () => {
    fc.assert(
      fc.property(documents, question, (rows, asked) => {
        const hits = indexOf(rows.map(toDocument)).search(asked, { top: 4 })
        expect(hits.length).toBeLessThanOrEqual(4)
        expect(new Set(hits.map(({ doc }) => doc)).size).toBe(hits.length)
        const scores = hits.map(({ score }) => score)
        expect(scores).toEqual(scores.toSorted((one, other) => other - one))
      }),
    )
  })

  it('replaces a document that comes again under the same name', () => {
    const index = indexOf([toDocument({ doc: 'a', title: '旧', texts: ['用地指标'] })])
    index.add(toDocument({ doc: 'a', title: '新', texts: ['社保补贴一年'] }))
    expect(index.search('用地指标', { top: 3 })).toEqual([])
    expect(index.search('社保补贴', { top: 3 }).map(({ title }) => title)).toEqual(['新'])
  })

  it('leaves out what the asker may not read and fills up with what they may', () => {
    const index = indexOf(
      ['a', 'b', 'c'].map((doc) => toDocument({ doc, title: '补贴', texts: ['企业补贴标准'] })),
    )
    const hits = index.search('补贴标准', { top: 2, mayRead: (doc) => doc !== 'a' })
    expect(hits.map(({ doc }) => doc)).toEqual(['b', 'c'])
  })

  it('finds an article by its number in either script', () => {
    const articles = ['第十一条 企业应当备案。', '第十二条 应当公示。', '第十三条 企业应当备案贷款。']
    const passages = articles.map((words, position) => ({
      locator: words.slice(0, 4),
      heading: '',
      text: words,
      position,
    }))
    const index = indexOf([{ doc: 'a', title: '企业备案条例', passages, remarks: [] }])
    expect(index.search('企业备案条例第12条说的啥', { top: 1 })[0]?.locator).toBe('第十二条')
  })

  it('takes full-width letters, capitals and figures for the same words', () => {
    const index = indexOf([toDocument({ doc: 'a', title: '', texts: ['办理ＶＡＴ退税', '２０２５年执行'] })])
    expect(index.search('vat', { top: 1 })[0]?.position).toBe(0)
    expect(index.search('2025', { top: 1 })[0]?.position).toBe(1)
  })
})

describe('postings', () => {
  it('hold what a plain map holds after any adding and removing', () => {
    const step = fc.record({
      term: fc.constantFrom('甲', '乙', '丙'),
      times: fc.integer({ min: 1, max: 300 }),
    })
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 60 }),
        fc.array(fc.nat({ max: 60 }), { maxLength: 60 }),
        (adds, removes) => {
          const postings = createPostings()
          const plain = new Map<string, Map<number, number>>()
          for (const [passage, { term, times }] of adds.entries()) {
            postings.add(term, passage, times)
            plain.set(term, (plain.get(term) ?? new Map()).set(passage, Math.min(255, times)))
          }
          for (const passage of removes) {
            for (const [term, held] of plain) {
              postings.remove(term, passage)
              held.delete(passage)
            }
          }
          for (const [term, held] of plain) {
            const seen: [number, number][] = []
            postings.each(term, (passage, times) => seen.push([passage, times]))
            expect(seen).toEqual([...held])
            expect(postings.count(term)).toBe(held.size)
          }
        },
      ),
    )
  })
})
