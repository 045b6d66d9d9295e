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

describe('a hit', () => {
  const statute: ReadDocument = {
    doc: 'a',
    title: '云岭县用工补贴办法',
    remarks: [],
    passages: [
      '第一条 为了促进就业，制定本办法。',
      '第二条 招用毕业生的企业，每人补贴1500元。',
      '第三条 申请材料交人社局。',
    ].map((words, position) => ({ locator: words.slice(0, 3), heading: '', text: words, position })),
  }

  it('knows the clauses before and after it', () => {
    const [hit] = indexOf([statute]).search('招用毕业生补贴', { top: 1 })
    expect([hit?.previous?.locator, hit?.locator, hit?.next?.locator]).toEqual(['第一条', '第二条', '第三条'])
    const [first] = indexOf([statute]).search('为了促进就业制定', { top: 1 })
    expect(first).not.toHaveProperty('previous')
  })

  it('of a reviewed answer has the answer beside the question it was found by', () => {
    const answer: ReadDocument = {
      doc: 'W-0003',
      kind: 'answer',
      title: '厂房消防验收找谁',
      remarks: [],
      passages: [
        { locator: '问', heading: '', text: '厂房消防验收找谁', position: 0, kind: 'question' },
        { locator: '答', heading: '', text: '住建局窗口办理。', position: 1 },
      ],
    }
    const [hit] = indexOf([answer, statute]).search('消防验收找谁', { top: 1 })
    expect(hit).toMatchObject({ kind: 'question', next: { text: '住建局窗口办理。' } })
    expect(hit?.others.map(({ text }) => text)).toEqual(['住建局窗口办理。'])
  })
})

describe('other wordings', () => {
  const rows = [
    { doc: 'pay', title: '', texts: ['用人单位拖欠劳动报酬的，责令限期支付。'] },
    { doc: 'rent', title: '', texts: ['出租人拖欠租金的处理。'] },
    { doc: 'other', title: '', texts: ['企业用水实行计划管理。'] },
  ]
  const index = indexOf(rows.map(toDocument))
  const wording = { text: '劳动报酬', weight: 0.6, instead: '工钱' }

  it('find what the words of the question do not', () => {
    expect(index.search('老板不给工钱', { top: 3 })).toEqual([])
    const [hit] = index.search('老板不给工钱', { top: 3, also: [wording] })
    expect(hit).toMatchObject({
      doc: 'pay',
      also: expect.arrayContaining([expect.objectContaining({ wording })]),
    })
    expect(hit?.asked.every((term) => term.wording === undefined)).toBe(true)
  })

  it('add nothing to a term that the question has itself', () => {
    const asked = '拖欠劳动报酬'
    expect(found(index.search(asked, { top: 3, also: [wording] }))).toEqual(
      found(index.search(asked, { top: 3 })),
    )
  })

  it('count for less where the documents know what was said', () => {
    const of = (instead: string) =>
      index.search('工钱', { top: 3, also: [{ ...wording, instead }] }).find(({ doc }) => doc === 'pay')
        ?.score
    expect(of('拖欠')).toBeLessThan(of('工钱') as number)
  })
})

describe('what was meant', () => {
  const index = indexOf(
    [
      { doc: 'a', title: '', texts: ['企业用水实行计划管理。', '超计划用水加价。'] },
      { doc: 'b', title: '', texts: ['用水单位登记。'] },
      { doc: 'c', title: '', texts: ['浪费要多付。'] },
    ].map(toDocument),
  )

  it('is found beside what the words find', () => {
    const hits = index.search('用水', { top: 3, meant: [{ id: 'c', position: 0 }] })
    expect(hits.map(({ doc }) => doc)).toEqual(expect.arrayContaining(['a', 'b', 'c']))
    expect(hits.find(({ doc }) => doc === 'c')).toMatchObject({ score: 0, text: '浪费要多付。' })
  })

  it('puts first what both agree on', () => {
    const meant = [
      { id: 'c', position: 0 },
      { id: 'a', position: 1 },
    ]
    expect(index.search('超计划用水', { top: 3, meant })[0]).toMatchObject({ doc: 'a', position: 1 })
  })

  it('hides nothing that only the words find, however far down', () => {
    const many = Array.from({ length: 300 }, (_, at) => ({
      doc: `m${at}`,
      title: '',
      texts: ['用水登记用水'],
    }))
    const large = indexOf([...many, { doc: 'last', title: '', texts: ['用水。'] }].map(toDocument))
    const meant = [{ id: 'm7', position: 0 }]
    const hits = large.search('用水登记', { top: 3, meant, mayRead: (id) => id === 'last' })
    expect(hits.map(({ doc }) => doc)).toEqual(['last'])
  })

  it('is ranked the same in whatever order documents were taken in', () => {
    const rows = Array.from({ length: 6 }, (_, at) =>
      toDocument({ doc: `m${at}`, title: '', texts: ['用水登记'] }),
    )
    const meant = [{ id: 'm4', position: 0 }]
    const of = (all: readonly ReadDocument[]) => found(indexOf(all).search('用水', { top: 6, meant }))
    expect(of(rows.toReversed())).toEqual(of(rows))
  })

  it('is passed over where it is not there any more, and hidden from those who may not read it', () => {
    const meant = [
      { id: 'gone', position: 0 },
      { id: 'a', position: 7 },
      { id: 'c', position: 0 },
    ]
    const hits = index.search('用水', { top: 3, meant, mayRead: (id) => id !== 'c' })
    expect(hits.map(({ doc }) => doc).sort()).toEqual(['a', 'b'])
  })
})

describe('a work', () => {
  it('that says more of what was asked comes first, of two passages that say the same', () => {
    const row = (title: string, doc: string, words: string) => toDocument({ doc, title, texts: [words] })
    const index = indexOf([
      row('云岭县用水条例第一条', 'a1', '应当支付。'),
      row('云岭县用工条例第一条', 'b1', '应当支付。'),
      row('云岭县用工条例第二条', 'b2', '工资按月支付，不得拖欠工资。'),
      row('云岭县用工条例第三条', 'b3', '拖欠工资的，责令支付工资。'),
    ])
    const order = index.search('拖欠工资应当支付吗', { top: 4 }).map(({ doc }) => doc)
    expect(order.indexOf('b1')).toBeLessThan(order.indexOf('a1'))
  })
})

describe('articles', () => {
  it('of a rule are each found by their number, in either script', () => {
    const numbers = [
      '一',
      '二',
      '三',
      '四',
      '五',
      '六',
      '七',
      '八',
      '九',
      '十',
      '十一',
      '十二',
      '二十',
      '二十一',
    ]
    const passages = numbers.map((number, position) => ({
      locator: `第${number}条`,
      heading: '',
      text: `第${number}条 县人民政府应当支持企业第${position + 20}项工作，依照第一条的规定办理。`,
      position,
    }))
    const index = indexOf([{ doc: 'a', title: '云岭县企业条例', passages, remarks: [] }])
    for (const [position, number] of numbers.entries()) {
      const digits = position < 12 ? position + 1 : position + 8
      for (const asked of [
        `云岭县企业条例第${number}条`,
        `企业条例第${digits}条怎么规定的`,
        `第 ${digits} 条`,
      ])
        expect(index.search(asked, { top: 1 })[0]?.locator, asked).toBe(`第${number}条`)
    }
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
