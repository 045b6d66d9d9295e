import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type HouseOn, openHouseOn } from '../support/house-on-platform.ts'

const LINK = 'https://t.me/niangjia_bot'
let town: HouseOn
/** Somebody new in every test. */
let who = ''
let count = 0
beforeEach(() => {
  who = `u-${++count}`
})

describe('where a bot may not write first and has a link to its private chat', () => {
  beforeAll(async () => {
    town = await openHouseOn('telegram')
    town.chat.reports({ state: 'online', link: LINK })
    await town.settle()
  })
  afterAll(() => town.close())

  const waiting = () =>
    town.read(`SELECT FROM "Letter" WHERE "state" = 'waiting' AND "chat"->>'chatId' = $1`, who)

  async function speakInGroup(): Promise<void> {
    const he = town.chat.in('g-machinery').as(who)
    for (const line of [
      '我们中行那笔贷款',
      '月底到期',
      '材料交了',
      '半个月',
      '一直不放款',
      '@娘家 能不能帮协调一下',
    ])
      await he.says(line)
    await town.settle()
  }

  test('six lines in a group go on in private exactly where the group left off', async () => {
    await speakInGroup()
    expect(town.chat.textsTo('g-machinery').at(-1)).toBe(`收到，细节请点这里私聊核对：${LINK}?start=go`)
    expect(town.chat.textsTo(who), 'nothing is tried in vain').toEqual([])
    expect(town.chat.tried.some(({ to }) => to.chatId === who)).toBe(false)

    await town.chat.as(who).hand({ kind: 'start', payload: 'go' })
    await town.settle()
    const readBack = town.chat.sent.findLast(({ to }) => to.chatId === who)
    expect(readBack?.text).toContain('月底到期')
    expect(readBack?.choices?.map(({ id }) => id)).toContain('yes')
    expect(town.chat.textsTo(who), 'what waited is the answer').toHaveLength(1)

    await town.chat.as(who).chooses('yes', readBack?.id)
    await town.settle()
    expect(town.chat.textsTo(who).at(-1)).toMatch(/2026-\d{4}/u)
    expect(town.chat.textsTo('g-machinery').at(-1)).toMatch(/^已登记，编号 2026-\d{4}，细节已私信您。$/u)
    expect(await waiting()).toEqual([])
  })

  test('a first word in private is answered after what waited there', async () => {
    await speakInGroup()
    await town.chat.as(who).says('研发费用补助按什么标准')
    await town.settle()
    const [first, ...then] = town.chat.textsTo(who)
    expect(first).toContain('月底到期')
    expect(then.length).toBeGreaterThan(0)
  })

  test('pressed again with nothing waiting, Start says the open question once more, and greets where none is open', async () => {
    await speakInGroup()
    const he = town.chat.as(who)
    await he.hand({ kind: 'start', payload: 'go' })
    await town.settle()
    await he.hand({ kind: 'start' })
    await town.settle()
    const [first, again] = town.chat.sent.filter(({ to }) => to.chatId === who)
    expect(again?.choices).toEqual(first?.choices)
    await he.chooses('no', again?.id)
    await town.settle()
    await he.hand({ kind: 'start', payload: '' })
    await town.settle()
    expect(town.chat.textsTo(who).at(-1)).toContain('您好')
  })

  test('somebody who shut us out hears the way again, with the reason for staff', async () => {
    const he = town.chat.as(who)
    await he.says('你好')
    await town.settle()
    await he.hand({ kind: 'membership', change: 'bot-removed', people: [] })
    await town.settle()
    await speakInGroup()
    expect(town.chat.textsTo('g-machinery').at(-1)).toContain(`${LINK}?start=go`)
    const [contact] = await town.read<{ why: string }>(
      `SELECT "why" FROM "Contact" WHERE "key" LIKE '%:' || $1`,
      who,
    )
    expect(contact?.why).toContain('停用')
    await he.hand({ kind: 'membership', change: 'bot-added', people: [] })
    await town.settle()
    expect(town.chat.textsTo(who).at(-1)).toContain('月底到期')
  })

  test('so does somebody whose chat the platform says is gone', async () => {
    await town.chat.as(who).says('你好')
    await town.settle()
    town.chat.answers(({ to }) => (to.chatId === who ? { kind: 'gone', why: '对方注销了账号' } : undefined))
    await town.chat.as(who).says('你好')
    await town.settle()
    await speakInGroup()
    expect(town.chat.textsTo('g-machinery').at(-1)).toContain(LINK)
  })

  test('what nobody came for fails after a day, with the reason', async () => {
    town.chat.answers(({ to }) => (to.chatId === who ? { kind: 'not-open' } : undefined))
    await speakInGroup()
    await town.pass(25 * 3_600_000)
    const letters = await town.read<{ state: string; failure: string }>(
      `SELECT "state", "failure" FROM "Letter" WHERE "chat"->>'chatId' = $1 ORDER BY "seq" LIMIT 1`,
      who,
    )
    expect(letters).toEqual([{ state: 'failed', failure: '对方还没有打开与娘家的私聊' }])
  })

  test('a code that staff gave is good as the payload of a link', async () => {
    await town.chat.as('u-song').says('发绑定码 何志平')
    await town.settle()
    const letter = town.chat.textsTo('u-song').at(-1)
    const code = /绑定 (\S{8})”/u.exec(letter ?? '')?.[1]
    expect(letter).toContain(`${LINK}?start=bind-${code}`)
    await town.chat.as('u-new').hand({ kind: 'start', payload: `bind-${code}` })
    await town.settle()
    expect(town.chat.textsTo('u-new').at(-1)).toContain('何志平（天禾农机有限公司）')
  })

  test('staff hear once a day of somebody in office who cannot be reached, and of nobody else', async () => {
    await town.chat.as('u-song').says('你好')
    await town.chat.as('u-wu').says('变压器坏了停电三天了，供电公司一直没人来')
    await town.settle()
    await town.chat.as('u-wu').says('确认')
    await town.settle()
    await town.chat.as('u-song').says('派单 0001 供电公司 3天')
    await town.settle()
    await town.chat.as('u-song').says('确认')
    await town.settle()
    const told = () => town.chat.textsTo('u-song').filter((text) => text.includes('田亮'))
    expect(told().filter((text) => text.includes('还没有打开'))).toHaveLength(1)
    const waits = await town.read(
      `SELECT FROM "Letter" WHERE "chat"->>'chatId' = 'u-dian' AND "state" = 'waiting'`,
    )
    expect(waits.length).toBeGreaterThan(0)
  })
})

