import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { HttpServer } from '../../../src/adapters/http/http-server.ts'
import { importRoster } from '../../../src/features/membership/import-roster.ts'
import type { Figure } from '../../../src/features/oversight/figures/figure.ts'
import { type Chat, openChat } from '../../support/chat.ts'
import { linkTo, serveFigurePages, tellFigure } from '../../support/figure-pages.ts'
import { SMALL_COUNTY } from '../../support/small-county.ts'

const MINUTE = 60_000
const DAY = 86_400_000

let chat: Chat
let server: HttpServer
/** Of 天禾, a sealed one of 五峰, one of 青芽, for whom another leader answers. */
const filed: string[] = []
let figure: Figure

beforeAll(async () => {
  chat = await openChat({ now: '2026-03-04T09:00:00+08:00' })
  server = await serveFigurePages(chat.house)
  await file('u-he', '我们一笔流动资金贷款<b>下个月</b>到期，银行说不给续了，请帮忙协调')
  await file('u-wu', '最近执法检查太多，一周来了五拨人，生产都耽误了，请帮忙反映，千万别说是我们厂反映的')
  await file('u-lu', '茶叶货款被拖欠了八十万，对方一直不给，请帮忙协调要账')
  figure = await tellFigure(chat.house, 'jiang', '还有 2 件没办完', [
    { label: '没办完', n: 2, of: null, numbers: filed },
    { label: '融资', n: 1, of: null, numbers: filed.slice(0, 1) },
  ])
})
afterAll(async () => {
  await server.close()
  await chat.close()
})

async function file(person: string, words: string): Promise<void> {
  for (const said of [words, '确认提交']) {
    chat.as(person).says(said)
    await chat.settle()
  }
  filed.push(/2026-\d{4}/u.exec(chat.last(person)?.text ?? '')?.[0] ?? 'nothing was filed')
}

/** A browser with its cookies; it follows nothing by itself. */
function browser() {
  let cookie = ''
  const ask = async (path: string, method: string, origin = server.address.url) => {
    const answer = await fetch(`${server.address.url}${path}`, {
      method,
      redirect: 'manual',
      headers: { origin, cookie },
    })
    cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie
    return answer
  }
  return {
    get: (path: string) => ask(path, 'GET'),
    post: (path: string, origin?: string) => ask(path, 'POST', origin),
    /** Presses the button; gives the page's path. */
    async open(link: string): Promise<string> {
      const answer = await ask(link, 'POST')
      expect(answer.status).toBe(303)
      return answer.headers.get('location') ?? ''
    },
    page: async (path: string) => (await ask(path, 'GET')).text(),
  }
}

describe('the link', () => {
  it('shows a door that opens nothing by itself: chat programs look at what is linked to', async () => {
    const link = await linkTo(chat.house, figure)
    const door = await (await fetch(`${server.address.url}${link}`)).text()
    expect(door).toContain('<button>打开</button>')
    expect(door).not.toContain('没办完')
    expect(door).not.toContain('<script')
    expect((await browser().post(link)).status).toBe(303)
  })

  it('belongs to the browser whose holder pressed the button first', async () => {
    const [ours, others] = [browser(), browser()]
    const link = await linkTo(chat.house, figure)
    const page = await ours.open(link)
    expect(page, 'the secret is not kept in the address').toMatch(/^\/list\/p\/[0-9a-f]{16}$/u)
    expect(await ours.page(page)).toContain('还有 2 件没办完')
    const late = await others.post(link)
    expect(late.status).toBe(409)
    expect(await late.text()).toContain('只认那一台')
    expect((await others.get(page)).status).toBe(401)
    expect((await others.get(`${page}.xlsx`)).status).toBe(401)
    expect(await ours.open(link), 'the same browser may come again').toBe(page)
  })

  it('of two that press at once lets one in', async () => {
    const link = await linkTo(chat.house, figure)
    const pressed = await Promise.all([1, 2, 3].map(() => browser().post(link)))
    expect(pressed.map(({ status }) => status).sort()).toEqual([303, 409, 409])
  })

  it('is over after half an hour, and so is the page after it was opened', async () => {
    const [unopened, opened] = [await linkTo(chat.house, figure), await linkTo(chat.house, figure)]
    await chat.advance(29 * MINUTE)
    const reader = browser()
    const page = await reader.open(opened)
    await chat.advance(2 * MINUTE)
    expect((await browser().post(unopened)).status).toBe(410)
    expect((await reader.get(page)).status).toBe(200)
    await chat.advance(28 * MINUTE)
    expect((await reader.get(page)).status).toBe(410)
    expect((await reader.post(opened)).status).toBe(410)
  })

  it('is not pressed by another site, and no other word opens anything', async () => {
    const link = await linkTo(chat.house, figure)
    expect((await browser().post(link, 'https://elsewhere.example')).status).toBe(403)
    const guessed = `/list/${'A'.repeat(32)}`
    expect((await browser().post(guessed)).status).toBe(404)
    for (const path of ['/list', '/list/p/0123456789abcdef', '/list/p/1/2', '/list/../public'])
      expect((await browser().get(path)).status, path).toBeGreaterThanOrEqual(401)
  })
})

