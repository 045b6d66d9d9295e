import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Chat, openChat } from '../../../support/chat.ts'
import { history, ledger } from './appeals-house.ts'

let chat: Chat
beforeAll(async () => {
  chat = await openChat()
})
afterAll(() => chat.close())

test('a question asked in a group and filed from the private chat keeps the group’s message as its source', async () => {
  const asked = chat.in('g-tea').as('u-lu').says('@娘家 手工茶作坊的食品许可证补办要什么材料')
  await chat.settle()
  chat.as('u-lu').chooses('yes')
  await chat.settle()
  chat.as('u-lu').chooses('yes')
  await chat.settle()
  const [line] = await ledger(chat)
  expect(line?.sources).toEqual([asked])
  // A message of the same number in another chat is another message.
  chat.as('u-lu').edits(asked, '别的话')
  await chat.settle()
  expect((await history(chat, '2026-0001')).map(({ act }) => act)).toEqual(['file'])
  chat.in('g-tea').as('u-lu').edits(asked, '手工茶作坊的食品许可证补办要几天')
  await chat.settle()
  expect((await history(chat, '2026-0001')).map(({ act }) => act)).toEqual(['file', 'sourceChanged'])
})
