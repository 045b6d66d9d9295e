import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPeople } from '../../../src/features/membership/people.ts'
import type { Chat } from '../../../src/kernel/chat.ts'
import type { Work } from '../../../src/kernel/work.ts'
import { openStores, type Stores } from '../../support/stores.ts'

let stores: Stores
beforeAll(async () => {
  stores = await openStores()
})
afterAll(() => stores.close())

const at = (platform: string, chatId: string): Chat => ({
  platform,
  account: platform,
  kind: 'private',
  chatId,
})

interface Now {
  readonly speechless?: readonly string[]
  readonly closed?: readonly string[]
  readonly login?: string
}

async function reach(code: string, now: Now = {}, avoid?: string): Promise<string | undefined> {
  const { membership } = stores.first
  const people = createPeople({
    store: membership,
    platformsByCode: [],
    defaultAccount: (platform) => platform,
    listSpeechless: async () => new Set(now.speechless),
    loginOf: async () => now.login,
    isClosed: async ({ chatId }) => now.closed?.includes(chatId) === true,
  })
  const chat = await stores.inOne((work) => people.reach(code, work, avoid === undefined ? {} : { avoid }))
  return chat?.chatId
}

const bind = (person: string, chats: readonly Chat[]) =>
  stores.inOne(async (work: Work) => {
    for (const chat of chats) {
      const { platform, chatId: accountId } = chat
      await stores.first.membership.bind({ platform, accountId, person, boundBy: 'test', chat }, work)
    }
  })

test('where the account speaks, the chat is open and the login still holds; what is to be avoided never', async () => {
  await bind('one', [at('telegram', 't1'), at('wechat', 'now~w1'), at('wechat', 'old~w1')])
  expect(await reach('one', { speechless: ['telegram:telegram'], login: 'now' })).toBe('now~w1')
  expect(await reach('one', { speechless: ['wechat:wechat'], login: 'now' })).toBe('t1')
  expect(await reach('one', { closed: ['t1'], login: 'now' })).toBe('now~w1')
  expect(await reach('one', { login: 'third' }, 'telegram:telegram')).toBeUndefined()
  expect(await reach('one', { closed: ['t1'], login: 'third' })).toBe('t1')
  expect(await reach('one', { login: 'now' }, 'telegram:telegram')).toBe('now~w1')
})

test('an id with a tilde is no trouble where ids stay', async () => {
  await bind('two', [at('wecom', 'zhang~san')])
  expect(await reach('two')).toBe('zhang~san')
})