describe('the page', () => {
  it('has each matter as it stands now, quotes as text, and is kept nowhere', async () => {
    const reader = browser()
    const page = await reader.open(await linkTo(chat.house, figure))
    const answer = await reader.get(page)
    const text = await answer.text()
    expect(text).toContain(`<td>${filed[0]}<td>天禾农机有限公司`)
    expect(text).toContain('贷款&lt;b&gt;下个月&lt;/b&gt;到期')
    expect(text).toContain('已登记')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
  })

  it('shows a line of it alone', async () => {
    const reader = browser()
    const page = await reader.open(await linkTo(chat.house, figure))
    const text = await reader.page(`${page}/1`)
    expect(text).toContain(`明细${figure.number}-1`)
    expect(text).toContain(filed[0])
    expect(text).not.toContain(filed[1])
    expect((await reader.get(`${page}/9`)).status).toBe(403)
  })

  it('tells of a sealed one neither firm nor words', async () => {
    const reader = browser()
    const page = await reader.open(await linkTo(chat.house, figure))
    const text = await reader.page(page)
    expect(text).toContain(`<td>${filed[1]}<td>（身份封存）`)
    expect(text).not.toContain('五峰')
    expect(text).not.toContain('执法检查太多')
  })

  it('leaves out what the reader does not answer for, and says how many', async () => {
    const reader = browser()
    const page = await reader.open(await linkTo(chat.house, figure))
    const text = await reader.page(page)
    expect(text).not.toContain(filed[2])
    expect(text).not.toContain('青芽')
    expect(text).toContain('其中 1 件现在不在您的范围')
  })

  it('of a rate names those above the line and those below it', async () => {
    const rate = await tellFigure(chat.house, 'jiang', '解决率 50%（1/2）', [
      { label: '解决率', n: 1, of: 2, numbers: filed.slice(0, 2), counted: filed.slice(1, 2) },
    ])
    const reader = browser()
    const text = await reader.page(await reader.open(await linkTo(chat.house, rate)))
    const [above = '', below = ''] = text.slice(text.indexOf('计入的 1 件')).split('没有计入的 1 件')
    expect(above).toContain(filed[1])
    expect(below).toContain(filed[0])
  })
})

it('the sheet has the same rows, and a column for the line each belongs to', async () => {
  const reader = browser()
  const page = await reader.open(await linkTo(chat.house, figure))
  const answer = await reader.get(`${page}.xlsx`)
  expect(answer.headers.get('content-disposition')).toContain(encodeURIComponent(`明细${figure.number}.xlsx`))
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(await answer.arrayBuffer())
  const rows = (name: string) =>
    (book.getWorksheet(name)?.getSheetValues() ?? []).map((row) => (row as unknown[] | undefined)?.slice(1))
  expect(rows('汇总')).toContainEqual(['融资', 1, `明细${figure.number}-1`])
  const list = rows('清单').slice(3)
  expect(list.map((row) => row?.[0])).toEqual(filed.slice(0, 2))
  expect(list[0]).toEqual(expect.arrayContaining(['天禾农机有限公司', '融资', '已登记']))
  expect(JSON.stringify(list)).not.toContain('五峰')
})

it('every look is in the audit, with codes and counts alone', async () => {
  const rows = await chat.house.storage.database.auditEntry.findMany({
    where: { action: { in: ['oversight.openLink', 'oversight.openPage'] } },
    orderBy: { seq: 'desc' },
    take: 2,
  })
  expect(rows.map(({ action, actor, subject, detail }) => ({ action, actor, subject, detail }))).toEqual([
    {
      action: 'oversight.openPage',
      actor: 'jiang',
      subject: figure.id,
      detail: { line: 0, count: 2, hidden: 1, form: 'sheet' },
    },
    { action: 'oversight.openLink', actor: 'jiang', subject: figure.id, detail: {} },
  ])
})

it('whoever is no leader any more sees nothing, also on a page that is open', async () => {
  const reader = browser()
  const page = await reader.open(await linkTo(chat.house, figure))
  const people = SMALL_COUNTY.people.map((one) =>
    one.code === 'jiang' ? { ...one, roles: ['member'] } : one,
  )
  const { storage, clock } = chat.house
  const { transactions, membership: store } = storage
  const roster = { ...SMALL_COUNTY, people, responsibilities: [] }
  await importRoster(roster, { store, transactions, at: clock.now(), dryRun: false })
  const answer = await reader.get(page)
  expect(answer.status).toBe(403)
  expect(await answer.text()).not.toContain(filed[0])
})

it('a figure is forgotten after a quarter, with its links, and a younger one is kept', async () => {
  const { storage, clock } = chat.house
  await linkTo(chat.house, figure)
  const old = new Date(clock.now().getTime() - 91 * DAY)
  await storage.database.figure.update({ where: { id: figure.id }, data: { at: old } })
  const young = await tellFigure(chat.house, 'jiang', '还有 1 件没办完', figure.lines)
  // Whatever is said has the clock look at what is due next.
  chat.as('u-jiang').says('你能做什么')
  await chat.settle()
  await chat.advanceTo('2026-03-05T03:31:00+08:00')
  const left = await storage.database.figure.findMany({ select: { id: true } })
  expect(left.map(({ id }) => id)).toContain(young.id)
  expect(left.map(({ id }) => id)).not.toContain(figure.id)
  expect(await storage.database.figureLink.count({ where: { figure: figure.id } })).toBe(0)
})
