import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Desk, openDesk } from '../support/desk.ts'
import { gate, openScripted, type Scripted } from '../support/scripted-platform.ts'

let desk: Desk
let chat: Scripted
beforeEach(async () => {
  desk = await openDesk()
  chat = openScripted({ now: () => desk.clock.now() })
  await desk.desk.open(chat.platform)
})
afterEach(() => desk.close())

const wu = () => chat.as('u-wu')
const group = () => chat.in('g-machinery').as('u-wu')
const errands = () => desk.read('SELECT "id" FROM "Errand"')
const QUIET = 6_000

test('what was ordered is done after the turn, and what came of it arrives where it was ordered', async () => {
  const seen: unknown[] = []
  desk.hooks.fetch = async () => void seen.push(...(await errands()))
  await group().says('@娘家 做跑腿甲')
  await desk.pass(QUIET)
  expect(seen, 'it stands in the database while it is under way').toEqual([{ id: 'pad:甲' }])
  expect(chat.textsTo('g-machinery')).toEqual(['取回：甲'])
  expect(await errands()).toEqual([])
})

test('others are answered while it is under way', async () => {
  const held = gate()
  desk.hooks.fetch = () => held.passed
  await wu().says('做跑腿甲')
  desk.desk.closeBursts()
  await expect.poll(() => errands(), { timeout: 60_000 }).toHaveLength(1)
  await wu().says('问时限')
  desk.desk.closeBursts()
  await expect.poll(() => chat.textsTo('u-wu'), { timeout: 60_000 }).toEqual(['答：问时限'])
  held.open()
  await desk.settle()
  expect(chat.textsTo('u-wu')).toEqual(['答：问时限', '取回：甲'])
})

test('ordered twice under one key it is done once', async () => {
  let times = 0
  desk.hooks.fetch = async () => void times++
  await wu().says('做跑腿甲')
  await wu().says('做跑腿甲')
  await desk.pass(QUIET)
  expect(times).toBe(1)
  expect(chat.textsTo('u-wu')).toEqual(['取回：甲'])
})

test('where it fails, its feature says what is brought instead', async () => {
  desk.hooks.fetch = async () => {
    throw new Error('no such luck')
  }
  await wu().says('做跑腿甲')
  await desk.pass(QUIET)
  expect(chat.textsTo('u-wu')).toEqual(['取回：没有取到甲'])
  expect(desk.warnings).toMatchObject([{ what: 'an errand failed', detail: { kind: 'pad.fetch' } }])
  expect(await errands()).toEqual([])
})

test('a turn that is undone has ordered nothing', async () => {
  let times = 0
  desk.hooks.fetch = async () => void times++
  desk.hooks.perform = async (lines) => {
    if (lines.join().includes('坏')) throw new Error('refused')
  }
  await wu().says('做跑腿坏')
  await desk.pass(QUIET)
  expect(times).toBe(0)
  expect(await errands()).toEqual([])
})

test('no more of a kind are under way than its feature allows', async () => {
  let now = 0
  let most = 0
  const held = gate()
  desk.hooks.fetch = async () => {
    most = Math.max(most, ++now)
    await held.passed
    now--
  }
  await wu().says('做跑腿甲跑腿乙跑腿丙跑腿丁')
  desk.desk.closeBursts()
  await expect.poll(() => now, { timeout: 60_000 }).toBe(2)
  held.open()
  await desk.settle()
  expect(most).toBe(2)
  expect(chat.textsTo('u-wu')).toHaveLength(4)
})

test('what the end of a process interrupts is done by the next, and arrives once', async () => {
  const held = gate()
  let begun = 0
  desk.hooks.fetch = async (_words, { signal }) => {
    begun++
    signal.addEventListener('abort', held.open)
    await held.passed
  }
  await wu().says('做跑腿甲')
  desk.desk.closeBursts()
  await expect.poll(() => begun, { timeout: 60_000 }).toBe(1)
  await desk.desk.close()
  expect(chat.textsTo('u-wu')).toEqual([])
  expect(await errands()).toHaveLength(1)

  const next = await openDesk({ database: desk.database, clock: desk.clock })
  try {
    const again = openScripted({ now: () => next.clock.now() })
    await next.desk.open(again.platform)
    await expect.poll(() => again.textsTo('u-wu'), { timeout: 60_000 }).toEqual(['取回：甲'])
    await next.settle()
    expect(again.textsTo('u-wu')).toEqual(['取回：甲'])
    expect(await errands()).toEqual([])
  } finally {
    await next.close()
  }
})
