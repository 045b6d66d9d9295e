import { describe, expect, it } from 'vitest'
import { questionOf, settledOf } from './settled.ts'

describe('what is only half understood is asked back', () => {
  it.each([
    ['a state that no row knows', '办了一半的有几件'],
    ['another, in ordinary words alone', '两个部门一起办的有几件'],
    ['how many firms, not matters', '今年报过诉求的企业有多少家'],
    ['a threshold of days late', '超期三天以上的有几件'],
    ['two states at once', '这周要到期的特急件'],
    ['how many of those done were in time', '按时办结的几件'],
    ['a time nobody here knows', '这三年新增走势'],
    ['an order of nothing named', '解决率从高到低'],
    ['who is first, of whom is not said', '解决率第一的是谁'],
    ['late ones by how long, which nothing draws', '超期的按天数分一分'],
    ['how long an answer took', '平均响应几天'],
  ])('%s: %s', (_, said) => expect(settledOf(said)?.kind).toBe('unclear'))

  it('a second state beside the one of the answer before', () =>
    expect(settledOf('其中特急的', questionOf('超期的有几件'))?.kind).toBe('unclear'))

  it('a line counted from the end is not the same line from the beginning', () =>
    expect(settledOf('倒数第二件', questionOf('超期的有几件'))?.kind).not.toBe('follow-up'))
})

describe('more ways of saying it', () => {
  it.each([
    ['还有几件没个结果', { kind: 'count', of: 'open' }],
    ['还有几件没交差', { kind: 'count', of: 'open' }],
    ['没人认的有几件', { kind: 'count', of: 'unassigned' }],
    ['先挂着的有几件', { kind: 'count', of: 'paused' }],
    ['合到一起的有几件', { kind: 'count', of: 'merged' }],
    ['昨天报上来的', { kind: 'count', of: 'fresh', period: { from: '2026-03-04' } }],
    ['今年解决了百分之几', { kind: 'rate', of: 'resolution' }],
    ['挂账的诉求按天数分一分', { kind: 'age' }],
    ['打回来的时候咋写的', { kind: 'reasons', of: 'sentBack' }],
    ['停在那里的都在等什么', { kind: 'reasons', of: 'paused' }],
    ['上月按时办结率比1月份低，根子在哪', { kind: 'why', of: 'onTime' }],
    ['企业最头疼啥', { kind: 'ranking', of: 'fresh', by: 'category' }],
    ['谁退单退得凶', { kind: 'ranking', of: 'sentBack', by: 'unit' }],
    ['呢个月收咗几多单', { kind: 'count', of: 'fresh', period: { from: '2026-03-01' } }],
    ['打年初算起办结了多少', { kind: 'count', of: 'done', period: { from: '2026-01-01' } }],
    [
      '下个月头一个礼拜到期的',
      { kind: 'count', of: 'due', period: { from: '2026-04-01', to: '2026-04-07' } },
    ],
    ['下周三到期的有几件', { kind: 'count', of: 'due', period: { from: '2026-03-11', to: '2026-03-11' } }],
    ['抗洪那回捐的款用了些啥', { kind: 'drive', of: 'used', drive: 3 }],
    ['防汛那阵子三率怎么样', { kind: 'rate', of: null, period: { from: '2025-07-20' } }],
  ])('%s', (said, question) => expect(questionOf(said)).toMatchObject(question))

  it.each([
    ['我这会儿在路上没法看屏幕，你念给我听', 'aloud'],
    ['手机上看不清，给我个电脑上能点的', 'link'],
    ['没看完，接着来', 'more'],
    ['有图没', 'chart'],
    ['把这个数的明细给我瞅瞅', 'open'],
  ])('after an answer: %s', (said, act) =>
    expect(settledOf(said, questionOf('超期的有几件'))).toMatchObject({ kind: 'follow-up', act: { act } }),
  )

  it('what is left out goes on with the question before', () => {
    expect(questionOf('理由呢', questionOf('今年退单几件'))).toMatchObject({
      kind: 'reasons',
      of: 'sentBack',
    })
    expect(questionOf('58呢', questionOf('通知57谁没回'))).toMatchObject({ of: 'missing', notice: 58 })
    expect(questionOf('慰问呢', questionOf('我还欠几次走访'))).toMatchObject({
      of: 'owed',
      visit: 'condolence',
    })
    expect(questionOf('最快的呢', questionOf('哪个部门办得最慢'))).toMatchObject({
      kind: 'ranking',
      of: 'days',
      by: 'unit',
      order: 'least',
    })
  })
})
