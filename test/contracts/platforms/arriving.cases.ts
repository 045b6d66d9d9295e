import { expect } from 'vitest'
import { chatKey } from '../../../src/kernel/chat.ts'
import type { Somebody } from '../../support/wires.ts'
import { able, type Case, declares } from './case.ts'
import type { Guest } from './guest.ts'

/** Every platform has a way to say this in the room so that it reaches us. */
export const callIn = ({ wire }: Guest, chat = wire.room, text = '停电了', as?: Somebody) => {
  const [way] = Object.values(wire.mentions)
  if (way === undefined) throw new Error('A wire needs at least one way to call us by name.')
  return way(chat, text, as)
}

export const arrivingCases: readonly Case[] = [
  {
    name: 'a line in private says who, what and where, under an account of our own',
    async run(guest) {
      const { wire, platform } = guest
      const arrival = await guest.hearMessage(() => wire.say(wire.home, '我们厂停电了'))
      expect(arrival.chat).toMatchObject({
        platform: platform.name,
        account: platform.account,
        kind: 'private',
      })
      expect(chatKey(arrival.chat)).toBe(chatKey(wire.home))
      expect(arrival.from.id).toBe(wire.bai.id)
      expect(['permanent', 'session']).toContain(arrival.from.stability)
      expect(arrival.content).toMatchObject({ text: '我们厂停电了', addressed: 'private' })
      expect(arrival.at).toBeInstanceOf(Date)
    },
  },
  {
    name: 'words arrive as they were said: lines, emoji, rare characters, quotes, markup',
    async run(guest) {
      const { wire } = guest
      const line = wire.cannot.lines === undefined ? '\n' : ' '
      const text = `第一行${line}第二行 😀𠮷 "引号" \\n <b>不是粗体</b> *星* _下划线_ [链接](x) &amp; 100% # 一`
      expect((await guest.hearMessage(() => wire.say(wire.home, text))).content.text).toBe(text)
    },
  },
  {
    name: 'a line said in a group is in that group, and in no other',
    needs: [able('otherRoom')],
    async run(guest) {
      const { wire } = guest
      const [here] = await guest.hear(() => callIn(guest))
      const [there] = await guest.hear(() => callIn(guest, wire.otherRoom))
      expect(here.chat.kind).toBe('group')
      expect(chatKey(here.chat)).toBe(chatKey(wire.room))
      expect(chatKey(there.chat)).toBe(chatKey(wire.otherRoom as typeof wire.room))
      expect(chatKey(here.chat)).not.toBe(chatKey(there.chat))
    },
  },
  {
    name: 'two people in one group, and in private, are two people',
    needs: [able('he'), able('homeOfHe')],
    async run(guest) {
      const { wire } = guest
      const arrivals = [
        ...(await guest.hear(() => callIn(guest, wire.room, '一'))),
        ...(await guest.hear(() => callIn(guest, wire.room, '二', wire.he))),
        ...(await guest.hear(() => wire.say(wire.homeOfHe as typeof wire.home, '三', wire.he))),
      ]
      expect(arrivals.map(({ from }) => from.id)).toEqual([wire.bai.id, wire.he?.id, wire.he?.id])
      expect(chatKey(arrivals[2]?.chat as typeof wire.home)).not.toBe(chatKey(wire.home))
    },
  },
  {
    name: 'a program in the room is told from people',
    needs: [able('robot'), able('overhears')],
    async run(guest) {
      const { wire } = guest
      const [theirs] = await guest.hear(() => callIn(guest, wire.room, '我是机器', wire.robot))
      const [ours] = await guest.hear(() => callIn(guest))
      expect(theirs.from).toMatchObject({ id: wire.robot?.id, isBot: true })
      expect(ours.from.isBot ?? false).toBe(false)
    },
  },
  {
    name: 'a topic of a group is a chat of its own',
    needs: [able('thread')],
    async run(guest) {
      const { wire } = guest
      const [arrival] = await guest.hear(() => callIn(guest, wire.thread))
      expect(arrival.chat.threadId).toBe(wire.thread?.threadId)
      expect(arrival.chat.chatId).toBe(wire.room.chatId)
      const [plain] = await guest.hear(() => callIn(guest))
      expect(plain.chat.threadId).toBeUndefined()
    },
    async without({ wire, platform }) {
      expect(platform.can.threads).toBe(false)
      expect(wire.room.threadId).toBeUndefined()
    },
  },
  {
    name: 'pressing Start or following a link is told, with and without its payload',
    needs: [able('start')],
    async run(guest) {
      const { wire } = guest
      const [bare] = await guest.hear(() => wire.start?.() as Promise<void>)
      expect(bare.content).toMatchObject({ kind: 'start' })
      expect(chatKey(bare.chat)).toBe(chatKey(wire.home))
      if (!wire.platform.can.deepLink) return
      const [carrying] = await guest.hear(() => wire.start?.('zx-1_A') as Promise<void>)
      expect(carrying.content).toEqual({ kind: 'start', payload: 'zx-1_A' })
    },
    async without({ platform }) {
      expect(platform.can.deepLink).toBe(false)
    },
  },
  {
    name: 'a choice names what was chosen, and the letter that offered it',
    needs: [declares('no buttons', ({ buttons }) => buttons !== 'none')],
    async run(guest) {
      const { wire } = guest
      // As long as a choice's name may be, in the letters that take most room.
      const longest = '办'.repeat(16)
      const choices = [
        { id: 'c-1', label: '融资' },
        { id: longest, label: '用工' },
      ]
      const { letter, messageIds } = await guest.send(wire.home, { choices })
      const [arrival] = await guest.hear(() => wire.choose(letter, messageIds, 1))
      expect(arrival.from.id).toBe(wire.bai.id)
      expect(chatKey(arrival.chat)).toBe(chatKey(wire.home))
      expect(arrival.content).toMatchObject({ kind: 'choice', choice: longest })
      expect([letter.id, ...messageIds]).toContain((arrival.content as { prompt?: string }).prompt)
    },
    async without(guest) {
      const { wire } = guest
      const { letter, messageIds } = await guest.send(wire.home, { text: '1. 融资\n2. 用工' })
      const typed = await guest.hearMessage(() => wire.choose(letter, messageIds, 1))
      expect(typed.content).toMatchObject({ text: '2', addressed: 'private' })
    },
  },
  {
    name: 'a choice in a group is that person’s alone',
    needs: [declares('no buttons in groups', ({ buttons }) => buttons === 'everywhere'), able('he')],
    async run(guest) {
      const { wire } = guest
      const choices = [
        { id: 'yes', label: '收到' },
        { id: 'no', label: '不参加' },
      ]
      const { letter, messageIds } = await guest.send(wire.room, { choices })
      const [first] = await guest.hear(() => wire.choose(letter, messageIds, 0))
      const [second] = await guest.hear(() => wire.choose(letter, messageIds, 0, wire.he))
      expect([first.from.id, second.from.id]).toEqual([wire.bai.id, wire.he?.id])
      expect(first.idempotencyKey).not.toBe(second.idempotencyKey)
      expect(chatKey(first.chat)).toBe(chatKey(wire.room))
    },
  },
  {
    name: 'the same thing handed in again has the same key, different things different ones',
    needs: [able('again')],
    async run(guest) {
      const { wire } = guest
      await guest.hear(() => wire.say(wire.home, '一'))
      await wire.again?.()
      await guest.hear(() => wire.say(wire.home, '一'))
      // What was handed in again may be left out before it reaches the house, or come with its old key.
      await expect
        .poll(() => new Set(guest.arrivals.map(({ idempotencyKey }) => idempotencyKey)).size)
        .toBe(2)
      expect(guest.arrivals.length).toBeLessThanOrEqual(3)
    },
  },
  {
    name: 'the same choice handed in again has the same key',
    needs: [able('again'), declares('no buttons', ({ buttons }) => buttons !== 'none')],
    async run(guest) {
      const { wire } = guest
      const { letter, messageIds } = await guest.send(wire.home, { choices: [{ id: 'yes', label: '是' }] })
      await guest.hear(() => wire.choose(letter, messageIds, 0))
      await wire.again?.()
      await wire.say(wire.home, '然后')
      await expect.poll(() => texts(guest)).toContain('然后')
      const choices = guest.arrivals.filter(({ content }) => content.kind === 'choice')
      expect(new Set(choices.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1)
    },
  },
  {
    name: 'what one person says arrives in the order it was said',
    async run(guest) {
      const { wire } = guest
      const said = Array.from({ length: 12 }, (_, i) => `第 ${i + 1} 句`)
      await guest.hear(async () => {
        for (const line of said) await wire.say(wire.home, line)
      }, said.length)
      expect(guest.arrivals.map(({ content }) => (content as { text: string }).text)).toEqual(said)
    },
  },
  {
    name: 'after the connection was lost and found, nothing old is new and what is new arrives',
    needs: [able('reconnect')],
    async run(guest) {
      const { wire } = guest
      await guest.hear(() => wire.say(wire.home, '断线以前'))
      await wire.reconnect?.()
      await guest.hear(() => wire.say(wire.home, '断线以后'))
      await expect.poll(() => texts(guest)).toContain('断线以后')
      const old = guest.arrivals.filter(
        ({ content }) => content.kind === 'message' && content.text === '断线以前',
      )
      expect(new Set(old.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1)
    },
  },
  {
    name: 'what could not be stored is not taken for received: it comes again',
    needs: [able('redelivers')],
    async run(guest) {
      const { wire } = guest
      await forgetTwice(guest)
      await guest.hear(() => wire.say(wire.home, '请不要丢掉'))
      await expect.poll(() => texts(guest)).toEqual(['请不要丢掉'])
    },
    async without(guest) {
      // Whoever sent it is told, and hands it in again, or says it anew.
      const { wire } = guest
      await forgetTwice(guest)
      const again = async () => (await (wire.again?.() ?? wire.say(wire.home, '请不要丢掉'))) ?? ''
      await wire.say(wire.home, '请不要丢掉').catch(() => '')
      await again().catch(() => '')
      await guest.hear(again)
      expect(texts(guest)).toEqual(['请不要丢掉'])
    },
  },
]

/** A house whose store is away for two arrivals. */
async function forgetTwice(guest: Guest): Promise<void> {
  let refusals = 2
  await guest.platform.close()
  await guest.enter({
    ...guest.doorstep,
    async receive(incoming) {
      if (refusals-- > 0) throw new Error('the database is away')
      return guest.doorstep.receive(incoming)
    },
  })
}

const texts = ({ arrivals }: Guest) => arrivals.map(({ content }) => (content as { text?: string }).text)
