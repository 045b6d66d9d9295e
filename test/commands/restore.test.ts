import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { withScratchDatabase } from '../../src/adapters/storage/backup-database.ts'
import { restoreBackup } from '../../src/adapters/storage/backup-restore.storage.ts'
import { auditVerifyCommand } from '../../src/commands/audit.ts'
import { ask, type BackedUpHouse, openBackedUpHouse, openNewMachine, restore } from './backed-up-house.ts'
import { run } from './on-house.ts'

let house: BackedUpHouse
let machine: Awaited<ReturnType<typeof openNewMachine>>
beforeAll(async () => {
  house = await openBackedUpHouse()
})
afterAll(() => house.close())
beforeEach(async () => {
  machine = await openNewMachine(house.directory)
})
afterEach(() => machine.close())

/** Everything in a database but what a restore writes anew, as text. */
async function contents(url: string): Promise<Record<string, string[]>> {
  const client = new pg.Client(url)
  await client.connect()
  const tables = await client.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
       AND table_name NOT IN ('_prisma_migrations', 'AuditEntry', 'Counter', 'Letter')`,
  )
  const all: Record<string, string[]> = {}
  for (const { name } of tables.rows) {
    const { rows } = await client.query<{ row: string }>(`SELECT t::text AS row FROM "${name}" t ORDER BY 1`)
    all[name] = rows.map(({ row }) => row)
  }
  await client.end()
  return all
}

test('no table refers to another, so that a restore may fill them in any order', async () => {
  expect(await ask(house.url, `SELECT conname FROM pg_constraint WHERE contype = 'f'`)).toEqual([])
})

test('a restored house holds, row for row and byte for byte, what was backed up', async () => {
  machine.there()
  const { code, out } = await restore(house.file)
  expect(code).toBe(0)
  const [before, after] = [await contents(house.url), await contents(machine.url)]
  expect(Object.keys(after).length).toBeGreaterThan(12)
  expect(after).toEqual(before)
  expect(before.StoredFile?.length).toBeGreaterThan(0)
  const texts = (url: string) => ask(url, `SELECT "id", "seq", "text", "dueAt" FROM "Letter" ORDER BY "seq"`)
  expect(await texts(machine.url)).toEqual(await texts(house.url))
  expect(out).toMatch(/^已恢复 \S+\+08:00 的备份/u)
})

test('what may have been sent after the backup is not sent again by itself, and what is due later still is', async () => {
  machine.there()
  const { out } = await restore(house.file)
  const states = await ask(
    machine.url,
    `SELECT "id", "state" FROM "Letter" WHERE "account" = 'mail:a' ORDER BY "id"`,
  )
  expect(states).toEqual([
    { id: 'out-failed', state: 'failed' },
    { id: 'out-sending', state: 'uncertain' },
    { id: 'out-waiting-later', state: 'waiting' },
    { id: 'out-waiting-now', state: 'uncertain' },
  ])
  expect(out).toContain('有 2 条消息')
})

test('after a move only what was in the middle of being sent is uncertain, and numbers simply go on', async () => {
  machine.there()
  const { out } = await restore(house.file, { moved: true })
  expect(out).toContain('有 1 条消息')
  expect(await ask(machine.url, 'SELECT "value"::int FROM "Counter"')).toEqual([{ value: 1 }])
})

test('numbers given out after the backup are not given out again', async () => {
  machine.there()
  await restore(house.file)
  expect(await ask(machine.url, 'SELECT "value"::int FROM "Counter"')).toEqual([{ value: 101 }])
})

test('sequences go on behind what was restored, and the chain goes on from its head', async () => {
  machine.there()
  await restore(house.file)
  const [fresh] = await ask<{ fresh: boolean }>(
    machine.url,
    `SELECT nextval(pg_get_serial_sequence('"Letter"', 'seq')) > max("seq") AS fresh FROM "Letter"`,
  )
  expect(fresh?.fresh).toBe(true)
  expect((await run(() => auditVerifyCommand({ json: false, demo: false, head: undefined }))).code).toBe(0)
  const entries = await ask<{ action: string }>(
    machine.url,
    'SELECT "action" FROM "AuditEntry" ORDER BY "seq"',
  )
  expect(entries.map(({ action }) => action)).toEqual([
    'membership.issue-code',
    'ledger.read',
    'house.restore',
  ])
})

test('--verify says that the backup is good and leaves no trace', async () => {
  house.here()
  const before = await contents(house.url)
  const { code, out } = await restore(house.file, { verify: true })
  expect(code).toBe(0)
  expect(out).toContain('这份备份是好的')
  expect(await contents(house.url)).toEqual(before)
  expect(await ask(house.url, `SELECT FROM pg_database WHERE datname LIKE 'niangjia_trial%'`)).toEqual([])
})

test('a house with anything in it is never restored over', async () => {
  house.here()
  await expect(restore(house.file)).rejects.toMatchObject({
    code: 'database',
    message: expect.stringContaining('不会覆盖'),
  })
})

test('a trial is possible on a server where we may not make databases', async () => {
  const role = `niangjia_poor_${randomBytes(4).toString('hex')}`
  await ask(house.url, `CREATE ROLE ${role} LOGIN PASSWORD 'poor'`)
  try {
    const poor = new URL(house.url)
    poor.username = role
    poor.password = 'poor'
    const name = await withScratchDatabase(poor.href, async (url) => {
      await restoreBackup({ url, file: house.file, at: new Date(), isMove: false })
      return ask(url, 'SELECT current_user AS me')
    })
    expect(name).not.toEqual([{ me: role }])
  } finally {
    await ask(house.url, `DROP ROLE ${role}`)
  }
})
