import { expect, test } from 'vitest'
import { readAsk } from '../../../../src/features/signups/asks/read-ask.ts'
import { readChangeOrder, readOpenOrder } from '../../../../src/features/signups/orders/read-order.ts'
import { readChain } from '../../../../src/features/signups/reading/read-chain.ts'
import { readLimits, titleOf } from '../../../../src/features/signups/reading/read-heading.ts'
import { readLine } from '../../../../src/features/signups/reading/read-line.ts'
import { headsOf, readRow } from '../../../../src/features/signups/reading/read-row.ts'
import { bundledYears, loadCalendar } from '../../../../src/kernel/working-days.ts'

const NOW = new Date('2026-03-02T09:00:00+08:00')
const calendar = loadCalendar(bundledYears, [{ from: 9 * 60, to: 17 * 60 }])

test.each([
  ['老杜 2人', 2],
  ['老杜+1', 2],
  ['老杜（三位）', 3],
  ['老杜带两个同事', 3],
  ['老杜x4', 4],
  ['老杜 十二人', 12],
  ['老杜 2大2小', 4],
  ['+1', 1],
  ['老杜 13700000001', 1],
  ['老杜 自己开车', 1],
  ['老杜 两三个人', 2],
  ['老杜 2-3人', 2],
  ['老杜 二十三人', 23],
])('%s is %i', (text, heads) => {
  const row = readRow(text)
  expect(row === undefined ? 0 : headsOf(row, 1)).toBe(heads)
})

test.each([
  ['李会英 2人', '李会英'],
  ['王要武 会准时到', '王要武'],
  ['老杜 会来', '老杜'],
])('words about coming are no part of a name: %s', (text, name) => {
  expect(readRow(text)?.naming.split(' ')[0]).toBe(name)
})

test('a telephone is not kept in a row', () => {
  expect(readRow('杜明 137-0000-0001 2人')?.shown).not.toMatch(/\d{4}/u)
})

test.each([
  ['周例会：\n1. 上月情况通报\n2. 下月重点工作\n3. 自由发言'],
  ['为困难职工捐款接龙\n1. 杜明 200\n2. 万芳 300'],
  ['今天三件事：1. 交表 2. 盖章 3. 复印'],
  ['好的收到'],
])('no chain: %s', (text) => expect(readChain(text)).toBeUndefined())

test('limits and the end are read from the heading', () => {
  expect(readLimits('讲座报名（限40人，每家不超2人，截止3月5日18:00）', NOW, calendar)).toEqual({
    places: 40,
    perCompany: 2,
    closesAt: new Date('2026-03-05T18:00:00+08:00'),
  })
  expect(readLimits('座谈会，每个企业限报一人', NOW, calendar)).toEqual({ perCompany: 1 })
  expect(readLimits('今年30人的队伍出发', NOW, calendar)).toEqual({})
  expect(titleOf('#接龙 讲座报名（限40人）\n请按公司+姓名填写')).toBe('讲座报名')
})

test.each([
  ['报名', { kind: 'join', heads: 1, isBare: false }],
  ['我们公司去3个人', { kind: 'join', heads: 3, isBare: false }],
  ['+1', { kind: 'join', heads: 1, isBare: true }],
  ['我这边改成4人', { kind: 'change', heads: 4 }],
  ['再加一个', { kind: 'more', by: 1 }],
  ['实在抱歉，厂里有急事去不了了', { kind: 'leave' }],
  ['还能报名吗', undefined],
  ['参加', undefined],
  ['货今天到不了了', undefined],
  ['老吴去不了了', undefined],
  ['收到', undefined],
  ['我去，这么贵', undefined],
  ['明天去两三个人', undefined],
])('%s', (text, line) => expect(readLine(text)).toEqual(line))

test.each([
  ['谁报名了', 'list'],
  ['接龙12', 'list'],
  ['接龙3都有谁', 'list'],
  ['还有名额没', 'places'],
  ['报了多少人了', 'places'],
  ['我报上了吗', 'mine'],
  ['现在有哪些接龙', 'all'],
  ['把接龙12导出成表格', 'book'],
  ['取消报名 接龙12', 'take'],
])('asks: %s', (text, what) => expect(readAsk(text, false)?.what).toBe(what))

test.each([
  ['报名高新技术企业要什么条件'],
  ['稳岗返还还有名额的限制吗？我想问问具体的政策和材料'],
  ['导出台账'],
  ['我想反映个问题'],
])('asks nothing of a list: %s', (text) => expect(readAsk(text, false)).toBeUndefined())

test('orders are read with their numbers', () => {
  expect(readOpenOrder('帮我开个接龙：周六植树（限20人）发到农机商会群')).toEqual({
    text: '周六植树（限20人）',
    to: '农机商会群',
  })
  expect(readOpenOrder('我想反映个问题')).toBeUndefined()
  expect(readChangeOrder('接龙12截止吧')).toEqual({ act: 'close', number: 12 })
  expect(readChangeOrder('接龙12 名额加到50人，每家3人')).toEqual({
    act: 'limits',
    number: 12,
    places: 50,
    perCompany: 3,
  })
  expect(readChangeOrder('接龙12 第四条是永顺五金杜明')).toEqual({
    act: 'settle',
    number: 12,
    n: 4,
    who: '永顺五金杜明',
  })
  expect(readChangeOrder('接龙12 第4条不算')).toEqual({ act: 'settle', number: 12, n: 4, how: 'out' })
  expect(readChangeOrder('接龙12 第4条改三人')).toEqual({ act: 'settle', number: 12, n: 4, heads: 3 })
  expect(readChangeOrder('谁报名了')).toBeUndefined()
})
