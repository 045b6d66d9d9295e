import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { LEASE_TIMES, type LeaseTimes } from '../../src/adapters/storage/lease-connection.ts'
import { openLeases } from '../../src/adapters/storage/leases.ts'
import { openWire } from '../support/cut-wire.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { until } from '../support/desk.ts'

let database: TestDatabase
let admin: pg.Client
const open: { close(): Promise<void> | void }[] = []
beforeAll(async () => {
  database = await openTestDatabase()
  admin = new pg.Client(database.url)
  await admin.connect()
})
afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
})
afterAll(async () => {
  await admin.end()
  await database.drop()
})

/** The same rule, quicker, and slow enough that a starved process is not taken for a silent database. */
const QUICK: LeaseTimes = { heartbeatMs: 300, validMs: 3_000, freedMs: 4_500 }

async function leasesOf(url = database.url, times?: LeaseTimes) {
  const leases = await openLeases(url, times)
  open.push(leases)
  const lost: string[] = []
  leases.onLost((account) => lost.push(account))
  return { ...leases, lost }
}

async function wireTo(url: string) {
  const wire = await openWire(url)
  open.push(wire)
  return wire
}

/** As when the server restarts: every lease's connection is gone. */
const cut = () =>
  admin.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'niangjia leases'`,
  )

test('one process holds an account; the next gets it when the first lets go, or dies', async () => {
  const [first, second] = [await leasesOf(), await leasesOf()]
  expect(await first.take('stdio:a')).toBe(true)
  expect(await first.take('stdio:a'), 'asking again changes nothing').toBe(true)
  expect(await second.take('stdio:a')).toBe(false)
  expect(await second.take('stdio:b'), 'another account is free').toBe(true)
  expect([first.holds('stdio:a'), second.holds('stdio:a')]).toEqual([true, false])
  await first.release('stdio:a')
  expect(await second.take('stdio:a')).toBe(true)
  await second.close()
  await until(async () => expect(await first.take('stdio:a')).toBe(true))
  expect(first.lost, 'what was let go was not lost').toEqual([])
})

test('a cut connection loses every account at once, each is told, and they can be taken again', async () => {
  const leases = await leasesOf()
  await leases.take('stdio:c')
  await leases.take('stdio:d')
  await cut()
  await until(() => expect(leases.lost.toSorted()).toEqual(['stdio:c', 'stdio:d']))
  expect([leases.holds('stdio:c'), leases.holds('stdio:d')]).toEqual([false, false])
  expect([await leases.take('stdio:c'), await leases.take('stdio:d')]).toEqual([true, true])
})

test('a database that cannot be reached gives nothing, and is found again when it is back', async () => {
  const wire = await wireTo(database.url)
  const leases = await leasesOf(wire.url)
  await leases.take('stdio:e')
  wire.cut()
  await until(() => expect(leases.lost).toEqual(['stdio:e']))
  expect(await leases.take('stdio:e')).toBe(false)
  wire.mend()
  await until(async () => expect(await leases.take('stdio:e')).toBe(true))
})

test('where the database falls silent, the holder knows before anybody else can take the account', async () => {
  const wire = await wireTo(database.url)
  const holder = await leasesOf(wire.url, QUICK)
  const other = await leasesOf(database.url, QUICK)
  await holder.take('telegram:a')
  // Longer than the database would wait for a word: the heartbeat keeps it.
  const kept = performance.now() + QUICK.freedMs * 1.2
  await until(async () => {
    expect(await other.take('telegram:a')).toBe(false)
    expect(performance.now()).toBeGreaterThan(kept)
  })
  expect(holder.lost).toEqual([])
  wire.hang()
  let heldAtOnce = false
  await until(async () => {
    const taken = await other.take('telegram:a')
    if (taken) heldAtOnce = holder.holds('telegram:a')
    expect(taken).toBe(true)
  })
  expect(heldAtOnce).toBe(false)
  expect(holder.lost).toEqual(['telegram:a'])
  // Nobody hangs up, and it does not wait for that either.
  expect(await holder.take('telegram:a')).toBe(false)
  wire.mend()
  expect(await other.take('telegram:a')).toBe(true)
})

test('the holder stops with time to spare before another process can begin', () => {
  const { heartbeatMs, validMs, freedMs } = LEASE_TIMES
  expect(validMs).toBeGreaterThan(heartbeatMs * 2)
  // What it has begun to fetch or to send is over by then.
  expect(freedMs - validMs).toBeGreaterThanOrEqual(3_000)
  // Whoever stands by asks every two seconds and has the rest of the fifteen for taking over.
  expect(freedMs).toBeLessThanOrEqual(12_000)
})
