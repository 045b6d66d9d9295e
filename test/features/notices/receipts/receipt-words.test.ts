import { describe, expect, it } from 'vitest'
import { listReceipts, outweighs, type Receipt } from '../../../../src/features/notices/receipts/receipt.ts'
import { readReceipt } from '../../../../src/features/notices/receipts/receipt-words.ts'

describe('a short line in a group that awaits receipts', () => {
  it.each([
    ['收到', 'acknowledged'],
    ['收到！', 'acknowledged'],
    ['好的，收到，谢谢领导', 'acknowledged'],
    ['已收到🙏', 'acknowledged'],
    ['收到 准时参加', 'acknowledged'],
    ['知道了', 'acknowledged'],
    ['@宋主任 收到', 'acknowledged'],
    ['＠任洁 ＠宋敏 收到，准时参加', 'acknowledged'],
    ['1', 'acknowledged'],
    ['１', 'acknowledged'],
    ['👌', 'acknowledged'],
    ['👌🏻👌🏻', 'acknowledged'],
    ['收到 我们带两台设备过去', 'acknowledged'],
    ['收到，不过我出差，去不了', 'onLeave'],
    ['收到，周五在外地赶不回来', 'onLeave'],
    ['我请个假', 'onLeave'],
    ['我周五来不了', 'onLeave'],
    ['我请个假，家里有事', 'unclear'],
    ['在开车，晚点看', 'seen'],
    ['会上，稍后回复', 'seen'],
    ['收到，回头细看', 'seen'],
    ['收到，不一定能去', 'unclear'],
    ['收到，让小孙去参加', 'unclear'],
    ['赵总收到', 'unclear'],
    ['收到，人在外地', 'unclear'],
    ['尽量参加', 'unclear'],
    ['好的', 'unclear'],
  ])('%s → %s', (line, kind) => {
    expect(readReceipt(line)).toBe(kind)
  })

  it.each([
    '没收到啊',
    '谁收到货款了',
    '收到了吗？',
    '大家收到请回复',
    '今天水泥什么价',
    '明天来我厂里看看',
    '我出差了，机器先放你那',
    '谢谢',
    '哈哈',
    '1.5 吨',
    '货今天到不了，明天发',
    '要1吨',
    `收到${'的材料已经按要求交上去了'.repeat(6)}`,
  ])('is no answer and is forgotten: %s', (line) => {
    expect(readReceipt(line)).toBeUndefined()
  })
})

describe('receipts', () => {
  const receipt = (person: string, kind: Receipt['kind']): Receipt => ({
    id: `n:${person}`,
    version: 1,
    notice: 'n',
    person,
    kind,
    at: new Date(0),
  })

  it('put everybody of the audience into exactly one list, and nobody else', () => {
    const people = ['a', 'b', 'c', 'd', 'e']
    const lists = listReceipts(people, [
      receipt('a', 'acknowledged'),
      receipt('b', 'onLeave'),
      receipt('c', 'seen'),
      receipt('d', 'unclear'),
      receipt('stranger', 'acknowledged'),
    ])
    expect(lists).toEqual({
      acknowledged: ['a'],
      onLeave: ['b'],
      seen: ['c'],
      unclear: ['d'],
      missing: ['e'],
    })
    expect(Object.values(lists).flat().sort()).toEqual(people)
  })

  it('a word that says less does not undo one that said more', () => {
    expect(outweighs('acknowledged', 'seen')).toBe(true)
    expect(outweighs('onLeave', 'acknowledged')).toBe(true)
    expect(outweighs('unclear', 'acknowledged')).toBe(false)
    expect(outweighs('acknowledged', 'onLeave')).toBe(false)
  })
})
