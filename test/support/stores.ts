import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStorage, type Storage } from '../../src/adapters/storage/open-storage.ts'
import { DEFAULT_BURST } from '../../src/inbox/burst.ts'
import type { NewArrival } from '../../src/inbox/inbox.store.ts'
import { type Chat, conversationKey } from '../../src/kernel/chat.ts'
import type { Work } from '../../src/kernel/work.ts'
import type { Letter } from '../../src/outbox/letter.ts'
import { openTestDatabase } from './database.ts'
import { removeFolder } from './remove-folder.ts'

export const NOON = new Date('2026-03-02T12:00:00+08:00')
export const later = (seconds: number) => new Date(NOON.getTime() + seconds * 1000)

export const privateOf = (person: string, account = 'a'): Chat => ({
  platform: 'stdio',
  account,
  kind: 'private',
  chatId: person,
})
export const group = (id: string, account = 'a'): Chat => ({
  platform: 'stdio',
  account,
  kind: 'group',
  chatId: id,
})

/** Two processes' stores on one database. */
export async function openStores() {
  const database = await openTestDatabase()
  const directory = await mkdtemp(join(tmpdir(), 'niangjia-stores-'))
  const open = (): Promise<Storage> =>
    openStorage({
      dataDirectory: directory,
      databaseUrl: database.url,
      personalKey: undefined,
      burst: DEFAULT_BURST,
      say: () => undefined,
    })
  const first = await open()
  const second = await open()
  return {
    database,
    first,
    second,
    inOne: <T>(act: (work: Work) => Promise<T>, storage: Storage = first) =>
      storage.transactions.inOne(NOON, act),
    async close(): Promise<void> {
      await first.close()
      await second.close()
      await database.drop()
      await removeFolder(directory)
    },
  }
}

export type Stores = Awaited<ReturnType<typeof openStores>>

let count = 0

export function arrival(given: Partial<NewArrival> & { readonly text?: string } = {}): NewArrival {
  const id = `in-${++count}`
  const chat = given.chat ?? privateOf('u')
  const from = given.from ?? { id: 'u', stability: 'permanent' }
  const { text, ...rest } = given
  return {
    id,
    idempotencyKey: id,
    chat,
    from,
    messageId: id,
    at: NOON,
    content: { kind: 'message', text: text ?? '一句', addressed: 'private' },
    conversation: conversationKey(chat, from.id),
    state: 'waiting',
    readyAt: NOON,
    ...rest,
  }
}

export function letter(given: Partial<Letter> = {}): Letter {
  const id = `out-${++count}`
  return {
    id,
    key: id,
    to: privateOf('u'),
    text: '一封信',
    origin: 'automatic',
    state: 'waiting',
    tries: 0,
    dueAt: NOON,
    writtenAt: NOON,
    messageIds: [],
    ...given,
  }
}
