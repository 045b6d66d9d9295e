import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type RulesOrder, readRules } from '../../../../src/features/visits/duties/read-rules.ts'

const NOW = new Date('2026-11-23T09:00:00+08:00')

/** `visit chamber quarter 1` for each. */
function sets(said: string): readonly string[] | undefined {
  const asked = readRules(said, NOW)
  return asked?.kind === 'order'
    ? asked.order.sets.map(({ kind, per, every, count }) => `${kind} ${per} ${every} ${count}`)
    : undefined
}
const order = (said: string): RulesOrder | undefined => {
  const asked = readRules(said, NOW)
  return asked?.kind === 'order' ? asked.order : undefined
}

describe('what is to be owed, in words', () => {
  it.each([
    [
      '走访要求 每季度每个商会1次，会议每年1次，慰问每年1次',
      ['visit chamber quarter 1', 'meeting chamber year 1', 'condolence chamber year 1'],
    ],
    [
      '走访要求 一季度一次，每年一次会议，每年一次慰问',
      ['visit chamber quarter 1', 'meeting chamber year 1', 'condolence chamber year 1'],
    ],
    [
      '走访要求：每季度每家企业走访一次、每年开一次会、慰问一次',
      ['visit company quarter 1', 'meeting company year 1', 'condolence company year 1'],
    ],
    [
      '走访要求定为每半年每个商会至少走访2次，每年至少开1次座谈会和慰问1次',
      ['visit chamber halfYear 2', 'meeting chamber year 1', 'condolence chamber year 1'],
    ],
    ['走访要求 会议、慰问每年各1次', ['meeting chamber year 1', 'condolence chamber year 1']],
    ['履责要求 每季走访1趟，拍砖每年2次', ['visit chamber quarter 1', 'critique chamber year 2']],
    ['走访要求 每位领导每季度走访3次', ['visit leader quarter 3']],
    ['走访任务改成每半年一次', ['visit chamber halfYear 1']],
  ])('%s', (said, expected) => {
    expect(sets(said)).toEqual(expected)
    expect(order(said)?.unread).toEqual([])
  })

  it('begins when it is said to', () => {
    expect(order('从明年起走访要求每季度每个商会两次')?.from).toBe('2027-01-01')
    expect(order('走访要求下季度起每个商会每季度2次')?.from).toBe('2027-01-01')
    expect(order('走访要求 每季度1次')?.from).toBeNull()
  })

  it('ends one kind or all', () => {
    expect(order('取消慰问要求')?.ends).toEqual(['condolence'])
    expect(order('走访要求全部取消')?.ends).toEqual(['visit', 'meeting', 'condolence', 'critique'])
  })

  it('without a period, or with one that is not kept, it sets nothing', () => {
    expect(order('走访要求 每个商会1次')).toMatchObject({ sets: [], unread: ['多久一次'] })
    expect(order('走访要求 每月一次')).toMatchObject({ sets: [], unread: ['多久一次'] })
    expect(order('走访要求 每季度1次，要写万字报告1次')?.unread).not.toEqual([])
  })

  it.each(['走访要求', '现在的走访要求是啥', '走访要求是什么？'])('%s: shown', (said) => {
    expect(readRules(said, NOW)).toEqual({ kind: 'show' })
  })

  it.each([
    '谁没达到走访要求',
    '走访要求没完成的有哪些',
    '通知 本周五开会，走访要求见附件',
    '今天去了佳和食品，走访了一次',
    '我还欠几次走访',
  ])('%s: nothing of ours', (said) => {
    expect(readRules(said, NOW)).toBeUndefined()
  })

  it('never throws, and what it sets is a whole number of times', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(40), (words, n) => {
        for (const { count } of order(`走访要求 每季度${n}次${words}`)?.sets ?? [])
          expect(count).toBeGreaterThan(0)
      }),
    )
  })
})
