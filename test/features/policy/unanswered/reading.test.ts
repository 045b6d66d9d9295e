import { describe, expect, it, test } from 'vitest'
import type { Listening } from '../../../../src/conversation/feature.ts'
import { readDraft } from '../../../../src/features/policy/unanswered/draft-words.ts'
import { readOfficeOrder, readShow } from '../../../../src/features/policy/unanswered/office-order.ts'
import { isAlike, keyOf } from '../../../../src/features/policy/unanswered/question-key.ts'
import { readFeedback } from '../../../../src/features/policy/unanswered/read-feedback.ts'
import { readUnansweredWords } from '../../../../src/features/policy/unanswered/recognise-unanswered.ts'

test.each([
  ['答 W-0003 可以补', 'answer', '可以补'],
  ['w3 答复：可以补', 'answer', '可以补'],
  ['@娘家 回复Ｗ－０００３号，可以补', 'answer', '可以补'],
  ['更正W-0003 改成两千', 'correct', '改成两千'],
  ['审核 W-0003', 'review', ''],
  ['W-0003 审核通过', 'review', ''],
  ['把w-3退回，依据没写', 'return', '依据没写'],
  ['W-0003 不同意，口径不对', 'return', '口径不对'],
  ['不答 W-0003 原因：不是政策问题', 'dismiss', '不是政策问题'],
  ['W-0003 没有错，文件没变', 'dismiss', '文件没变'],
  ['撤下W-0003 理由是文件废止', 'withdraw', '文件废止'],
  ['W-0003 只给会员看', 'audience', '会员看'],
  ['W-0003 问题改成 漏报能补吗', 'reword', '漏报能补吗'],
  ['复核 W-0003', 'renew', ''],
  ['W-0004 并入 W-0003', 'merge', 'W-0003'],
  ['W-0004同W-0003', 'merge', 'W-0003'],
  ['合并 W-0004 和 W-0003', 'merge', '和 W-0003'],
  ['批准W-0003', 'review', ''],
])('%s is %s', (said, verb, words) => {
  expect(readOfficeOrder(said)).toMatchObject({ verb, words, number: expect.stringMatching(/^W-000[34]$/u) })
})

test.each([
  '0012 已办结',
  '答复很快谢谢',
  '回复一下W公司',
  '回复W12设备什么时候到',
  '审核要多久',
  '我们同意',
  '派单 0003 金融办',
])('%s is no order about a question', (said) => expect(readOfficeOrder(said)).toBeUndefined())

test.each([
  ['W-0003', 'W-0003'],
  ['看一下 w12', 'W-0012'],
  ['W-0003怎么回事？', 'W-0003'],
  ['W-0003 到哪一步了', 'W-0003'],
  ['W-0003 答复了吗', undefined],
])('%s shows %s', (said, number) => expect(readShow(said)).toBe(number))

describe('a draft', () => {
  it('has its answer, what it goes by, and when to look again', () => {
    expect(readDraft('最多补3000元。\n依据：云人社〔2026〕3号\n2026年12月31日前复核')).toEqual({
      answer: '最多补3000元。',
      basis: '云人社〔2026〕3号',
      lookAgainOn: '2026-12-31',
    })
    expect(readDraft('可以，2026年6月30日前申报。')).toEqual({
      answer: '可以，2026年6月30日前申报。',
      basis: null,
      lookAgainOn: null,
    })
  })
})

const person = { code: 'he', name: '何志平', roles: ['member'] } as const
const home = { platform: 'stdio', account: 'a', kind: 'private', chatId: 'u' } as const
const listening = (more: Partial<Listening> = {}): Listening => ({
  by: { person, personId: 'u', chat: home, home, at: new Date('2026-03-05T10:00:00+08:00') },
  ...more,
})
const heard = (text: string, more?: Partial<Listening>) =>
  readUnansweredWords({ text, pieces: [{ message: 'm', text }], addressed: 'private' }, listening(more)).map(
    ({ dialogue }) => dialogue,
  )

describe('“不对”', () => {
  test.each([
    ['不对', ''],
    ['不对的吧', ''],
    ['答非所问', ''],
    ['你答错了，是按年算的', '是按年算的'],
    ['这条早就废止了', ''],
    ['你说错了', ''],
    ['你说的不对，早改了', '早改了'],
    ['数字不对，今年是2000', '今年是2000'],
    ['这个标准过时了', ''],
    ['回答有误：文号写错', '文号写错'],
    ['不是我问的，我问的是社保', '我问的是社保'],
  ])('%s is said to an answer', (said, note) => expect(readFeedback(said)).toMatchObject({ note }))

  test.each([
    '不对劲，机器老响',
    '答复什么时候给',
    '不对外开放的园区能申请吗',
    '错峰生产怎么补',
    '对不对',
    '这个标准过时了吗',
  ])('%s is something else', (said) => expect(readFeedback(said)).toBeUndefined())

  it('in the middle of something else it is about that, unless the answer is named', () => {
    expect(heard('不对', { inProgress: 'appeals.intake' })).toEqual([])
    expect(heard('答非所问', { inProgress: 'appeals.intake' })).toEqual(['policy.feedback'])
    expect(
      heard('不对', { inProgress: 'appeals.intake', answered: '《办法》第一条\n原文：每招一人' }),
    ).toEqual(['policy.feedback'])
    expect(heard('W-0003 的答复不对', { inProgress: 'appeals.intake' })).toEqual(['policy.feedback'])
    expect(heard('不对', { answered: '已登记，编号 2026-0001' })).toEqual([])
  })
})

describe('the same question', () => {
  const same = (one: string, other: string) => isAlike(keyOf(one), keyOf(other))
  it('is the same in another order and with other politeness', () => {
    expect(same('请问研发费用加计扣除去年漏报了还能补吗', '去年漏报了研发费用加计扣除，还能不能补')).toBe(
      true,
    )
  })
  it('is another one of another year, another insurance, or with a 不', () => {
    expect(same('2024年高新企业奖励多少钱', '2025年高新企业奖励多少钱')).toBe(false)
    expect(same('失业保险缴费比例是多少', '养老保险缴费比例是多少')).toBe(false)
    expect(
      same('小规模纳税人季度销售额三十万以内交增值税', '小规模纳税人季度销售额三十万以内不交增值税'),
    ).toBe(false)
  })
  it('is another one where a talk went on with something else', () => {
    const root = '研发费用补助按什么标准，最高能补多少'
    expect(same(`那高企呢（接着问：${root}）`, `那高企（接着问：${root}）`)).toBe(true)
    expect(same(`报晚了咋办（接着问：${root}）`, `那高企呢（接着问：${root}）`)).toBe(false)
    expect(same(`报晚了咋办（接着问：${root}）`, root)).toBe(false)
  })
  it('has no key where there are no words', () => expect(keyOf('？？…')).toBe(''))
})
