import { afterAll, beforeAll, expect, test } from 'vitest'
import { importRoster } from '../../../src/features/membership/import-roster.ts'
import { SMALL_COUNTY } from '../../support/small-county.ts'
import { later, NOON, openStores, privateOf, type Stores } from '../../support/stores.ts'

const FRESH_SECONDS = 5 * 60

let stores: Stores
beforeAll(async () => {
  stores = await openStores()
  const { membership: store, transactions } = stores.first
  await importRoster(SMALL_COUNTY, { store, transactions, at: NOON, dryRun: false })
})
afterAll(() => stores.close())

const accountsOf = (person: string, storage = stores.first, at = NOON) =>
  storage.transactions.inOne(at, (work) => storage.membership.listAccounts(person, work))
const placesOf = async (...asked: Parameters<typeof accountsOf>) =>
  (await accountsOf(...asked)).map(({ accountId, chat }) => `${accountId} ${chat?.account ?? 'never met'}`)
const meet = (account: string, at: Date, storage = stores.first) =>
  storage.transactions.inOne(at, async (work) => {
    const [known] = await storage.membership.listAccounts('song', work)
    if (known === undefined) throw new Error('song has no account')
    storage.membership.noteSeen(known, privateOf('u-song', account), work)
  })

test('are read once for as long as nobody changes the roster', async () => {
  expect(await placesOf('song')).toEqual(['u-song never met'])
  await stores.first.database.$executeRawUnsafe(
    `UPDATE "PersonAccount" SET "accountId" = 'u-behind' WHERE "person" = 'ren'`,
  )
  expect(await placesOf('ren')).toEqual(['u-ren never met'])
  expect(await placesOf('ren', stores.first, later(FRESH_SECONDS + 1))).toEqual(['u-behind never met'])
})

test('know at once where somebody was last met, and never take an older meeting for the last', async () => {
  await meet('b', later(400))
  expect(await placesOf('song', stores.first, later(400))).toEqual(['u-song b'])
  await stores.first.database.$executeRawUnsafe(
    `UPDATE "PersonAccount" SET "lastSeenAt" = $1, "chat" = jsonb_set("chat", '{account}', '"c"') WHERE "person" = 'song'`,
    later(500),
  )
  expect(await placesOf('song', stores.first, later(400 + FRESH_SECONDS + 1))).toEqual(['u-song c'])
})

test('a meeting in another process is known after a while', async () => {
  const { second } = stores
  expect(await placesOf('song', second, later(800))).toEqual(['u-song c'])
  await meet('d', later(810))
  expect(await placesOf('song', second, later(820))).toEqual(['u-song c'])
  expect(await placesOf('song', second, later(810 + FRESH_SECONDS))).toEqual(['u-song d'])
})

test('a binding is seen at once: where it is made, in the same process, and in the other', async () => {
  const { first, second } = stores
  const binding = {
    platform: 'stdio',
    accountId: 'u-two',
    person: 'he',
    boundBy: 'code' as const,
    chat: privateOf('u-two'),
  }
  const inside = await stores.inOne(async (work) => {
    await first.membership.bind(binding, work)
    return first.membership.listAccounts('he', work)
  })
  expect(inside.map(({ accountId }) => accountId).sort()).toEqual(['u-he', 'u-two'])
  expect((await placesOf('he')).length).toBe(2)
  expect((await placesOf('he', second)).length).toBe(2)
})

test('a binding that did not happen is known to nobody', async () => {
  const { first } = stores
  const attempt = stores.inOne(async (work) => {
    await first.membership.bind(
      { platform: 'stdio', accountId: 'u-three', person: 'wu', boundBy: 'code', chat: privateOf('u-three') },
      work,
    )
    expect((await first.membership.listAccounts('wu', work)).length).toBe(2)
    throw new Error('undone')
  })
  await expect(attempt).rejects.toThrow('undone')
  expect(await placesOf('wu')).toEqual(['u-wu never met'])
})
