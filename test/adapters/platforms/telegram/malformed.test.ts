import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addressingByName } from '../../../../src/adapters/platforms/addressing.ts'
import { rememberAlbums } from '../../../../src/adapters/platforms/telegram/albums.ts'
import { decode } from '../../../../src/adapters/platforms/telegram/decode.ts'
import { until } from '../../../support/desk.ts'
import { openTelegramHouse } from '../../../support/telegram-house.ts'
import { BAI, HOME, ROBOT, ROOM } from '../../../support/telegram-people.ts'

const ME = { id: 7, username: 'niangjia_bot', first_name: '娘家' }
const US = { id: 7, is_bot: true, first_name: '娘家' }
const RUNS = 1_000

const message = { message_id: 5, date: 1, chat: ROOM, from: BAI, text: '@娘家 停电了' }
const file = { file_id: 'f', file_size: 9, file_name: '合同.pdf' }
const GOOD: readonly object[] = [
  { message },
  { message: { ...message, chat: HOME, text: '/start zx-1' } },
  { message: { ...message, entities: [{ type: 'mention', offset: 0, length: 3 }] } },
  { message: { ...message, text: undefined, caption: '看', photo: [file, file], media_group_id: 'a' } },
  { message: { ...message, text: undefined, document: file, reply_to_message: { message_id: 4, from: US } } },
  { message: { ...message, is_topic_message: true, message_thread_id: 3 } },
  { message: { ...message, new_chat_members: [BAI, ROBOT] } },
  { message: { ...message, migrate_to_chat_id: -1009 } },
  {
    message: {
      ...message,
      venue: { location: { latitude: 1, longitude: 2 }, title: '镇政府', address: '路' },
    },
  },
  { edited_message: { ...message, edit_date: 2 } },
  { callback_query: { id: 'q', from: BAI, data: 'yes', message } },
  {
    my_chat_member: {
      chat: ROOM,
      from: BAI,
      date: 1,
      old_chat_member: { status: 'left' },
      new_chat_member: { status: 'member' },
    },
  },
]

const wrong = fc.oneof(
  fc.constantFrom<unknown>(
    undefined,
    null,
    true,
    '',
    [],
    {},
    -1,
    0.5,
    1e308,
    2 ** 53,
    Number.NaN,
    '\u0000',
    '\ud83d',
  ),
  fc.string({ unit: 'binary', maxLength: 50 }),
  fc.string({ minLength: 5_000, maxLength: 5_000 }),
  fc.jsonValue({ maxDepth: 3 }),
  fc.bigInt({ min: 2n ** 60n, max: 2n ** 70n }).map(Number),
)

/** Every place in a value, as a path. */
function pathsIn(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path]
  return [path, ...Object.entries(value).flatMap(([key, part]) => pathsIn(part, [...path, key]))]
}
function put(value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown {
  if (key === undefined) return by
  const whole = Array.isArray(value) ? [...value] : { ...(value as object) }
  const parts = whole as Record<string, unknown>
  parts[key] = put(parts[key], rest, by)
  return whole
}

/** A good update, wrong in up to three places, or something that was never one. */
const malformed = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...GOOD).chain((good) => broken({ update_id: 1, ...good })) },
  { weight: 1, arbitrary: wrong },
)
function broken(good: object): fc.Arbitrary<unknown> {
  const place = fc.tuple(fc.constantFrom(...pathsIn(good).filter((path) => path.length > 0)), wrong)
  return fc
    .array(place, { minLength: 1, maxLength: 3 })
    .map((places) => places.reduce<unknown>((update, [path, by]) => put(update, path, by), good))
}

const decoder = () => {
  const parts = {
    account: 'telegram',
    byName: addressingByName(['娘家']),
    albums: rememberAlbums(),
    open: async () => new Uint8Array(),
    now: () => new Date(0),
  }
  return (update: unknown) => decode(update, ME, parts)
}

test('every good one is an arrival', () => {
  const read = decoder()
  for (const good of GOOD) expect(read({ update_id: 1, ...good }).kind, JSON.stringify(good)).toBe('incoming')
})

test('whatever comes is an arrival with plain numbers, nothing, or malformed', () => {
  const read = decoder()
  fc.assert(
    fc.property(malformed, (update) => {
      const decoded = read(update)
      if (decoded.kind !== 'incoming') return
      const { chat, from, messageId, idempotencyKey } = decoded.incoming
      for (const id of [chat.chatId, chat.threadId ?? '1', from.id]) expect(id).toMatch(/^-?\d{1,16}$/u)
      for (const id of [messageId, idempotencyKey])
        expect(id.isWellFormed() && !/\p{Cc}/u.test(id)).toBe(true)
    }),
    { numRuns: RUNS },
  )
})

let house: Awaited<ReturnType<typeof openTelegramHouse>>
beforeAll(async () => {
  house = await openTelegramHouse()
  await house.isOnline()
})
afterAll(() => house.close())

test('a thousand of them, by polling, keep no good one out', async () => {
  const samples = fc.sample(malformed, RUNS)
  for (const [n, update] of samples.entries()) {
    const whole =
      typeof update === 'object' && update !== null ? { ...update, update_id: 1_000 + 2 * n } : update
    // What JSON cannot say is left out by it, as it would be on the wire.
    await house.server.push(whole, JSON.stringify(whole) ?? 'null')
    if (n % 100 === 99) {
      await house.server.push({
        update_id: 1_001 + 2 * n,
        message: { ...message, chat: HOME, message_id: n, text: `第 ${n} 句` },
      })
      await until(() => expect(house.texts()).toContain(`第 ${n} 句`))
    }
  }
  expect(house.warnings.length).toBeGreaterThan(0)
  expect(house.warnings.join()).not.toMatch(/停电|白帆|合同/u)
})

test('a thousand bodies cut anywhere, by webhook, keep no good one out', async () => {
  const hooked = await openTelegramHouse({ updates: { kind: 'webhook', url: 'http://127.0.0.1:9' } })
  await hooked.isOnline()
  const secret = hooked.server.hook.secret ?? ''
  const hand = (body: string | Uint8Array<ArrayBuffer>) =>
    hooked.telegram.handle(
      new Request('http://127.0.0.1/telegram/updates', {
        method: 'POST',
        body,
        headers: { 'x-telegram-bot-api-secret-token': secret },
      }),
    )
  const bodies = fc
    .tuple(
      fc.constantFrom(...GOOD),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.uint8Array({ maxLength: 8 }),
    )
    .map(([good, share, junk]) => {
      const text = Buffer.from(JSON.stringify({ update_id: 1, ...good }))
      return Buffer.concat([text.subarray(0, Math.floor(text.length * share)), junk])
    })
  for (const body of fc.sample(bodies, RUNS))
    expect([200, 400]).toContain((await hand(new Uint8Array(body))).status)
  const good = { update_id: 2, message: { ...message, chat: HOME, message_id: 77, text: '好好说话' } }
  expect((await hand(JSON.stringify(good))).status).toBe(200)
  expect(hooked.texts()).toContain('好好说话')
  await hooked.close()
})
