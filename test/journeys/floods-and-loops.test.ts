import { afterEach, beforeEach, expect, test } from 'vitest'
import { readChain } from '../../src/adapters/storage/audit.storage.ts'
import { type Chat, openChat } from '../support/chat.ts'

let chat: Chat
beforeEach(async () => {
  chat = await openChat()
})
afterEach(() => chat.close())

async function audited(action: string): Promise<number> {
  let found = 0
  for await (const entry of readChain(chat.house.storage.database)) if (entry.action === action) found++
  return found
}
const told = (words: string) =>
  ['u-song', 'u-ren'].map((staff) => chat.to(staff).filter(({ text }) => text.includes(words)).length)
const WAIT = '缓一缓'

test('whoever floods is asked once to wait, staff see it, and everything is worked on all the same', async () => {
  for (let i = 1; i <= 25; i++) {
    chat.as('u-he').says(`我的第${i}个诉求到哪一步了`)
    await chat.advance(2_000)
  }
  const answers = chat.to('u-he')
  expect(answers.filter(({ text }) => text.includes(WAIT))).toHaveLength(1)
  expect(answers.length).toBe(26)
  expect(told('照常处理')).toEqual([1, 1])
  expect(await audited('manners.flood')).toBe(1)
})

test('in a group the same, to the person by name; lines to others do not count', async () => {
  const he = chat.in('g-machinery').as('u-he')
  for (let i = 0; i < 40; i++) he.says(`第${i}句闲聊`)
  await chat.advance(10_000)
  expect(chat.news()).toEqual([])
  for (let i = 0; i < 30; i++) he.says('@娘家 停电了')
  await chat.advance(10_000)
  const asked = chat.to('g-machinery').filter(({ text }) => text.includes(WAIT))
  expect(asked.map(({ mention }) => mention)).toEqual([['u-he']])
})

test('a program that answers us is not answered any more after three rounds; staff hear of it once, the group never', async () => {
  const program = chat.in('g-machinery').as('u-robot', '某机器人')
  for (let i = 0; i < 8; i++) {
    program.says('@娘家 您好，我是智能客服，您的问题已收到')
    await chat.settle()
    await chat.advance(1_000)
  }
  expect(chat.all().filter(({ to }) => to.id === 'g-machinery' || to.id === 'u-robot')).toHaveLength(3)
  expect(told('来回了 3 轮')).toEqual([1, 1])
  expect(await audited('manners.loop')).toBe(1)
  chat.news()
  program.says('@娘家 我们厂停电三天了，没人管')
  await chat.advance(10_000)
  expect(chat.news().length).toBeGreaterThan(0)
})

test('two houses in one room stop setting each other off', async () => {
  const other = await openChat()
  try {
    const houses = [chat, other] as const
    const read = [0, 0]
    chat.in('g-tea').as('u-lu').says('@娘家 呃呃呃这个那个')
    let rounds = 0
    for (; rounds < 40; rounds++) {
      let anything = false
      for (const [n, house] of houses.entries()) {
        await house.advance(7_000)
        const fresh = house.to('g-tea').slice(read[n])
        read[n] = house.to('g-tea').length
        for (const { text } of fresh) {
          anything = true
          const listener = houses[1 - n] as Chat
          listener.in('g-tea').as(`u-house-${n}`, '娘家').says(`@娘家 ${text}`)
        }
      }
      if (!anything) break
    }
    expect(rounds).toBeLessThan(6)
  } finally {
    await other.close()
  }
})
