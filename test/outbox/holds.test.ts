import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Timer } from '../../src/kernel/clock.ts'
import { MOST_TRIES } from '../../src/outbox/letter.ts'
import { type Desk, openDesk, until } from '../support/desk.ts'
import { openScripted, type Scripted } from '../support/scripted-platform.ts'

const burst = { privateQuietMs: 0, groupQuietMs: 0 }
/** Real time, sixty times as fast: a minute's window is over in a second. */
const fast: Timer = {
  now: () => performance.now() * 60,
  after(ms, run) {
    const timer = setTimeout(run, Math.ceil(ms / 60))
    return () => clearTimeout(timer)
  },
}

let desk: Desk
let chat: Scripted
beforeEach(async () => {
  desk = await openDesk({ burst, timer: fast })
})
afterEach(() => desk.close())

async function serve(on: Desk, can: Parameters<typeof openScripted>[0]['can'] = {}): Promise<Scripted> {
  const opened = openScripted({ now: () => desk.clock.now(), can })
  await on.desk.open(opened.platform)
  return opened
}
const ask = async (on: Desk, person: string, word: string) => {
  await chat.as(person).says(`问 ${word}`, { id: `m-${word}` })
  await on.settle()
}

describe('a platform that asks to be left alone', () => {
  test('is left alone by the whole account, exactly as long as it says', async () => {
    chat = await serve(desk)
    chat.answers(() => (chat.tried.length === 1 ? { kind: 'retry-after', seconds: 30 } : undefined))
    await ask(desk, 'u-he', '甲')
    await ask(desk, 'u-wu', '乙')
    await desk.pass(29_999)
    expect(chat.tried).toHaveLength(1)
    await desk.pass(1)
    expect(chat.sent.map(({ text }) => text).sort()).toEqual(['答：问 乙', '答：问 甲'])
  })

  test('is left alone also by the process that takes the account over', async () => {
    chat = await serve(desk)
    chat.answers(() => ({ kind: 'retry-after', seconds: 3_600 }))
    await ask(desk, 'u-he', '甲')
    await desk.desk.close()
    const next = await openDesk({ database: desk.database, clock: desk.clock, burst, timer: fast })
    try {
      chat = await serve(next)
      await ask(next, 'u-wu', '乙')
      await next.pass(3_599_000)
      expect(chat.tried).toEqual([])
      await next.pass(1_000)
      expect(chat.sent).toHaveLength(2)
    } finally {
      await next.close()
    }
  })

  test('again and again fails no letter, and the others come before the one it asks it for', async () => {
    chat = await serve(desk)
    chat.answers(({ to }) => (to.chatId === 'u-he' ? { kind: 'retry-after', seconds: 20 } : undefined))
    await ask(desk, 'u-he', '甲')
    for (let n = 0; n < 2 * MOST_TRIES; n++) {
      await chat.as('u-wu').says(`问 ${n}`)
      await desk.pass(20_000)
    }
    await desk.pass(1_000)
    expect(chat.textsTo('u-wu')).toHaveLength(2 * MOST_TRIES)
    expect((await desk.letters())[0]).toMatchObject({
      state: 'waiting',
      tries: 0,
      failure: '平台要求稍后再发',
    })
    chat.answers(() => undefined)
    await desk.pass(400_000)
    expect(chat.textsTo('u-he')).toEqual(['答：问 甲'])
  })
})

test('an account that is not there is tried with one letter, not with every one', async () => {
  chat = await serve(desk, { pace: { atOnce: 1 } })
  let away = true
  chat.answers(() => (away ? { kind: 'account-offline' } : undefined))
  for (const person of ['u-1', 'u-2', 'u-3']) await ask(desk, person, `在吗 ${person}`)
  expect(chat.tried).toHaveLength(1)
  await desk.pass(30_000)
  expect(chat.tried).toHaveLength(2)
  away = false
  await desk.pass(30_000)
  expect(chat.sent).toHaveLength(3)
})

test('the pace holds over processes: what left a moment ago counts, and what may have left', async () => {
  const pace = { perGroupPerMinute: 3, atOnce: 4 }
  chat = await serve(desk, { pace })
  const left: number[] = []
  const post = () => void left.push(fast.now()) as never
  chat.answers(post)
  await chat.in('g-tea').as('u-he').says('@娘家 问 一')
  await until(() => expect(chat.sent).toHaveLength(1))
  await chat.in('g-tea').as('u-he').says('@娘家 问 二')
  await until(() => expect(chat.sent).toHaveLength(2))
  await desk.settle()
  await desk.desk.close()
  await desk.read(
    `UPDATE "Letter" SET "state" = 'sending', "sentAt" = NULL WHERE "text" LIKE '%二' RETURNING "id"`,
  )
  const next = await openDesk({ database: desk.database, clock: desk.clock, burst, timer: fast })
  try {
    chat = await serve(next, { pace })
    chat.answers(post)
    await chat.in('g-tea').as('u-he').says('@娘家 问 三', { id: 'm-3' })
    await until(() => expect(chat.sent).toHaveLength(1))
    await chat.in('g-tea').as('u-he').says('@娘家 问 四', { id: 'm-4' })
    await until(() => expect(chat.sent).toHaveLength(2))
    expect((left[3] as number) - (left[0] as number)).toBeGreaterThanOrEqual(60_000)
    // Outcomes are written with the next round. The doubtful one is not repeated.
    await until(async () =>
      expect((await next.letters()).map(({ state }) => state)).toEqual(['sent', 'uncertain', 'sent', 'sent']),
    )
  } finally {
    await next.close()
  }
})
