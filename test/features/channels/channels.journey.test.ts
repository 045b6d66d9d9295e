import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openHouse } from '../../../src/app.ts'
import { importRoster } from '../../../src/features/membership/import-roster.ts'
import { openLog } from '../../../src/log.ts'
import { type Chat, openChat } from '../../support/chat.ts'
import { openScripted, type Scripted } from '../../support/scripted-platform.ts'
import { SMALL_COUNTY } from '../../support/small-county.ts'

let chat: Chat
let wechat: Scripted
beforeEach(async () => {
  chat = await openChat()
  wechat = openScripted({ name: 'wechat', now: () => chat.house.clock.now() })
  await chat.house.desk.serve(wechat.platform)
  await is('online')
})
afterEach(() => chat.close())

async function is(state: Parameters<Scripted['reports']>[0]['state'], detail?: string): Promise<void> {
  wechat.reports({ state, name: '小娘', ...(detail === undefined ? {} : { detail }) })
  await chat.settle()
}

const SECOND = 1_000
/** What staff heard of the channel. */
const told = (person = 'u-song') =>
  chat
    .to(person)
    .map(({ text }) => text)
    .filter((text) => text.startsWith('微信'))
/** Something that has to leave by the channel. */
const ask = async (person: string) => {
  await wechat.as(person).says('你能做什么')
  await chat.advance(2 * SECOND)
}

describe('a channel that does not speak', () => {
  test('is told to every member of staff by another channel within the minute, once, with what to do', async () => {
    await is('needs-login', '请用手机扫码登录，二维码在 /operator/wechat')
    await ask('wx-1')
    await ask('wx-2')
    await chat.advance(30 * SECOND)
    expect(told()).toEqual([
      '微信“小娘”从今天 09:00 起掉线，需要重新登录。请用手机扫码登录，二维码在 /operator/wechat。有 2 条消息先存着，恢复后自动补发，不用重发。',
    ])
    expect(told('u-ren')).toEqual(told())
    expect(told('u-he')).toEqual([])
    await chat.advance(3_600 * SECOND)
    expect(told()).toHaveLength(1)
  })

  test('keeps its letters, which leave in order the moment it is back, and staff hear that too', async () => {
    await is('offline')
    await ask('wx-1')
    await chat.advance(60 * SECOND)
    expect(wechat.tried).toEqual([])
    await is('online')
    expect(wechat.textsTo('wx-1')).toHaveLength(1)
    await chat.advance(30 * SECOND)
    expect(told().map((text) => text.slice(0, 20))).toEqual([
      expect.stringContaining('从今天 09:00 起连不上'),
      expect.stringContaining('恢复了'),
    ])
  })

  test('is nobody’s concern when it is back within seconds', async () => {
    await is('offline')
    await chat.advance(10 * SECOND)
    await is('connecting')
    await chat.advance(5 * SECOND)
    await is('online')
    await chat.advance(120 * SECOND)
    expect(told()).toEqual([])
  })

  test('that comes and goes without ever being there is told all the same', async () => {
    for (let n = 0; n < 5; n++) {
      await is('connecting')
      await chat.advance(4 * SECOND)
      await is('offline', '网络不通')
      await chat.advance(4 * SECOND)
    }
    expect(told()).toHaveLength(1)
  })

  test('is told again only when somebody has something new to do', async () => {
    await is('offline')
    await chat.advance(30 * SECOND)
    await is('needs-login')
    await chat.advance(30 * SECOND)
    await is('connecting')
    await chat.advance(60 * SECOND)
    await is('offline')
    await chat.advance(60 * SECOND)
    expect(told().map((text) => /连不上|重新登录/u.exec(text)?.[0])).toEqual(['连不上', '重新登录'])
  })

  test('is not told again after a restart', async () => {
    await is('offline')
    await chat.advance(30 * SECOND)
    const [account] = await chat.house.storage.database.account.findMany()
    expect(account).toMatchObject({ key: 'wechat:wechat', state: 'offline', toldState: 'offline' })
    const again = openScripted({ name: 'wechat', now: () => chat.house.clock.now() })
    const house = await openHouse({
      config: chat.house.config,
      clock: chat.house.clock,
      log: openLog('silent'),
    })
    await chat.house.desk.close()
    await house.desk.serve(again.platform)
    again.reports({ state: 'offline' })
    await house.desk.settle()
    expect(await chat.house.storage.database.account.findMany()).toEqual([account])
    const letters = await chat.house.storage.database.letter.findMany()
    expect(letters.filter(({ text }) => text.startsWith('微信'))).toHaveLength(2)
    await house.close()
  })

  test('is told once, however many processes notice it at the same moment', async () => {
    const { config, clock, storage } = chat.house
    const house = await openHouse({ config, clock, log: openLog('silent') })
    const telegram = openScripted({ name: 'telegram', now: () => clock.now() })
    await house.desk.serve(telegram.platform)
    telegram.reports({ state: 'online' })
    await house.desk.settle()
    await is('offline')
    // Both were busy until now, and both have the alarm.
    await Promise.all([chat.advance(25 * SECOND), house.desk.settle()])
    await house.desk.settle()
    const letters = await storage.database.letter.findMany({ where: { text: { startsWith: '微信' } } })
    expect(letters.map(({ chatKey }) => chatKey).sort()).toEqual([
      'stdio:stdio:private:u-ren',
      'stdio:stdio:private:u-song',
    ])
    await house.close()
  })

  test('that is limited by its platform goes on, and staff are warned', async () => {
    await is('restricted', '微信提示发送过于频繁')
    await ask('wx-1')
    expect(wechat.textsTo('wx-1')).toHaveLength(1)
    await chat.advance(30 * SECOND)
    expect(told()).toEqual(['微信“小娘”从今天 09:00 起被平台提醒或限制。微信提示发送过于频繁。'])
  })
})

