import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Letter } from '../../src/outbox/letter.ts'
import { NOT_OPEN, UNCONFIRMED } from '../../src/outbox/outcome.ts'
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
  mine = `door-${++account}`
  return `stdio:${mine}`
}
const to = (person: string, given: Partial<Letter> = {}) => letter({ to: privateOf(person, mine), ...given })
const add = (...letters: readonly Letter[]) =>
  stores.inOne(async (work) => {
    for (const one of letters) stores.first.outbox.add(one, work)
  })
const claim = (name: string) =>
  stores.first.outbox.claim({ account: name, lane: 'answers', now: NOON, except: [], limit: 100 })
const find = (id: string) => stores.inOne((work) => stores.first.outbox.find(id, work))
const sent = ({ id }: Letter) =>
  stores.first.outbox.record([{ id, state: 'sent', tries: 1, at: NOON, messageIds: [] }])
const inADay = { dueAt: later(86_400), failure: NOT_OPEN }

describe('a letter at the door', () => {
  test('keeps what is written after it behind it, and is not due before its day is over', async () => {
    const name = fresh()
    const [first, behind] = [to('a', inADay), to('a')]
    await add(first, behind)
    expect(await claim(name)).toEqual([])
    expect(await stores.first.outbox.nextDueAt([name])).toEqual(later(86_400))
  })

  test('leaves the moment the door opens, and what stands behind it after it', async () => {
    const name = fresh()
    const [first, second, behind, elsewhere] = [to('a', inADay), to('a', inADay), to('a'), to('b', inADay)]
    await add(first, second, behind, elsewhere)
    const opened = await stores.inOne((work) => stores.first.outbox.release(privateOf('a', mine), NOON, work))
    expect(opened).toBe(2)
    for (const one of [first, second, behind]) {
      expect((await claim(name)).map(({ id }) => id)).toEqual([one.id])
      await sent(one)
    }
    expect(await find(elsewhere.id)).toMatchObject({ failure: NOT_OPEN, dueAt: later(86_400) })
  })

  test('that waits for something else stays where it is', async () => {
    fresh()
    const [tried, planned] = [
      to('a', { tries: 2, failure: '网络', dueAt: later(8) }),
      to('a', { dueAt: later(3_600) }),
    ]
    await add(tried, planned)
    expect(await stores.inOne((work) => stores.first.outbox.release(privateOf('a', mine), NOON, work))).toBe(
      0,
    )
    expect([await find(tried.id), await find(planned.id)]).toMatchObject([
      { dueAt: later(8), failure: '网络' },
      { dueAt: later(3_600) },
    ])
  })
})

describe('a chat that is another one now', () => {
  test('takes along what waits for it, in order; what waited to be told where is due', async () => {
    const name = fresh()
    const [old, now] = [group('login1~g', mine), group('login2~g', mine)]
    const [sentBefore, lost, planned] = [
      letter({ to: old, state: 'sent' }),
      letter({ to: old, failure: UNCONFIRMED, dueAt: later(86_400) }),
      letter({ to: old, dueAt: later(60) }),
    ]
    await add(sentBefore, lost, planned)
    expect(await stores.inOne((work) => stores.first.outbox.moveChat(old, now, work))).toBe(2)
    expect([await find(sentBefore.id), await find(lost.id), await find(planned.id)]).toMatchObject([
      { to: old },
      { to: now, dueAt: NOON },
      { to: now, dueAt: later(60) },
    ])
    expect((await claim(name)).map(({ id }) => id)).toEqual([lost.id])
  })

  test('may be one of another account', async () => {
    fresh()
    const [old, now] = [group('g', mine), group('g2', `${mine}-new`)]
    const one = letter({ to: old })
    await add(one)
    await stores.inOne((work) => stores.first.outbox.moveChat(old, now, work))
    expect((await claim(`stdio:${mine}-new`)).map(({ id }) => id)).toEqual([one.id])
  })
})

describe('a letter quoted by its words', () => {
  const quoted = (words: string, person = 'a') =>
    stores.inOne((work) => stores.first.outbox.findByQuote(privateOf(person, mine), words, work))

  test('is the newest that begins with them, however lines were broken and where they were cut', async () => {
    fresh()
    const text = '请核对这件诉求：\n银行续贷材料交了半个月一直不放款'
    const [older, newer, other] = [
      to('a', { state: 'sent', text: `${text}，旧的` }),
      to('a', { state: 'sent', text: `${text}，新的` }),
      to('a', { state: 'sent', text: '收到' }),
    ]
    await add(older, newer, other, to('a', { text: `${text}，还没发` }))
    expect((await quoted('请核对这件诉求： 银行续贷材料…'))?.id).toBe(newer.id)
    expect((await quoted('「请核对这件诉求：银行续贷材料交了半个月一直不放款，旧的」'))?.id).toBe(older.id)
    expect((await quoted('一直不放款，旧的'))?.id, 'from its middle').toBe(older.id)
    expect((await quoted('收到'))?.id, 'a short one only when it is the whole').toBe(other.id)
  })

  test('is none when nothing says so, nor one of another chat', async () => {
    fresh()
    await add(to('a', { state: 'sent', text: '收到，已经转给金融办' }))
    expect(await quoted('收到')).toBeUndefined()
    expect(await quoted('……')).toBeUndefined()
    expect(await quoted('收到，已经转给金融办', 'b')).toBeUndefined()
  })
})
