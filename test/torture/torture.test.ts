import { expect, test } from 'vitest'
import { runTorture } from './run-torture.ts'

test('killed with signal 9 at random moments, nothing is lost, nothing happens twice, and the order is kept', async () => {
  const { verdict, result } = await runTorture({ people: 12, messages: 96, kills: 8, seed: 20_260_302 })
  expect(result.complaints).toEqual([])
  expect(result.kills).toBe(8)
  expect(verdict).toMatchObject({
    lost: [],
    doubled: [],
    sentTwice: [],
    unknown: [],
    unaccounted: [],
    outOfOrder: [],
  })
  expect(verdict.appeals).toBe(verdict.expected)
  expect(verdict.letters.sent ?? 0).toBeGreaterThan(96)
}, 300_000)
