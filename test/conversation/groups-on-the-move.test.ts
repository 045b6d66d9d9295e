import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Fact } from '../../src/kernel/requests.ts'
import { type Desk, openDesk } from '../support/desk.ts'
import { padFeature } from '../support/pad-feature.ts'
import { openScripted, type Scripted } from '../support/scripted-platform.ts'

let desk: Desk
let chat: Scripted
let facts: Fact[]
beforeEach(async () => {
  facts = []
  desk = await openDesk({
    features: (storage) => [
      { ...padFeature(storage.counters, {}), hear: async (fact) => void facts.push(fact) },
    ],
  })
  chat = openScripted({ now: () => desk.clock.now() })
  await desk.desk.open(chat.platform)
})
afterEach(() => desk.close())

const group = (id: string) => ({ platform: 'stdio', account: 'stdio', kind: 'group', chatId: id }) as const
const moved = (to: string, id: string) =>
  chat.in('g-machinery').as('u-he').hand({ kind: 'chat-migrated', to }, id)

describe('a group under another number', () => {
  test('keeps its dialogues, what staff switched and what waits for it', async () => {
    await chat.in('g-machinery').as('u-he').says('@娘家 记 停电')
    await desk.pass(6_000)
    await desk.storage.transactions.inOne(desk.clock.now(), async (work) => {
      const manner = { listening: true, changedBy: 'wu', changedAt: work.at }
      await desk.storage.groupManners.put(group('g-machinery'), manner, work)
    })
    await moved('g-super', 'move')
    await desk.settle()
    expect(facts).toEqual([{ kind: 'chatMoved', from: group('g-machinery'), to: group('g-super') }])
    const rows = await desk.read<{ key: string; group: string | null }>(
      `SELECT "key", "frames"->0->'group'->>'chatId' AS group FROM "Conversation" ORDER BY "key"`,
    )
    expect(rows).toEqual([
      { key: 'stdio:stdio:group:g-super|u-he', group: null },
      { key: 'stdio:stdio:private:u-he|u-he', group: 'g-super' },
    ])
    expect(await desk.read('SELECT "key" FROM "GroupManner"')).toEqual([{ key: 'stdio:stdio:group:g-super' }])
    // The dialogue that began there goes on there, and its receipt goes there.
    await chat.in('g-super').as('u-he').says('@娘家 记下来')
    await desk.pass(6_000)
    expect(chat.textsTo('g-super')).toEqual(['已记 1 号'])
  })

  test('told twice, and spoken in under both numbers, it is moved once and loses nothing', async () => {
    await chat.in('g-machinery').as('u-he').says('@娘家 记 停电')
    await chat.in('g-super').as('u-he').says('@娘家 问 别的')
    await desk.pass(6_000)
    await moved('g-super', 'move-1')
    await moved('g-super', 'move-2')
    await desk.settle()
    const rows = await desk.read<{ key: string; n: number }>(
      `SELECT "key", jsonb_array_length("carriedOn") AS n FROM "Conversation" WHERE "key" LIKE '%group%'`,
    )
    expect(rows).toEqual([{ key: 'stdio:stdio:group:g-super|u-he', n: 1 }])
    expect(desk.warnings).toEqual([])
  })

  test('found out by sending: the letter arrives there, and everything else moves too', async () => {
    chat.answers((letter) =>
      letter.to.chatId === 'g-machinery' ? { kind: 'migrated', to: 'g-super' } : undefined,
    )
    await chat.in('g-machinery').as('u-he').says('@娘家 问 政策')
    await desk.pass(6_000)
    await desk.pass(1_000)
    expect(chat.textsTo('g-super')).toEqual(['答：问 政策'])
    expect(facts).toEqual([{ kind: 'chatMoved', from: group('g-machinery'), to: group('g-super') }])
    expect(await desk.read(`SELECT "key" FROM "Conversation" WHERE "key" LIKE '%group%'`)).toEqual([
      { key: 'stdio:stdio:group:g-super|u-he' },
    ])
  })
})

test('being taken into a group and out of it is told; a private chat is no group', async () => {
  const change = (change: 'bot-added' | 'bot-removed') =>
    ({ kind: 'membership', change, people: [{ id: 'bot' }] }) as const
  await chat.in('g-tea').as('u-wu').hand(change('bot-added'))
  await chat.in('g-tea').as('u-wu').hand(change('bot-removed'))
  await chat.as('u-he').hand(change('bot-removed'))
  await chat
    .in('g-tea')
    .as('u-wu')
    .hand({ kind: 'membership', change: 'joined', people: [{ id: 'u-new' }] })
  await desk.settle()
  expect(facts).toEqual([
    { kind: 'botAdded', chat: group('g-tea') },
    { kind: 'botRemoved', chat: group('g-tea') },
  ])
  expect(chat.sent).toEqual([])
})
