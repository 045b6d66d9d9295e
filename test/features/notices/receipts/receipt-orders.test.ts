import { describe, expect, it, test } from 'vitest'
import { readChase } from '../../../../src/features/notices/receipts/receipt-orders.ts'
import { namesPassedAt, reminderAt } from '../../../../src/features/notices/receipts/remind-times.ts'
import { readSettling } from '../../../../src/features/notices/receipts/settle-words.ts'
import { bundledYears, loadCalendar } from '../../../../src/kernel/working-days.ts'

describe('staff settle receipts in words', () => {
  it.each([
    ['代回 通知57 李会计代张总', { number: 57, settlements: [{ whom: '张总', as: 'acknowledged' }] }],
    ['代回 通知#57 张总', { number: 57, settlements: [{ whom: '张总', as: 'acknowledged' }] }],
    [
      '代回通知57 张总、天禾的何总',
      {
        number: 57,
        settlements: [
          { whom: '张总', as: 'acknowledged' },
          { whom: '天禾的何总', as: 'acknowledged' },
        ],
      },
    ],
    ['通知57 周建国请假', { number: 57, settlements: [{ whom: '周建国', as: 'onLeave' }] }],
    ['通知57 周建国已回', { number: 57, settlements: [{ whom: '周建国', as: 'acknowledged' }] }],
    ['通知57 周建国不算', { number: 57, settlements: [{ whom: '周建国', as: 'nothing' }] }],
    ['第2条算周建国收到', { settlements: [{ doubt: 2, whom: '周建国', as: 'acknowledged' }] }],
    ['第二条是周建国', { settlements: [{ doubt: 2, whom: '周建国', as: 'acknowledged' }] }],
    ['通知57 第2条算请假', { number: 57, settlements: [{ doubt: 2, as: 'onLeave' }] }],
    ['第3条不算', { settlements: [{ doubt: 3, as: 'nothing' }] }],
    [
      '第2、3条不算',
      {
        settlements: [
          { doubt: 2, as: 'nothing' },
          { doubt: 3, as: 'nothing' },
        ],
      },
    ],
    [
      '第1条算周建国收到，第2条不算',
      {
        settlements: [
          { doubt: 1, whom: '周建国', as: 'acknowledged' },
          { doubt: 2, as: 'nothing' },
        ],
      },
    ],
    ['通知57 都不算', { number: 57, everything: 'nothing', settlements: [] }],
  ])('%s', (text, expected) => {
    expect(readSettling(text)).toEqual(expected)
  })

  it.each([
    '收到',
    '谁没回 通知57',
    '通知57发得怎么样了',
    '停止通知 57',
    '撤回 通知57',
    '第三条怎么说的',
    '第二条政策是什么',
    '派单 0312 金融办 3个工作日',
    '通知 农机商会 明天开会',
    '通知57的回执',
  ])('is something else: %s', (text) => {
    expect(readSettling(text)).toBeUndefined()
  })
})

describe('staff go after those who have not answered', () => {
  it.each([
    ['催一下没回的 通知57', { act: 'remind', number: 57 }],
    ['提醒一下还没回的', { act: 'remind' }],
    ['通知57 催一下', { act: 'remind', number: 57 }],
    ['在群里通报一下通知57的回执', { act: 'tally', number: 57 }],
    ['群里报个数 通知57', { act: 'tally', number: 57 }],
    ['没回的名单发给各商会秘书', { act: 'pass' }],
    ['把通知57没回的告诉秘书', { act: 'pass', number: 57 }],
  ])('%s', (text, expected) => {
    expect(readChase(text)).toEqual(expected)
  })

  it.each(['催一下 通知57', '再催一下，通知57', '提醒一下 通知#57'])('%s', (text) => {
    expect(readChase(text)).toEqual({ act: 'remind', number: 57 })
  })

  it.each(['催 超期', '催一下金融办', '催办 0312', '提醒我明天开会', '谁没回 通知57', '报个数'])(
    'is something else: %s',
    (text) => {
      expect(readChase(text)).toBeUndefined()
    },
  )
})

describe('the reminder by itself', () => {
  const calendar = loadCalendar(bundledYears, {
    morning: { from: 510, to: 720 },
    afternoon: { from: 840, to: 1050 },
  } as never)
  const quiet = { from: 20 * 60, to: 8 * 60, freeDays: true }
  const at = (text: string) => new Date(`2026-03-${text}:00+08:00`)
  const when = (from: string, by: string) => reminderAt(at(from), at(by), quiet, calendar)

  test('comes two hours before answers are due, and half-way where there is less time', () => {
    expect(when('02T09:00', '02T18:00')).toEqual(at('02T16:00'))
    expect(when('02T09:00', '02T11:00')).toEqual(at('02T10:00'))
  })

  test('never in quiet hours: as late before them as can be', () => {
    const before = when('02T09:00', '03T08:30')
    expect(before?.getTime()).toBeLessThan(at('02T20:00').getTime())
    expect(before?.getTime()).toBeGreaterThan(at('02T19:00').getTime())
  })

  test('not at all where nobody had half an hour to read the notice', () => {
    expect(when('02T19:45', '03T07:00')).toBeUndefined()
    expect(when('02T09:00', '02T09:40')).toBeUndefined()
  })

  test('names are passed on once people may be written to', () => {
    expect(namesPassedAt(at('02T18:00'), quiet, calendar)).toEqual(at('02T18:00'))
    expect(namesPassedAt(at('02T22:00'), quiet, calendar)).toEqual(at('03T08:00'))
  })
})
