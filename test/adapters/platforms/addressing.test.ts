import { expect, test } from 'vitest'
import { addressingByName } from '../../../src/adapters/platforms/addressing.ts'

const hear = addressingByName(['娘家', '娘家小助手', 'niangjia'])
const inGroup = { isPrivate: false, isReplyToUs: false }

test.each([
  ['@娘家10月的补贴没到', '10月的补贴没到'],
  ['@娘家ETC怎么办', 'ETC怎么办'],
  ['@娘家。停电了', '。停电了'],
  ['@娘家. 停电了', '. 停电了'],
  ['@娘家小助手3天了', '3天了'],
  ['@niangjia停电了', '停电了'],
])('hears the call in %j, whatever follows without a space', (text, rest) => {
  expect(hear(text, inGroup)).toEqual({ text: rest, addressed: 'mention' })
})

test.each(['@niangjia2 停电了', '写到 @娘家.example', 'me@娘家.example', '@niangjia.example'])(
  'hears no call in %j',
  (text) => {
    expect(hear(text, inGroup)).toEqual({ text, addressed: 'none' })
  },
)
