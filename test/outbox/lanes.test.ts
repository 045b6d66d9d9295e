import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Pace } from '../../src/conversation/platform.ts'
import type { Chat } from '../../src/kernel/chat.ts'
import type { Timer } from '../../src/kernel/clock.ts'
import type { Letter } from '../../src/outbox/letter.ts'
import { type Desk, openDesk, until } from '../support/desk.ts'
import { gate, openScripted, type Scripted } from '../support/scripted-platform.ts'

/** Ten times as fast as real time. */
const hurried: Timer = {
  now: () => performance.now() * 10,
  after(ms, run) {
    const timer = setTimeout(run, Math.ceil(ms / 10))
    return () => clearTimeout(timer)
  },
}

let desk: Desk
let chat: Scripted
beforeEach(async () => {
  desk = await openDesk({ burst: { privateQuietMs: 0, groupQuietMs: 0 }, timer: hurried })
})
afterEach(() => desk.close())

async function serve(pace: Pace): Promise<void> {
  chat = openScripted({ now: () => desk.clock.now(), can: { pace } })
  await desk.desk.open(chat.platform)
}

/** A notice to all of them, written as a round would. */
const broadcast = (people: readonly string[], text = '通知', kind: Chat['kind'] = 'private') =>
  desk.storage.transactions.inOne(desk.clock.now(), async (work) => {
    for (const person of people) {
      const letter: Letter = {
        id: `out-${text}-${person}`,
        key: `${text}:${person}`,
        to: { platform: 'stdio', account: 'stdio', kind, chatId: person },
        text,
        origin: 'approved',
        mailing: 'n-1',
        state: 'waiting',
        tries: 0,
        dueAt: work.at,
        writtenAt: work.at,
        messageIds: [],
      }
      desk.storage.outbox.add(letter, work)
    }
  })
const many = (n: number) => Array.from({ length: n }, (_, i) => `u-${i}`)
const tried = () => chat.tried.map(({ text }) => text)
const inState = async (state: string) => (await desk.letters()).filter((one) => one.state === state)

test('an answer that is born now goes before the broadcasts in hand', async () => {
  await serve({ atOnce: 1 })
  const { passed, open } = gate()
  chat.answers(async () => {
    await passed
    return undefined as never
  })
  await broadcast(many(30))
  await until(() => expect(tried()).toEqual(['通知']))
  await until(async () => expect((await inState('sending')).length).toBeGreaterThan(1))
  await chat.as('u-he').says('问 甲')
  await until(async () => expect((await desk.letters()).map(({ text }) => text)).toContain('答：问 甲'))
  open()
  await until(() => expect(chat.sent).toHaveLength(31))
  expect(tried().indexOf('答：问 甲')).toBe(1)
})

test('broadcasts that hang leave a connection to the answers', async () => {
  await serve({ atOnce: 4 })
  const { passed, open } = gate()
  chat.answers(async (letter) => {
    if (letter.text === '通知') await passed
    return undefined as never
  })
  await broadcast(many(10))
  await until(() => expect(tried()).toEqual(['通知', '通知', '通知']))
  await chat.as('u-he').says('问 甲')
  await until(() => expect(chat.textsTo('u-he')).toEqual(['答：问 甲']))
  open()
})

test('an answer waits for the broadcast that is on its way to the same chat, and overtakes those that wait', async () => {
  await serve({ atOnce: 4 })
  const { passed, open } = gate()
  chat.answers(async (letter) => {
    if (letter.text === '通知') await passed
    return undefined as never
  })
  await broadcast(['u-he'])
  await until(() => expect(tried()).toEqual(['通知']))
  await broadcast(['u-he'], '又一个')
  await chat.as('u-he').says('问 甲')
  await until(async () => expect(await desk.letters()).toHaveLength(3))
  await chat.as('u-wu').says('问 乙')
  await until(() => expect(tried()).toEqual(['通知', '答：问 乙']))
  open()
  await until(() => expect(chat.textsTo('u-he')).toEqual(['通知', '答：问 甲', '又一个']))
})

test('of a broadcast no more is in hand than leaves soon, so that it can be stopped', async () => {
  await serve({ perSecond: 20, atOnce: 16 })
  const { passed, open } = gate()
  chat.answers(async () => {
    await passed
    return undefined as never
  })
  await broadcast(many(200))
  await until(() => expect(chat.tried.length).toBeGreaterThan(5))
  const sending = (await inState('sending')).length
  expect(sending).toBeLessThanOrEqual(20)
  await desk.storage.transactions.inOne(desk.clock.now(), (work) =>
    desk.storage.outbox.cancelMailing('n-1', work),
  )
  open()
  await desk.settle()
  expect((await inState('cancelled')).length).toBeGreaterThanOrEqual(180)
  expect(chat.sent).toHaveLength((await inState('sent')).length)
})

test('a house that closes in the middle of a broadcast leaves the rest waiting, and nothing in doubt', async () => {
  await serve({ perSecond: 20, atOnce: 16 })
  await broadcast(many(200))
  await until(() => expect(chat.sent.length).toBeGreaterThan(5))
  await desk.desk.close()
  const states = new Set((await desk.letters()).map(({ state }) => state))
  expect(states).toEqual(new Set(['sent', 'waiting']))
  expect(await inState('sent')).toHaveLength(chat.sent.length)
})

test('letters are paced by real time in a house whose clock stands still', async () => {
  await serve({ perSecond: 8, atOnce: 16 })
  const left: number[] = []
  chat.answers(() => void left.push(hurried.now()) as never)
  await broadcast(many(14))
  await until(() => expect(chat.sent).toHaveLength(14))
  for (const from of left)
    expect(left.filter((at) => at >= from && at < from + 1_000).length).toBeLessThanOrEqual(8)
})

test('an outbox that cannot be read for a while is asked again, and nothing is lost', async () => {
  await serve({ perGroupPerMinute: 3, atOnce: 4 })
  for (const text of ['一', '二', '三']) await broadcast(['g-tea'], text, 'group')
  await until(async () => expect(await inState('sent')).toHaveLength(1))
  await desk.read('ALTER TABLE "Letter" RENAME TO "Elsewhere"')
  await until(() =>
    expect(
      desk.warnings.filter(({ what }) => what === 'letters could not be fetched').length,
    ).toBeGreaterThan(1),
  )
  await desk.read('ALTER TABLE "Elsewhere" RENAME TO "Letter"')
  await until(() => expect(tried()).toEqual(['一', '二', '三']))
})
