import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { gate } from '../support/scripted-platform.ts'
import { arrival, group, later, NOON, openStores, privateOf, type Stores } from '../support/stores.ts'

let stores: Stores
beforeAll(async () => {
  stores = await openStores()
})
afterAll(() => stores.close())

const fresh = (person: string) =>
  arrival({ chat: privateOf(person), from: { id: person, stability: 'permanent' } })
const textOf = (content: { kind: string; text?: string }) => content.text

describe('the inbox', () => {
  test('keeps the same thing once, also when two processes hand it in at the same moment', async () => {
    const batch = (n: number) =>
      Array.from({ length: 20 }, (_, i) => ({
        ...fresh(`same-${i}`),
        idempotencyKey: `same-${i}`,
        id: `same-${n}-${i}`,
      }))
    const kept = await Promise.all(
      [0, 1, 2, 3].map((n) => (n % 2 ? stores.first : stores.second).inbox.keep(batch(n))),
    )
    expect(kept.reduce((sum, { size }) => sum + size, 0)).toBe(20)
    expect(await stores.first.inbox.keep(batch(9))).toEqual(new Set())
  })

  test('remembers that the platform called somebody a program', async () => {
    const robot = { ...fresh('robot'), from: { id: 'robot', stability: 'permanent', isBot: true } as const }
    await stores.first.inbox.keep([robot, fresh('person')])
    const taken = await stores.inOne((work) =>
      stores.first.inbox.takeWaiting([robot.conversation, fresh('person').conversation], work),
    )
    expect([...taken.values()].flat().map(({ from }) => [from.id, from.isBot])).toEqual(
      expect.arrayContaining([
        ['robot', true],
        ['person', undefined],
      ]),
    )
  })

  test('keeps one of two that are the same within one batch', async () => {
    const twice = [fresh('twice'), fresh('twice')].map((one) => ({ ...one, idempotencyKey: 'twice' }))
    expect((await stores.first.inbox.keep(twice)).size).toBe(1)
  })

  test('gives what waits in the order it came, whatever the platform’s clock said', async () => {
    const lines = ['一', '二', '三'].map((text, i) => ({
      ...fresh('order'),
      content: { kind: 'message', text, addressed: 'private' } as const,
      at: later(-i),
    }))
    for (const line of lines) await stores.first.inbox.keep([line])
    const key = lines[0]?.conversation as string
    const taken = await stores.inOne((work) => stores.first.inbox.takeWaiting([key], work))
    expect(taken.get(key)?.map(({ content }) => textOf(content as never))).toEqual(['一', '二', '三'])
  })

  test('a conversation that one worker has is left out for another, and there again when it is done', async () => {
    const one = fresh('locked')
    await stores.first.inbox.keep([one])
    const { passed, open } = gate()
    const { passed: held, open: hold } = gate()
    const first = stores.inOne(async (work) => {
      const taken = await stores.first.inbox.takeWaiting([one.conversation], work)
      stores.first.inbox.markDone(taken.get(one.conversation) ?? [], work)
      hold()
      await passed
    })
    await held
    const during = await stores.inOne(
      (work) => stores.second.inbox.takeWaiting([one.conversation], work),
      stores.second,
    )
    expect(during.has(one.conversation)).toBe(false)
    expect(
      await stores.inOne(
        (work) => stores.second.inbox.lock([one.conversation, 'another'], work),
        stores.second,
      ),
    ).toEqual(new Set(['another']))
    open()
    await first
    const after = await stores.inOne(
      (work) => stores.second.inbox.takeWaiting([one.conversation], work),
      stores.second,
    )
    expect(after.get(one.conversation), 'ours now, with nothing left in it').toEqual([])
  })

  test('what was rolled back waits as before', async () => {
    const one = fresh('rolled-back')
    await stores.first.inbox.keep([one])
    const failing = stores.inOne(async (work) => {
      stores.first.inbox.markDone(
        (await stores.first.inbox.takeWaiting([one.conversation], work)).get(one.conversation) ?? [],
        work,
      )
      throw new Error('later')
    })
    await expect(failing).rejects.toThrow('later')
    expect(await stores.first.inbox.listWaitingIn(one.conversation)).toHaveLength(1)
  })

  test('done stays done', async () => {
    const one = fresh('done')
    await stores.first.inbox.keep([one])
    await stores.inOne(async (work) => stores.first.inbox.markDone([one], work))
    expect(await stores.first.inbox.keep([one])).toEqual(new Set())
    expect(await stores.first.inbox.listWaitingIn(one.conversation)).toEqual([])
  })

  test('lines said to others are forgotten after their time, those that were used and those still wanted are not', async () => {
    const room = (person: string) => ({
      chat: group('g'),
      from: { id: person, stability: 'permanent' } as const,
    })
    const heard = (person: string, at: Date) => arrival({ ...room(person), state: 'heard', at })
    const [old, young, used, wanted] = [
      heard('a', later(-400)),
      heard('a2', later(-10)),
      heard('b', later(-400)),
      heard('c', later(-301)),
    ]
    const asks = arrival({ ...room('c'), at: later(-2), readyAt: later(4) })
    await stores.first.inbox.keep([old, young, used, wanted, asks] as never)
    await stores.inOne(async (work) => stores.first.inbox.markDone([used as never], work))
    expect(await stores.first.inbox.forgetHeard(later(-300))).toBe(1)
    const taken = await stores.inOne((work) => stores.first.inbox.takeWaiting([asks.conversation], work))
    expect(taken.get(asks.conversation)?.map(({ id }) => id)).toEqual([wanted?.id, asks.id])
  })

  test('says what waited when a process died, with the moment its burst is complete', async () => {
    const chat = privateOf('crash', 'other')
    const from = { id: 'crash', stability: 'permanent' } as const
    const [first, second] = [
      arrival({ chat, from, readyAt: later(1.5) }),
      arrival({ chat, from, at: later(1), readyAt: later(2.5) }),
    ]
    await stores.first.inbox.keep([first, second])
    expect(await stores.first.inbox.listWaiting(['stdio:other'])).toEqual([
      { conversation: first.conversation, readyAt: later(2.5) },
    ])
    expect((await stores.first.inbox.listWaiting(undefined)).length).toBeGreaterThan(1)
  })

  test('takes text of every kind: NUL and half a character fall away, the rest is as it was', async () => {
    const texts = ['a\u0000b', '半个\ud83d字', '😀𠮷', '"\\u0000"', '长'.repeat(100_000)]
    const lines = texts.map((text, i) => ({
      ...fresh(`odd-${i}`),
      content: { kind: 'message', text, addressed: 'private' } as const,
    }))
    await stores.first.inbox.keep(lines)
    const kept = await Promise.all(
      lines.map(({ conversation }) => stores.first.inbox.listWaitingIn(conversation)),
    )
    const expected = ['ab', '半个\ufffd字', '😀𠮷', '"\\u0000"', '长'.repeat(100_000)]
    expect(kept.map(([one]) => textOf(one?.content as never))).toEqual(expected)
    expect(kept[0]?.[0]?.at).toEqual(NOON)
  })
})
