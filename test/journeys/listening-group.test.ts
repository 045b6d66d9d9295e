import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readChain } from '../../src/adapters/storage/audit.storage.ts'
import { type Chat, openChat } from '../support/chat.ts'

let chat: Chat
beforeEach(async () => {
  chat = await openChat()
})
afterEach(() => chat.close())

const group = () => chat.in('g-machinery')
const SECOND = 1_000

async function audited(action: string) {
  const found: { actor: string; subject: string; detail: unknown }[] = []
  for await (const { action: done, actor, subject, detail } of readChain(chat.house.storage.database))
    if (done === action) found.push({ actor, subject, detail })
  return found
}

async function switchOn(words = '@娘家 本群收诉求 开') {
  group().as('u-song').says(words)
  await chat.settle()
  expect(chat.last('g-machinery')?.text).toContain('已打开')
  chat.news()
}

async function said(...lines: readonly string[]) {
  for (const line of lines) {
    group().as('u-he').says(line)
    await chat.advance(2 * SECOND)
  }
  await chat.advance(7 * SECOND)
}

describe('the switch', () => {
  test.each([
    '@娘家 本群收诉求 开',
    '/本群收诉求 开启',
    '@娘家 打开本群收诉求',
    '@娘家 本群收诉求：打开',
    '@娘家 本 群 收 诉 求　开',
    '@娘家 请把本群收诉求打开一下吧',
  ])('%s switches it on, effective at once, and it is in the trail', async (words) => {
    await switchOn(words)
    expect(await audited('membership.listening')).toEqual([
      { actor: 'song', subject: 'stdio:stdio:group:g-machinery', detail: { on: true } },
    ])
    group().as('u-song').says('@娘家 本群收诉求')
    await chat.settle()
    expect(chat.last('g-machinery')?.text).toContain('开着')
  })

  test('off again, and then nobody is listened to', async () => {
    await switchOn()
    group().as('u-song').says('@娘家 关闭本群收诉求')
    await chat.settle()
    expect(chat.last('g-machinery')?.text).toContain('已关闭')
    chat.news()
    await said('我们厂停电三天了，没人管')
    expect(chat.news()).toEqual([])
  })

  test('a member is refused in one line, and may ask how it stands', async () => {
    group().as('u-he').says('@娘家 本群收诉求 开')
    await chat.settle()
    expect(chat.news().map(({ text }) => text)).toEqual([expect.stringContaining('工作人员')])
    group().as('u-he').says('@娘家 本群收诉求开着吗')
    await chat.settle()
    expect(chat.last('g-machinery')?.text).toContain('关着')
    expect(await audited('membership.listening')).toEqual([])
  })

  test('in private it says where to switch', async () => {
    chat.as('u-song').says('本群收诉求 开')
    await chat.settle()
    expect(chat.last('u-song')?.text).toContain('到要设置的群里说')
  })

  test('another group is as it was', async () => {
    await switchOn()
    chat.in('g-tea').as('u-lu').says('我们厂停电三天了，没人管')
    await chat.advance(10 * SECOND)
    expect(chat.news()).toEqual([])
  })
})

describe('in a group that listens', () => {
  test('six short lines that nobody addressed become one appeal, read back in private', async () => {
    await switchOn()
    await said('大家好', '我们厂门口那条路', '挖了半个月', '货车进不来', '订单要违约了', '能不能帮忙协调一下')
    const letters = chat.news()
    const own = letters.filter(({ to }) => to.id === 'u-he')
    expect(own).toHaveLength(1)
    expect(own[0]?.text).toContain('货车进不来')
    expect(own[0]?.text).toContain('门口那条路')
    expect(letters.filter(({ to }) => to.id === 'g-machinery').map(({ text }) => text)).toEqual([
      expect.stringContaining('收到'),
    ])
    chat.as('u-he').says('确认提交')
    await chat.settle()
    const [{ n } = { n: -1 }] = await chat.house.storage.database.$queryRawUnsafe<{ n: number }[]>(
      'SELECT count(*)::int AS n FROM "Appeal"',
    )
    expect(n).toBe(1)
  })

  test.each([
    '中午一起吃饭吗',
    '稳岗返还要什么材料？',
    '诉求列表',
    '下午三点开会，都到二楼',
    '收到',
    '谢谢大家',
    '1',
    '解决了',
    '哪位老板有闲置厂房',
    '帮忙投个票',
  ])('%s stays without an answer', async (words) => {
    await switchOn()
    await said(words)
    expect(chat.news()).toEqual([])
    group().as('u-song').says(words)
    await chat.advance(10 * SECOND)
    expect(chat.news()).toEqual([])
  })

  test('what turned out to be for others in the end is forgotten like the rest', async () => {
    await switchOn()
    const rows = () =>
      chat.house.storage.database.$queryRawUnsafe<{ text: string; state: string }[]>(
        `SELECT "content"->>'text' AS text, "state" FROM "Arrival" WHERE "personId" = 'u-he'`,
      )
    group().as('u-he').says('今天停电了')
    await chat.advance(SECOND)
    expect(await rows()).toEqual([{ text: '今天停电了', state: 'waiting' }])
    await said('谁知道稳岗返还要什么材料')
    expect(chat.news()).toEqual([])
    expect((await rows()).map(({ state }) => state)).toEqual(['heard', 'heard'])
    await chat.advance(6 * 60 * SECOND)
    expect(await rows()).toEqual([])
  })

  test('one person’s trouble does not take another’s chatter with it', async () => {
    await switchOn()
    group().as('u-wu').says('中午吃面')
    group().as('u-he').says('我们厂停电三天了，没人管')
    group().as('u-wu').says('几点去')
    await chat.advance(10 * SECOND)
    expect(chat.to('u-wu')).toEqual([])
    expect(chat.last('u-he')?.text).not.toContain('吃面')
  })
})

test('in any group, the choice that was offered is an answer in so many words; a mere 好的 to others is not', async () => {
  group().as('u-he').says('@娘家 我们厂停电三天了，没人管，请帮忙协调恢复供电，厂在柳溪镇')
  await chat.settle()
  chat.news()
  group().as('u-he').says('好的')
  await chat.advance(10 * SECOND)
  expect(chat.news()).toEqual([])
  group().as('u-he').says('确认提交')
  await chat.advance(10 * SECOND)
  expect(
    chat
      .news()
      .map(({ text }) => text)
      .join(),
  ).toMatch(/2026-\d{4}/u)
})
