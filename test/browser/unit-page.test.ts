import { afterAll, beforeAll, expect, it } from 'vitest'
import type { HttpServer } from '../../src/adapters/http/http-server.ts'
import { file, openCounty, says } from '../features/appeals/journeys/county-of-units.ts'
import { openBrowser, PHONE, type TestBrowser } from '../support/browser.ts'
import type { Chat } from '../support/chat.ts'
import { serveUnitPage } from '../support/unit-page.ts'

let browser: TestBrowser
let chat: Chat
let server: HttpServer
beforeAll(async () => {
  browser = await openBrowser()
  chat = await openCounty({ environment: { NIANGJIA_PUBLIC_URL: 'http://niangjia.example' } })
  server = await serveUnitPage(chat.house, false)
})
afterAll(async () => {
  await browser.closeTabs()
  await browser.close()
  await server.close()
  await chat.close()
})

/** What somebody was told last, once everything posted by then has happened. */
async function heard(person: string): Promise<string | undefined> {
  await chat.settle()
  return chat.last(person)?.text
}

it('on a phone: opened, signed with a button, reported from a beginning, and never wider than the screen', async () => {
  await file(chat, '出口退税三个月没到账，能不能帮忙协调 <b onclick=alert(1)>粗</b>')
  await says(chat, 'u-song', '派单 0001 税务局 3天')
  await says(chat, 'u-song', '确认 0001')
  const letter = chat.to('u-song').findLast(({ text }) => text.includes('/unit/'))
  const path = /\/unit\/[\w-]{32}/u.exec(letter?.text ?? '')?.[0]
  const tab = await browser.openTab(`${server.address.url}${path}`, PHONE)
  const isWider = () => tab.evaluate('document.documentElement.scrollWidth > window.innerWidth')
  await tab.getByRole('button', { name: '打开' }).tap()
  await tab.getByRole('button', { name: '签收' }).waitFor()
  expect(new URL(tab.url()).pathname, 'the token is not kept').toMatch(/^\/unit\/p\/[0-9a-f]{16}$/u)
  expect(await tab.locator('.sheet').textContent()).toContain('<b onclick=alert(1)>粗</b>')
  expect(await isWider()).toBe(false)
  await tab.getByRole('button', { name: '签收' }).tap()
  await expect.poll(() => heard('u-song')).toContain('已签收')
  await expect.poll(() => tab.locator('.sheet').textContent()).toContain('办理中')
  await tab.reload()
  await tab.getByRole('button', { name: '报进展' }).tap()
  const field = tab.getByLabel('要说的话')
  expect(await field.inputValue()).toBe('进展：')
  await field.fill('进展：材料周五补齐')
  await tab.getByRole('button', { name: '发送' }).tap()
  await expect.poll(() => tab.locator('.talk li.you').count()).toBeGreaterThan(0)
  await chat.settle()
  await tab.getByRole('button', { name: '确认发出' }).tap()
  await expect.poll(() => heard('u-he')).toContain('税务局说：材料周五补齐')
  expect(await isWider()).toBe(false)
})
