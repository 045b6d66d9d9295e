import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type HttpServer, openHttpServer } from '../../../../src/adapters/http/http-server.ts'
import { openOneTimePage } from '../../../../src/adapters/platforms/one-time-link/one-time-page.ts'
import { until } from '../../../support/desk.ts'
import { type HouseOn, openHouseOn } from '../../../support/house-on-platform.ts'

const CANARY = '<img src=x onerror=alert(1)>'
const QUIET = { warn: () => undefined, error: () => undefined }
const MATTER = '银行续贷材料交了半个月一直不放款，帮协调一下'

let town: HouseOn
let server: HttpServer
/** Somebody new in every test, whom the platform lets us not write to. */
let who = ''
let count = 0

beforeEach(() => {
  who = `u-${++count}`
})
beforeAll(async () => {
  town = await openHouseOn('wechat', { NIANGJIA_PUBLIC_URL: 'https://niangjia.example' })
  server = await openHttpServer({
    host: '127.0.0.1',
    port: 0,
    log: { warn: () => undefined, error: () => undefined },
  })
  await mountPage(town, server)
})
afterAll(async () => {
  await server.close()
  await town.close()
})

async function mountPage({ house, clock }: HouseOn, on: HttpServer): Promise<void> {
  const page = await openOneTimePage({
    links: house.storage.oneTimeLinks,
    transactions: house.storage.transactions,
    clock,
    botName: '娘家',
    isSecure: true,
    receive: house.desk.receive,
    digest: house.storage.codec.digest,
    findFile: house.files.find,
  })
  on.mount('/once', page.handle)
}

interface State {
  readonly code?: string
  readonly entries?: readonly { readonly text: string; readonly by: string }[]
}

