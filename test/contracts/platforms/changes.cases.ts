import { expect } from 'vitest'
import { chatKey } from '../../../src/kernel/chat.ts'
import type { Ability } from '../../support/wires.ts'
import { callIn } from './arriving.cases.ts'
import { able, type Case } from './case.ts'

const membership = (
  name: string,
  ability: Ability & ('joins' | 'leaves' | 'botAdded' | 'botRemoved'),
  change: 'joined' | 'left' | 'bot-added' | 'bot-removed',
): Case => ({
  name,
  needs: ability === 'joins' || ability === 'leaves' ? [able(ability), able('he')] : [able(ability)],
  async run(guest) {
    const { wire } = guest
    const he = wire.he as typeof wire.bai
    const [arrival] = await guest.hear(async () => wire[ability]?.(wire.room, he))
    expect(arrival.content).toMatchObject({ kind: 'membership', change })
    expect(chatKey(arrival.chat)).toBe(chatKey(wire.room))
    if (arrival.content.kind === 'membership' && (ability === 'joins' || ability === 'leaves'))
      expect(arrival.content.people.map(({ id }) => id)).toEqual([he.id])
  },
})

export const changesCases: readonly Case[] = [
  {
    name: 'what somebody changed afterwards names the message by its number',
    needs: [able('edit')],
    async run(guest) {
      const { wire } = guest
      let said = ''
      const first = await guest.hearMessage(async () => {
        said = await wire.say(wire.home, '昨天停的电')
      })
      const [second] = await guest.hear(async () => wire.edit?.(wire.home, said, '前天停的电'))
      expect(second.content).toEqual({ kind: 'edited', message: first.messageId, text: '前天停的电' })
      expect(second.idempotencyKey).not.toBe(first.idempotencyKey)
      const [third] = await guest.hear(async () => wire.edit?.(wire.home, said, '大前天停的电'))
      expect(third.content).toMatchObject({ text: '大前天停的电' })
      expect(third.idempotencyKey).not.toBe(second.idempotencyKey)
    },
  },
  {
    name: 'what somebody took back names the message by its number',
    needs: [able('withdraw')],
    async run(guest) {
      const { wire } = guest
      let said = ''
      const first = await guest.hearMessage(async () => {
        said = await wire.say(wire.home, '说错了')
      })
      const [second] = await guest.hear(async () => wire.withdraw?.(wire.home, said))
      expect(second.content).toEqual({ kind: 'withdrawn', message: first.messageId })
    },
  },
  membership('somebody joined a group', 'joins', 'joined'),
  membership('somebody left a group', 'leaves', 'left'),
  membership('we were taken into a group', 'botAdded', 'bot-added'),
  membership('we were taken out of a group', 'botRemoved', 'bot-removed'),
  {
    name: 'a group that got another number says which, and goes on under it',
    needs: [able('migrate')],
    async run(guest) {
      const { wire } = guest
      const before = chatKey(wire.room)
      let now = wire.room
      const [arrival] = await guest.hear(async () => {
        now = (await wire.migrate?.()) ?? now
      })
      expect(chatKey(arrival.chat)).toBe(before)
      expect(arrival.content).toEqual({ kind: 'chat-migrated', to: now.chatId })
      await expect
        .poll(async () => chatKey((await guest.hear(() => callIn(guest, now)))[0].chat))
        .toBe(chatKey(now))
      expect((await guest.send(now, { text: '搬过来了' })).result.kind).toBe('ok')
    },
  },
]
