import { request as ask, createServer } from 'node:http'
import { type AddressInfo, connect, createServer as createRawServer } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { canUseProxy } from '../../../../src/adapters/platforms/telegram/transport.ts'
import { until } from '../../../support/desk.ts'
import { chatOf, openTelegramHouse } from '../../../support/telegram-house.ts'
import { HOME } from '../../../support/telegram-people.ts'
import { letterTo } from '../../../support/wires.ts'

/** What the proxy was asked for: a whole address, or for https a host alone, and who asked. */
const asked: { readonly how: string; readonly to: string; readonly as: string | undefined }[] = []
/** Stands where the Bot API would be, and sees what comes first. */
const heard: Buffer[] = []
const raw = createRawServer((socket) => {
  socket.on('error', () => undefined)
  socket.once('data', (chunk) => {
    heard.push(chunk)
    socket.destroy()
  })
})
const proxy = createServer((request, response) => {
  asked.push({ how: 'plain', to: request.url ?? '', as: request.headers['proxy-authorization'] })
  const onward = ask(request.url ?? '', { method: request.method, headers: request.headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 0, answer.headers)
    answer.pipe(response)
  })
  onward.on('error', () => response.destroy())
  response.on('close', () => onward.destroy())
  request.pipe(onward)
})
proxy.on('connect', (request, socket) => {
  asked.push({ how: 'connect', to: request.url ?? '', as: request.headers['proxy-authorization'] })
  const onward = connect((raw.address() as AddressInfo).port, '127.0.0.1', () => {
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
    onward.pipe(socket)
    socket.pipe(onward)
  })
  onward.on('error', () => socket.destroy())
  socket.on('error', () => onward.destroy())
})
let url: string
beforeEach(async () => {
  asked.length = 0
  await Promise.all([proxy, raw].map((one) => new Promise<void>((go) => one.listen(0, '127.0.0.1', go))))
  url = `http://zhang:mima@127.0.0.1:${(proxy.address() as AddressInfo).port}`
})
afterEach(async () => {
  proxy.closeAllConnections()
  await Promise.all([proxy, raw].map((one) => new Promise((gone) => one.close(gone))))
})
const ZHANG = `Basic ${Buffer.from('zhang:mima').toString('base64')}`

test('a Bot API server without TLS is reached through the proxy, both ways', async () => {
  const house = await openTelegramHouse({ proxy: url })
  await house.isOnline()
  await house.town.say(HOME, '通了')
  await until(() => expect(house.texts()).toEqual(['通了']))
  expect(await house.telegram.send(letterTo(chatOf(HOME)))).toMatchObject({ kind: 'ok' })
  expect(asked.length).toBeGreaterThan(3)
  for (const { how, to, as } of asked) {
    expect(how).toBe('plain')
    expect(to.startsWith(house.server.url)).toBe(true)
    expect(as).toBe(ZHANG)
  }
  await house.close()
})

test('Telegram itself is reached by CONNECT: the proxy learns the host and nothing more, and TLS goes through', async () => {
  const house = await openTelegramHouse({ proxy: url, apiRoot: 'https://api.telegram.invalid' })
  await until(() => expect(house.reports.at(-1)?.state).toBe('offline'))
  expect(await house.telegram.send(letterTo(chatOf(HOME)))).toMatchObject({ kind: 'transient' })
  expect(new Set(asked.map(({ how, to, as }) => `${how} ${to} ${as}`))).toEqual(
    new Set([`connect api.telegram.invalid:443 ${ZHANG}`]),
  )
  // A TLS handshake begins with 22.
  for (const first of heard) expect(first[0]).toBe(22)
  expect(heard.length).toBeGreaterThan(0)
  await house.close()
})

test('a proxy that is not there is told as a server that cannot be reached, and letters wait', async () => {
  const house = await openTelegramHouse({ proxy: 'http://127.0.0.1:9' })
  await until(() => expect(house.reports.at(-1)?.detail).toContain('TELEGRAM_PROXY'))
  expect(await house.telegram.send(letterTo(chatOf(HOME)))).toMatchObject({ kind: 'transient' })
  await house.close()
})

test('an older Node, whose agents know no proxy, is refused one', () => {
  expect(['22.18.0', '24.4.1', '24.5.0', '25.0.0'].map((version) => canUseProxy(version))).toEqual([
    false,
    false,
    true,
    true,
  ])
})
