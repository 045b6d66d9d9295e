import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { runMailingTorture } from './mailing-run.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.drop())

test('a broadcast over three platforms, the process killed: every chat ends in one state, none got it twice, and the figures agree everywhere', async () => {
  const { verdict, kills } = await runMailingTorture({
    recipients: 300,
    onWechat: 2,
    kills: 1,
    scale: 60,
    seed: 20_260_302,
    databaseUrl: database.url,
  })
  expect(kills).toBe(1)
  const { inChat, inJson, inDatabase, toldDone, ...wrong } = verdict
  expect(wrong).toEqual({ strangers: [], unfinished: [], twice: [], untrue: [] })
  expect(inChat).toEqual(inDatabase)
  expect(inJson).toEqual(inDatabase)
  expect(toldDone).toBe(1)
})
