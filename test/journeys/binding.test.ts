import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Chat, openChat } from '../support/chat.ts'

let chat: Chat
beforeAll(async () => {
  chat = await openChat()
})
afterAll(() => chat.close())

test('somebody new is bound by a one-time code that staff handed out, once', async () => {
  chat.as('u-song').says('发绑定码 何志平')
  await chat.settle()
  const code = /绑定 (\S{8})/u.exec(chat.last('u-song')?.text ?? '')?.[1]
  expect(code).toBeDefined()
  chat.as('u-new').says(`绑定 ${code}`)
  await chat.settle()
  expect(chat.last('u-new')?.text).toContain('何志平（天禾农机有限公司）')
  chat.as('u-other').says(`绑定 ${code}`)
  await chat.settle()
  expect(chat.last('u-other')?.text).toContain('用过')
})

test('a code shown in a group is not taken', async () => {
  chat.in('g-machinery').as('u-other').says('@娘家 绑定 ABCDEFGH')
  await chat.settle()
  expect(chat.last('u-other')?.text).toContain('私聊')
})

test('a member may not hand out codes', async () => {
  chat.as('u-he').says('发绑定码 吴桂兰')
  await chat.settle()
  expect(chat.last('u-he')?.text).toContain('工作人员')
})
