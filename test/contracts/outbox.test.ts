import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Letter } from '../../src/outbox/letter.ts'
import { later, letter, NOON, openStores, privateOf, type Stores } from '../support/stores.ts'

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
const claim = (name: string, now = NOON, busy: readonly string[] = [], limit = 100, storage = stores.first) =>
  storage.outbox.claim([name], now, busy, limit)
const ids = (letters: readonly Letter[]) => letters.map(({ id }) => id)

describe('a letter’s key', () => {
  test('is one letter once for ever: in one transaction, in the next, and from two processes at once', async () => {
    const name = fresh()
    const [first, again] = [to('u', { key: `${name}:k` }), to('u', { key: `${name}:k` })]
    const work = await add(first, again)
    expect(ids(stores.first.outbox.listAdded(work))).toEqual([first.id])
    const later = to('u', { key: `${name}:k` })
    expect(stores.first.outbox.listAdded(await add(later))).toEqual([])
    const race = [stores.first, stores.second].map((storage) =>
      stores.inOne(async (work) => {
        storage.outbox.add(to('u', { key: `${name}:race` }), work)
        return work
      }, storage),
    )
    const [one, two] = await Promise.all(race)
    const fresh_ = [
      ...stores.first.outbox.listAdded(one as never),
      ...stores.second.outbox.listAdded(two as never),
    ]
    expect(fresh_).toHaveLength(1)
  })
})

describe('claiming', () => {
  test('never gives one letter to two who ask at once', async () => {
    const name = fresh()
    await add(...Array.from({ length: 60 }, (_, i) => to(`u-${i}`)))
    const claimed = await Promise.all(
      Array.from({ length: 12 }, (_, i) => claim(name, NOON, [], 10, i % 2 ? stores.first : stores.second)),
    )
    const all = claimed.flatMap(ids)
    expect(new Set(all).size).toBe(all.length)
    expect(all.length + (await claim(name)).length).toBe(60)
  })

  test('keeps the order of a chat, leaves chats alone that are busy, and takes no more than asked', async () => {
    const name = fresh()
    const letters = [to('a'), to('b'), to('a'), to('c')]
    await add(...letters)
    const busy = `stdio:${mine}:private:b`
    expect(ids(await claim(name, NOON, [busy], 2))).toEqual([letters[0]?.id, letters[2]?.id])
    expect(ids(await claim(name))).toEqual([letters[1]?.id, letters[3]?.id])
  })

  test('waits for what is not due', async () => {
    const name = fresh()
    const one = to('a', { dueAt: later(60) })
    await add(one)
    expect(await claim(name)).toEqual([])
    expect(await stores.first.outbox.nextDueAt([name])).toEqual(later(60))
    expect(ids(await claim(name, later(60)))).toEqual([one.id])
  })

  test('a letter meant for later does not hold up what is written today', async () => {
    const name = fresh()
    const [tomorrow, today] = [to('a', { dueAt: later(86_400) }), to('a')]
    await add(tomorrow, today)
    expect(ids(await claim(name))).toEqual([today.id])
  })

  test.each([
    ['was told to wait', { tries: 1 }],
    ['found the account offline, which is no try', { tries: 0 }],
  ])('what stands behind a letter that %s stays behind it', async (_what, { tries }) => {
    const name = fresh()
    const [first, second] = [to('a'), to('a')]
    await add(first, second)
    await claim(name)
    await stores.first.outbox.record([
      { id: first.id, state: 'waiting', tries, at: NOON, dueAt: later(30), failure: '稍后' },
      { id: second.id, state: 'waiting', tries: 0, at: NOON, dueAt: NOON },
    ])
    expect(await stores.first.outbox.listHeldChats([name])).toEqual([`stdio:${mine}:private:a`])
    expect(await claim(name)).toEqual([])
    expect(await stores.first.outbox.nextDueAt([name]), 'the time at which the first may go').toEqual(
      later(30),
    )
    expect(ids(await claim(name, later(30)))).toEqual([first.id, second.id])
  })

  test('nothing overtakes a letter that is on its way', async () => {
    const name = fresh()
    const [sending, behind] = [to('a', { state: 'sending' }), to('a')]
    await add(sending, behind)
    expect(await claim(name)).toEqual([])
    await stores.first.outbox.record([
      { id: sending.id, state: 'sent', tries: 1, at: NOON, messageIds: ['x'] },
    ])
    expect(ids(await claim(name))).toEqual([behind.id])
  })
})
