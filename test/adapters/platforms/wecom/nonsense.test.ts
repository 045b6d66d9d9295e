import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWecomBot, ROOM, type WecomBot, WU } from '../../../support/wecom-bot.ts'

let bot: WecomBot
const failures: unknown[] = []
const note = (reason: unknown) => void failures.push(reason)
beforeAll(async () => {
  process.on('uncaughtException', note).on('unhandledRejection', note)
  bot = await openWecomBot({ pauses: { firstMs: 0 } })
  await bot.online()
})
afterAll(async () => {
  await bot.close()
  process.off('uncaughtException', note).off('unhandledRejection', note)
})

const HALF = '\ud83d'
const strange = fc.oneof(
  fc.constantFrom(
    null,
    true,
    [],
    {},
    '',
    HALF,
    '\u0000',
    'x'.repeat(300),
    -1,
    0,
    1e308,
    2 ** 60,
    [[[]]],
    { toString: 1 },
    { __proto__: null, constructor: 'x' },
    'disconnected_event',
  ),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(HALF, '\udc00', '\u0000', '\u001b', '停', 'a'), minLength: 1 }),
  fc.jsonValue(),
)

const enclosed = { url: 'http://127.0.0.1:1/x', aeskey: 'a' }
const part = { text: { content: '停电了' }, voice: { content: '停电了' }, image: enclosed, file: enclosed }
const good = (n: number) => ({
  cmd: 'aibot_msg_callback',
  headers: { req_id: `r-${n}` },
  body: {
    msgid: `wrong-${n}`,
    aibotid: 'b',
    chatid: ROOM.chatId,
    chattype: 'group',
    from: { userid: WU },
    msgtype: 'mixed',
    ...part,
    mixed: {
      msg_item: [
        { msgtype: 'text', ...part },
        { msgtype: 'image', ...part },
      ],
    },
    quote: { msgtype: 'text', ...part },
    event: { eventtype: 'enter_chat' },
  },
})
const PATHS = [
  ['cmd'],
  ['headers'],
  ['headers', 'req_id'],
  ['body'],
  ['errcode'],
  ['body', 'msgid'],
  ['body', 'chatid'],
  ['body', 'chattype'],
  ['body', 'from'],
  ['body', 'from', 'userid'],
  ['body', 'msgtype'],
  ['body', 'text'],
  ['body', 'mixed'],
  ['body', 'mixed', 'msg_item'],
  ['body', 'mixed', 'msg_item', '0'],
  ['body', 'quote'],
  ['body', 'mixed', 'msg_item', '1', 'image', 'url'],
  ['body', 'quote', 'msgtype'],
  ['body', 'quote', 'text'],
  ['body', 'text', 'content'],
  ['body', 'event'],
  ['body', 'event', 'eventtype'],
] as const

const seldom = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary })

/** Where words and numbers stand that are kept. */
const SAID = [
  ['body', 'text', 'content'],
  ['body', 'voice', 'content'],
  ['body', 'msgid'],
  ['body', 'from', 'userid'],
] as const

/** A good frame with something strange in one place, cut off somewhere, or nothing like a frame at all. */
const frame = fc
  .record({
    path: fc.oneof(fc.constantFrom(...PATHS), fc.constantFrom(...SAID)),
    value: strange,
    msgtype: fc.constantFrom('text', 'mixed', 'voice', 'file'),
    cmd: fc.constantFrom(
      'aibot_msg_callback',
      'aibot_msg_callback',
      'aibot_event_callback',
      undefined,
      'aibot_unknown',
    ),
    cutAt: seldom(fc.nat(400)),
    whole: seldom(strange),
    n: fc.nat(),
  })
  .map(({ path, value, msgtype, cmd, cutAt, whole, n }) => {
    if (whole !== undefined) return JSON.stringify(whole)
    // biome-ignore lint/suspicious/noExplicitAny: something is put where it does not belong
    const wrong: any = { ...structuredClone(good(n)), cmd }
    wrong.body.msgtype = msgtype
    const at = path.slice(0, -1).reduce((inner, key) => inner[key], wrong)
    at[path.at(-1) as string] = value
    const text = JSON.stringify(wrong)
    return cutAt === undefined ? text : text.slice(0, cutAt)
  })
  // That one is believed, as it must be: the connection is handed over.
  .filter((text) => !/"eventtype":"disconnected_event"/u.test(text))

test('a thousand frames that no good server would send change nothing: the next good message is handed in', async () => {
  let good = 0
  await fc.assert(
    fc.asyncProperty(fc.array(frame, { minLength: 10, maxLength: 10 }), async (frames) => {
      for (const text of frames) bot.server.raw(text)
      const words = `第${++good}条好消息`
      bot.server.message({ from: WU, msgtype: 'text', text: { content: words } })
      await expect
        .poll(() => bot.arrivals.map(({ content }) => content), { interval: 5 })
        .toContainEqual({ kind: 'message', text: words, addressed: 'private' })
    }),
    { numRuns: 100 },
  )
  expect(failures).toEqual([])
  expect(bot.server.subscriptions, 'on the same connection').toBe(1)
  for (const { idempotencyKey, from, chat, content } of bot.arrivals) {
    const said = content.kind === 'message' ? [content.text, content.quote ?? ''] : []
    expect([idempotencyKey, from.id, chat.chatId]).not.toContain('')
    const words = [idempotencyKey, from.id, chat.chatId, ...said]
    expect(words.every((text) => text.isWellFormed() && !text.includes('\u0000'))).toBe(true)
  }
  expect(
    bot.warnings.every(({ what }) => what.includes('could not be read') || what.includes('BOT_NAME')),
  ).toBe(true)
  expect(bot.warnings.length).toBeLessThan(10)
})

test.each([
  ['half a character', [0x81, 0x03, 0xf0, 0x9f, 0x98]],
  ['a reserved bit', [0xf1, 0x00]],
  ['a masked frame', [0x81, 0x81, 0, 0, 0, 0, 0x61]],
  ['a length beyond all measure', [0x81, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]],
  ['more than we take', [0x81, 0x7f, 0, 0, 0, 0, 0x10, 0, 0, 0]],
])('%s on the wire ends the connection, not the process, and the next one is good', async (_, bytes) => {
  const { subscriptions } = bot.server
  bot.server.bytes(Buffer.from(bytes))
  await bot.isState('connecting')
  bot.pass(120)
  await expect.poll(() => bot.server.subscriptions).toBe(subscriptions + 1)
  await bot.isState('online')
  const before = bot.arrivals.length
  bot.server.message({ from: WU, msgtype: 'text', text: { content: '还在吗' } })
  await bot.hasArrived(before + 1)
  expect(failures).toEqual([])
})
