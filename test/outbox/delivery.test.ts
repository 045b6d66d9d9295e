import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { LEASE_SPACE } from '../../src/adapters/storage/leases.ts'
import type { SendResult } from '../../src/conversation/platform.ts'
import { MOST_TRIES } from '../../src/outbox/letter.ts'
import { type Desk, openDesk, until } from '../support/desk.ts'
import { gate, openScripted, type Scripted } from '../support/scripted-platform.ts'

let desk: Desk
let chat: Scripted
beforeEach(async () => {
  desk = await openDesk({ burst: { privateQuietMs: 0, groupQuietMs: 0 } })
  chat = openScripted({ now: () => desk.clock.now() })
  await desk.desk.open(chat.platform)
})
afterEach(() => desk.close())

/** The first letter fares as given, all others arrive. */
function first(result: SendResult): void {
  let isFirst = true
  chat.answers(() => {
    const given = isFirst ? result : undefined
    isFirst = false
    return given
  })
}
const ask = async (...words: readonly string[]) => {
  for (const word of words) {
    await chat.as('u-he').says(`问 ${word}`)
    await desk.settle()
  }
}
const states = async () => (await desk.letters()).map(({ state }) => state)

describe('a letter that did not arrive', () => {
  test.each<[string, SendResult, number]>([
    ['because the platform wants to be left alone', { kind: 'retry-after', seconds: 17 }, 17_000],
    ['for a passing reason', { kind: 'transient', why: '网络' }, 2_000],
    ['because the account is offline', { kind: 'account-offline' }, 30_000],
  ])('%s goes when it is time, and what was written meanwhile after it', async (_what, result, after) => {
    first(result)
    await ask('甲', '乙', '丙')
    expect(chat.sent).toEqual([])
    expect(await states()).toEqual(['waiting', 'waiting', 'waiting'])
    await desk.pass(after - 1)
    expect(chat.sent).toEqual([])
    await desk.pass(1)
    expect(chat.textsTo('u-he')).toEqual(['答：问 甲', '答：问 乙', '答：问 丙'])
    expect(await states()).toEqual(['sent', 'sent', 'sent'])
  })

  test('keeps nobody else’s letters waiting', async () => {
    first({ kind: 'transient', why: '网络' })
    await ask('甲')
    await chat.as('u-wu').says('问 乙')
    await desk.settle()
    expect(chat.textsTo('u-wu')).toEqual(['答：问 乙'])
  })

  test('is tried again although the platform took its time to say so', async () => {
    const { passed, open } = gate()
    let tries = 0
    chat.answers(async () => {
      if (++tries > 1) return { kind: 'ok', messageIds: ['x'] }
      await passed
      return { kind: 'transient', why: '超时' }
    })
    await chat.as('u-he').says('问 甲')
    await until(() => expect(chat.tried).toHaveLength(1))
    // Long enough for the calendar to have looked and found nothing to wait for.
    await until(() => expect(desk.clock.nextAlarmAt()).toBeDefined())
    open()
    await until(async () => expect(await states()).toEqual(['waiting']))
    await desk.pass(2_000)
    expect(await states()).toEqual(['sent'])
  })

  test('is given up after so many tries, and the next one goes', async () => {
    chat.answers((letter) => (letter.text.includes('甲') ? { kind: 'transient', why: '网络' } : undefined))
    await ask('甲', '乙')
    await desk.pass(3_600_000)
    expect(chat.tried.filter(({ text }) => text.includes('甲'))).toHaveLength(MOST_TRIES)
    expect(await desk.letters()).toMatchObject([{ state: 'failed', failure: '网络' }, { state: 'sent' }])
  })
})

describe('a letter that may have arrived', () => {
  test.each<[string, () => SendResult]>([
    ['as the platform says', () => ({ kind: 'uncertain', why: '断线' })],
    [
      'because the platform broke its word and threw',
      () => {
        throw new Error('坏了')
      },
    ],
  ])('%s is never repeated by itself, and what follows goes', async (_what, post) => {
    let isFirst = true
    chat.answers(() => {
      if (!isFirst) return undefined
      isFirst = false
      return post()
    })
    await ask('甲', '乙')
    await desk.pass(86_400_000)
    expect(chat.tried.filter(({ text }) => text.includes('甲'))).toHaveLength(1)
    expect(await states()).toEqual(['uncertain', 'sent'])
  })
})

