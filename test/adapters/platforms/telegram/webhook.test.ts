import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { isSecret, webhookSecret } from '../../../../src/adapters/platforms/telegram/webhook-secret.ts'
import { until } from '../../../support/desk.ts'
import { NINE, openTelegramHouse } from '../../../support/telegram-house.ts'
import { HOME } from '../../../support/telegram-people.ts'
import { refusal } from '../../../support/telegram-server.ts'

type House = Awaited<ReturnType<typeof openTelegramHouse>>

let house: House
let door: Server
let url: string
beforeEach(async () => {
  door = createServer((incoming, outgoing) => {
    const request = new Request(`http://127.0.0.1${incoming.url}`, {
      method: incoming.method ?? 'GET',
      headers: incoming.headers as Record<string, string>,
      ...(incoming.method === 'POST' ? { body: Readable.toWeb(incoming) as never, duplex: 'half' } : {}),
    } as RequestInit)
    house.telegram.handle(request).then(
      ({ status }) => outgoing.writeHead(status, { connection: 'close' }).end(),
      () => outgoing.destroy(),
    )
  })
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(door.address() as AddressInfo).port}`
})
afterEach(async () => {
  await house.close()
  door.close()
  door.closeAllConnections()
})
const open = async (given: Parameters<typeof openTelegramHouse>[0] = {}) => {
  house = await openTelegramHouse({ updates: { kind: 'webhook', url: `${url}/` }, ...given })
}
const secret = () => webhookSecret(house.server.token)
const post = (body: string, headers: Record<string, string> = {}, path = '/telegram/updates') =>
  fetch(`${url}${path}`, { method: 'POST', body, headers }).then(({ status }) => status)
const shown = (value = secret()) => ({ 'x-telegram-bot-api-secret-token': value })

describe('updates that Telegram hands in', () => {
  test('are stored before they are acknowledged, under the same keys as by polling', async () => {
    await open()
    await house.isOnline()
    const one = await house.town.say(HOME, '停电了')
    expect(house.texts()).toEqual(['停电了'])
    expect(house.arrivals[0]?.idempotencyKey).toBe(`message:${HOME.id}:${one.message.message_id}`)
    expect(house.server.polls()).toBe(0)
  })

  test('come under an address of ours with a secret that gives nothing of the token away', async () => {
    await open()
    await house.isOnline()
    const [set] = house.server.callsOf('setWebhook')
    expect(set?.payload).toEqual({
      url: `${url}/telegram/updates`,
      secret_token: secret(),
      allowed_updates: ['message', 'edited_message', 'callback_query', 'my_chat_member'],
    })
    expect(secret()).toMatch(/^[0-9a-f]{64}$/u)
    expect(webhookSecret('another')).not.toBe(secret())
  })

  test('that could not be stored are asked for again', async () => {
    let refusals = 1
    await open({
      doorstep: {
        async receive() {
          if (refusals-- > 0) throw new Error('away')
          return 'stored'
        },
      },
    })
    await house.isOnline()
    const update = house.town.update({ ...BAI_AGAIN }, HOME, { text: '好' })
    expect(await house.server.push(update)).toBe(503)
    expect(await house.server.push(update)).toBe(200)
  })

  test('wait with Telegram while nobody listens here', async () => {
    await open()
    await house.isOnline()
    await house.telegram.close()
    expect(await post('{"update_id":1}', shown())).toBe(503)
    await house.telegram.open(house.doorstep)
    await until(async () => expect(await post('{"update_id":1}', shown())).toBe(200))
  })

  test('are taken from nobody else', async () => {
    await open()
    await house.isOnline()
    const good = JSON.stringify(house.town.update(BAI_AGAIN, HOME, { text: '好' }))
    expect(await post(good)).toBe(401)
    expect(await post(good, shown(''))).toBe(401)
    expect(await post(good, shown(secret().slice(0, -1)))).toBe(401)
    expect(await post(good, shown(house.server.token))).toBe(401)
    expect(await post(good, shown(), '/telegram/other')).toBe(404)
    expect((await fetch(`${url}/telegram/updates`)).status).toBe(405)
    expect(house.arrivals).toEqual([])
    expect(await post(good, shown())).toBe(200)
    expect(house.texts()).toEqual(['好'])
  })

  test('that are none are refused or passed over, and the next good one is taken', async () => {
    await open()
    await house.isOnline()
    expect(await post('{"update_id":1,"mess', shown())).toBe(400)
    expect(await post(`"${'长'.repeat(400_000)}"`, shown())).toBe(413)
    for (const text of ['null', '[]', '7', '{}', '{"update_id":"1"}', '{"update_id":1e400}'])
      expect(await post(text, shown()), text).toBe(200)
    await house.town.say(HOME, '还在')
    expect(house.texts()).toEqual(['还在'])
  })
})

describe('the webhook itself', () => {
  test('is set again where somebody took it off', async () => {
    await open()
    await house.isOnline()
    delete house.server.hook.url
    await until(() => expect(house.server.hook.url).toBe(`${url}/telegram/updates`))
  })

  test('that Telegram does not take is told with what to do, and tried again', async () => {
    await open({ closed: true })
    house.server.arm(
      refusal(400, 'Bad Request: bad webhook: HTTPS url must be provided for webhook'),
      /^setWebhook$/u,
    )
    await house.telegram.open(house.doorstep)
    await until(() => expect(house.reports.at(-1)?.state).toBe('online'))
    expect(house.reports.find(({ state }) => state === 'restricted')?.detail).toContain('NIANGJIA_PUBLIC_URL')
  })

  test('that Telegram cannot reach is told, and that it is over', async () => {
    await open()
    await house.isOnline()
    const info = (more: object) => ({
      kind: 'answer' as const,
      status: 200,
      body: { ok: true, result: { url: `${url}/telegram/updates`, pending_update_count: 12, ...more } },
    })
    house.server.arm(info({ last_error_date: NINE.getTime() / 1_000 }), /^getWebhookInfo$/u)
    await until(() =>
      expect(house.reports.find(({ state }) => state === 'restricted')?.detail).toContain('12 条消息'),
    )
    await house.isOnline()
  })
})

test('a secret is the same in every letter or none', () => {
  expect(isSecret('abc', 'abc')).toBe(true)
  for (const wrong of [null, '', 'ab', 'abcd', 'abC']) expect(isSecret(wrong, 'abc')).toBe(false)
})

const BAI_AGAIN = { id: HOME.id, is_bot: false, first_name: '白帆' }
