import { expect } from 'vitest'
import { able, type Case } from './case.ts'

/** Wrong for everybody: no object, wrong types, half of a text, numbers that no number holds, half characters, depth. */
const WRONG_EVERYWHERE: readonly unknown[] = [
  '',
  'null',
  '[]',
  '7',
  '"text"',
  '{',
  '{"a":',
  '{"update_id":1e400}',
  '\u0000',
  '{"text":"\\ud83d"}',
  { __proto__: null, constructor: 'x' },
  { update_id: 12345678901234567890n.toString(), message: 'words' },
  { message: { chat: null, from: [], text: { a: 1 } } },
  JSON.parse(`${'['.repeat(500)}${']'.repeat(500)}`),
]

export const hostileCases: readonly Case[] = [
  {
    name: 'shapes that nobody agreed on break nothing: the next good line arrives',
    needs: [able('handInRaw')],
    async run(guest) {
      const { wire } = guest
      for (const nonsense of [...WRONG_EVERYWHERE, ...(wire.nonsense ?? [])]) await wire.handInRaw?.(nonsense)
      await wire.say(wire.home, '好好说话')
      await expect
        .poll(() => guest.arrivals.map(({ content }) => (content as { text?: string }).text))
        .toContain('好好说话')
      expect((await guest.send(wire.home, { text: '听到了' })).result.kind).toBe('ok')
    },
  },
  {
    name: 'half characters and control characters in words do not keep the words out',
    async run(guest) {
      const { wire } = guest
      await guest.hear(() => wire.say(wire.home, '前\u0007后'))
      expect((await guest.send(wire.home, { text: '半个\ud83d字' })).result.kind).toBe('ok')
      await guest.see(wire.home, '半个')
    },
  },
  {
    name: 'a very long line arrives whole',
    async run(guest) {
      const { wire } = guest
      const text = `开头${'长'.repeat(4_000)}结尾`
      expect((await guest.hearMessage(() => wire.say(wire.home, text))).content.text === text).toBe(true)
    },
  },
  {
    name: 'a name with everything in it is a name',
    needs: [able('he')],
    async run(guest) {
      const { wire } = guest
      const odd = { ...(wire.he as typeof wire.bai), name: '</b>@所有人 "\\ {{x}} \u202e' }
      const [arrival] = await guest.hear(() => wire.say(wire.homeOfHe ?? wire.room, '我换名字了', odd))
      expect(arrival.from.id).toBe(odd.id)
    },
  },
]
