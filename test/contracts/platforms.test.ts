import { PassThrough } from 'node:stream'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTerminal } from '../../src/adapters/platforms/terminal/terminal.platform.ts'
import type { OutgoingLetter } from '../../src/conversation/platform.ts'
import type { Incoming } from '../../src/inbox/arrival.ts'
import { until } from '../support/desk.ts'
import { NOON } from '../support/stores.ts'
import { webChatWire } from '../support/web-chat-wire.ts'
import { CHOICES, doorstepOf, FILE, letterTo, stdioWire, terminalWire, type Wire } from '../support/wires.ts'

describe.each([
  ['stdio', stdioWire, { buttons: true, attaches: true, replies: true, names: true }],
  ['terminal', terminalWire, { buttons: false, attaches: false, replies: false, names: true }],
  ['web-chat', webChatWire, { buttons: true, attaches: true, replies: true, names: true }],
] as const)('%s', (name, open, has) => {
  let wire: Wire
  beforeEach(async () => {
    wire = await open()
  })
  afterEach(() => wire.close())
  const last = () => wire.arrivals.at(-1) as Incoming

  test('hands in who said what where, under an account of its own', async () => {
    await wire.say(wire.home, '我们厂停电了')
    expect(last()).toMatchObject({
      chat: wire.home,
      from: { id: 'bai', stability: 'permanent' },
      content: { kind: 'message', text: '我们厂停电了', addressed: 'private' },
    })
    expect(wire.platform).toMatchObject({ name, account: wire.home.account })
    expect(last().at).toBeInstanceOf(Date)
    expect(last().messageId).not.toBe('')
  })

  test('says how a line of a group concerns us, and takes the call out of it', async () => {
    for (const text of ['@娘家 停电了', '＠娘家停电了', '中午吃什么', '/帮助', '发到 me@娘家.example'])
      await wire.say(wire.room, text)
    expect(wire.arrivals.map(({ content }) => content)).toMatchObject([
      { addressed: 'mention', text: '停电了' },
      { addressed: 'mention', text: '停电了' },
      { addressed: 'none', text: '中午吃什么' },
      { addressed: 'command', text: '/帮助' },
      { addressed: 'none' },
    ])
    expect(last().chat).toMatchObject({ kind: 'group', chatId: wire.room.chatId })
  })

  test.runIf(has.replies)('a reply to a letter of ours is for us, one to somebody else is not', async () => {
    const letter = letterTo(wire.room)
    await wire.seen()
    await wire.platform.send(letter)
    const id = name === 'web-chat' ? await waitForRoom(wire, letter) : letter.id
    await wire.say(wire.room, '好的', { replyTo: id })
    await wire.say(wire.room, '好的', { replyTo: 'somebody-elses' })
    expect(wire.arrivals.map(({ content }) => content)).toMatchObject([
      { addressed: 'reply', replyTo: id },
      { addressed: 'none' },
    ])
  })

  test('gives the same thing the same key, and different things different ones', async () => {
    await wire.say(wire.home, '一', { id: 'the-same-one' })
    const [first] = wire.arrivals
    await wire.say(wire.home, '一', { id: 'the-same-one' })
    await wire.say(wire.home, '一')
    const keys = wire.arrivals.map(({ idempotencyKey }) => idempotencyKey)
    expect(keys.filter((key) => key === first?.idempotencyKey).length).toBe(keys.length - 1)
    expect(new Set(keys).size).toBe(2)
  })

  test('draws choices as it says it can, and the second is the second', async () => {
    const letter = letterTo(wire.home, { choices: CHOICES })
    await wire.seen()
    expect(await wire.platform.send(letter)).toEqual({ kind: 'ok', messageIds: [letter.id] })
    const seen = await wire.seen()
    expect(seen).toContain('用工')
    expect(seen.includes('2. 用工'), 'numbered where there are no buttons').toBe(!has.buttons)
    expect(wire.platform.can.buttons).toBe(has.buttons ? 'everywhere' : 'none')
    await wire.chooseSecond(letter)
    expect(last().content).toMatchObject(
      has.buttons ? { kind: 'choice', choice: 'c-2', prompt: letter.id } : { kind: 'message', text: '2' },
    )
  })

  test.runIf(has.attaches)('takes enclosures in, lazily or stored already', async () => {
    const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])
    await wire.say(wire.home, '看图', { file: png })
    const { attachments = [], content } = last()
    const [lazy] = attachments
    if (lazy !== undefined) {
      expect(Buffer.from(await lazy.open(1_000)).equals(Buffer.from(png))).toBe(true)
      const few = await lazy.open(4).catch(() => new Uint8Array(5))
      expect(few.length, 'never much more than the limit').toBe(5)
    } else expect(JSON.stringify(content)).toContain('in.png')
  })

  test('sends files, at the least by name', async () => {
    const letter = letterTo(wire.home, { files: [FILE] })
    await wire.seen()
    expect(await wire.platform.send(letter)).toMatchObject({ kind: 'ok' })
    const seen = await wire.seen()
    expect(seen).toContain(FILE.name)
    if (name === 'stdio') expect(seen).toContain('a picture')
  })

  test('an edit stands for what it replaces where it can, and is a new message where not', async () => {
    const first = letterTo(wire.home)
    await wire.seen()
    await wire.platform.send(first)
    const edit = letterTo(wire.home, {
      text: '改过的',
      ...(wire.platform.can.edit ? { edits: first.id, editsMessageIds: [first.id] } : {}),
    })
    expect(await wire.platform.send(edit)).toMatchObject({ kind: 'ok' })
    const seen = await wire.seen()
    expect(seen).toContain('改过的')
    expect(seen.includes(`"edits":"${first.id}"`)).toBe(wire.platform.can.edit)
  })

  test('text of every kind gets there whole', async () => {
    const text = `第一行\n第二行 😀𠮷 "引号" \\n <b> ${'长'.repeat(5_000)}`
    await wire.seen()
    await wire.platform.send(letterTo(wire.home, { text }))
    const seen = (await wire.seen()).replaceAll(/\s+|\\n|\\/gu, '')
    expect(seen).toContain(text.replaceAll(/\s+|\\n|\\/gu, ''))
  })

  test('never throws: a reader who left makes a letter uncertain, and the next ones wait', async () => {
    if (wire.breaks === undefined) {
      await wire.close()
      expect(await wire.platform.send(letterTo(wire.home))).toEqual({ kind: 'account-offline' })
      wire = await open()
      return
    }
    wire.breaks()
    expect(await wire.platform.send(letterTo(wire.home))).toMatchObject({ kind: 'uncertain' })
    expect(await wire.platform.send(letterTo(wire.home))).toEqual({ kind: 'account-offline' })
  })
})

/** A room shows a letter once somebody is there; then it can be answered. */
async function waitForRoom(wire: Wire, letter: OutgoingLetter): Promise<string> {
  await until(async () => expect(await wire.seen()).toContain(letter.id))
  return letter.id
}

describe('a terminal', () => {
  test('reads what was piped in before anybody listened, to the end', async () => {
    const input = new PassThrough()
    input.end('第一句\n第二句\n')
    let typed = 0
    const arrivals: Incoming[] = []
    const output = new PassThrough()
    output.resume()
    const terminal = openTerminal({
      input,
      output,
      botNames: ['娘家'],
      as: 'bai',
      name: '白帆',
      group: undefined,
      now: () => NOON,
      newMessageId: () => `t-${++typed}`,
      colour: false,
    })
    // As long as opening the house takes: the event loop turns.
    await new Promise((resolve) => setImmediate(() => setImmediate(resolve)))
    await terminal.open(doorstepOf(arrivals))
    await terminal.finished
    expect(arrivals.map(({ content }) => (content as { text: string }).text)).toEqual(['第一句', '第二句'])
    await terminal.close()
  })
})
