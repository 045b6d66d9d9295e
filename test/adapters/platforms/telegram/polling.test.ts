import { afterEach, describe, expect, test } from 'vitest'
import { until } from '../../../support/desk.ts'
import { openTelegramHouse } from '../../../support/telegram-house.ts'
import { HE, HOME, HOME_OF_HE, ROOM } from '../../../support/telegram-people.ts'
import { refusal } from '../../../support/telegram-server.ts'
import { HASTE } from '../../../support/telegram-wire.ts'

let house: Awaited<ReturnType<typeof openTelegramHouse>>
afterEach(() => house.close())

describe('at the beginning', () => {
  test('it says who it is, takes a webhook off without losing what waits, and registers its commands', async () => {
    house = await openTelegramHouse({ closed: true })
    house.server.hook.url = 'https://old.example/hook'
    const { doorstep, telegram, server, reports } = house
    await telegram.open(doorstep)
    await house.isOnline()
    expect(reports).toEqual([
      { state: 'connecting' },
      { state: 'online', name: '娘家', link: 'https://t.me/niangjia_test_bot' },
    ])
    expect(server.callsOf('deleteWebhook')[0]?.payload).toEqual({})
    await until(() => expect(server.callsOf('setMyCommands')).toHaveLength(2))
    const menus = server.callsOf('setMyCommands').map(({ payload }) => payload)
    expect(menus.map(({ scope }) => scope.type)).toEqual(['all_private_chats', 'all_group_chats'])
    for (const { commands } of menus)
      for (const { command, description } of commands) {
        expect(command).toMatch(/^[a-z]{1,32}$/u)
        expect(description).toMatch(/\p{Script=Han}/u)
      }
  })

  test('group privacy, under which a mention in a group does not reach it, is told and logged', async () => {
    house = await openTelegramHouse({ groupPrivacy: true })
    await house.isOnline()
    expect(house.reports.at(-1)?.detail).toContain('/setprivacy')
    expect(house.warnings).toEqual([expect.stringContaining('group privacy is on')])
  })

  test('a menu that Telegram does not take is only logged', async () => {
    house = await openTelegramHouse({ closed: true })
    house.server.arm(refusal(400, 'Bad Request: BOT_COMMAND_INVALID'), /^setMyCommands$/u)
    await house.telegram.open(house.doorstep)
    await house.isOnline()
    await until(() => expect(house.warnings).toEqual([expect.stringContaining('"code":400')]))
  })

  test('a token that Telegram does not know needs somebody, and listening begins once it is known', async () => {
    house = await openTelegramHouse({ closed: true, pauses: { ...HASTE, mostMs: 10 } })
    house.server.revoke()
    await house.telegram.open(house.doorstep)
    await until(() => expect(house.reports.at(-1)?.state).toBe('needs-login'))
    house.server.restore()
    await house.isOnline()
    await house.town.say(HOME, '到了')
    await until(() => expect(house.texts()).toEqual(['到了']))
  })

  test('it asks for the kinds of updates that it reads, and no others', async () => {
    house = await openTelegramHouse()
    await house.isOnline()
    await until(() => expect(house.server.polls()).toBeGreaterThan(0))
    expect(house.server.lastPoll()?.allowed_updates).toEqual([
      'message',
      'edited_message',
      'callback_query',
      'my_chat_member',
    ])
  })
})

describe('nothing is lost', () => {
  test('what could not be stored is asked for again, in order, and nothing of that chat is stored before it', async () => {
    let refusals = 2
    const stored: string[] = []
    house = await openTelegramHouse({
      doorstep: {
        async receive({ content, chat }) {
          if (chat.chatId === String(HOME.id) && refusals-- > 0) throw new Error('away')
          stored.push(content.kind === 'message' ? content.text : '')
          return 'stored'
        },
      },
      closed: true,
    })
    for (const text of ['一', '二', '三']) await house.town.say(HOME, text)
    await house.town.say(HOME_OF_HE, '别人的', HE)
    await house.telegram.open(house.doorstep)
    await until(() => expect(stored.filter((text) => text !== '别人的')).toEqual(['一', '二', '三']))
    await until(() => expect(house.server.waiting()).toBe(0))
  })

  test('what nobody ever can store is left out after some tries, and said, so that the rest goes on', async () => {
    house = await openTelegramHouse({
      doorstep: {
        async receive(incoming) {
          if (incoming.content.kind === 'message' && incoming.content.text === '毒') throw new Error('never')
          house.arrivals.push(incoming)
          return 'stored'
        },
      },
    })
    await house.town.say(HOME, '毒')
    await house.town.say(HOME, '好')
    await until(() => expect(house.texts()).toEqual(['好']))
    expect(house.warnings.join()).toContain('could not be stored')
    expect(house.warnings.join()).not.toContain('毒')
  })

  test('is given up only once it is stored: Telegram keeps it until then', async () => {
    let release = () => {}
    const gate = new Promise<void>((resolve) => {
      release = resolve
    })
    let began = false
    house = await openTelegramHouse({
      doorstep: {
        async receive() {
          began = true
          await gate
          return 'stored'
        },
      },
    })
    await house.town.say(HOME, '慢慢存')
    await until(() => expect(began).toBe(true))
    const polls = house.server.polls()
    expect(house.server.waiting()).toBe(1)
    expect(house.server.polls()).toBe(polls)
    release()
    await until(() => expect(house.server.waiting()).toBe(0))
  })
})

