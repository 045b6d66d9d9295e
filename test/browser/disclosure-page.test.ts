import { afterAll, beforeAll, expect, it } from 'vitest'
import type { HttpServer } from '../../src/adapters/http/http-server.ts'
import { openBrowser, type TestBrowser } from '../support/browser.ts'
import { type Chat, openChat } from '../support/chat.ts'
import { disclose } from '../support/disclosed.ts'
import { servePublicPages } from '../support/public-pages.ts'

let browser: TestBrowser
let chat: Chat
let server: HttpServer
beforeAll(async () => {
  browser = await openBrowser()
  chat = await openChat()
  await disclose(chat.house, 5_000)
  server = await servePublicPages(chat.house)
})
afterAll(async () => {
  await browser.closeTabs()
  await browser.close()
  await server.close()
  await chat.close()
})

const PHONE = {
  viewport: { width: 390, height: 844 },
  isMobile: true,
  hasTouch: true,
  deviceScaleFactor: 2,
  javaScriptEnabled: false,
} as const

it('is read on a phone without a script, five thousand rows long, and never wider than the screen', async () => {
  const tab = await browser.openTab(`${server.address.url}/public/drives/1`, PHONE)
  expect(await tab.locator('h1').textContent()).toContain('抗旱救灾捐赠公示（第1期）')
  expect(await tab.locator('.sums').textContent()).toContain('5000 笔，其中匿名 714 笔')
  expect(await tab.locator('table.part tbody tr').count()).toBe(5_000)
  expect(await tab.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
  const longest = await tab.locator('td', { hasText: '农产品加工有限责任公司' }).first().boundingBox()
  expect((longest?.x ?? 0) + (longest?.width ?? 999)).toBeLessThanOrEqual(390)
  await tab.locator('table.sum').scrollIntoViewIfNeeded()
  expect(await tab.locator('table.sum').isVisible()).toBe(true)
  expect(browser.complaints).toEqual([])
})

it('is printed whole, on as many sheets as the rows need, with the headings on them', async () => {
  const tab = await browser.openTab(`${server.address.url}/public/drives/1`)
  const pdf = await tab.pdf({ preferCSSPageSize: true })
  const { PDFDocument } = await import('pdf-lib')
  const printed = await PDFDocument.load(new Uint8Array(pdf))
  const { width, height } = printed.getPage(0).getSize()
  expect([Math.round(width), Math.round(height)]).toEqual([595, 842])
  // Some forty rows on a sheet of A4: fewer sheets would mean that rows are missing.
  expect(printed.getPageCount()).toBeGreaterThan(80)
})

it('is asked for again without being sent again', async () => {
  const address = `${server.address.url}/public/drives/1`
  const first = await fetch(address)
  const mark = first.headers.get('etag') ?? ''
  expect((await first.text()).length).toBeGreaterThan(100_000)
  const again = await fetch(address, { headers: { 'if-none-match': mark } })
  expect(again.status).toBe(304)
  await chat.house.storage.transactions.inOne(chat.house.clock.now(), async (work) => {
    const [name] = await chat.house.storage.disclosures.listNames('drive:1', work)
    await chat.house.storage.disclosures.dropNames([name?.digest ?? ''], work)
  })
  expect((await fetch(address, { headers: { 'if-none-match': mark } })).status).toBe(200)
})
