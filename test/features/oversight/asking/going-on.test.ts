import { describe, expect, it } from 'vitest'
import { questionOf, settledOf, where } from './settled.ts'

const RATE = questionOf('农机商会这个月解决率多少')
const LIST = questionOf('我包的企业还有几件没办完')
const DRIVE = questionOf('防汛捐款一共多少')

describe('pieces change what was asked before', () => {
  it.each([
    [
      '上个月呢',
      {
        kind: 'rate',
        of: 'resolution',
        where: where({ chamber: 'machinery' }),
        period: { from: '2026-02-01' },
      },
    ],
    ['茶业商会呢', { kind: 'rate', where: where({ chamber: 'tea' }), period: { from: '2026-03-01' } }],
    ['满意率呢', { kind: 'rate', of: 'satisfaction', where: where({ chamber: 'machinery' }) }],
    [
      '为啥跌了',
      { kind: 'why', of: 'resolution', where: where({ chamber: 'machinery' }), with: { from: '2026-02-01' } },
    ],
    ['比上个月呢', { kind: 'comparison', of: 'resolution', with: { from: '2026-02-01' } }],
    [
      '按部门分一下',
      { kind: 'ranking', of: 'resolution', by: 'unit', where: where({ chamber: 'machinery' }) },
    ],
    ['全县呢', { kind: 'rate', where: where({}) }],
  ])('after a rate: %s', (said, question) => expect(questionOf(said, RATE)).toMatchObject(question))

  it.each([
    ['其中超期的有几件', { kind: 'count', of: 'overdue', where: where({ mine: true }) }],
    ['都多久了', { kind: 'age', where: where({ mine: true }) }],
    ['融资的有几件', { kind: 'count', of: 'open', where: where({ mine: true, category: 'financing' }) }],
  ])('after a list: %s', (said, question) => expect(questionOf(said, LIST)).toMatchObject(question))

  it('用了多少 is of the drive just spoken of', () =>
    expect(questionOf('用了多少', DRIVE)).toMatchObject({ kind: 'drive', drive: 3, of: 'used' }))

  it.each([
    ['拖得最久的三件', { kind: 'count', of: 'open', order: 'oldest', top: 3, where: where({}) }],
    ['这个月比上个月多了还是少了', { kind: 'comparison', of: 'fresh', where: where({}) }],
    ['最近30天哪天最多', { kind: 'trend', of: 'fresh', by: 'day', where: where({}) }],
    ['为啥检查类的涨了', { kind: 'why', of: 'resolution', where: where({ category: 'inspection' }) }],
    [
      '五峰钢构那件停电的事到底卡在哪了',
      { kind: 'matter', where: where({ company: 'wufenggang', category: 'utilities' }) },
    ],
    ['有啥新情况呢', { kind: 'news', where: where({}) }],
  ])('names its own measure or place, and inherits no other: %s', (said, question) =>
    expect(questionOf(said, RATE)).toMatchObject(question),
  )

  it('a whole question owes nothing to the one before', () =>
    expect(questionOf('还有几件没办完', RATE)).toMatchObject({ of: 'open', where: where({}), period: null }))
})

describe('what is said to an answer', () => {
  it.each([
    ['剩下的呢', { act: 'more' }],
    ['后头的也看看', { act: 'more' }],
    ['第二个详细说说', { act: 'line', line: 2 }],
    ['最后一个是什么情况', { act: 'line', line: 5 }],
    ['给我表格', { act: 'sheet', figure: null }],
    ['发个链接我电脑上看', { act: 'link', figure: null }],
    ['画个图', { act: 'chart' }],
    ['念给我听', { act: 'aloud' }],
    ['都是哪些', { act: 'open', figure: null, line: null }],
    ['这两件谁在办', { act: 'open', figure: null, line: null }],
    ['第三条详细说说', { act: 'line', line: 3 }],
    ['明细三十的第五条', { act: 'open', figure: 30, line: 5 }],
  ])('%s', (said, act) => expect(settledOf(said, LIST)).toEqual({ kind: 'follow-up', act }))

  it.each(['上个月呢', '继续', '第二个详细说说', '都多少'])('%s means nothing without an answer', (said) =>
    expect(settledOf(said)?.kind ?? 'unclear').toBe('unclear'),
  )
})

it('a figure has at most seven digits: what is longer opens no other figure', () =>
  expect(settledOf('明细12345678901', LIST)?.kind).not.toBe('follow-up'))
