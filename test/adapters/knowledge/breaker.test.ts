import { expect, test } from 'vitest'
import { openBreaker } from '../../../src/adapters/knowledge/breaker.ts'
import { openOpenAiServer, says } from '../../support/openai-server.ts'
import { configFor, lines, readerFor } from './arrivals.ts'

function atNoon() {
  const clock = { now: 0 }
  return { clock, breaker: openBreaker(() => clock.now) }
}

test('three failures in a row, and nobody asks for a minute', () => {
  const { clock, breaker } = atNoon()
  expect([1, 2, 3].map(() => breaker.begin()?.failed())).toEqual([false, false, true])
  clock.now = 59_999
  expect(breaker.begin()).toBeUndefined()
})

test('a success between failures starts the count again', () => {
  const { breaker } = atNoon()
  for (let n = 0; n < 10; n++) {
    breaker.begin()?.failed()
    breaker.begin()?.failed()
    breaker.begin()?.succeeded()
  }
  expect(breaker.begin()).toBeDefined()
})

test('after the minute one question goes out, and the others wait for how it went', () => {
  const { clock, breaker } = atNoon()
  for (let n = 0; n < 3; n++) breaker.begin()?.failed()
  clock.now = 60_000
  const trial = breaker.begin()
  expect(trial).toBeDefined()
  expect(breaker.begin()).toBeUndefined()
  trial?.succeeded()
  expect(breaker.begin()).toBeDefined()
})

test('a trial that fails means another minute', () => {
  const { clock, breaker } = atNoon()
  for (let n = 0; n < 3; n++) breaker.begin()?.failed()
  clock.now = 60_000
  expect(breaker.begin()?.failed()).toBe(true)
  clock.now = 119_999
  expect(breaker.begin()).toBeUndefined()
  clock.now = 120_000
  expect(breaker.begin()).toBeDefined()
})

test('fifty questions under way when it opens lengthen nothing and free no second trial', () => {
  const { clock, breaker } = atNoon()
  const underWay = Array.from({ length: 50 }, () => breaker.begin())
  expect(underWay.slice(0, 3).map((one) => one?.failed())).toEqual([false, false, true])
  clock.now = 60_000
  const trial = breaker.begin()
  expect(underWay.slice(3).some((one) => one?.failed())).toBe(false)
  expect(breaker.begin()).toBeUndefined()
  trial?.succeeded()
  expect(breaker.begin()).toBeDefined()
})

test('a model left alone is not asked, and is asked again later', async () => {
  const server = await openOpenAiServer({ kind: 'status', status: 500 })
  const { clock, breaker } = atNoon()
  const { read } = await readerFor(configFor(server.url), { breaker })
  const burst = lines('我想问问那个事情怎么样了呀')
  for (let n = 0; n < 3; n++) await read(burst)
  server.behaves(says({ intent: 'status', confidence: 0.9 }))
  expect(await read(burst)).toBeUndefined()
  expect(server.requests()).toHaveLength(0)
  clock.now = 60_000
  expect(await read(burst)).toMatchObject({ intent: 'status' })
  await server.close()
})
