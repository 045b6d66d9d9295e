import { describe, expect, test } from 'vitest'
import { meaningOf } from '../../../../src/features/policy/matching/condition.ts'
import { editOffer } from '../../../../src/features/policy/matching/edit-offer.ts'
import type { OfferDraft, OfferText } from '../../../../src/features/policy/matching/offer.ts'

const TODAY = '2026-03-02'
const text: OfferText = {
  doc: 'a.txt',
  title: '某办法',
  audience: 'everybody',
  effectiveOn: null,
  endsOn: null,
  addedAt: new Date(0),
  passages: [{ locator: '第一条', heading: '', text: '职工不少于30人的小微企业，诚信经营的，可以申请。' }],
}
const empty: OfferDraft = {
  doc: 'a.txt',
  title: '某办法',
  opensOn: null,
  closesOn: null,
  conditions: [],
  gives: '',
  where: '',
}
const edit = (draft: OfferDraft, words: string) => editOffer(draft, words, text, TODAY)
const two = edit(empty, '加 小微企业\n加 职工不少于30人，凭社保缴费记录').draft
const shown = ({ conditions }: OfferDraft) => conditions.map((one) => `${meaningOf(one)}|${one.proof}`)

describe('what staff say of a draft of conditions', () => {
  test('a condition in their words is read, proved as they say, and stands on the sentence that says the same', () => {
    expect(shown(two)).toEqual([
      '规模是微型企业、小型企业|中小企业声明或者上年度财务报表',
      '职工人数不少于30人|社保缴费记录',
    ])
    expect(two.conditions[1]).toMatchObject({ quote: text.passages[0]?.text, locator: '第一条' })
    const [stricter] = edit(empty, '加 职工不少于50人').draft.conditions
    expect(stricter).toMatchObject({ quote: null, locator: null })
  })

  test('what no rule reads is kept in their words, with its quote where the document has those words', () => {
    const [own] = edit(empty, '加 诚信经营').draft.conditions
    expect(own).toMatchObject({ field: 'own', words: '诚信经营', quote: text.passages[0]?.text })
  })

  test.each([
    ['删 1', ['职工人数不少于30人|社保缴费记录']],
    ['第一条去掉', ['职工人数不少于30人|社保缴费记录']],
    ['删1\n删2', []],
    [
      '2改成 职工不少于20人',
      ['规模是微型企业、小型企业|中小企业声明或者上年度财务报表', '职工人数不少于20人|社保缴费记录'],
    ],
    ['2 凭 花名册；删1', ['职工人数不少于30人|花名册']],
  ])('%s', (words, expected) => expect(shown(edit(two, words).draft)).toEqual(expected))

  test.each([
    ['申报时间 3月10日到4月30日', { opensOn: '2026-03-10', closesOn: '2026-04-30' }],
    ['截止3.20', { opensOn: null, closesOn: '2026-03-20' }],
    ['4月30日前', { closesOn: '2026-04-30' }],
    ['给什么：每人补1500元', { gives: '每人补1500元' }],
    ['受理单位 县人社局', { where: '县人社局' }],
    ['长期受理', { opensOn: null, closesOn: null }],
  ])('%s', (words, expected) => {
    const { draft, unread } = edit({ ...two, closesOn: '2026-12-31' }, words)
    expect(draft).toMatchObject(expected)
    expect(draft.conditions).toEqual(two.conditions)
    expect(unread).toEqual([])
  })

  test('a line that nothing is understood of changes nothing and is named', () => {
    const { draft, unread, changed } = edit(two, '你好\n删 9')
    expect(draft).toEqual(two)
    expect({ unread, changed }).toEqual({ unread: ['你好', '删 9'], changed: false })
  })

  test('the same condition said twice stands once', () => {
    expect(edit(two, '加 小微企业').draft.conditions).toHaveLength(2)
  })
})