describe('where people have to add us first and there is no page either', () => {
  beforeAll(async () => {
    town = await openHouseOn('wechat')
  })
  afterAll(() => town.close())

  test('the group is told how, and staff that there is no sure way, once', async () => {
    await town.chat.as('u-song').says('你好')
    await town.settle()
    const he = town.chat.in('g-machinery').as('u-he')
    for (const line of ['@娘家 银行续贷一直不放款，帮协调一下', '@娘家 我的诉求到哪一步了']) {
      await he.says(line)
      await town.settle()
    }
    const [first] = town.chat.textsTo('g-machinery')
    expect(first).toBe('收到，细节要在私聊里说：请先加我为好友，再私聊发我一句话，我接着办。')
    expect(town.chat.textsTo('g-machinery').every((text) => !text.includes('已私信您'))).toBe(true)
    expect(town.chat.textsTo('u-song').filter((text) => text.includes('何志平'))).toHaveLength(1)
  })

  test('choices are numbered, and the number typed is the choice', async () => {
    const he = town.chat.as('u-he')
    await he.says('银行续贷材料交了半个月一直不放款，帮协调一下')
    await town.settle()
    const readBack = town.chat.sent.at(-1)
    expect(readBack?.choices).toBeUndefined()
    expect(readBack?.text).toMatch(/\n1\. .+\n2\. .+\n回复序号即可$/u)
    await he.says('1')
    await town.settle()
    expect(town.chat.textsTo('u-he').at(-1)).toContain('2026-0001')
  })

  test('what is quoted is found by its words, where messages have no numbers', async () => {
    const he = town.chat.as('u-he')
    await he.says('银行续贷材料交了半个月一直不放款，帮协调一下')
    await town.settle()
    const [first] = town.chat.textsTo('u-he')
    await he.says('另外我们车间一直招不到普工，帮忙组织个招聘会')
    await town.settle()
    await he.hand({ kind: 'message', text: '1', addressed: 'private', quote: first?.slice(0, 20) ?? '' })
    await town.settle()
    const [appeal] = await town.read<{ category: string }>(
      `SELECT "category" FROM "Appeal" ORDER BY "number" LIMIT 1`,
    )
    expect(appeal?.category).toBe('financing')
  })
})
