import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { tasksCommand } from '../../src/commands/tasks.ts'
import { type Chat, openChat } from '../support/chat.ts'
import { jsonLines, pointAt, run } from './on-house.ts'

let chat: Chat
beforeAll(async () => {
  chat = await openChat()
  pointAt(chat.house.storage.url, chat.house.config.dataDirectory)
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await chat.close()
})

test('every task is one line with the promised keys', async () => {
  chat.as('u-bai').says('请供电公司三天内报我停电情况')
  await chat.settle()
  chat.as('u-bai').chooses('yes')
  await chat.settle()
  const { code, out } = await run(() => tasksCommand({ json: true, demo: false }))
  expect(code).toBe(0)
  expect(jsonLines(out)).toEqual([
    {
      number: 'J-0001',
      kind: 'instruction',
      state: 'given',
      appeal: null,
      text: '请供电公司三天内报我停电情况',
      givenBy: { code: 'bai', name: '白云峰' },
      givenAt: '2026-03-02T09:00:00+08:00',
      person: null,
      unit: { code: 'power', name: '供电公司' },
      dueAt: '2026-03-05T17:30:00+08:00',
      report: null,
      reportedBy: null,
      reportedAt: null,
      closedAt: null,
    },
  ])
  expect((await run(() => tasksCommand({ json: false, demo: false }))).out).toMatch(
    /^J-0001 {2}given {2}- {2}供电公司/u,
  )
})
