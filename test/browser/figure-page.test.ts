import { afterAll, beforeAll, expect, it } from 'vitest'
import type { HttpServer } from '../../src/adapters/http/http-server.ts'
import { openBrowser, type TestBrowser } from '../support/browser.ts'
import { type Chat, openChat } from '../support/chat.ts'
import { serveFigurePages } from '../support/figure-pages.ts'

let browser: TestBrowser
let chat: Chat
let server: HttpServer
beforeAll(async () => {
  browser = await openBrowser()
  chat = await openChat()
  server = await serveFigurePages(chat.house)
  for (const words of ['农行的续贷一直不放款，能不能帮忙协调', '厂门口的路限高，大货车进不来，请帮忙协调']) {
    await ask('u-he', words)
    await ask('u-he', '确认提交')
  }
  await ask('u-wu', '镇里欠我们货款，能不能帮忙协调，别说是我反映的')
  await ask('u-wu', '确认提交')
})
afterAll(async () => {
  await browser.closeTabs()
  await browser.close()
  await server.close()
  await chat.close()
})

async function ask(person: string, words: string): Promise<string> {
  chat.as(person).says(words)
  await chat.settle()
  return chat.last(person)?.text ?? ''
}

/** The link as the leader got it in the chat. */
async function link(): Promise<string> {
  await ask('u-jiang', '我包的企业还有几件没办完')
  return /https?:\S+\/list\/[\w-]{32}/u.exec(await ask('u-jiang', '发个链接我在电脑上看'))?.[0] ?? 'no link'
}

const PHONE = {
  viewport: { width: 390, height: 844 },
  isMobile: true,
  hasTouch: true,
  deviceScaleFactor: 2,
  javaScriptEnabled: false,
} as const

it('a leader asks, takes the link, and reads the list on a phone without a script, never wider than the screen', async () => {
  const tab = await browser.openTab(await link(), PHONE)
  expect(await tab.locator('body').textContent(), 'nothing is shown at the door').not.toContain('没办完')
  await tab.getByRole('button', { name: '打开' }).tap()
  await tab.getByRole('heading', { name: '还有 3 件没办完' }).waitFor()
  expect(new URL(tab.url()).pathname, 'the token is not kept').toMatch(/^\/list\/p\/[0-9a-f]{16}$/u)
  expect(await tab.locator('.part tbody tr').count()).toBe(3)
  expect(await tab.locator('.part').textContent()).toContain('（身份封存）')
  expect(await tab.locator('body').textContent()).not.toContain('五峰')
  expect(await tab.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
  await tab.reload()
  expect(await tab.locator('.part tbody tr').count()).toBe(3)
  expect(browser.complaints).toEqual([])
})

it('on an office screen it is a table, it is printed on A4, and the sheet is taken along', async () => {
  const tab = await browser.openTab(await link())
  await tab.getByRole('button', { name: '打开' }).click()
  await tab.getByRole('columnheader', { name: '承办单位' }).waitFor()
  expect(await tab.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(1366)
  const downloading = tab.waitForEvent('download')
  await tab.getByRole('link', { name: '下载 Excel 表格' }).click()
  expect((await downloading).suggestedFilename()).toMatch(/^明细\d+\.xlsx$/u)
  const { PDFDocument } = await import('pdf-lib')
  const printed = await PDFDocument.load(new Uint8Array(await tab.pdf({ preferCSSPageSize: true })))
  const { width, height } = printed.getPage(0).getSize()
  expect([Math.round(width), Math.round(height)]).toEqual([842, 595])
  expect(printed.getPageCount()).toBe(1)
})
