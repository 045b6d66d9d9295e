import { describe, expect, it } from 'vitest'
import { asksForReceipt, readAboutNotice, readPrepare } from '../../../src/features/notices/notice-words.ts'

describe('staff begin a notice', () => {
  it.each([
    ['发个通知', { rest: '' }],
    ['请帮我发一条通知', { rest: '' }],
    ['通知 起重商会,门窗协会 明天开会', { rest: '起重商会,门窗协会 明天开会' }],
    ['通知起重商会：明天开会', { rest: '起重商会：明天开会' }],
    ['通知全体 @所有人 停电\n第二行', { rest: '全体 @所有人 停电\n第二行' }],
    ['群发 全体 停电', { rest: '全体 停电' }],
    ['定时通知 起重商会 周日10点发：检查', { rest: '起重商会 周日10点发：检查' }],
    ['发个通知给起重商会：停电', { rest: '起重商会：停电' }],
    ['给起重商会、门窗协会发个通知：明天停电', { to: '起重商会、门窗协会', rest: '明天停电' }],
  ])('%s', (text, expected) => {
    expect(readPrepare(text)).toEqual(expected)
  })

  it.each(['通知57发得怎么样了', '通知#57', '通知里说的补贴怎么领', '收到通知了', '他们发通知让我们停产'])(
    'is something else: %s',
    (text) => {
      expect(readPrepare(text)).toBeUndefined()
    },
  )
})

describe('staff ask about a notice', () => {
  it.each([
    ['通知57发得怎么样了', { what: 'progress', number: 57 }],
    ['通知 57 发完了没', { what: 'progress', number: 57 }],
    ['通知发送情况', { what: 'progress' }],
    ['发了吗', { what: 'progress' }],
    ['刚才那个通知发出去没', { what: 'progress' }],
    ['通知6什么时候发', { what: 'progress', number: 6 }],
    ['审批过了没', { what: 'progress' }],
    ['停止通知 57', { what: 'stop', number: 57 }],
    ['停发57', { what: 'stop', number: 57 }],
    ['通知57先别发了', { what: 'stop', number: 57 }],
    ['谁没回 通知57', { what: 'missing', number: 57 }],
    ['还有谁没回', { what: 'missing' }],
    ['通知#57的回执', { what: 'missing', number: 57 }],
  ])('%s', (text, expected) => {
    expect(readAboutNotice(text)).toEqual(expected)
  })

  it.each(['停止募捐 3', '募捐3发得怎么样了', '停', '他没回我电话57次', '奖金发了吗', '贷款审批过了没'])(
    'is something else: %s',
    (text) => {
      expect(readAboutNotice(text)).toBeUndefined()
    },
  )
})

it.each([
  ['明天开会，需回执', true],
  ['收到请回复', true],
  ['请回复“收到”', true],
  ['请各仓库马上检查排水，回复收到', true],
  ['看到的回个1', true],
  ['收到扣1', true],
  ['看到请回', true],
  ['请按时参加', false],
  ['货款收到后请尽快发货', false],
  ['看到的新闻请转给办公室', false],
  ['他们一直没有回复收到没有', false],
])('whether a text asks for an answer: %s', (text, asks) => {
  expect(asksForReceipt(text)).toBe(asks)
})
