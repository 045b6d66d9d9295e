import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type Database,
  isPassing,
  openDatabase,
  openTransactions,
} from '../../src/adapters/storage/client.ts'
import { HouseError } from '../../src/kernel/errors.ts'
import { openWire } from '../support/cut-wire.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { until } from '../support/desk.ts'
import { gate } from '../support/scripted-platform.ts'

let database: TestDatabase
let wire: Awaited<ReturnType<typeof openWire>>
let client: Database
beforeAll(async () => {
  database = await openTestDatabase()
  wire = await openWire(database.url)
  client = openDatabase(wire.url)
})
afterAll(async () => {
  await client.$disconnect()
  wire.close()
  await database.drop()
})

test('a wire that is cut while people work, and while they come in, is always told as passing', async () => {
  const errors: unknown[] = []
  const transactions = openTransactions(client)
  const one = () => client.$queryRawUnsafe('SELECT 1 AS one')
  for (let i = 0; i < 12; i++) {
    const { passed: oneAnswered, open } = gate()
    const work = Array.from({ length: 20 }, (_, n) =>
      (n % 2 === 0 ? one() : transactions.inOne(new Date(0), one))
        .catch((error: unknown) => void errors.push(error))
        .finally(open),
    )
    // Another moment each time: before there is a connection, on the way in, when the first is answered.
    if (i % 3 === 1) await new Promise((resolve) => setImmediate(resolve))
    if (i % 3 === 2) await oneAnswered
    wire.cut()
    await Promise.all(work)
    wire.mend()
  }
  expect(errors.length).toBeGreaterThan(20)
  expect(errors.filter((error) => !isPassing(error))).toEqual([])
  await until(async () => expect(await one()).toEqual([{ one: 1 }]))
})

test.each([
  new TypeError('Cannot read "connection terminated timeout"'),
  new HouseError('internal', 'twice'),
  new Error('一句话里写着 timeout'),
])('a mistake of ours is none, whatever it quotes: %s', (error) => {
  expect(isPassing(error)).toBe(false)
})

test('a statement that PostgreSQL refuses is none', async () => {
  await expect(client.$queryRawUnsafe(`SELECT $1::int`, 'no')).rejects.toSatisfy((error) => !isPassing(error))
})