test.each<[SendResult, string]>([
  [{ kind: 'gone', why: '对方已退出' }, '对方已退出'],
  [{ kind: 'permanent', why: '太长' }, '太长'],
  [{ kind: 'window-closed' }, '对方很久没有来信，平台不允许先写'],
])('%o is the end of a letter, with the reason', async (result, failure) => {
  first(result)
  await ask('甲', '乙')
  expect(await desk.letters()).toMatchObject([{ state: 'failed', failure }, { state: 'sent' }])
})

test('a chat that moved gets its letters at its new number, in order', async () => {
  chat.answers((letter) => (letter.to.chatId === 'u-he' ? { kind: 'migrated', to: 'u-new' } : undefined))
  await chat.as('u-he').says('问 甲')
  await desk.settle()
  await desk.pass(1_000)
  expect(chat.textsTo('u-new')).toEqual(['答：问 甲'])
})

describe('an account that is lost in the middle', () => {
  let stranger: pg.Client
  afterEach(() => stranger.end())

  /** Another process stands ready to take the account over, and ours loses its connection. */
  async function loseToStranger(): Promise<void> {
    stranger = new pg.Client(desk.database.url)
    await stranger.connect()
    const taking = stranger.query('SELECT pg_advisory_lock($1, hashtext($2))', [LEASE_SPACE, 'stdio:stdio'])
    await until(async () =>
      expect(await desk.read(`SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`)).not.toEqual(
        [],
      ),
    )
    await desk.read(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'niangjia leases'`,
    )
    await taking
    await until(() => expect(desk.desk.accounts()).toEqual([]))
  }
  const letGo = () => stranger.query('SELECT pg_advisory_unlock_all()')

  test('nothing more is sent until it is ours again; then everything, in order, once', async () => {
    const { passed, open } = gate()
    chat.answers(async () => {
      await passed
      return undefined as never
    })
    await chat.as('u-he').says('问 甲')
    await until(() => expect(chat.tried).toHaveLength(1))
    await chat.as('u-he').says('问 乙')
    await until(async () => expect(await states()).toHaveLength(2))
    await loseToStranger()
    open()
    await chat.as('u-he').says('问 丙')
    await until(async () => expect(await states()).toEqual(['sent', 'waiting', 'waiting']))
    expect(chat.tried).toHaveLength(1)
    await letGo()
    await until(() => expect(desk.desk.accounts()).toEqual(['stdio:stdio']))
    await until(() => expect(chat.textsTo('u-he')).toEqual(['答：问 甲', '答：问 乙', '答：问 丙']))
    await desk.settle()
    expect(await states()).toEqual(['sent', 'sent', 'sent'])
  })

  test('what a stranger left half sent meanwhile is uncertain', async () => {
    await ask('甲')
    await loseToStranger()
    await desk.read(
      `INSERT INTO "Letter" ("id","key","account","chatKey","chat","text","origin","extras","state","tries","dueAt","writtenAt","messageIds")
       SELECT 'out-theirs', 'theirs', "account", "chatKey", "chat", '别人写的', "origin", '{}', 'sending', 0, "dueAt", "writtenAt", '[]' FROM "Letter"`,
    )
    await letGo()
    await until(() => expect(desk.desk.accounts()).toEqual(['stdio:stdio']))
    expect(await states()).toEqual(['sent', 'uncertain'])
    await ask('乙')
    expect(await states()).toEqual(['sent', 'uncertain', 'sent'])
  })
})

test('edits of a letter whose number is known replace it; of another they are said anew', async () => {
  await ask('甲')
  const [sent] = chat.sent
  let owed = [sent?.id as string, 'out-never']
  desk.hooks.due = async (doing) => {
    for (const edits of owed)
      doing.post(`edit:${edits}`, {
        to: { platform: 'stdio', account: 'stdio', kind: 'private', chatId: 'u-he' },
        text: '改',
        origin: 'automatic',
        edits,
      })
    owed = []
  }
  await desk.pass(60_000)
  await ask('乙')
  const [one, two] = chat.sent.filter(({ text }) => text === '改')
  expect(one).toMatchObject({ edits: sent?.id, editsMessageIds: [sent?.id] })
  expect(two?.edits).toBeUndefined()
})
