import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Platform } from '../../src/conversation/platform.ts'
import { HouseError } from '../../src/kernel/errors.ts'
import { openWire } from '../support/cut-wire.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { type Desk, openDesk, until } from '../support/desk.ts'
import { openScripted } from '../support/scripted-platform.ts'

const BURST = { privateQuietMs: 0, groupQuietMs: 0 }

let database: TestDatabase
let desk: Desk
beforeEach(async () => {
  database = await openTestDatabase()
  desk = await openDesk({ database, burst: BURST })
})
afterEach(async () => {
  await desk.close()
  await database.drop()
})

const scripted = (name: string) => openScripted({ name, now: () => desk.clock.now() })
const account = (key: string) => desk.storage.database.account.findUnique({ where: { key } })

/** Opens and closes as the platform was told to, written down. */
function counted(platform: Platform): { readonly platform: Platform; readonly steps: string[] } {
  const steps: string[] = []
  return {
    steps,
    platform: {
      ...platform,
      async open(doorstep) {
        steps.push('open')
        await platform.open(doorstep)
      },
      async close() {
        steps.push('close')
        await platform.close()
      },
    },
  }
}

test('an account that is set up wrongly is reported and let go, and the others are served', async () => {
  const wrong = scripted('wechat')
  const right = scripted('telegram')
  await desk.desk.serve({
    ...wrong.platform,
    open: () => Promise.reject(new HouseError('configuration', 'Install wechaty@1.20.2.')),
  })
  await desk.desk.serve(right.platform)
  await right.as('u-he').says('做 一')
  await desk.settle()
  expect(await desk.effects('pad.act')).toEqual(['做 一'])
  expect(await account('wechat:wechat')).toMatchObject({
    state: 'offline',
    detail: '设置不对，打不开：Install wechaty@1.20.2.',
  })
  expect(await account('telegram:telegram'), 'who says nothing is not written down').toBeNull()
  // A process that is set up rightly may have it.
  const other = await openDesk({ database, clock: desk.clock, burst: BURST })
  const chat = scripted('wechat')
  await other.desk.serve(chat.platform)
  chat.reports({ state: 'online' })
  await until(async () => expect((await account('wechat:wechat'))?.state).toBe('online'))
  await other.close()
})

test('an account that fails to open for any other reason says nothing of the reason to staff', async () => {
  const chat = scripted('wechat')
  await desk.desk.serve({
    ...chat.platform,
    open: () => Promise.reject(new Error('secret-token at 10.0.0.1')),
  })
  expect((await account('wechat:wechat'))?.detail).toMatch(/^没能打开/u)
  expect(JSON.stringify([desk.warnings, await account('wechat:wechat')])).not.toContain('secret-token')
})

test('letters wait while the account does not speak, and leave in order when it does, tried before or not', async () => {
  const chat = scripted('telegram')
  await desk.desk.serve(chat.platform)
  let isThere = true
  chat.answers(() => (isThere ? undefined : { kind: 'account-offline' }))
  chat.reports({ state: 'online' })
  await desk.settle()
  // Gone, and not noticed yet: this one is tried in vain.
  isThere = false
  await chat.as('u-he').says('问 一')
  await desk.settle()
  expect(chat.tried).toHaveLength(1)
  chat.reports({ state: 'needs-login' })
  await desk.settle()
  await chat.as('u-he').says('问 二')
  await chat.as('u-wu').says('问 三')
  await desk.pass(300_000)
  expect(chat.tried, 'nothing is tried meanwhile').toHaveLength(1)
  isThere = true
  chat.reports({ state: 'restricted' })
  // The clock stands still: nothing has to wait for its next try.
  await desk.settle()
  expect(chat.textsTo('u-he')).toEqual(['答：问 一', '答：问 二'])
  expect(chat.textsTo('u-wu')).toEqual(['答：问 三'])
  expect((await desk.letters()).map(({ state, tries }) => [state, tries])).toEqual([
    ['sent', 1],
    ['sent', 1],
    ['sent', 1],
  ])
})

test('what an account reports is written where it changed, with the time since when', async () => {
  const chat = scripted('wechat')
  await desk.desk.serve(chat.platform)
  const seen: (readonly [string, number, number])[] = []
  const begun = desk.clock.now().getTime()
  const report = async (health: Parameters<typeof chat.reports>[0]) => {
    chat.reports(health)
    await desk.settle()
    const { state, since, reportedAt } = (await account('wechat:wechat')) ?? expect.fail()
    seen.push([state, (since.getTime() - begun) / 1000, (reportedAt.getTime() - begun) / 1000])
    await desk.pass(10_000)
  }
  await report({ state: 'connecting' })
  await report({ state: 'online', name: '小娘', login: 'l1' })
  await report({ state: 'online', name: '小娘', login: 'l1' })
  await report({ state: 'offline' })
  await report({ state: 'connecting' })
  await report({ state: 'needs-login', detail: '扫码' })
  await report({ state: 'online', login: 'l2' })
  expect(seen).toEqual([
    ['connecting', 0, 0],
    ['online', 10, 10],
    ['online', 10, 10],
    ['offline', 30, 30],
    ['connecting', 30, 40],
    ['needs-login', 30, 50],
    ['online', 60, 60],
  ])
  expect(await account('wechat:wechat')).toMatchObject({ name: '小娘', login: 'l2', detail: null })
})

test('an account is closed as soon as the database is gone, and served again when it is back', async () => {
  const wire = await openWire(database.url)
  const far = await openDesk({ database, url: wire.url, clock: desk.clock, burst: BURST })
  const chat = scripted('telegram')
  const { platform, steps } = counted(chat.platform)
  await far.desk.serve(platform)
  chat.reports({ state: 'online' })
  await chat.as('u-he').says('做 一')
  await far.settle()
  wire.cut()
  await until(() => expect(steps).toEqual(['open', 'close']))
  // What it says while it is closed is about us.
  chat.reports({ state: 'offline' })
  wire.mend()
  await until(() => expect(steps).toEqual(['open', 'close', 'open']))
  await chat.as('u-he').says('做 二')
  await until(async () => expect(await desk.effects('pad.act')).toEqual(['做 一', '做 二']))
  expect((await account('telegram:telegram'))?.state).toBe('online')
  await far.close()
  expect(steps).toEqual(['open', 'close', 'open', 'close'])
  wire.close()
})

test('who stands by takes over when the holder goes in peace, and works on what it left', async () => {
  const [first, second] = [scripted('telegram'), scripted('telegram')]
  const other = await openDesk({ database, clock: desk.clock, burst: { ...BURST, privateQuietMs: 60_000 } })
  await other.desk.serve(first.platform)
  const { platform, steps } = counted(second.platform)
  await desk.desk.serve(platform)
  expect(steps, 'it stands by').toEqual([])
  await first.as('u-he').says('做 一')
  await other.desk.close()
  desk.clock.advanceTo(new Date(desk.clock.now().getTime() + 60_000))
  await until(() => expect(steps).toEqual(['open']))
  await until(async () => expect(await desk.effects('pad.act')).toEqual(['做 一']))
  await other.storage.close()
})
