import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Chat } from '../../src/kernel/chat.ts'
import { until } from '../support/desk.ts'
import { stdioWire } from '../support/stdio-wire.ts'
import { telegramWire } from '../support/telegram-wire.ts'
import { webChatWire } from '../support/web-chat-wire.ts'
import { wechatWire } from '../support/wechat-wire.ts'
import { wecomWire } from '../support/wecom-wire.ts'
import { openWiredHouse, type WiredHouse } from '../support/wired-house.ts'
import type { Somebody } from '../support/wires.ts'

const NUMBER = /20\d\d-\d{4}/gu

describe.each([
  ['stdio', stdioWire],
  ['web-chat', webChatWire],
  ['telegram', telegramWire],
  ['wechat', wechatWire],
  ['wecom', wecomWire],
] as const)('%s, from a call in a group to a number', (_platform, openWire) => {
  let visit: WiredHouse
  beforeEach(async () => {
    visit = await openWiredHouse(openWire)
  })
  afterEach(() => visit.close())

  const callInRoom = (text: string, as?: Somebody) =>
    (Object.values(visit.wire.mentions)[0] as (chat: Chat, text: string, as?: Somebody) => Promise<string>)(
      visit.wire.room,
      text,
      as,
    )

  /** Where we may not write first, they come to us by the way the group was shown. */
  async function comeToPrivate(home: Chat, as: Somebody): Promise<void> {
    const { wire } = visit
    if (wire.platform.can.firstContact === 'always') return
    expect(await visit.texts(home), 'nobody is written to who did not open the chat').toEqual([])
    const shown = (await visit.texts(wire.room)).join('\n')
    const payload = shown.match(/\?start=([\w-]+)/u)?.[1]
    if (wire.platform.can.deepLink) expect(payload, 'the group shows the way').toBeDefined()
    else expect(shown).toMatch(/私聊/u)
    if (as.id === wire.bai.id && wire.start !== undefined) {
      await visit.hear(1, () => wire.start?.(payload) as Promise<void>)
    } else await visit.hear(1, () => wire.say(home, '你好', as))
  }

  async function numbersIn(chat: Chat): Promise<readonly string[]> {
    return [...new Set((await visit.texts(chat)).join('\n').match(NUMBER) ?? [])]
  }

  const appeals = () =>
    visit.read<{ number: string; asker: string }>('SELECT "number", "asker" FROM "Appeal" ORDER BY "number"')

  test('a burst in the group, a receipt there, the rest in private, yes, one number', async () => {
    const { wire } = visit
    const overhears = wire.cannot.overhears === undefined
    await visit.hear(overhears ? 3 : 1, async () => {
      await wire.say(wire.room, '我们厂在湖东工业园')
      await callInRoom('昨天停电半天，窑里的货全废了')
      await wire.say(wire.room, '供电所说要等，能不能帮忙协调')
    })
    await until(async () => expect(await visit.texts(wire.room)).toHaveLength(1))
    const [receipt = ''] = await visit.texts(wire.room)
    expect(receipt).toMatch(/^(?:@白帆 )?收到/u)
    expect(receipt).not.toMatch(/停电|白石窑/u)
    await comeToPrivate(wire.home, wire.bai)
    await until(async () => expect((await visit.texts(wire.home)).join('\n')).toContain('停电半天'))
    await visit.sayYes(wire.home, wire.bai)
    await until(async () => expect(await numbersIn(wire.home)).toHaveLength(1))
    expect(await appeals()).toMatchObject([{ asker: 'bai' }])
    expect(await numbersIn(wire.home)).toEqual((await appeals()).map(({ number }) => number))
    if (wire.homeOfHe !== undefined) expect(await visit.texts(wire.homeOfHe)).toEqual([])
  })

  test('the same thing delivered twice is answered once', async () => {
    const { wire } = visit
    await visit.hear(1, () => callInRoom('昨天停电半天，供电所说要等，能不能帮忙协调'))
    await until(async () => expect(await visit.texts(wire.room)).toHaveLength(1))
    await wire.again?.()
    await comeToPrivate(wire.home, wire.bai)
    await until(async () => expect((await visit.texts(wire.home)).join('\n')).toContain('停电半天'))
    await visit.sayYes(wire.home, wire.bai)
    await until(async () => expect(await numbersIn(wire.home)).toHaveLength(1))
    await wire.again?.()
    // Whatever the second delivery caused would stand before the answer to what is said after it.
    await visit.hear(1, () => wire.say(wire.home, '到哪一步了'))
    await until(async () =>
      expect((await visit.texts(wire.home)).at(-1)).toContain((await appeals())[0]?.number),
    )
    expect(await appeals()).toHaveLength(1)
    const asked = (await visit.texts(wire.home)).filter((text) => text.includes('确认提交'))
    expect(asked.length).toBeLessThanOrEqual(1)
    const inRoom = await visit.texts(wire.room)
    expect(new Set(inRoom).size).toBe(inRoom.length)
  })

  test('two people at once in one group get each their own', async () => {
    const { wire } = visit
    const [he, homeOfHe] = [wire.he as Somebody, wire.homeOfHe as Chat]
    await visit.hear(2, () =>
      Promise.all([
        callInRoom('昨天停电半天，供电所说要等，能不能帮忙协调'),
        callInRoom('银行续贷半个月不放款，能不能帮忙协调', he),
      ]),
    )
    await until(async () => expect((await visit.texts(wire.room)).length).toBeGreaterThanOrEqual(2))
    await comeToPrivate(wire.home, wire.bai)
    await comeToPrivate(homeOfHe, he)
    await until(async () => expect((await visit.texts(homeOfHe)).join('\n')).toContain('续贷'))
    await until(async () => expect((await visit.texts(wire.home)).join('\n')).toContain('停电'))
    await visit.sayYes(wire.home, wire.bai)
    await visit.sayYes(homeOfHe, he)
    await until(async () => expect(await numbersIn(homeOfHe)).toHaveLength(1))
    const [[mine], [theirs]] = [await numbersIn(wire.home), await numbersIn(homeOfHe)]
    const askers = new Map((await appeals()).map(({ number, asker }) => [number, asker]))
    expect([askers.get(mine ?? ''), askers.get(theirs ?? '')]).toEqual(['bai', 'mi'])
    expect((await visit.texts(wire.home)).join('\n')).not.toContain('续贷')
    expect((await visit.texts(homeOfHe)).join('\n')).not.toContain('停电')
  })

  test('what no database takes and what no good server says is survived, and the next good line answered', async () => {
    const { wire } = visit
    await visit.hear(1, () => wire.say(wire.home, '前\u0000后\ud83d与\u0007'))
    for (const nonsense of ['{', 'null', { a: 1 }, ...(wire.nonsense ?? [])]) await wire.handInRaw?.(nonsense)
    await visit.hear(1, () => wire.say(wire.home, '帮助'))
    await until(async () => expect((await visit.texts(wire.home)).at(-1)).toMatch(/诉求|政策/u))
  })
})
