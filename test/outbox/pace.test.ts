import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Chat } from '../../src/kernel/chat.ts'
import { createPace } from '../../src/outbox/pace.ts'

const chat = (id: string, kind: 'private' | 'group' = 'group'): Chat => ({
  platform: 't',
  account: 'a',
  kind,
  chatId: id,
})

/** Sends as fast as the pace allows and gives the times in milliseconds. */
function walk(
  limits: Parameters<typeof createPace>[0],
  chats: readonly Chat[],
): readonly { chat: Chat; at: number }[] {
  const pace = createPace(limits)
  let now = 0
  return chats.map((one) => {
    now += pace.waitMs(one, new Date(now))
    pace.note(one, new Date(now))
    return { chat: one, at: now }
  })
}

test('no span of time ever holds more letters than the platform allows', () => {
  const some = fc.array(fc.constantFrom(chat('g1'), chat('g2'), chat('p1', 'private')), { maxLength: 80 })
  fc.assert(
    fc.property(some, (chats) => {
      const sent = walk({ perSecond: 5, perChatPerSecond: 2, perGroupPerMinute: 20 }, chats)
      for (const { at } of sent) {
        const within = (ms: number) => sent.filter((one) => one.at >= at && one.at < at + ms)
        expect(within(1_000).length).toBeLessThanOrEqual(5)
        for (const id of ['g1', 'g2', 'p1']) {
          expect(within(1_000).filter((one) => one.chat.chatId === id).length).toBeLessThanOrEqual(2)
        }
        for (const id of ['g1', 'g2']) {
          expect(within(60_000).filter((one) => one.chat.chatId === id).length).toBeLessThanOrEqual(20)
        }
      }
    }),
  )
})

test('a platform without limits is not waited for', () => {
  expect(
    walk(
      {},
      Array.from({ length: 50 }, () => chat('g1')),
    ).at(-1)?.at,
  ).toBe(0)
})
