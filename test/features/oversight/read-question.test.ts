import { describe, expect, it } from 'vitest'
import { readQuestion } from '../../../src/features/oversight/read-question.ts'

const AT = new Date('2026-03-05T17:30:00+08:00')
const kindOf = (text: string) => readQuestion(text, AT)?.kind
const countedOf = (text: string) => {
  const asked = readQuestion(text, AT)
  return asked?.kind === 'count' ? (asked.counted ?? 'open') : asked?.kind
}

describe('what is counted', () => {
  it.each([
    ['我包的企业还有几件没办完', 'open'],
    ['我这边几个没办结的', 'open'],
    ['未办结的有多少', 'open'],
    ['还剩多少', 'open'],
    ['手里压着的还有几件', 'open'],
    ['把没办完的列一下', 'open'],
    ['谁家的还没办完', 'open'],
    ['截止目前全县还有多少未办', 'open'],
    ['超期的有几件', 'overdue'],
    ['到期没办的列出来', 'overdue'],
    ['拖着没办的都有谁家', 'overdue'],
    ['快到期的有哪些', 'due'],
    ['这周五要到期的有几件', 'due'],
    ['特急的还有几件', 'pressing'],
    ['没人接单的有没有', 'unassigned'],
    ['还没派单的', 'unassigned'],
    ['退单的有几件', 'sentBack'],
    ['暂停的有哪些', 'paused'],
    ['上周新增几件', 'fresh'],
    ['这个月报上来多少', 'fresh'],
    ['这个月办结了几个', 'done'],
    ['上礼拜办完几件', 'done'],
    ['不满意的有几件', 'unsatisfied'],
    ['一季度一共多少件', 'all'],
  ])('%s', (text, counted) => expect(countedOf(text)).toBe(counted))
})

describe('what happened', () => {
  it.each(['昨天有啥新情况', '这两天有什么动静', '有新情况没', '汇报一下昨天的情况', '最近三天有啥变化'])(
    '%s',
    (text) => expect(kindOf(text)).toBe('news'),
  )
})

describe('how one matter stands', () => {
  it.each(['天禾农机那个贷款的事办到哪一步了', '五峰铸件变压器那个谁在办', '何志平反映的事解决了没'])(
    '%s',
    (text) => expect(kindOf(text)).toBe('progress'),
  )
  it.each([
    ['0312到哪了', '2026-0312'],
    ['2025-0312 现在啥情况', '2025-0312'],
    ['12号那件怎么样了', '2026-0012'],
    ['编号7的办完没有', '2026-0007'],
    ['零三一二到哪一步', '2026-0312'],
    ['三号那件到哪了', '2026-0003'],
  ])('%s', (text, number) => expect(readQuestion(text, AT)?.numbers[0]).toBe(number))
  it.each(['3月5号新增几件', '今年办结12件了吗', '5000万的贷款还有几件没办完'])('no number: %s', (text) =>
    expect(kindOf(text)).not.toBe('number'),
  )
})

describe('what is left to others', () => {
  it.each([
    '贷款贴息的标准是多少',
    '稳岗补贴怎么申请',
    '我的诉求到哪一步了',
    '我们公司那个贷款的事咋样了',
    '天禾农机的贷款下个月到期银行不给续，帮忙协调一下',
    '今天天气怎么样',
    '你好',
    '',
    '情况'.repeat(100),
  ])('%s', (text) => expect(readQuestion(text, AT)).toBeUndefined())
})

it('asks nothing of the ledger and is a question all the same', () => {
  expect(kindOf('为什么今年诉求这么多')).toBe('unclear')
  expect(kindOf('今年以来办结率多少')).toBe('unclear')
})
