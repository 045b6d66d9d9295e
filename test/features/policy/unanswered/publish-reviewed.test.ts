import { expect, it } from 'vitest'
import { passagesOf } from '../../../../src/features/policy/unanswered/publish-reviewed.ts'

it('a reviewed answer stands as its question, its paragraphs with what it goes by, and other wordings', () => {
  const passages = passagesOf(
    {
      question: '研发费用加计扣除去年漏报了还能补吗',
      answer: '可以补。\n\n三年内都可以追溯享受。',
      basis: '云税函〔2026〕7号。',
    },
    ['请问去年漏报了研发费用加计扣除还能补吗', '研发投入抵税忘记报了咋办', '研发投入抵税忘记报了怎么办'],
  )
  expect(passages).toEqual([
    { position: 0, kind: 'question', locator: '问', heading: '', text: '研发费用加计扣除去年漏报了还能补吗' },
    { position: 1, locator: '答（1）', heading: '', text: '可以补。' },
    {
      position: 2,
      locator: '答（2）',
      heading: '',
      text: '三年内都可以追溯享受。（依据：云税函〔2026〕7号）',
    },
    { position: 3, kind: 'question', locator: '问', heading: '', text: '研发投入抵税忘记报了怎么办' },
  ])
})
