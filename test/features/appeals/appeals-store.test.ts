import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { appealsStorage } from '../../../src/adapters/storage/appeals.storage.ts'
import { type Database, openDatabase, openTransactions } from '../../../src/adapters/storage/client.ts'
import { createPersonalCodec } from '../../../src/adapters/storage/personal-codec.ts'
import type { Asker } from '../../../src/features/appeals/appeal.ts'
import type { Work } from '../../../src/kernel/work.ts'
import { openTestDatabase, type TestDatabase } from '../../support/database.ts'
import { APPEAL, NOW } from './county.ts'

let testing: TestDatabase
let database: Database
const store = appealsStorage(createPersonalCodec(randomBytes(32)))
beforeAll(async () => {
  testing = await openTestDatabase()
  database = openDatabase(testing.url)
})
afterAll(async () => {
  await database.$disconnect()
  await testing.drop()
})

const inOne = <T>(act: (work: Work) => Promise<T>): Promise<T> => openTransactions(database).inOne(NOW, act)
const home = { platform: 'stdio', account: 'stdio', kind: 'private', chatId: 'u-he' } as const
const asker: Asker = {
  code: 'he',
  name: '何志平',
  account: 'stdio:u-he',
  home,
  company: null,
  wholeText: null,
}
const he = { code: 'he', account: 'stdio:u-he' }

test('an appeal is found as it was added, by its number and by whose it is', async () => {
  await inOne(async (work) => {
    store.add(APPEAL, asker, work)
    store.add({ ...APPEAL, number: '2026-0013', sealed: true, asker: null, company: null }, asker, work)
    store.add({ ...APPEAL, number: '2026-0014' }, { ...asker, code: null, account: 'stdio:u-new' }, work)
  })
  expect(await inOne((work) => store.find('2026-0012', work))).toEqual(APPEAL)
  const own = await inOne((work) => store.listOwn(he, work))
  expect(own.map(({ number }) => number)).toEqual(['2026-0013', '2026-0012'])
  expect(await inOne((work) => store.isOwn('2026-0014', he, work))).toBe(false)
  expect(await inOne((work) => store.isOwn('2026-0014', { code: 'new', account: 'stdio:u-new' }, work))).toBe(
    true,
  )
})

test('a sealed asker is opened by the codec, and equal digests do not tie them to their open appeals', async () => {
  expect(await inOne((work) => store.askerOf('2026-0013', work))).toEqual(asker)
  const rows = await database.$queryRawUnsafe<{ askerDigest: string; row: object }[]>(
    `SELECT "askerDigest", to_jsonb(a) AS row FROM "Appeal" a WHERE number IN ('2026-0012', '2026-0013') ORDER BY number`,
  )
  expect(rows[0]?.askerDigest).not.toBe(rows[1]?.askerDigest)
  expect(JSON.stringify(rows[1]?.row)).not.toMatch(/何志平|u-he/)
})

test('of two who change the same appeal the slower one is refused, and nothing of theirs stays', async () => {
  const stale = await inOne((work) => store.find('2026-0012', work))
  if (stale === undefined) throw new Error('it was added above')
  await inOne((work) => store.save({ ...stale, status: 'accepted' }, work))
  await expect(inOne((work) => store.save({ ...stale, status: 'withdrawn' }, work))).rejects.toMatchObject({
    code: 'storage-conflict',
  })
  expect((await inOne((work) => store.find('2026-0012', work)))?.status).toBe('accepted')
})

test('a message is found in the chat it was said in, in every appeal it went into, and its change is marked in one', async () => {
  const source = { place: 'stdio:stdio:group:g', message: 'm-1' }
  await inOne(async (work) => {
    await store.addSources('2026-0012', [source, source], work)
    await store.addSources('2026-0013', [source], work)
  })
  await inOne((work) => store.addSources('2026-0012', [source], work))
  expect(await inOne((work) => store.listSources(source, work))).toEqual([
    { number: '2026-0012', message: 'm-1' },
    { number: '2026-0013', message: 'm-1' },
  ])
  expect(await inOne((work) => store.listSources({ ...source, place: 'elsewhere' }, work))).toEqual([])
  await inOne((work) => store.markSource(source, '2026-0013', '改过的话', work))
  const rows = await database.$queryRawUnsafe<{ number: string; changedText: string | null }[]>(
    'SELECT "number", "changedText" FROM "AppealSource" ORDER BY "number"',
  )
  expect(rows).toEqual([
    { number: '2026-0012', changedText: null },
    { number: '2026-0013', changedText: '改过的话' },
  ])
})

test('a list is filtered, counted and cut into pages, the oldest first', async () => {
  const page = await inOne((work) => store.list({ states: ['filed'] }, 1, 1, work))
  expect(page.total).toBe(2)
  expect(page.appeals.map(({ number }) => number)).toEqual(['2026-0014'])
})
