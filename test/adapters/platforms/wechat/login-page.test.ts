import { afterEach, beforeEach, expect, test } from 'vitest'
import { until } from '../../../support/desk.ts'
import { OURS, openWechatTown, type WechatTown } from '../../../support/wechat-town.ts'

const CODE = 'https://login.weixin.qq.com/l/the-code'

let town: WechatTown
let address: string
beforeEach(async () => {
  town = await openWechatTown()
  await town.open({ receive: async () => 'stored', report: () => undefined })
  town.mocker.scan(CODE)
  await until(() => expect(town.printed).toHaveLength(1))
  address = /http:\S+/u.exec(town.printed[0] ?? '')?.[0] ?? ''
})
afterEach(() => town.close())

const get = (url: string, init?: RequestInit) => town.wechat.handle(new Request(url, init))
const read = async (url: string) => (await get(url)).text()

test('the terminal shows the code and the page’s whole address, once for each code', async () => {
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:8787\/operator\/wechat\?key=[\w-]{32}$/u)
  expect(town.printed[0]).toMatch(/[▀▄█]/u)
  town.mocker.scan(CODE)
  town.mocker.scan('https://login.weixin.qq.com/l/another')
  await until(() => expect(town.printed).toHaveLength(2))
})

test('the page shows the code to whoever has the key, and keeps nothing', async () => {
  const answer = await get(address)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
  const page = await answer.text()
  expect(page).toContain('data:image/svg+xml;base64,')
  expect(page).toContain('http-equiv="refresh"')
  expect(page).not.toMatch(/<script/iu)
  expect((await get(address, { method: 'HEAD' })).status).toBe(200)
})

test.each([
  ['no key', (url: string) => url.replace(/\?.*/u, '')],
  ['an empty key', (url: string) => url.replace(/key=.*/u, 'key=')],
  ['another key', (url: string) => `${url.slice(0, -1)}${url.endsWith('A') ? 'B' : 'A'}`],
  ['a longer key', (url: string) => `${url}A`],
  ['two keys', (url: string) => `${url}&key=x`],
])('with %s there is no page', async (_what, change) => {
  const answer = await get(change(address))
  expect(answer.status).toBe(404)
  expect(await answer.text()).not.toContain('svg')
})

test('nothing can be posted to it', async () => {
  expect((await get(address, { method: 'POST' })).status).toBe(405)
})

test('it follows the login, and escapes what people call themselves', async () => {
  town.puppet.emit('scan', { qrcode: CODE, status: 3 })
  expect(await read(address)).toContain('请在手机上点“登录”')
  Object.assign(town.mocker.contactPayload(OURS), { name: '<b>娘家</b>' })
  await town.logIn({ scan: false })
  await until(async () => expect(await read(address)).toContain('&lt;b&gt;娘家'))
  expect(await read(address)).not.toContain('refresh')
  await town.logOut()
  expect(await read(address)).toContain('正在连接')
  await town.wechat.close()
  expect(await read(address)).toContain('没有在使用')
})

test('another process has another key', async () => {
  const other = await openWechatTown()
  expect((await other.wechat.handle(new Request(address))).status).toBe(404)
  await other.close()
})
