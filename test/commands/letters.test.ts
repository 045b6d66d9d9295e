import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { lettersCommand } from '../../src/commands/letters.ts'
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

test('a house that never wrote says so, and nothing at all in JSON', async () => {
  expect((await run(() => lettersCommand({ json: true, demo: false }))).out).toBe('')
  expect((await run(() => lettersCommand({ json: false, demo: false }))).out).toContain('还没有发过')
})

test('every letter is one line with the promised keys, and its id is the one the platform was given', async () => {
  chat.as('u-song').says('发绑定码 何志平')
  await chat.settle()
  const { code, out } = await run(() => lettersCommand({ json: true, demo: false }))
  const [line] = jsonLines(out)
  expect(code).toBe(0)
  expect(Object.keys(line)).toEqual([
    'id',
    'key',
    'platform',
    'chat',
    'state',
    'origin',
    'tries',
    'sentAt',
    'failure',
  ])
  expect(line).toMatchObject({
    id: chat.last('u-song')?.id,
    platform: 'stdio',
    chat: 'u-song',
    state: 'sent',
    failure: null,
  })
  expect(line.sentAt).toBe('2026-03-02T09:00:00+08:00')
})

test('thousands of letters come in the order they were written, page after page', async () => {
  const { database } = chat.house.storage
  await database.$executeRawUnsafe(
    `INSERT INTO "Letter" ("id", "key", "account", "chatKey", "chat", "text", "origin", "extras", "state", "tries", "dueAt", "writtenAt", "failure", "messageIds")
     SELECT 'out-' || n, 'bulk:' || n, 'mail:a', 'mail:a:private:p', '{"platform":"mail","account":"a","kind":"private","chatId":"p"}',
       'x', 'automatic', '{}', 'failed', 8, now(), now(), 'gone', '[]' FROM generate_series(1, 10000) n`,
  )
  const { out } = await run(() => lettersCommand({ json: true, demo: false }))
  const bulk = jsonLines(out).filter((line) => line.platform === 'mail')
  expect(bulk.map((line) => line.id)).toEqual(Array.from({ length: 10_000 }, (_, i) => `out-${i + 1}`))
  const { out: table } = await run(() => lettersCommand({ json: false, demo: false }))
  expect(table.trimEnd().split('\n').at(-1)).toBe('共 10001 条：已发出 1，没发成 10000。')
  expect(table).toContain('试了 8 次  gone')
})