describe('closing', () => {
  test('ends the question in flight at once, also while the database keeps an update waiting', async () => {
    house = await openTelegramHouse({ doorstep: { receive: () => new Promise(() => undefined) } })
    await house.isOnline()
    await house.town.say(HOME, '存不了')
    await until(() => expect(house.server.waiting()).toBe(1))
    await house.telegram.close()
    const polls = house.server.polls()
    await house.telegram.open({ ...house.doorstep, receive: async () => 'stored' })
    await until(() => expect(house.server.polls()).toBeGreaterThan(polls))
    await until(() => expect(house.server.waiting()).toBe(0))
  })

  test('says nothing more to a house that let go of it', async () => {
    house = await openTelegramHouse()
    await house.isOnline()
    await house.telegram.close()
    const { length } = house.reports
    await house.server.unplug()
    await house.server.plug()
    await house.town.say(ROOM, '@娘家 在吗')
    await house.telegram.open({ ...house.doorstep, report: () => undefined })
    await until(() => expect(house.texts()).toEqual(['在吗']))
    expect(house.reports).toHaveLength(length)
  })
})

describe('trouble', () => {
  test('is told when it goes on, and that it is over', async () => {
    house = await openTelegramHouse()
    await house.isOnline()
    await house.server.unplug()
    await until(() =>
      expect(house.reports.at(-1)).toMatchObject({
        state: 'offline',
        link: 'https://t.me/niangjia_test_bot',
      }),
    )
    await house.server.plug()
    await house.isOnline()
    expect(house.reports.map(({ state }) => state)).toEqual(['connecting', 'online', 'offline', 'online'])
  })

  test('that passes at once is not told', async () => {
    house = await openTelegramHouse()
    await house.isOnline()
    const polls = house.server.polls()
    house.server.arm(refusal(502, 'Bad Gateway'), /^getUpdates$/u)
    await house.town.say(HOME, '还在')
    await until(() => expect(house.texts()).toEqual(['还在']))
    await until(() => expect(house.server.polls()).toBeGreaterThan(polls + 1))
    expect(house.reports.map(({ state }) => state)).toEqual(['connecting', 'online'])
  })

  test('of another process that polls with the same token is told, though answers come in between', async () => {
    let now = new Date('2026-03-02T09:00:00+08:00')
    house = await openTelegramHouse({ now: () => now })
    await house.isOnline()
    const conflict = refusal(409, 'Conflict: terminated by other getUpdates request')
    for (const text of ['一', '二']) {
      house.server.arm(conflict, /^getUpdates$/u)
      await house.town.say(HOME, text)
      await until(() => expect(house.texts().at(-1)).toBe(text))
    }
    // The question that was held when a fault is armed is answered first; the next one meets it.
    await house.town.say(HOME, '三')
    await until(() => expect(house.reports.at(-1)?.state).toBe('restricted'))
    expect(house.reports.at(-1)?.detail).toContain('同一个令牌')
    now = new Date(now.getTime() + 10 * 60_000)
    await house.town.say(HOME, '四')
    await house.isOnline()
  })

  test('a webhook that somebody set meanwhile is taken off again', async () => {
    house = await openTelegramHouse()
    await house.isOnline()
    await house.town.say(HOME, '之前')
    await until(() => expect(house.texts()).toEqual(['之前']))
    house.server.hook.url = 'http://127.0.0.1:9/elsewhere'
    house.server.wake()
    await until(() => expect(house.server.hook.url).toBeUndefined())
    await house.town.say(HOME, '之后')
    await until(() => expect(house.texts()).toEqual(['之前', '之后']))
  })
})
