import { afterAll, beforeAll, expect, test } from 'vitest'
import { TELEGRAM } from '../../src/adapters/platforms/telegram/telegram.capabilities.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { runPostTorture } from './post-run.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.drop())

test('a broadcast to a platform with faults, its sender killed: every letter ends once, none leaves too fast, and people are answered', async () => {
  const { verdict, impatient, questions } = await runPostTorture({
    letters: 300,
    chats: 120,
    kills: 1,
    scale: 6,
    seed: 20_260_302,
    databaseUrl: database.url,
  })
  expect(verdict).toMatchObject({ unfinished: [], acceptedTwice: [], untrue: [], unanswered: [] })
  expect(impatient).toBe(0)
  expect(verdict.mostASecond).toBeLessThanOrEqual(TELEGRAM.pace.perSecond ?? 0)
  expect(verdict.mostAChatSecond).toBeLessThanOrEqual(TELEGRAM.pace.perChatPerSecond ?? 0)
  expect(verdict.mostAGroupMinute).toBeLessThanOrEqual(TELEGRAM.pace.perGroupPerMinute ?? 0)
  expect(questions).toBeGreaterThan(0)
  // What was given up at the kill is no more than was in hand, beside what the faults leave in doubt.
  expect(verdict.states.uncertain ?? 0).toBeLessThanOrEqual(300 * 0.02 + 40 + 5)
  expect(verdict.states.failed ?? 0).toBeGreaterThan(0)
})
