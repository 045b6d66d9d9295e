import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Storage } from '../../src/adapters/storage/open-storage.ts'
import type { Lane } from '../../src/outbox/lane.ts'
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
interface Wanted {
  readonly now?: Date
  readonly lane?: Lane
  readonly except?: readonly string[]
  readonly limit?: number
  readonly storage?: Storage
}
const claim = (account: string, { storage = stores.first, ...wanted }: Wanted = {}) =>
  storage.outbox.claim({ account, lane: 'answers', now: NOON, except: [], limit: 100, ...wanted })
const sent = ({ id }: Letter) =>
  stores.first.outbox.record([{ id, state: 'sent', tries: 1, at: NOON, messageIds: ['x'] }])
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
      Array.from({ length: 12 }, (_, i) =>
        claim(name, { limit: 10, storage: i % 2 ? stores.first : stores.second }),
      ),
    )
    const all = claimed.flatMap(ids)
    expect(new Set(all).size).toBe(all.length)
    expect(all.length + (await claim(name)).length).toBe(60)
  })

  test('gives the first letter of each chat, leaves chats alone that are full, and takes no more than asked', async () => {
    const name = fresh()
    const [a1, b1, a2, c1, d1] = [to('a'), to('b'), to('a'), to('c'), to('d')]
    await add(a1, b1, a2, c1, d1)
    expect(ids(await claim(name, { except: ['b'], limit: 2 }))).toEqual([a1.id, c1.id])
    expect(ids(await claim(name)), 'what stands behind the first waits for it').toEqual([b1.id, d1.id])
    await sent(a1)
    expect(ids(await claim(name))).toEqual([a2.id])
  })

  test('takes what is due longest first, so that whoever was told to wait does not come first again', async () => {
    const name = fresh()
    const [first, second] = [to('a', { dueAt: later(5) }), to('b', { dueAt: later(1) })]
    await add(first, second)
    expect(ids(await claim(name, { now: later(9), limit: 1 }))).toEqual([second.id])
  })

  test('waits for what is not due', async () => {
    const name = fresh()
    const one = to('a', { dueAt: later(60) })
    await add(one)
    expect(await claim(name)).toEqual([])
    expect(await stores.first.outbox.nextDueAt([name])).toEqual(later(60))
    expect(ids(await claim(name, { now: later(60) }))).toEqual([one.id])
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
    ])
    expect(await stores.first.outbox.listOpenChats(name, NOON)).toEqual({
      waiting: [`stdio:${mine}:private:a`],
      sending: [],
    })
    expect(await claim(name)).toEqual([])
    expect(await stores.first.outbox.nextDueAt([name]), 'the time at which the first may go').toEqual(
      later(30),
    )
    expect(ids(await claim(name, { now: later(30) }))).toEqual([first.id])
    expect(ids(await claim(name, { now: later(30) }))).toEqual([])
    await sent(first)
    expect(ids(await claim(name, { now: later(30) }))).toEqual([second.id])
  })

  test('nothing overtakes a letter that is on its way', async () => {
    const name = fresh()
    const [sending, behind] = [to('a', { state: 'sending' }), to('a')]
    await add(sending, behind)
    expect(await claim(name)).toEqual([])
    await sent(sending)
    expect(ids(await claim(name))).toEqual([behind.id])
  })
})

describe('the two lanes', () => {
  const broadcast = (person: string, given: Partial<Letter> = {}) => to(person, { mailing: mine, ...given })

  test('are claimed apart, so that an answer never waits behind three thousand broadcasts', async () => {
    const name = fresh()
    const many = Array.from({ length: 20 }, (_, i) => broadcast(`u-${i}`))
    const answer = to('u-7')
    await add(...many, answer)
    expect(ids(await claim(name))).toEqual([answer.id])
    expect(await claim(name, { lane: 'mailings' })).toHaveLength(20)
  })

  test('keep an order each: an answer overtakes a broadcast to the same chat that waits, and no answer', async () => {
    const name = fresh()
    const [notice, question, answer, again] = [broadcast('a'), broadcast('a'), to('a'), to('a')]
    await add(notice, question, answer, again)
    expect(ids(await claim(name))).toEqual([answer.id])
    expect(ids(await claim(name, { lane: 'mailings' }))).toEqual([notice.id])
  })

  test('a broadcast that was told to wait holds up what is broadcast after it, not the answers', async () => {
    const name = fresh()
    const [notice, next, answer] = [
      broadcast('a', { dueAt: later(30), tries: 1, failure: '稍后' }),
      broadcast('a'),
      to('a'),
    ]
    await add(notice, next, answer)
    expect(await stores.first.outbox.listOpenChats(name, NOON)).toEqual({
      waiting: [`stdio:${mine}:private:a`],
      sending: [],
    })
    expect(ids(await claim(name))).toEqual([answer.id])
    expect(await claim(name, { lane: 'mailings' })).toEqual([])
    expect((await stores.first.outbox.listOpenChats(name, NOON)).sending).toEqual([`stdio:${mine}:private:a`])
  })
})
