import { expect } from 'vitest'
import { callIn } from './arriving.cases.ts'
import { able, type Case } from './case.ts'

export const addressingCases: readonly Case[] = [
  {
    name: 'a line of a group that is meant for others is known as such',
    needs: [able('overhears')],
    async run(guest) {
      const { wire } = guest
      for (const text of ['中午吃什么', '发到 me@娘家.example', '娘家那边下雨了'])
        expect((await guest.hearMessage(() => wire.say(wire.room, text))).content).toMatchObject({
          text,
          addressed: 'none',
        })
    },
    async without(guest) {
      const { wire } = guest
      await wire.say(wire.room, '中午吃什么')
      const next = await guest.hearMessage(() => callIn(guest))
      expect(next.content.text).toBe('停电了')
      expect(guest.arrivals.length).toBe(1)
    },
  },
  {
    name: 'every way to call us by name is a mention, and the name is taken out of the words',
    async run(guest) {
      const { wire } = guest
      for (const [way, call] of Object.entries(wire.mentions)) {
        const { content } = await guest.hearMessage(() => call(wire.room, '停电了'))
        expect(content, way).toMatchObject({ addressed: 'mention', text: '停电了' })
      }
    },
  },
  {
    name: 'in private the name is taken out too, and all of it is for us',
    async run(guest) {
      const { wire } = guest
      const { content } = await guest.hearMessage(() => wire.say(wire.home, '@娘家 停电了'))
      expect(content).toMatchObject({ addressed: 'private', text: '停电了' })
    },
  },
  {
    name: 'a command in a group is for us',
    needs: [able('overhears')],
    async run(guest) {
      const { wire } = guest
      const { content } = await guest.hearMessage(() => wire.say(wire.room, '/帮助'))
      expect(content).toMatchObject({ addressed: 'command', text: '/帮助' })
    },
  },
  {
    name: 'an answer to a letter of ours is for us and says which',
    needs: [able('reply')],
    async run(guest) {
      const { wire, platform } = guest
      const { letter, messageIds } = await guest.send(wire.room, { text: '请问厂里是哪天停的电' })
      await guest.see(wire.room, letter.text)
      const [messageId] = messageIds
      const answered = {
        text: letter.text,
        by: 'us' as const,
        ...(messageId === undefined ? {} : { messageId }),
      }
      const { content } = await guest.hearMessage(() => wire.reply?.(wire.room, '昨天', answered) as never)
      expect(content.text).toContain('昨天')
      // Where only those who call us are heard, an answer comes with a call.
      expect(wire.cannot.overhears === undefined ? ['reply', 'mention'] : ['mention', 'reply']).toContain(
        content.addressed,
      )
      if (platform.can.givesMessageIds) expect(content.replyTo).toBe(messageId)
      else expect(letter.text.startsWith((content.quote ?? '另一句').replace(/[…．.]+$/u, ''))).toBe(true)
    },
  },
  {
    name: 'an answer to somebody else in the group is not for us',
    needs: [able('reply'), able('overhears'), able('he')],
    async run(guest) {
      const { wire } = guest
      const by = wire.he as typeof wire.bai
      const [theirs] = await guest.hear(async () => wire.say(wire.room, '你们几点开会', by))
      const answered = { text: '你们几点开会', by, messageId: theirs.messageId }
      const { content } = await guest.hearMessage(() => wire.reply?.(wire.room, '三点', answered) as never)
      expect(content.addressed).toBe('none')
      expect(content.text).toContain('三点')
    },
  },
]
