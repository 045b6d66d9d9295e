import { readSheet } from 'read-excel-file/universal'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { HttpServer } from '../../../src/adapters/http/http-server.ts'
import { csvOf } from '../../../src/adapters/spreadsheets/sheet-csv.ts'
import { writeSheets } from '../../../src/adapters/spreadsheets/write-sheets.ts'
import { runCommandLine } from '../../../src/commands/run-command-line.ts'
import type { Sheet } from '../../../src/features/donations/disclosure/sheets.ts'
import { verifyChain } from '../../../src/features/donations/disclosure/verify-chain.ts'
import { run } from '../../commands/on-house.ts'
import { type Chat, openChat } from '../../support/chat.ts'
import { disclose } from '../../support/disclosed.ts'
import { servePublicPages } from '../../support/public-pages.ts'

let chat: Chat
let server: HttpServer
let digest: string
beforeAll(async () => {
  chat = await openChat()
  digest = await disclose(chat.house, 230)
  server = await servePublicPages(chat.house)
})
afterAll(async () => {
  await server.close()
  await chat.close()
})

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${server.address.url}/public${path}`, { headers })

it('shows the newest edition, each by its number, and an index of drives', async () => {
  const index = await (await get('')).text()
  expect(index).toContain('<a href="/public/drives/1">抗旱救灾</a>')
  for (const path of ['/drives/1', '/drives/1/', '/drives/1/1']) {
    const page = await get(path)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain(digest)
  }
  for (const path of [
    '/drives/2',
    '/drives/1/2',
    '/drives/x',
    '/drives/1/1.pdf',
    '/../chat',
    '/drives/1/chain',
  ])
    expect([path, (await get(path)).status]).toEqual([path, 404])
  expect((await fetch(`${server.address.url}/public/drives/1`, { method: 'POST' })).status).not.toBe(200)
})

it('lets nothing in but its own style, keeps out of search engines, and may be kept by whoever asks again', async () => {
  const page = await get('/drives/1')
  const policy = page.headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toContain('unsafe-inline')
  expect(page.headers.get('x-robots-tag')).toContain('noindex')
  expect(page.headers.get('cache-control')).toBe('public, no-cache')
  expect(await page.text()).not.toContain('<script')
  const mark = page.headers.get('etag') ?? ''
  expect((await get('/drives/1', { 'if-none-match': `"other", ${mark}` })).status).toBe(304)
  const csv = await get('/drives/1/1.csv', { 'if-none-match': mark })
  expect(csv.status).toBe(200)
})

it('sends a page anew after the house was opened anew, which may draw it otherwise', async () => {
  const mark = (await get('/drives/1')).headers.get('etag') ?? ''
  const again = await servePublicPages(chat.house)
  const page = await fetch(`${again.address.url}/public/drives/1`, { headers: { 'if-none-match': mark } })
  await again.close()
  expect(page.status).toBe(200)
})

it('gives the whole chain away, and it holds', async () => {
  const chain = (await (await get('/drives/1/chain.json')).json()) as never
  expect(verifyChain(chain, [{ edition: 1, digest: digest.slice(0, 12) }])).toMatchObject({
    ok: true,
    anonymous: 32,
    shown: 198,
  })
})

it('is checked by anybody with one command, from the page or a downloaded file', async () => {
  const verify = (...words: string[]) => run(() => runCommandLine(['drives', 'verify', ...words]))
  const page = `${server.address.url}/public/drives/1`
  const whole = await verify(page, '--known', `1:${digest.slice(0, 4)} ${digest.slice(4, 12)}`)
  expect(whole.code).toBe(0)
  expect(whole.out).toContain(digest)
  expect((await verify(page, '--known', `1:${'0'.repeat(12)}`)).code).toBe(1)
  expect((await verify(`${server.address.url}/public/drives/7`)).code).toBe(1)
  expect((await verify(page, '--known', 'x')).code).toBe(2)
})

it('says the same as a workbook and as CSV, the sums included', async () => {
  const bytes = await (await get('/drives/1/1.xlsx')).arrayBuffer()
  const rows = await readSheet(bytes)
  expect(rows).toHaveLength(2 + 230 + 1)
  const money = rows.slice(2, -1).map((row) => Math.round(Number(row[3] ?? 0) * 100))
  expect(money.reduce((all, fen) => all + fen, 0)).toBe(Math.round(Number(rows.at(-1)?.[3]) * 100))
  const csv = await (await get('/drives/1/1.csv')).text()
  expect(csv.trim().split('\r\n')).toHaveLength(1 + 230 + 1)
  expect(csv).toContain('匿名')
})

it('a name that looks like a formula stays a name', async () => {
  const names = [
    '=HYPERLINK("http://x.cn","点我")',
    '+1',
    '-2+3',
    '@SUM(A1)',
    '\t=1',
    '＝1',
    '张"三",李四',
    'a\r\nb',
  ]
  const sheet: Sheet = {
    name: '名单',
    title: '=1+1',
    columns: [
      { heading: '捐赠者', width: 10 },
      { heading: '资金（元）', width: 10 },
    ],
    rows: names.map((text) => [
      { kind: 'text', text },
      { kind: 'fen', fen: 101 },
    ]),
    foot: [],
  }
  const lines = new TextDecoder('utf-8', { ignoreBOM: true }).decode(csvOf(sheet))
  expect(lines.startsWith('\uFEFF')).toBe(true)
  for (const cell of lines.slice(1).split(/,|\r\n/u)) expect(cell).not.toMatch(/^"?\s*[=+\-@＝]/u)
  expect(lines).toContain('"张""三"",李四",1.01')
  const read = await readSheet((await writeSheets([sheet])).slice().buffer)
  expect(read.slice(2).map(([name]) => name)).toEqual(
    names.map((name) => expect.stringContaining(name.trim().slice(0, 3))),
  )
  expect(read[2]?.[1]).toBe(1.01)
})
