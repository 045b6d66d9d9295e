import { randomBytes } from 'node:crypto'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { vi } from 'vitest'
import { backupCommand } from '../../src/commands/backup.ts'
import { restoreCommand } from '../../src/commands/restore.ts'
import { openChat } from '../support/chat.ts'
import { openEmptyDatabase } from '../support/database.ts'
import { removeFolder } from '../support/remove-folder.ts'
import { pointAt, run } from './on-house.ts'

/** A house that has been worked in, its backup in `file`, and a place to restore it to. */
export async function openBackedUpHouse() {
  const chat = await openChat()
  const directory = await mkdtemp(join(tmpdir(), 'niangjia-backup-'))
  const file = join(directory, 'house.backup')
  chat.as('u-song').says('发绑定码 何志平')
  await chat.settle()
  const { storage, clock, config } = chat.house
  await storage.transactions.inOne(clock.now(), async (work) => {
    storage.audit.add(
      { at: work.at, actor: 'song', action: 'ledger.read', subject: 'all', detail: { rows: 3 } },
      work,
    )
    await storage.counters.next('appeals:2026', work)
  })
  await storage.database.storedFile.create({
    data: {
      sha256: 'ab'.repeat(32),
      mediaType: 'image/png',
      size: 70_000,
      name: '图.png',
      bytes: randomBytes(70_000),
      storedAt: clock.now(),
    },
  })
  await storage.database.$executeRawUnsafe(LETTERS)
  const here = () => pointAt(storage.url, config.dataDirectory)
  here()
  await run(() => backupCommand({ file, force: false, json: false, demo: false }))
  vi.unstubAllEnvs()
  return {
    chat,
    directory,
    file,
    url: storage.url,
    /** Commands mean this house from here on. */
    here,
    async close(): Promise<void> {
      await chat.close()
      await removeFolder(directory)
    },
  }
}
export type BackedUpHouse = Awaited<ReturnType<typeof openBackedUpHouse>>

/** An empty database and data directory, as on a new machine; commands mean them after `there()`. */
export async function openNewMachine(directory: string) {
  const database = await openEmptyDatabase()
  const data = await mkdtemp(join(directory, 'data-'))
  return {
    url: database.url,
    data,
    there: () => pointAt(database.url, data),
    async close(): Promise<void> {
      vi.unstubAllEnvs()
      await database.drop()
    },
  }
}

export const restore = (file: string, options: { verify?: boolean; moved?: boolean } = {}) =>
  run(() =>
    restoreCommand({ file, verify: options.verify ?? false, moved: options.moved ?? false, demo: false }),
  )

export async function ask<T extends object>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return (await client.query<T>(sql)).rows
  } finally {
    await client.end()
  }
}

/** One in every state that matters, with characters that escape badly. */
const LETTERS = `INSERT INTO "Letter" ("id", "key", "account", "chatKey", "chat", "text", "origin", "extras", "state", "tries", "dueAt", "writtenAt", "messageIds")
  SELECT 'out-' || state, 'k:' || state, 'mail:a', 'mail:a:private:p', '{"platform":"mail","account":"a","kind":"private","chatId":"p"}',
    E'第一行\\n"引号" \\\\ 反斜杠\\t🙂', 'automatic', '{}', split_part(state, '-', 1), 0,
    CASE state WHEN 'waiting-later' THEN '2100-01-01'::timestamptz ELSE '2026-03-02 09:00:00.123+08' END, now(), '[]'
  FROM unnest(ARRAY['waiting-now', 'waiting-later', 'sending', 'failed']) state`
