import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Storage } from '../../src/adapters/storage/open-storage.ts'
import type { Lane } from '../../src/outbox/lane.ts'
import type { Letter } from '../../src/outbox/letter.ts'
import { gate } from '../support/scripted-platform.ts'
import { group, later, letter, NOON, openStores, privateOf, type Stores } from '../support/stores.ts'

let stores: Stores
let account = 0
let mine: string
beforeAll(async () => {
  stores = await openStores()
})
afterAll(() => stores.close())

/** Letters of an account of this test's own. */
const fresh = () => {
  mine = `box-${++account}`
  return `stdio:${mine}`
}
const to = (person: string, given: Partial<Letter> = {}) => letter({ to: privateOf(person, mine), ...given })
const add = (...letters: readonly Letter[]) =>
  stores.inOne(async (work) => {
    for (const one of letters) stores.first.outbox.add(one, work)
    return work
  })
interface Wanted {
  readonly now?: Date
  readonly lane?: Lane
  readonly except?: readonly string[]
  readonly limit?: number
  readonly storage?: Storage
}
const claim = (account: string, { storage = stores.first, ...wanted }: Wanted = {}) =>
  storage.outbox.claim({ account, lane: 'answers', now: NOON, except: [], limit: 100, ...wanted })
const find = (id: string) => stores.inOne((work) => stores.first.outbox.find(id, work))

describe('outcomes', () => {
  test('what a crash left half sent is uncertain, only of the account taken over', async () => {
    const name = fresh()
    const [half, waiting] = [to('a', { state: 'sending' }), to('b')]
    const elsewhere = letter({ state: 'sending', to: privateOf('a', 'elsewhere') })
    await add(half, waiting, elsewhere)
    expect(await stores.first.outbox.giveUpSending(name, NOON)).toBe(1)
    expect([await find(half.id), await find(waiting.id), await find(elsewhere.id)]).toMatchObject([
      { state: 'uncertain', sentAt: NOON },
      { state: 'waiting' },
      { state: 'sending' },
    ])
  })

  test('a late answer never brings back what was cancelled or given up', async () => {
    const name = fresh()
    const letters = [
      to('a', { state: 'uncertain' }),
      to('b', { state: 'cancelled' }),
      to('c', { state: 'sent', messageIds: ['kept'] }),
    ]
    await add(...letters)
    await stores.first.outbox.record(
      letters.map(({ id }) => ({ id, state: 'waiting' as const, tries: 1, at: NOON, dueAt: NOON })),
    )
    expect(await Promise.all(letters.map(({ id }) => find(id)))).toMatchObject([
      { state: 'uncertain' },
      { state: 'cancelled' },
      { state: 'sent', messageIds: ['kept'] },
    ])
    expect(await claim(name)).toEqual([])
  })

  test('a chat that was given another number takes what waits for it along', async () => {
    const name = fresh()
    const old = group('old', mine)
    const [first, second] = [letter({ to: old }), letter({ to: old })]
    await add(first, second)
    await claim(name)
    await stores.first.outbox.record([
      { id: first.id, state: 'waiting', tries: 1, at: NOON, dueAt: NOON, movedTo: 'new' },
    ])
    const [claimed] = await claim(name)
    expect(claimed).toMatchObject({ id: first.id, to: { chatId: 'new' } })
    expect(await find(second.id)).toMatchObject({ to: { chatId: 'new' } })
  })

  test('a group that moved takes its topics along, and what was set back behind the letter that found out', async () => {
    const name = fresh()
    const old = group('old', mine)
    const [first, behind, topic] = [
      letter({ to: old, state: 'sending' }),
      letter({ to: old, state: 'sending' }),
      letter({ to: { ...old, threadId: '7' } }),
    ]
    const other = letter({ to: group('old7', mine) })
    await add(first, behind, topic, other)
    await stores.inOne(async (work) =>
      stores.first.outbox.recordWithin(
        [
          { id: first.id, state: 'waiting', tries: 1, at: NOON, dueAt: NOON, movedTo: 'new' },
          { id: behind.id, state: 'waiting', tries: 0, at: NOON, dueAt: NOON },
        ],
        work,
      ),
    )
    const chats = (await Promise.all([first, behind, topic, other].map(({ id }) => find(id)))).map(
      (one) => one?.to,
    )
    expect(chats).toEqual([
      group('new', mine),
      group('new', mine),
      { ...group('new', mine), threadId: '7' },
      other.to,
    ])
    expect((await claim(name)).map(({ id }) => id)).toEqual([first.id, topic.id, other.id])
  })

  test('what a platform said about the account is kept with it, and never made shorter', async () => {
    const name = fresh()
    const [one, two] = [to('a', { state: 'sending' }), to('b', { state: 'sending' })]
    await add(one, two)
    expect(await stores.second.outbox.heldUntil(name)).toBeUndefined()
    const told = (id: string, seconds: number) => ({
      id,
      state: 'waiting' as const,
      tries: 0,
      at: NOON,
      dueAt: later(seconds),
      hold: { account: name, until: later(seconds) },
    })
    await stores.first.outbox.record([told(one.id, 40)])
    await stores.inOne(async (work) => stores.first.outbox.recordWithin([told(two.id, 9)], work))
    expect(await stores.second.outbox.heldUntil(name)).toEqual(later(40))
    expect(await find(two.id)).toMatchObject({ state: 'waiting', dueAt: later(9) })
  })

  test('whoever takes the account over learns what left lately, and what may have left', async () => {
    const name = fresh()
    const [early, sent, doubtful, half, refused] = Array.from({ length: 5 }, (_, i) =>
      to(`u-${i}`, { state: 'sending' }),
    ) as [Letter, Letter, Letter, Letter, Letter]
    await add(early, sent, doubtful, half, refused)
    const is = (one: Letter, state: Letter['state'], seconds: number) => ({
      id: one.id,
      state,
      tries: 1,
      at: later(seconds),
    })
    await stores.first.outbox.record([
      is(early, 'sent', -61),
      is(sent, 'sent', -3),
      is(doubtful, 'uncertain', -2),
      is(refused, 'failed', -1),
    ])
    await stores.first.outbox.giveUpSending(name, NOON)
    const left = await stores.first.outbox.listLeft(name, later(-60))
    expect(new Map(left.map(({ chat, at }) => [chat.chatId, at]))).toEqual(
      new Map([
        ['u-1', later(-3)],
        ['u-2', later(-2)],
        ['u-3', NOON],
      ]),
    )
  })

  test('whatever a platform said in refusing is recorded, also what PostgreSQL would not take', async () => {
    fresh()
    const one = to('a', { state: 'sending' })
    await add(one)
    await stores.first.outbox.record([
      { id: one.id, state: 'failed', tries: 1, at: NOON, failure: '坏\u0000了\ud83d' },
    ])
    expect(await find(one.id)).toMatchObject({ state: 'failed', failure: '坏了\ufffd' })
  })

  test('a letter is found by the number its platform gave it, in its own chat only', async () => {
    fresh()
    const one = to('a', { state: 'sending' })
    await add(one)
    await stores.first.outbox.record([
      { id: one.id, state: 'sent', tries: 1, at: NOON, messageIds: ['77', '78'] },
    ])
    const by = (person: string) =>
      stores.inOne((work) => stores.first.outbox.findByMessageId(privateOf(person, mine), '78', work))
    expect((await by('a'))?.id).toBe(one.id)
    expect(await by('b')).toBeUndefined()
  })
})

