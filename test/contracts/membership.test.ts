import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importRoster } from '../../src/features/membership/import-roster.ts'
import type { Directory } from '../../src/kernel/directory.ts'
import { SMALL_COUNTY } from '../support/small-county.ts'
import { NOON, openStores, privateOf, type Stores } from '../support/stores.ts'

let stores: Stores
beforeAll(async () => {
  stores = await openStores()
})
afterAll(() => stores.close())

const take = (roster: unknown, dryRun = false) =>
  importRoster(roster, {
    store: stores.first.membership,
    transactions: stores.first.transactions,
    at: NOON,
    dryRun,
  })
const directory = (storage: Stores['first'], at = NOON): Promise<Directory> =>
  storage.transactions.inOne(at, (work) => storage.membership.directory(work))

describe('the roster', () => {
  test('a trial says what would change and changes nothing; the second import changes nothing', async () => {
    const trial = await take(SMALL_COUNTY, true)
    expect((await directory(stores.first)).people.size).toBe(0)
    const real = await take(SMALL_COUNTY)
    expect(real).toEqual(trial)
    expect(real.changes.length).toBeGreaterThan(20)
    expect(await take(SMALL_COUNTY)).toEqual({ changes: [], errors: [] })
  })

  test('a change made by one process is seen by the other', async () => {
    expect((await directory(stores.second)).companies.get('tianhe')?.town).toBe('柳溪镇')
    const companies = SMALL_COUNTY.companies.map((row) =>
      row.code === 'tianhe' ? { ...row, town: '新镇' } : row,
    )
    expect((await take({ ...SMALL_COUNTY, companies })).changes).toEqual([
      { section: 'companies', code: 'tianhe', change: 'changed' },
    ])
    expect((await directory(stores.second)).companies.get('tianhe')?.town).toBe('新镇')
  })

  test('what has an until is there on that day and gone on the next, without another import', async () => {
    await take({ people: [{ code: 'temp', name: '临时工', until: '2026-03-05' }] })
    expect((await directory(stores.first, new Date('2026-03-05T23:00:00+08:00'))).people.has('temp')).toBe(
      true,
    )
    expect((await directory(stores.first, new Date('2026-03-06T00:30:00+08:00'))).people.has('temp')).toBe(
      false,
    )
  })

  test('is read once for as long as nobody changes it', async () => {
    expect(await directory(stores.first)).toBe(await directory(stores.first))
  })
})

describe('accounts', () => {
  const bind = (person: string) =>
    stores.inOne((work) =>
      stores.first.membership.bind(
        { platform: 'stdio', accountId: 'u-new', person, boundBy: 'code', chat: privateOf('u-new') },
        work,
      ),
    )
  const find = (id: string, storage = stores.second) =>
    storage.transactions.inOne(NOON, (work) => storage.membership.findAccount('stdio', id, work))

  test('are bound to one person, the last one', async () => {
    await bind('he')
    await bind('wu')
    expect(await find('u-new')).toMatchObject({ person: 'wu', chat: { chatId: 'u-new' } })
    expect(await stores.inOne((work) => stores.first.membership.listAccounts('he', work))).toHaveLength(1)
  })

  test('remember where somebody was last met', async () => {
    const account = await find('u-he')
    await stores.inOne(async (work) =>
      stores.first.membership.noteSeen(
        account as never,
        { ...privateOf('u-he'), title: '坏\u0000标题' },
        work,
      ),
    )
    expect(await find('u-he')).toMatchObject({ lastSeenAt: NOON, chat: { chatId: 'u-he' } })
  })

  test('a binding code is used once, also by two at the same moment', async () => {
    const code = { digest: 'd1', person: 'he', issuedBy: 'song', expiresAt: NOON, usedAt: undefined }
    await stores.inOne((work) => stores.first.membership.addCode(code, work))
    expect(
      await stores.inOne((work) => stores.second.membership.findCode('d1', work), stores.second),
    ).toMatchObject(code)
    const use = (storage: Stores['first'], by: string) =>
      stores.inOne((work) => storage.membership.useCode('d1', by, work), storage)
    const ends = await Promise.allSettled([use(stores.first, 'stdio:u-1'), use(stores.second, 'stdio:u-2')])
    expect(ends.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(ends.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'storage-conflict' },
    })
    expect(
      (await stores.inOne((work) => stores.second.membership.findCode('d1', work), stores.second))?.usedAt,
    ).toEqual(NOON)
  })
})
