import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openLeases } from '../../src/adapters/storage/leases.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { until } from '../support/desk.ts'

let database: TestDatabase
let admin: pg.Client
beforeAll(async () => {
  database = await openTestDatabase()
  admin = new pg.Client(database.url)
  await admin.connect()
})
afterAll(async () => {
  await admin.end()
  await database.drop()
})

const connections = async () => {
  const { rows } = await admin.query<{ seen: string }>(
    `SELECT pid || ' ' || query_start AS seen FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'niangjia leases'`,
  )
  return rows.map(({ seen }) => seen)
}
/** As when the server restarts or the network is cut: every lease's connection is gone. */
const cut = () =>
  admin.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'niangjia leases'`,
  )

test('one process holds an account; the next gets it when the first lets go, or dies', async () => {
  const [first, second] = [await openLeases(database.url), await openLeases(database.url)]
  expect(await first.take('stdio:a')).toBe(true)
  expect(await first.take('stdio:a'), 'asking again changes nothing').toBe(true)
  expect(await second.take('stdio:a')).toBe(false)
  expect(await second.take('stdio:b'), 'another account is free').toBe(true)
  expect([first.holds('stdio:a'), second.holds('stdio:a')]).toEqual([true, false])
  await first.release('stdio:a')
  expect(await second.take('stdio:a')).toBe(true)
  await second.close()
  await until(async () => expect(await first.take('stdio:a')).toBe(true))
  await first.close()
})

test('a cut connection loses the lease at once, and it is taken again by itself', async () => {
  const leases = await openLeases(database.url)
  const regained: string[] = []
  leases.onRegained((account) => regained.push(account))
  await leases.take('stdio:c')
  await leases.take('stdio:d')
  await cut()
  await until(() => expect(leases.holds('stdio:c')).toBe(false))
  await until(() => expect(regained.toSorted()).toEqual(['stdio:c', 'stdio:d']))
  expect([leases.holds('stdio:c'), leases.holds('stdio:d')]).toEqual([true, true])
  await leases.close()
})

test('an account that another process took meanwhile is waited for on one connection', async () => {
  const leases = await openLeases(database.url)
  await leases.take('stdio:e')
  await cut()
  await until(() => expect(leases.holds('stdio:e')).toBe(false))
  await admin.query(`SELECT pg_advisory_lock(7101, hashtext('stdio:e'))`)
  const asked = new Set<string>()
  let most = 0
  // Asked three times, as the database saw it.
  await until(async () => {
    const now = await connections()
    most = Math.max(most, now.length)
    for (const one of now) asked.add(one)
    expect(asked.size).toBeGreaterThan(2)
  })
  expect(most).toBe(1)
  expect(leases.holds('stdio:e')).toBe(false)
  await admin.query(`SELECT pg_advisory_unlock(7101, hashtext('stdio:e'))`)
  await until(() => expect(leases.holds('stdio:e')).toBe(true))
  await leases.close()
})
