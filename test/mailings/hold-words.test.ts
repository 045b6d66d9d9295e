import { expect, it } from 'vitest'
import { readHold } from '../../src/mailings/hold-words.ts'

it.each([
  ['暂停通知57', { what: 'pause', number: 57 }],
  ['先暂停通知 57', { what: 'pause', number: 57 }],
  ['暂停发送通知', { what: 'pause' }],
  ['通知57先暂停一下', { what: 'pause', number: 57 }],
  ['马上暂停通知#57！', { what: 'pause', number: 57 }],
  ['通知57等一下再发', { what: 'pause', number: 57 }],
  ['继续发通知57', { what: 'resume', number: 57 }],
  ['继续发 通知57', { what: 'resume', number: 57 }],
  ['暂停 通知57', { what: 'pause', number: 57 }],
  ['通知57接着发吧', { what: 'resume', number: 57 }],
  ['恢复发送通知57', { what: 'resume', number: 57 }],
] as const)('“%s” holds a broadcast or lets it go on', (text, read) => {
  expect(readHold('通知', text)).toEqual(read)
})

it.each([
  '暂停营业的通知',
  '暂停 0291 等企业补材料 到11月30日',
  '通知 建筑机械商会 明天起暂停供水',
  '通知57发得怎么样了',
  '继续募捐3',
  '通知下去先暂停施工，等安监检查完再说',
])('“%s” is about something else', (text) => {
  expect(readHold('通知', text)).toBeUndefined()
})

it('a donation drive is held by its own name; to continue its draft is another matter', () => {
  expect(readHold('募捐', '暂停募捐3')).toEqual({ what: 'pause', number: 3 })
  expect(readHold('募捐', '继续发募捐3')).toEqual({ what: 'resume', number: 3 })
  expect(readHold('募捐', '继续募捐3')).toBeUndefined()
})
