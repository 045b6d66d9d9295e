import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Desk, openDesk, until } from '../support/desk.ts'
import { gate, openScripted, type Scripted } from '../support/scripted-platform.ts'

let desk: Desk
let helper: Desk
let chat: Scripted
beforeEach(async () => {
  desk = await openDesk({ burst: { privateQuietMs: 0, groupQuietMs: 0 } })
  helper = await openDesk({
    database: desk.database,
    clock: desk.clock,
    burst: { privateQuietMs: 0, groupQuietMs: 0 },
  })
  chat = openScripted({ now: () => desk.clock.now() })
  await desk.desk.open(chat.platform)
})
afterEach(async () => {
  await helper.close()
  await desk.close()
})

/** The helper takes only what was left lying for a moment; here every moment is over. */
const HELPED = 301

describe('two processes on one database', () => {
  test('share the work, and every effect is once', async () => {
    let byHelper = 0
    helper.hooks.perform = async () => void byHelper++
    // Whoever owns the account is busy with somebody; the others must not wait for that.
    const { passed, open } = gate()
    desk.hooks.perform = () => passed
    await chat.as('u-slow').says('做 慢事')
    await until(async () =>
      expect(
        await desk.read(`SELECT FROM pg_locks WHERE locktype = 'advisory' AND "objsubid" = 1`),
      ).not.toEqual([]),
    )
    const people = Array.from({ length: 30 }, (_, i) => `u-${i}`)
    for (const person of people) await chat.as(person).says(`做 ${person}`)
    desk.clock.advanceTo(new Date(desk.clock.now().getTime() + HELPED))
    helper.desk.help()
    await until(() => expect(byHelper).toBe(30))
    open()
    await until(async () => {
      await desk.settle()
      expect(await desk.effects('pad.act')).toHaveLength(31)
    })
    expect(new Set(await desk.effects('pad.act')).size).toBe(31)
  })

  test('letters that the helper wrote are sent by whoever holds the account, without anything else happening', async () => {
    await helper.storage.transactions.inOne(desk.clock.now(), async (work) => {
      const to = { platform: 'stdio', account: 'stdio', kind: 'private', chatId: 'u-he' } as const
      const base = {
        origin: 'automatic',
        state: 'waiting',
        tries: 0,
        dueAt: work.at,
        writtenAt: work.at,
        messageIds: [],
      } as const
      helper.storage.outbox.add({ ...base, id: 'out-helper', key: 'helper', to, text: '帮手写的' }, work)
    })
    await until(() => expect(chat.textsTo('u-he')).toEqual(['帮手写的']))
    await until(async () => expect((await desk.letters()).map(({ state }) => state)).toEqual(['sent']))
  })

  test('what the other has in hand is waited for: settled means done and sent', async () => {
    const { passed, open } = gate()
    let begun = false
    helper.hooks.perform = () => {
      begun = true
      return passed
    }
    await desk.storage.inbox.keep([
      {
        id: 'in-1',
        idempotencyKey: 'stdio:stdio:in-1',
        chat: { platform: 'stdio', account: 'stdio', kind: 'private', chatId: 'u-he' },
        from: { id: 'u-he', stability: 'permanent' },
        messageId: 'in-1',
        at: desk.clock.now(),
        content: { kind: 'message', text: '记 一', addressed: 'private' },
        conversation: 'stdio:stdio:private:u-he|u-he',
        state: 'waiting',
        readyAt: new Date(desk.clock.now().getTime() - HELPED),
      },
      {
        id: 'in-2',
        idempotencyKey: 'stdio:stdio:in-2',
        chat: { platform: 'stdio', account: 'stdio', kind: 'private', chatId: 'u-he' },
        from: { id: 'u-he', stability: 'permanent' },
        messageId: 'in-2',
        at: desk.clock.now(),
        content: { kind: 'choice', choice: 'yes' },
        conversation: 'stdio:stdio:private:u-he|u-he',
        state: 'waiting',
        readyAt: new Date(desk.clock.now().getTime() - HELPED),
      },
    ])
    helper.desk.help()
    await until(() => expect(begun).toBe(true))
    await chat.as('u-he').says('问 二')
    let settled = false
    const settling = desk.settle().then(() => {
      settled = true
    })
    await until(async () => {
      // The owner has asked for the conversation again and again by now.
      const [row] = await desk.read<{ n: number }>(
        `SELECT sum(xact_commit)::int AS n FROM pg_stat_database WHERE datname = current_database()`,
      )
      expect(row?.n).toBeGreaterThan(20)
    })
    expect(settled).toBe(false)
    open()
    await settling
    expect(await desk.effects()).toHaveLength(1)
    expect(chat.textsTo('u-he')).toEqual(['记：记 一', expect.stringContaining('已记 1 号'), '答：问 二'])
  })

  test('one person at both their doors is served by one at a time', async () => {
    const lines = async () => (await desk.effects('pad.act')).flatMap((subject) => subject.split('\n'))
    const theirs = openScripted({ account: 'second', now: () => desk.clock.now() })
    await helper.desk.open(theirs.platform)
    await Promise.all([desk.desk.help(), helper.desk.help()])
    for (let i = 0; i < 10; i++) {
      await Promise.all([
        chat.in('g-machinery').as('u-he').says(`@娘家 做 甲${i}`),
        chat.as('u-he').says(`做 乙${i}`),
        theirs.as('u-he').says(`做 丙${i}`),
      ])
      desk.clock.advanceTo(new Date(desk.clock.now().getTime() + HELPED))
    }
    await until(async () => {
      await Promise.all([desk.settle(), helper.settle()])
      expect(await lines()).toHaveLength(30)
    })
    expect(new Set(await lines()).size).toBe(30)
    expect(chat.sent.filter(({ text }) => text.includes('抱歉'))).toEqual([])
  })

  test('a second owner waits five seconds and refuses with a sentence', async () => {
    const again = openScripted({ now: () => desk.clock.now() })
    await expect(helper.desk.open(again.platform)).rejects.toMatchObject({
      code: 'account-busy',
      message: expect.stringMatching(/already speaks for stdio:stdio\. Stop it first/),
    })
  })
})
