import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readChain } from '../../src/adapters/storage/audit.storage.ts'
import { verifyChainStream } from '../../src/audit/chain.ts'
import { NOON, openStores, type Stores } from '../support/stores.ts'

let stores: Stores
beforeAll(async () => {
  stores = await openStores()
})
afterAll(() => stores.close())

describe('counters', () => {
  test('give no number twice, whoever asks at once, and a rolled-back one may be missing', async () => {
    const some = (storage: Stores['first'], fails: boolean) =>
      stores.inOne(async (work) => {
        const numbers = await Promise.all(
          Array.from({ length: 5 }, () => storage.counters.next('appeals:2026', work)),
        )
        if (fails) throw new Error('rolled back')
        return numbers
      }, storage)
    const asked = Array.from({ length: 12 }, (_, i) =>
      some(i % 2 ? stores.first : stores.second, i % 4 === 3),
    )
    const ends = await Promise.allSettled(asked)
    const numbers = ends.flatMap((end) => (end.status === 'fulfilled' ? end.value : []))
    expect(numbers).toHaveLength(45)
    expect(new Set(numbers).size).toBe(45)
    expect(Math.min(...numbers)).toBeGreaterThan(0)
  })

  test('of different names do not touch each other', async () => {
    const both = await stores.inOne(async (work) => [
      await stores.first.counters.next('x', work),
      await stores.first.counters.next('y', work),
    ])
    expect(both).toEqual([1, 1])
  })
})

describe('the audit trail', () => {
  const note = (subject: string, detail = {}) => ({
    at: NOON,
    actor: 'song',
    action: 'test.note',
    subject,
    detail,
  })

  test('is one whole chain after writers from two processes, some of whom were rolled back', async () => {
    const write = (storage: Stores['first'], i: number) =>
      stores.inOne(async (work) => {
        for (let n = 0; n < 3; n++) storage.audit.add(note(`s-${i}-${n}`, { n }), work)
        if (i % 5 === 4) throw new Error('rolled back')
      }, storage)
    await Promise.allSettled(
      Array.from({ length: 20 }, (_, i) => write(i % 2 ? stores.first : stores.second, i)),
    )
    expect(await verifyChainStream(readChain(stores.first.database), [])).toMatchObject({
      ok: true,
      length: 48,
    })
  })

  test('holds although somebody’s id carries what PostgreSQL does not take', async () => {
    await stores.inOne(async (work) =>
      stores.first.audit.add(note('u-\u0000-\ud83d', { 键: '值\u0000' }), work),
    )
    expect(await verifyChainStream(readChain(stores.first.database), [])).toMatchObject({ ok: true })
  })
})

describe('files', () => {
  test('are found with the same bytes by every process; the first name stays', async () => {
    const bytes = randomBytes(300_000)
    const file = { sha256: 'cd'.repeat(32), mediaType: 'image/png', size: bytes.length, name: '一.png' }
    const put = (storage: Stores['first'], name: string) =>
      stores.inOne((work) => storage.files.put(bytes, { ...file, name }, work), storage)
    await put(stores.first, '一.png')
    await Promise.all([put(stores.first, '二.png'), put(stores.second, '三.png')])
    const found = await stores.inOne((work) => stores.second.files.find(file.sha256, work), stores.second)
    expect(found).toMatchObject({ ...file, name: '一.png' })
    expect(Buffer.from(found?.bytes ?? []).equals(bytes)).toBe(true)
    expect(await stores.inOne((work) => stores.first.files.find('ef'.repeat(32), work))).toBeUndefined()
  })

  test('put by two at once for the first time are one file', async () => {
    const bytes = randomBytes(1_000)
    const file = { sha256: 'ab'.repeat(32), mediaType: 'application/pdf', size: bytes.length, name: 'a.pdf' }
    const both = [stores.first, stores.second].map((storage) =>
      stores.inOne((work) => storage.files.put(bytes, file, work), storage),
    )
    await expect(Promise.all(both)).resolves.toHaveLength(2)
  })
})
