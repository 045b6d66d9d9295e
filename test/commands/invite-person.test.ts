import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { invitePersonCommand } from '../../src/commands/invite-person.ts'
import type { Chat } from '../support/chat.ts'
import { openHouseWithHe } from './house-with-he.ts'
import { jsonLines, run } from './on-house.ts'

let chat: Chat
beforeAll(async () => {
  chat = await openHouseWithHe()
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await chat.close()
})

const invite = (code: string, json: boolean) => run(() => invitePersonCommand({ code, json, demo: false }))

test('the first member of staff on a new channel gets a code from the operator, good once', async () => {
  const { code, out } = await invite('song', true)
  expect(code).toBe(0)
  const [issued] = jsonLines(out)
  expect(issued).toMatchObject({
    person: 'song',
    hours: 24,
    binding: expect.stringMatching(/^[2-9A-Z]{8}$/u),
  })
  chat.as('u-new-phone').says(`绑定 ${issued.binding}`)
  await chat.settle()
  expect(chat.last('u-new-phone')?.text).toContain(issued.name)
  chat.as('u-stranger').says(`绑定 ${issued.binding}`)
  await chat.settle()
  expect(chat.last('u-stranger')?.text).toContain('用过')
})

test('on a terminal it is a sentence that can be read out; an unknown person is said so', async () => {
  const { out } = await invite('song', false)
  expect(out).toMatch(/的绑定码：[2-9A-Z]{8}，24 小时内有效.+绑定 [2-9A-Z]{8}/u)
  const unknown = await invite('nobody', false)
  expect(unknown.code).toBe(1)
  expect(unknown.err).toContain('名册里没有代码为“nobody”的人')
})
