import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Conversation, Frame } from '../../src/conversation/conversation.ts'
import { conversationKey } from '../../src/kernel/chat.ts'
import { gate } from '../support/scripted-platform.ts'
import { later, NOON, openStores, privateOf, type Stores } from '../support/stores.ts'

let stores: Stores
beforeAll(async () => {
  stores = await openStores()
})
afterAll(() => stores.close())

const frame = (silentAt: Date): Frame => ({
  id: `fr-${silentAt.getTime()}`,
  dialogue: 'pad.form',
  version: 1,
  state: { step: 'open', lines: ['一'] },
  touchedAt: NOON.toISOString(),
  silentAt: silentAt.toISOString(),
})
function talk(person: string, given: Partial<Conversation> = {}, account = 'a'): Conversation {
  const chat = privateOf(person, account)
  return {
    key: conversationKey(chat, person),
    chat,
    personId: person,
    personName: undefined,
    version: 0,
    frames: [],
    carriedOn: [],
    listeningUntil: undefined,
    ...given,
  }
}
const find = (key: string) =>
  stores.inOne((work) => stores.second.conversations.find(key, work), stores.second)

describe('conversations', () => {
  test('are found as they were saved', async () => {
    const one = talk('a', {
      frames: [frame(later(60))],
      carriedOn: ['fr-1'],
      listeningUntil: later(30),
      personName: '某人',
    })
    await stores.inOne(async (work) => stores.first.conversations.save(one, work))
    expect(await find(one.key)).toEqual({ ...one, version: 1 })
  })

  test('are saved only if nobody changed them since they were loaded', async () => {
    const one = talk('b')
    await stores.inOne(async (work) => stores.first.conversations.save(one, work))
    const { passed, open } = gate()
    let loaded = 0
    const change = (storage: Stores['first'], name: string) =>
      stores.inOne(async (work) => {
        const there = (await storage.conversations.find(one.key, work)) as Conversation
        if (++loaded === 2) open()
        await passed
        storage.conversations.save({ ...there, personName: name }, work)
      }, storage)
    const changes = [change(stores.first, '甲'), change(stores.second, '乙')]
    const ends = await Promise.allSettled(changes)
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(ends.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'storage-conflict' },
    })
    expect(
      stores.first.transactions.isPassing(
        (ends.find(({ status }) => status === 'rejected') as PromiseRejectedResult).reason,
      ),
    ).toBe(true)
    expect((await find(one.key))?.version).toBe(2)
  })

  test('begun by two at once are a conflict too, not a broken transaction', async () => {
    const one = talk('c')
    await stores.inOne(async (work) => stores.first.conversations.save(one, work))
    const again = stores.inOne(
      async (work) => stores.second.conversations.save({ ...one, personName: '晚' }, work),
      stores.second,
    )
    await expect(again).rejects.toMatchObject({ code: 'storage-conflict' })
    expect((await find(one.key))?.personName).toBeUndefined()
  })

  test('changed twice in one transaction are written once, one version on', async () => {
    const one = talk('d')
    await stores.inOne(async (work) => stores.first.conversations.save(one, work))
    await stores.inOne(async (work) => {
      const there = (await stores.first.conversations.find(one.key, work)) as Conversation
      stores.first.conversations.save({ ...there, personName: '一' }, work)
      const again = (await stores.first.conversations.find(one.key, work)) as Conversation
      stores.first.conversations.save({ ...again, personName: '二' }, work)
    })
    expect(await find(one.key)).toMatchObject({ version: 2, personName: '二' })
  })

  test('in which a silence is due are listed for the accounts asked about, the longest silent first', async () => {
    const silent = [
      talk('s1', { frames: [frame(later(-5))] }, 's'),
      talk('s2', { frames: [frame(later(90)), frame(later(-9))] }, 's'),
      talk('s3', { frames: [frame(later(40))] }, 's'),
    ]
    const elsewhere = talk('s4', { frames: [frame(later(-99))] }, 'closed')
    await stores.inOne(async (work) => {
      for (const one of [...silent, elsewhere]) stores.first.conversations.save(one, work)
    })
    const listed = await stores.first.conversations.listSilent(['stdio:s'], NOON, 10)
    expect(listed.map(({ personId }) => personId)).toEqual(['s2', 's1'])
    expect(await stores.first.conversations.nextSilence(['stdio:s'])).toEqual(later(-9))
    expect(await stores.first.conversations.nextSilence(['stdio:nobody'])).toBeUndefined()
  })
})
