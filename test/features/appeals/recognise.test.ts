import { expect, test } from 'vitest'
import type { Speaker } from '../../../src/conversation/said.ts'
import { appealsFeature } from '../../../src/features/appeals/appeals.feature.ts'
import type { AppealsParts } from '../../../src/features/appeals/appeals-parts.ts'
import { handler, member, said, speaker, staff, stranger } from './county.ts'

// Reading words needs no store.
const { recognise } = appealsFeature({ workdays: {} } as unknown as AppealsParts)

function meant(text: string, by: Speaker) {
  const [first] = recognise(said(text), { by })
  return first === undefined ? undefined : `${first.band} ${first.dialogue}`
}

test('troubles and calls for help are taken for an appeal, whoever says them', () => {
  for (const text of [
    '农行的续贷一直不放款，帮忙协调一下',
    '我们厂招不到工人能不能组织招聘会',
    '我要反映个问题',
    '门口的路坑太大，大车进不来',
  ])
    for (const by of [member, stranger, staff]) expect(meant(text, by), text).toBe('appeal appeals.intake')
})

test('matters that are only announced begin the listening, questions that are announced do not', () => {
  for (const text of ['我们有俩事', '跟您说两个事', '有几个难处'])
    expect(meant(text, member), text).toBe('appeal appeals.intake')
  for (const text of ['想问两个事', '有几个事没办完', '有两件事务要安排'])
    expect(meant(text, member), text).not.toBe('appeal appeals.intake')
})

test('a leader’s lists are oversight’s to answer, a member’s are refused by the office', () => {
  const leader = speaker('leader', { code: 'jiang', name: '江远' })
  for (const text of ['超期的有哪些', '超期的有几件', '待派单的有几件', '今天新来的', '台账']) {
    expect(meant(text, leader), text).toBeUndefined()
    expect(meant(text, member), text).toBe('command appeals.list')
  }
})

test('asking after one’s own matter is not a new one', () => {
  for (const text of ['到哪一步了', '都三天了', '我那个事咋样了', '我的诉求', '2026-0012'])
    expect(meant(text, member), text).toBe('own appeals.status')
  expect(meant('撤回 0012', member)).toBe('own appeals.withdraw')
  expect(meant('那个事不用办了', member)).toBe('own appeals.withdraw')
  expect(meant('0012 没解决', member)).toBe('own appeals.follow-up')
})

test('impatience in the middle of telling a matter belongs to the telling', () => {
  const inProgress = 'appeals.intake'
  const [first] = recognise(said('都三天了'), { by: member, inProgress })
  expect(first?.score).toBeLessThan(0.55)
})

test('staff get their lists and orders, and the same words of a member are refused by the dialogue', () => {
  expect(meant('待派单', staff)).toBe('role appeals.list')
  expect(meant('看 0012', staff)).toBe('command appeals.show')
  expect(meant('0012 给金融办，三天', staff)).toBe('command appeals.dispatch')
  expect(meant('派单 0012 金融办 3天', member)).toBe('command appeals.dispatch')
  expect(meant('0012 已办结 银行已放款', staff)).toBe('command appeals.resolve')
})

test('a unit’s words are its own', () => {
  expect(meant('待办', handler)).toBe('role appeals.unit-list')
  expect(meant('我手上的', handler)).toBe('role appeals.unit-list')
  expect(meant('签收 0012', handler)).toBe('role appeals.order')
  expect(meant('退回 0012 不归我们管', handler)).toBe('role appeals.order')
  expect(meant('0012 已办结 银行已放款', handler)).toBe('command appeals.resolve')
})

test('every order of the office has a desk that takes it', () => {
  for (const [text, dialogue] of [
    ['暂停 0291 等企业补材料 到11月30日', 'appeals.pause'],
    ['催 超期', 'appeals.chase'],
    ['结案 0288 已解决 回访', 'appeals.close'],
    ['申请剔除 0275 理由代码05', 'appeals.ask-exclusion'],
    ['导出 台账 10月 Excel', 'appeals.export-ledger'],
    ['启封 0266 理由', 'appeals.unseal'],
    ['并单 0307 -> 0306', 'appeals.merge'],
  ] as const)
    expect(meant(text, staff), text).toMatch(new RegExp(`${dialogue}$`))
})

test('small talk, and orders to nobody, are left to others', () => {
  for (const text of ['谢谢', '在不', '给大家发个红包呗', '收到', '明天几点开会'])
    expect(meant(text, member), text).toBeUndefined()
  expect(meant('待办', speaker('leader'))).toBeUndefined()
})