describe('staff who can only be reached by the channel itself', () => {
  beforeEach(async () => {
    await chat.close()
    const people = SMALL_COUNTY.people.map((person) =>
      person.roles.includes('staff')
        ? { ...person, accounts: [{ platform: 'wechat', id: `wx-${person.code}` }] }
        : person,
    )
    chat = await openChat({ roster: { ...SMALL_COUNTY, people } })
    wechat = openScripted({ name: 'wechat', now: () => chat.house.clock.now() })
    await chat.house.desk.serve(wechat.platform)
    await is('online')
  })

  test('are not written to by it, and hear of it as soon as there is another way', async () => {
    await is('offline')
    await chat.advance(120 * SECOND)
    const { database } = chat.house.storage
    expect(await database.letter.count()).toBe(0)
    expect((await database.account.findFirst())?.toldState).toBeNull()
    await importRoster(SMALL_COUNTY, {
      store: chat.house.storage.membership,
      transactions: chat.house.storage.transactions,
      at: chat.house.clock.now(),
      dryRun: false,
    })
    await chat.advance(61 * SECOND)
    expect(told()).toHaveLength(1)
  })

  test('are not bothered with what is over before they could be told', async () => {
    await is('offline')
    await chat.advance(120 * SECOND)
    await is('online')
    await chat.advance(120 * SECOND)
    expect(await chat.house.storage.database.letter.count()).toBe(0)
  })
})

describe('asked how the channels are', () => {
  test('staff and auditors are told, with what waits', async () => {
    await is('needs-login', '请重新扫码')
    await ask('wx-1')
    for (const person of ['u-song', 'u-shen']) {
      chat.as(person).says('渠道状态')
      await chat.settle()
      expect(chat.last(person)?.text).toBe(
        '微信“小娘”：需要重新登录（从今天 09:00 起）。请重新扫码。有 1 条消息等着发。',
      )
    }
  })

  test('nobody else is, and in a group it is said in private', async () => {
    chat.as('u-he').says('哪些渠道在线？')
    await chat.settle()
    expect(chat.last('u-he')?.text).toBe('各渠道的状态只给工作人员看。')
    chat.in('g-tea').as('u-song').says('@娘家 哪些渠道在线')
    await chat.advance(7 * SECOND)
    expect(chat.last('u-song')?.text).toBe('微信“小娘”：在线（从今天 09:00 起）。')
    expect(chat.last('g-tea')?.text).not.toContain('微信')
  })

  test.each(['渠道怎么拓展客户', '我们账号被平台封了怎么办', '渠道商拖欠货款'])(
    '“%s” is something else',
    async (text) => {
      chat.as('u-song').says(text)
      await chat.settle()
      expect(chat.last('u-song')?.text).not.toMatch(/在线（从/u)
    },
  )
})

describe('taken into a group', () => {
  const isIn = async (group: string, change: 'bot-added' | 'bot-removed', from = 'wx-somebody') => {
    await wechat.in(group).as(from).hand({ kind: 'membership', change, people: [] })
    await chat.advance(SECOND)
  }
  const heard = () =>
    chat
      .to('u-song')
      .map(({ text }) => text)
      .filter((text) => text.startsWith('我被'))

  test('that nobody registered: staff hear how it is done, and the group once what is kept and what is not', async () => {
    await isIn('room-1', 'bot-added')
    expect(heard()).toEqual([expect.stringMatching(/名册里没有登记它.+绑定本群 群代码/u)])
    expect(wechat.textsTo('room-1')).toEqual([
      expect.stringMatching(/是个程序.+没有@我的话，我不回应，也不留存。$/u),
    ])
    await isIn('room-1', 'bot-removed')
    await isIn('room-1', 'bot-added')
    expect(wechat.textsTo('room-1')).toHaveLength(1)
    expect(heard()).toHaveLength(3)
  })

  test('that is registered: staff hear its number, and what stops when it is taken out', async () => {
    await chat.house.storage.database.group.update({
      where: { code: 'tea-group' },
      data: { platform: 'wechat', chatId: 'room-2' },
    })
    await chat.house.storage.database.$executeRaw`UPDATE "RosterVersion" SET "version" = "version" + 1`
    await isIn('room-2', 'bot-added')
    await isIn('room-2', 'bot-removed')
    expect(heard()).toEqual([
      expect.stringContaining('“茶业商会群”，它在名册里，编号 tea-group'),
      expect.stringContaining('“茶业商会群”（编号 tea-group），以后发到那里的通知会发不出去'),
    ])
  })
})