/** A browser with its cookies. */
function browser(at = server) {
  let cookie = ''
  const headers = () => ({ origin: at.address.url, ...(cookie === '' ? {} : { cookie }) })
  return {
    get: (path: string) => fetch(`${at.address.url}/once/${path}`, { headers: headers() }),
    async post(path: string, body: unknown): Promise<Response> {
      const answer = await fetch(`${at.address.url}/once/api/${path}`, {
        method: 'POST',
        headers: { ...headers(), 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie
      return answer
    },
    async state(): Promise<State> {
      return (await this.get('api/state')).json() as Promise<State>
    },
    cookie: () => cookie,
  }
}
type Browser = ReturnType<typeof browser>

const inGroup = (person: string) => town.chat.in('g-machinery').as(person)
const tokenIn = (text: string | undefined) => /\/once\/([\w-]{32})/u.exec(text ?? '')?.[1] as string

/** Somebody who cannot be written to speaks in the group and is given a link. */
async function linkFor(person = who, words = MATTER): Promise<string> {
  await inGroup(person).says(`@娘家 ${words}`)
  await town.settle()
  return tokenIn(town.chat.textsTo('g-machinery').at(-1))
}

async function opened(token: string): Promise<Browser> {
  const one = browser()
  expect((await one.post('open', { token })).status).toBe(200)
  return one
}

async function proved(person = who, words = MATTER): Promise<Browser> {
  const one = await opened(await linkFor(person, words))
  await inGroup(person).says(`@娘家 ${(await one.state()).code}`)
  await town.settle()
  return one
}

test('somebody whom nobody can write to takes their matter to its end on the page', async () => {
  const token = await linkFor()
  expect(town.chat.textsTo('g-machinery').at(-1)).toBe(
    `收到，细节请点这里查看（只给您本人，一小时内有效）：https://niangjia.example/once/${token}`,
  )
  const one = await opened(token)
  const { code } = await one.state()
  expect(code).toMatch(/^\d{4}$/u)
  await inGroup(who).says(`@娘家 ${code}`)
  await town.settle()
  expect(town.chat.textsTo('g-machinery').at(-1)).toContain('网页已经打开')

  const { entries: [readBack] = [] } = await one.state()
  expect(readBack?.text).toContain('续贷')
  await town.pass(1_000)
  expect((await one.post('say', { id: 'said-0001', text: '确认' })).status).toBe(200)
  await town.settle()
  const { entries = [] } = await one.state()
  expect(entries.map(({ by }) => by)).toEqual(['us', 'you', 'us'])
  expect(entries.at(-1)?.text).toMatch(/2026-\d{4}/u)
  expect(town.chat.textsTo('g-machinery').at(-1)).toMatch(/已登记，编号 2026-\d{4}/u)
  expect(
    town.chat.tried.some(({ to }) => to.chatId === who),
    'the platform was never asked',
  ).toBe(false)
  const left = await town.read(`SELECT FROM "Letter" WHERE "chat"->>'chatId' = $1 AND "state" <> 'sent'`, who)
  expect(left).toEqual([])
})

describe('nobody else sees it', () => {
  test('a chat program that fetches the address uses nothing up, and learns nothing', async () => {
    const token = await linkFor()
    const fetched = await browser().get(token)
    expect(fetched.status).toBe(200)
    expect(fetched.headers.get('set-cookie')).toBeNull()
    const unknown = await browser().get('A'.repeat(32))
    expect(await unknown.text(), 'the same page for every address').toBe(await fetched.text())
    expect((await browser().post('open', { token })).status).toBe(200)
  })

  test('a second browser is refused, and so is the link posted once more without the cookie', async () => {
    const token = await linkFor()
    const first = await opened(token)
    const second = browser()
    const answer = await second.post('open', { token })
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('已经在别的手机')
    expect(second.cookie()).toBe('')
    expect((await first.post('open', { token })).status, 'the first may come again').toBe(200)
    expect((await first.state()).code).toMatch(/^\d{4}$/u)
  })

  test('before the proof it shows a number and nothing of the matter, and takes nothing', async () => {
    const one = await opened(await linkFor())
    expect(Object.keys(await one.state())).toEqual(['code', 'bot'])
    expect((await one.post('say', { id: 'said-0001', text: '确认' })).status).toBe(403)
    expect((await one.get(`api/files/${'a'.repeat(64)}`)).status).toBe(403)
  })

  test('another person who says the number proves nothing, nor does the person in another group', async () => {
    const one = await opened(await linkFor())
    const { code } = await one.state()
    await inGroup(`${who}-b`).says(`@娘家 ${code}`)
    await town.chat.in('g-tea').as(who).says(`@娘家 ${code}`)
    await inGroup(who).says(`${code}`)
    await town.settle()
    expect((await one.state()).code, 'said to nobody, by another, elsewhere').toBe(code)
  })

  test('a wrong number proves nothing and makes another one', async () => {
    const one = await opened(await linkFor())
    const { code } = await one.state()
    await inGroup(who).says(`@娘家 ${code === '1234' ? '4321' : '1234'}`)
    await town.settle()
    expect(town.chat.textsTo('g-machinery').at(-1)).toContain('不一样')
    const after = (await one.state()).code
    expect(after).toMatch(/^\d{4}$/u)
    await inGroup(who).says(`@娘家 ${code}`)
    await town.settle()
    if (after !== code) expect((await one.state()).entries).toBeUndefined()
  })

  test('two people at their pages see their own letters only', async () => {
    const he = await proved()
    const wu = await proved(`${who}-b`, '车间一直招不到普工，帮忙组织个招聘会')
    const texts = async (one: Browser) => ((await one.state()).entries ?? []).map(({ text }) => text).join()
    expect(await texts(he)).toContain('续贷')
    expect(await texts(he)).not.toContain('普工')
    expect(await texts(wu)).toContain('普工')
    expect(await texts(wu)).not.toContain('续贷')
  })

  test('guesses find nothing, and are stopped when there are many', async () => {
    const one = browser()
    for (const token of ['', 'x', 'A'.repeat(32), 7, null, { $ne: '' }])
      expect((await one.post('open', { token })).status).toBe(404)
    const answers = await Promise.all(
      Array.from({ length: 120 }, () => one.post('open', { token: 'B'.repeat(32) })),
    )
    expect(answers.some(({ status }) => status === 429)).toBe(true)
    expect((await one.post('say', { id: 'said-0001', text: 'x' })).status).toBe(401)
    expect((await one.get('api/state')).status).toBe(401)
    await town.pass(61_000)
    expect((await one.post('open', { token: await linkFor() })).status, 'a minute later').toBe(200)
  })

  test('neither the link nor the cookie stands in the database', async () => {
    const token = await linkFor()
    const one = await opened(token)
    const [row] = await town.read<object>(`SELECT * FROM "OneTimeLink" WHERE "personId" = $1`, who)
    expect(JSON.stringify(row)).not.toContain(token)
    expect(JSON.stringify(row)).not.toContain(one.cookie().split('=')[1])
  })
})

describe('it ends', () => {
  test('an address that nobody opened within the hour is no good', async () => {
    const token = await linkFor()
    await town.pass(61 * 60_000)
    expect((await browser().post('open', { token })).status).toBe(404)
  })

  test('a newer address makes the older one void', async () => {
    const token = await linkFor()
    expect(await linkFor(who, '我的诉求到哪一步了')).toMatch(/^[\w-]{32}$/u)
    expect((await browser().post('open', { token })).status).toBe(404)
  })

  test('after an hour of silence; every word begins the hour anew', async () => {
    const one = await proved()
    await town.pass(50 * 60_000)
    await one.post('say', { id: 'said-0001', text: '还在吗' })
    await town.pass(50 * 60_000)
    expect((await one.get('api/state')).status).toBe(200)
    await town.pass(11 * 60_000)
    expect((await one.get('api/state')).status).toBe(410)
    expect((await one.post('say', { id: 'said-0002', text: '喂' })).status).toBe(410)
  })

  test('meanwhile the group hears that the page is open, and gets no second address', async () => {
    await proved()
    await inGroup(who).says('@娘家 我的诉求到哪一步了')
    await town.settle()
    expect(town.chat.textsTo('g-machinery').at(-1)).toContain('请看刚才打开的网页')
  })
})

describe('what is said at the page', () => {
  test('is the same message when it is posted again', async () => {
    const one = await proved()
    for (let n = 0; n < 3; n++)
      expect((await one.post('say', { id: 'said-0001', text: '确认' })).status).toBe(200)
    await town.settle()
    const { entries = [] } = await one.state()
    expect(entries.filter(({ by }) => by === 'you')).toHaveLength(1)
    expect(entries.filter(({ text }) => text.includes('已登记'))).toHaveLength(1)
  })

  test('does not open the door of the platform', async () => {
    const one = await proved()
    await one.post('say', { id: 'said-0001', text: '确认' })
    await town.settle()
    expect(await town.read(`SELECT FROM "Contact" WHERE "key" LIKE '%:' || $1`, who)).toEqual([])
  })

  test('is words, whatever it looks like, and nothing but our own script runs there', async () => {
    const one = await proved(who, `${MATTER} ${CANARY}`)
    const { entries = [] } = await one.state()
    expect(entries[0]?.text, 'as it was said').toContain(CANARY)
    const state = await one.get('api/state')
    expect(state.headers.get('content-type')).toContain('application/json')
    const page = await one.get('')
    expect(await page.text()).not.toContain(CANARY)
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'")
    expect(page.headers.get('referrer-policy')).toBe('no-referrer')
    expect(page.headers.get('cache-control')).toBe('no-store')
    const script = await (await one.get('once.js')).text()
    expect(script).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(/u)
  })

  test('is refused where it is nothing, too long, or from another site', async () => {
    const one = await proved()
    for (const body of [{}, { id: 'said-0001' }, { id: 'said-0001', text: ' ' }, { id: 'x', text: 'x' }, []])
      expect((await one.post('say', body)).status).toBe(400)
    expect((await one.post('say', { id: 'said-0001', text: 'x'.repeat(4_001) })).status).toBe(400)
    const foreign = await fetch(`${server.address.url}/once/api/say`, {
      method: 'POST',
      headers: { origin: 'https://evil.example', cookie: one.cookie() },
      body: JSON.stringify({ id: 'said-0001', text: '确认' }),
    })
    expect(foreign.status).toBe(403)
  })

  test('too much of it within a minute has to wait', async () => {
    const one = await proved()
    const answers = await Promise.all(
      Array.from({ length: 31 }, (_, n) => one.post('say', { id: `said-${1_000 + n}`, text: '在吗' })),
    )
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(1)
  })
})

test('the page may be another process than the one that serves the account', async () => {
  const other = await openHouseOn('wechat', { NIANGJIA_PUBLIC_URL: 'https://niangjia.example' }, town)
  const elsewhere = await openHttpServer({ host: '127.0.0.1', port: 0, log: QUIET })
  try {
    await mountPage(other, elsewhere)
    const one = browser(elsewhere)
    expect((await one.post('open', { token: await linkFor() })).status).toBe(200)
    await inGroup(who).says(`@娘家 ${(await one.state()).code}`)
    await town.settle()
    expect((await one.state()).entries?.[0]?.text).toContain('续贷')
    await town.pass(1_000)
    await one.post('say', { id: 'said-0001', text: '确认' })
    await other.settle()
    expect((await one.state()).entries?.at(-1)?.text).toMatch(/2026-\d{4}/u)
    await until(async () => {
      await town.settle()
      expect(town.chat.textsTo('g-machinery').at(-1)).toMatch(/已登记，编号 2026-\d{4}/u)
    })
  } finally {
    await elsewhere.close()
    await other.close()
  }
})

test('the cookie is for this server, this path and no script', async () => {
  const answer = await browser().post('open', { token: await linkFor() })
  expect(answer.headers.get('set-cookie')).toMatch(
    /^niangjia_once=[\w-]{32}; Path=\/once; HttpOnly; SameSite=Strict; Secure$/u,
  )
})
