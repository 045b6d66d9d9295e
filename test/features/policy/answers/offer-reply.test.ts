import { expect, it } from 'vitest'
import { readOfferReply } from '../../../../src/features/policy/answers/offer-reply.ts'

it.each([
  ['那出口额500万美元的呢', 'another-question'],
  ['什么时候报', 'another-question'],
  ['那信用好的呢', 'another-question'],
  ['第二条呢', 'another-question'],
  ['稳岗补贴能补多少', 'another-question'],
  ['不用了，我自己去问', 'leave-it'],
  ['回头再说', 'leave-it'],
  ['我们厂上个月断了三次电，机器烧坏两台', 'matter'],
  ['嗯嗯', 'unclear'],
] as const)('offered to file what was not found, %s means %s', (said, meant) => {
  expect(readOfferReply(said)).toBe(meant)
})
