import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { auditVerifyCommand } from '../../src/commands/audit.ts'
import { type Chat, openChat } from '../support/chat.ts'
import { jsonLines, pointAt, run } from './on-house.ts'

let chat: Chat
beforeAll(async () => {
  chat = await openChat()
  pointAt(chat.house.storage.url, chat.house.config.dataDirectory)
})
beforeEach(async () => {
  const { storage } = chat.house
  await storage.database.auditEntry.deleteMany()
  for (const subject of ['2026-0001', '2026-0002', '2026-0003']) {
    await storage.transactions.inOne(chat.house.clock.now(), async (work) => {
      storage.audit.add(
        { at: work.at, actor: 'song', action: 'appeals.dispatch', subject, detail: { unit: 'finance' } },
        work,
      )
    })
  }
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await chat.close()
})

const verify = (head?: string, json = false) => run(() => auditVerifyCommand({ json, demo: false, head }))

test('a whole chain is said to be whole, with the head to keep elsewhere', async () => {
  const { code, out } = await verify()
  expect(code).toBe(0)
  const head = /链头 (3:[0-9a-f]{64})/u.exec(out)?.[1]
  expect((await verify(head)).code).toBe(0)
  const [json] = jsonLines((await verify(undefined, true)).out)
  expect(json).toMatchObject({ ok: true, length: 3 })
})

test('an entry that was changed breaks the chain at its number', async () => {
  await chat.house.storage.database.auditEntry.update({ where: { seq: 2n }, data: { actor: 'li' } })
  const { code, out } = await verify()
  expect(code).toBe(1)
  expect(out).toContain('第 2 条起不可信')
  expect(jsonLines((await verify(undefined, true)).out)).toEqual([{ ok: false, brokenAt: 2, why: 'content' }])
})

test('an end that was cut off shows against the head kept elsewhere, and only then', async () => {
  const head = /链头 (3:\w+)/u.exec((await verify()).out)?.[1]
  await chat.house.storage.database.auditEntry.delete({ where: { seq: 3n } })
  expect((await verify()).code).toBe(0)
  const { code, out } = await verify(head)
  expect(code).toBe(1)
  expect(out).toContain('链头不在这条链上')
})

test('a head that was written down wrong is wrong usage, not a broken chain', async () => {
  await expect(verify('3-abc')).rejects.toMatchObject({ code: 'usage' })
})