describe('stopping a broadcast', () => {
  test('cancels what has not left, and what has left counts as it ended', async () => {
    const name = fresh()
    const letters = Array.from({ length: 6 }, (_, i) => to(`u-${i}`, { mailing: name }))
    await add(...letters)
    const claimed = await claim(name, { lane: 'mailings', limit: 2 })
    expect(await stores.inOne((work) => stores.first.outbox.cancelMailing(name, work))).toBe(4)
    await stores.first.outbox.record(
      claimed.map(({ id }) => ({ id, state: 'sent' as const, tries: 1, at: NOON, messageIds: [] })),
    )
    const tally = await stores.inOne((work) => stores.first.outbox.tally(name, work))
    expect(tally).toEqual({ waiting: 0, sending: 0, sent: 2, failed: 0, uncertain: 0, cancelled: 4 })
  })

  test('while it is being claimed: every letter is either on its way or cancelled, none is both', async () => {
    const name = fresh()
    await add(...Array.from({ length: 40 }, (_, i) => to(`u-${i}`, { mailing: name })))
    const { passed, open } = gate()
    const cancelling = stores.inOne(async (work) => {
      const count = await stores.second.outbox.cancelMailing(name, work)
      open()
      return count
    }, stores.second)
    const claimed = await Promise.all([
      claim(name, { lane: 'mailings', limit: 15 }),
      passed.then(() => claim(name, { lane: 'mailings' })),
      claim(name, { lane: 'mailings', limit: 15 }),
    ])
    const cancelled = await cancelling
    const sending = claimed.flat().length
    expect(sending + cancelled).toBe(40)
    expect(await stores.inOne((work) => stores.first.outbox.tally(name, work))).toMatchObject({
      waiting: 0,
      sending,
      cancelled,
    })
  })
})
