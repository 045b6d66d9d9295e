import { afterAll, beforeAll, expect, it } from 'vitest'
import { type HttpServer, openHttpServer } from '../../src/adapters/http/http-server.ts'
import { openOneTimePage } from '../../src/adapters/platforms/one-time-link/one-time-page.ts'
import { openBrowser, PHONE, type TestBrowser } from '../support/browser.ts'
import { type HouseOn, openHouseOn } from '../support/house-on-platform.ts'

let browser: TestBrowser
let town: HouseOn
let server: HttpServer
beforeAll(async () => {
  browser = await openBrowser()
  town = await openHouseOn('wechat', { NIANGJIA_PUBLIC_URL: 'http://niangjia.example' })
  server = await openHttpServer({
    host: '127.0.0.1',
    port: 0,
    log: { warn: () => undefined, error: () => undefined },
  })
  const { house, clock } = town
  const page = await openOneTimePage({
    links: house.storage.oneTimeLinks,
    transactions: house.storage.transactions,
    clock,
    botName: '娘家',
    isSecure: false,
    receive: house.desk.receive,
    digest: house.storage.codec.digest,
    findFile: house.files.find,
  })
  server.mount('/once', page.handle)
})
afterAll(async () => {
  await browser.closeTabs()
  await browser.close()
  await server.close()
  await town.close()
})

it('on a phone: opened, proved in the group, read, answered, and never wider than the screen', async () => {
  const he = town.chat.in('g-machinery').as('u-he')
  await he.says('@娘家 银行续贷材料交了半个月一直不放款，帮协调一下 <b onclick=alert(1)>粗</b>')
  await town.settle()
  const path = /\/once\/[\w-]{32}/u.exec(town.chat.textsTo('g-machinery').at(-1) ?? '')?.[0]
  const tab = await browser.openTab(`${server.address.url}${path}`, PHONE)
  const isWider = () => tab.evaluate('document.documentElement.scrollWidth > window.innerWidth')
  expect(await isWider()).toBe(false)
  await tab.getByRole('button', { name: '打开' }).tap()
  const code = (await tab.locator('.code').textContent())?.split(' ')[1]
  expect(code).toMatch(/^\d{4}$/u)
  expect(new URL(tab.url()).pathname, 'the address is not kept').toBe('/once/')
  await he.says(`@娘家 ${code}`)
  await town.settle()
  const first = tab.locator('.talk li').first()
  await tab.getByText('回复序号即可').waitFor()
  expect(await first.textContent()).toContain('<b onclick=alert(1)>粗</b>')
  expect(await isWider()).toBe(false)
  await tab.reload()
  await tab.getByLabel('要说的话').fill('1')
  await tab.getByRole('button', { name: '发送' }).tap()
  await tab.locator('.talk li.you').waitFor()
  await town.settle()
  await tab.getByText('已登记').waitFor()
  expect(await tab.getByLabel('要说的话').inputValue()).toBe('')
  expect(browser.complaints).toEqual([])
})
