import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTelegram } from '../../../../src/adapters/platforms/telegram/telegram.platform.ts'
import type { Incoming } from '../../../../src/inbox/arrival.ts'
import { until } from '../../../support/desk.ts'
import { chatOf, NINE } from '../../../support/telegram-house.ts'
import { BAI, HOME } from '../../../support/telegram-people.ts'
import { HASTE } from '../../../support/telegram-wire.ts'
import { CHOICES, doorstepOf, letterTo } from '../../../support/wires.ts'

/** Another emulator by other people: what was understood of the Bot API from one must hold against the other. */
const TelegramServer = createRequire(import.meta.url)('telegram-test-api')

const TOKEN = '4200000042:AA_second_opinion_canary_token'
// biome-ignore lint/suspicious/noExplicitAny: the emulator's types are those of another library
let server: any
// biome-ignore lint/suspicious/noExplicitAny: as above
let client: any
let telegram: ReturnType<typeof openTelegram>
let arrivals: Incoming[]

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  return typeof address === 'object' && address !== null ? address.port : 0
}

beforeEach(async () => {
  const port = await freePort()
  server = new TelegramServer({ port, host: '127.0.0.1' })
  await server.start()
  client = server.getClient(TOKEN, {
    userId: BAI.id,
    chatId: HOME.id,
    firstName: BAI.first_name,
    type: 'private',
  })
  arrivals = []
  telegram = openTelegram({
    account: 'telegram',
    token: TOKEN,
    apiRoot: `http://127.0.0.1:${port}`,
    updates: { kind: 'polling' },
    botNames: ['娘家'],
    now: () => NINE,
    log: { warn: () => undefined },
    readFile: async () => undefined,
    pauses: HASTE,
  })
  await telegram.open(doorstepOf(arrivals))
})
afterEach(async () => {
  await telegram.close()
  await server.stop()
})

test('words, a command and a button go to and fro', async () => {
  await client.sendMessage(client.makeMessage('我们厂停电了'))
  await until(() => expect(arrivals).toHaveLength(1))
  await client.sendCommand(client.makeCommand('/start zx-1'))
  await until(() => expect(arrivals).toHaveLength(2))
  expect(arrivals.map(({ content }) => content)).toEqual([
    { kind: 'message', text: '我们厂停电了', addressed: 'private' },
    { kind: 'start', payload: 'zx-1' },
  ])

  const sent = await telegram.send(letterTo(chatOf(HOME), { choices: CHOICES }))
  expect(sent).toMatchObject({ kind: 'ok' })
  const [prompt] = sent.kind === 'ok' ? sent.messageIds : []
  const { result } = await client.getUpdates()
  const keyboard = JSON.parse(JSON.stringify(result[0].message.reply_markup)).inline_keyboard
  expect(keyboard.flat().map(({ text }: { text: string }) => text)).toEqual(['融资', '用工'])

  await client.sendCallback(
    client.makeCallbackQuery('c-2', { message: { message_id: Number(prompt), text: '请核对' } }),
  )
  await until(() => expect(arrivals).toHaveLength(3))
  expect(arrivals[2]?.content).toEqual({ kind: 'choice', choice: 'c-2', prompt })
})

test('an edit replaces what stood there', async () => {
  const sent = await telegram.send(letterTo(chatOf(HOME)))
  const editsMessageIds = sent.kind === 'ok' ? sent.messageIds : []
  await telegram.send(letterTo(chatOf(HOME), { text: '已登记', edits: 'out-1', editsMessageIds }))
  const history = await client.getUpdatesHistory()
  expect(history.map(({ message }: { message: { text: string } }) => message.text)).toEqual(['已登记'])
})
