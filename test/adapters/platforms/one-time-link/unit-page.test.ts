import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { HttpServer } from '../../../../src/adapters/http/http-server.ts'
import { history, ledger } from '../../../features/appeals/journeys/appeals-house.ts'
import { file, openCounty, says } from '../../../features/appeals/journeys/county-of-units.ts'
import type { Chat } from '../../../support/chat.ts'
import { until } from '../../../support/desk.ts'
import { serveUnitPage } from '../../../support/unit-page.ts'

const DAY = 86_400_000

let chat: Chat
let server: HttpServer

beforeAll(async () => {
  chat = await openCounty({ environment: { NIANGJIA_PUBLIC_URL: 'https://niangjia.example' } })
  server = await serveUnitPage(chat.house, true)
})
afterAll(async () => {
  await server.close()
  await chat.close()
})

interface State {
  readonly sheet?: string
  readonly error?: string
  readonly entries?: readonly {
    readonly id: string
    readonly text: string
    readonly choices?: readonly { readonly id: string; readonly label: string }[]
  }[]
}

/** A browser with its cookies. */
function browser() {
  const cookies = new Map<string, string>()
  let said = 0
  const headers = () => ({
    origin: server.address.url,
    cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
  })
  return {
    cookies,
    get: (path: string) => fetch(`${server.address.url}/unit/${path}`, { headers: headers() }),
    async post(path: string, body: unknown): Promise<Response> {
      const answer = await fetch(`${server.address.url}/unit/api/${path}`, {
        method: 'POST',
        headers: { ...headers(), 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      const [name = '', value = ''] = answer.headers.get('set-cookie')?.split(';')[0]?.split('=') ?? []
      if (name !== '') cookies.set(name, value)
      return answer
    },
    async open(token: string): Promise<string> {
      const answer = await this.post('open', { token })
      expect(answer.status).toBe(200)
      return ((await answer.json()) as { id: string }).id
    },
    async state(id: string): Promise<State> {
      return (await (await this.get(`api/${id}/state`)).json()) as State
    },
    async says(id: string, what: { text?: string; choice?: string; prompt?: string }): Promise<Response> {
      const answer = await this.post(`${id}/say`, { id: `said-${String(++said).padStart(8, '0')}`, ...what })
      await chat.settle()
      return answer
    },
  }
}

const tokenIn = (text: string | undefined) => /\/unit\/([\w-]{32})/u.exec(text ?? '')?.[1] as string
/** The link that staff were given for this appeal, the newest. */
const linkTo = (number: string) =>
  tokenIn(chat.to('u-song').findLast(({ text }) => text.includes(number) && text.includes('/unit/'))?.text)
const last = (person: string) => chat.last(person)?.text ?? ''
const status = async (number: string) => (await ledger(chat)).find((line) => line.number === number)?.status

/** Each another trouble, so that none is proposed as the same as another. */
const TROUBLES = [
  '出口退税三个月没到账，能不能帮忙协调',
  '农行的续贷一直不放款，帮忙协调',
  '门口的路塌了大车进不来，没人管，帮忙反映',
  '招不到普工，帮忙组织个招聘会',
  '营业执照变更卡了两周，帮忙协调',
  '厂区天天停电，没人来修，帮忙反映',
  '用地手续卡住了没人管，帮忙协调',
  '商标被人抢注了，不知道找谁，帮忙协调',
  '环评批复等了半年，帮忙催一下',
  '政府工程款欠了两年，帮忙协调',
  '消防检查一个月来了五次，能不能帮忙反映',
  '高企奖补一直没兑现，帮忙协调',
]
const ASKERS = ['u-lu', 'u-he', 'u-wu'] as const
let filed = 0
const trouble = () => TROUBLES[filed % TROUBLES.length] as string
const asker = () => ASKERS[filed % ASKERS.length] as string

async function fileNext(): Promise<string> {
  const number = `2026-${String(++filed).padStart(4, '0')}`
  await file(chat, trouble(), asker())
  return number
}

/** A new appeal dispatched to the tax office, whose people nobody can write to; gives its number and the link's token. */
async function dispatched(): Promise<{ number: string; token: string }> {
  const number = await fileNext()
  await says(chat, 'u-song', `派单 ${number} 税务局 3天`)
  await says(chat, 'u-song', `确认 ${number.slice(5)}`)
  return { number, token: linkTo(number) }
}

test('a unit without account signs, reports, asks for time and resolves on the page', async () => {
  const { number, token } = await dispatched()
  const one = browser()
  const id = await one.open(token)
  await until(async () => expect((await one.state(id)).entries?.length).toBe(1))
  const { sheet, entries: [order] = [] } = await one.state(id)
  expect(sheet).toContain(trouble().slice(0, 6))
  expect(sheet).toContain('已派单')
  expect(order?.choices?.map(({ label }) => label)).toEqual(['签收', '退回'])

  expect((await one.says(id, { choice: 'yes', prompt: order?.id as string })).status).toBe(200)
  expect(await status(number)).toBe('inProgress')
  expect((await one.state(id)).sheet).toContain('办理中')

  await one.says(id, { text: '已联系企业，材料周五补齐' })
  await one.says(id, { text: '1' })
  expect(last(asker())).toContain('税务局说：已联系企业，材料周五补齐')

  await one.says(id, { text: '申请延期 2天 理由：等系统升级' })
  await one.says(id, { text: '提交申请' })
  await says(chat, 'u-fu', '同意')
  const entries = (await one.state(id)).entries ?? []
  expect(entries.at(-1)?.text).toContain('延期批了')

  await one.says(id, { text: '办结：退税款已到账' })
  await one.says(id, { text: '1' })
  expect(await status(number)).toBe('resolved')
  const acts = (await history(chat, number)).map(({ act, by, role }) => [act, by, role])
  expect(acts.filter(([, , role]) => role === 'handler').every(([, by]) => by === null)).toBe(true)
})

describe('only the one browser', () => {
  test('what fetches the address uses nothing up, and learns nothing', async () => {
    const { token } = await dispatched()
    const fetched = await browser().get(token)
    expect(fetched.status).toBe(200)
    expect(fetched.headers.get('set-cookie')).toBeNull()
    expect(fetched.headers.get('referrer-policy')).toBe('no-referrer')
    expect(fetched.headers.get('content-security-policy')).toContain("default-src 'none'")
    const unknown = await browser().get('A'.repeat(32))
    expect(await unknown.text(), 'the same page for every address').toBe(await fetched.text())
    expect((await browser().post('open', { token })).status).toBe(200)
  })

  test('a second browser is refused, the first may come again, and the cookie is told to nobody else', async () => {
    const { token } = await dispatched()
    const first = browser()
    const id = await first.open(token)
    const second = browser()
    const answer = await second.post('open', { token })
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('只认那一台')
    expect((await second.get(`api/${id}/state`)).status).toBe(401)
    expect((await second.says(id, { text: '办结：好了' })).status).toBe(401)
    expect((await first.post('open', { token })).status).toBe(200)
    const [cookie] = [...first.cookies]
    expect(cookie?.[0]).toBe(`niangjia_unit_${id}`)
  })

  test('two links in one browser do not disturb each other, and neither opens the other', async () => {
    const [a, b] = [await dispatched(), await dispatched()]
    const one = browser()
    const [first, second] = [await one.open(a.token), await one.open(b.token)]
    expect((await one.state(first)).sheet).toContain(a.number)
    expect((await one.state(second)).sheet).toContain(b.number)
    const other = browser()
    other.cookies.set(`niangjia_unit_${second}`, one.cookies.get(`niangjia_unit_${first}`) as string)
    expect((await other.get(`api/${second}/state`)).status).toBe(401)
  })

  test('the token is kept nowhere, not even in the letter that carried it', async () => {
    const { number, token } = await dispatched()
    const { storage, clock } = chat.house
    const [link, ...others] = await storage.transactions.inOne(clock.now(), (work) =>
      storage.unitLinks.listOpen(number, work),
    )
    expect(others).toEqual([])
    expect(JSON.stringify(link)).not.toContain(token)
    const letters = await storage.database.letter.findMany({ where: { text: { contains: token } } })
    expect(letters).toEqual([])
  })

  test('guessing is slowed down for everybody who guesses', async () => {
    const answers = await Promise.all(
      Array.from({ length: 140 }, (_, n) => browser().post('open', { token: `${n}`.padStart(32, 'z') })),
    )
    expect(answers.filter(({ status }) => status === 404).length).toBe(120)
    expect(answers.filter(({ status }) => status === 429).length).toBe(20)
    await chat.advance(60_000)
  })
})

describe('only that appeal, and only while it is theirs', () => {
  test('another appeal of the same unit is not to be seen or moved, and nothing else begins', async () => {
    const [mine, other] = [await dispatched(), await dispatched()]
    const one = browser()
    const id = await one.open(mine.token)
    await one.says(id, { text: '签收' })
    await one.says(id, { text: `看 ${other.number}` })
    await one.says(id, { text: `${other.number} 已办结 都好了` })
    await one.says(id, { text: `退回 ${other.number} 理由：不是我们的` })
    expect(await status(other.number)).toBe('dispatched')
    const texts = ((await one.state(id)).entries ?? []).map(({ text }) => text).join('\n')
    expect(texts).not.toContain(trouble().slice(0, 6))
    const before = (await ledger(chat)).length
    for (const text of [
      '取消',
      '我们厂门口的路塌了没人管，帮忙反映',
      '确认提交',
      '通知 全体 明天开会',
      '待派单',
      '绑定 ABCDEFGH',
    ])
      await one.says(id, { text })
    expect(await ledger(chat)).toHaveLength(before)
    const now = ((await one.state(id)).entries ?? []).map(({ text }) => text).join('\n')
    expect(now).not.toMatch(/待派单：|诉求列表|绑定码|新诉求/)
  })

  test('sent back, the page is over; another office gets it and this one stays out', async () => {
    const { number, token } = await dispatched()
    const one = browser()
    const id = await one.open(token)
    await one.says(id, { text: '退回 理由：应由供电公司办' })
    await one.says(id, { text: '确认退回' })
    expect(await status(number)).toBe('sentBack')
    const answer = await one.get(`api/${id}/state`)
    expect(answer.status).toBe(410)
    expect(((await answer.json()) as State).error).toContain('已退回')
    expect((await one.says(id, { text: '签收' })).status).toBe(410)
    await says(chat, 'u-song', `派单 ${number} 供电公司`)
    await says(chat, 'u-song', `确认 ${number.slice(5)}`)
    expect((await browser().post('open', { token })).status).toBe(410)
  })

  test('taken away, withdrawn or thirty days old, it opens nothing', async () => {
    const { number, token } = await dispatched()
    await says(chat, 'u-song', `改派 ${number} 供电公司`)
    await says(chat, 'u-song', `确认 ${number.slice(5)}`)
    expect((await browser().post('open', { token })).status).toBe(410)
    const old = await dispatched()
    await chat.advance(31 * DAY)
    expect((await browser().post('open', { token: old.token })).status).toBe(410)
  })

  test('staff give another link, and the one before opens nothing', async () => {
    const { number, token } = await dispatched()
    const one = browser()
    const id = await one.open(token)
    await one.says(id, { text: '签收' })
    await says(chat, 'u-song', `链接 ${number}`)
    expect(last('u-song')).toContain('对方打开过')
    await says(chat, 'u-song', '确认')
    const fresh = tokenIn(last('u-song'))
    expect(fresh).not.toBe(token)
    expect((await one.get(`api/${id}/state`)).status).toBe(410)
    const two = browser()
    const again = await two.open(fresh)
    await until(async () => expect((await two.state(again)).entries?.[0]?.text).toContain('正在办理'))
  })

  test('a helper at a page reports and resolves nothing', async () => {
    const number = await fileNext()
    await says(chat, 'u-song', `派单 ${number} 金融办 3天，税务局配合`)
    await says(chat, 'u-song', `确认 ${number.slice(5)}`)
    const one = browser()
    const id = await one.open(linkTo(number))
    expect((await one.state(id)).sheet).toContain('请您单位协办')
    await one.says(id, { text: '退税额度已经核过' })
    await one.says(id, { text: '1' })
    expect(last('u-jin')).toContain('协办单位税务局的进展：退税额度已经核过')
    await one.says(id, { text: '办结：好了' })
    await one.says(id, { text: '1' })
    expect(await status(number)).toBe('dispatched')
  })
})

test('of a sealed appeal the page shows what staff let out, and no name', async () => {
  const number = `2026-${String(++filed).padStart(4, '0')}`
  await says(chat, 'u-he', '税务局一直拖着我们天禾农机的退税不办，别说是我反映的，帮忙协调')
  await says(chat, 'u-he', '确认提交')
  await says(chat, 'u-song', `派单 ${number} 税务局 3天`)
  // What goes out is looked through first, then dispatched.
  await says(chat, 'u-song', '可以')
  await says(chat, 'u-song', '确认派单')
  const one = browser()
  const id = await one.open(linkTo(number))
  const state = JSON.stringify(await one.state(id))
  expect(state).toContain('要求保密')
  expect(state).not.toMatch(/天禾|何志平/)
})

test('without an address people can open, staff are told what to do', async () => {
  const town = await openCounty()
  await file(town)
  await says(town, 'u-song', '派单 0001 税务局 3天')
  expect(town.last('u-song')?.text).toContain('请电话通知')
  await says(town, 'u-song', '可以')
  expect(town.last('u-song')?.text).toContain('NIANGJIA_PUBLIC_URL')
  await says(town, 'u-song', '链接 0001')
  expect(town.last('u-song')?.text).toContain('NIANGJIA_PUBLIC_URL')
  await town.close()
})
