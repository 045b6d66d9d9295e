import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import pg from 'pg'
import pino from 'pino'
import { expect } from 'vitest'
import { PLATFORMS_BY_CODE } from '../../src/adapters/platforms/known.ts'
import { openHouse } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import type { OutgoingLetter, Received } from '../../src/conversation/platform.ts'
import { importRoster } from '../../src/features/membership/import-roster.ts'
import { type Chat, chatKey } from '../../src/kernel/chat.ts'
import { manualClock } from '../../src/kernel/clock.ts'
import type { Log } from '../../src/log.ts'
import { openTestDatabase } from './database.ts'
import { MORNING, until } from './desk.ts'
import { removeFolder } from './remove-folder.ts'
import type { OpenWire, Somebody, Wire } from './wires.ts'

/** The whole house on real PostgreSQL behind one platform's wire, everything it logs and stores open to see. */
export async function openWiredHouse(openWire: OpenWire) {
  const database = await openTestDatabase()
  const directory = await mkdtemp(join(tmpdir(), 'niangjia-wired-'))
  const config = readConfig({
    environment: { NIANGJIA_DATA: directory, DATABASE_URL: database.url, BOT_NAME: '娘家' },
  })
  const clock = manualClock(MORNING)
  const logged: string[] = []
  const log = logInto(logged)
  const house = await openHouse({ config, clock, log })
  const wire = await openWire({
    botNames: config.botNames,
    now: () => clock.now(),
    log,
    readFile: house.files.find,
    keepFile: house.files.keep,
  })
  const received: Received[] = []
  const { can } = wire.platform
  await house.desk.open({
    ...wire.platform,
    // The pace has tests of its own; here nobody waits for the next second.
    can: { ...can, pace: { atOnce: can.pace.atOnce } },
    open: (doorstep) =>
      wire.platform.open({
        ...doorstep,
        async receive(incoming) {
          const result = await doorstep.receive(incoming)
          received.push(result)
          return result
        },
      }),
  })
  await wire.ready()
  const { errors } = await importRoster(rosterFor(wire), {
    store: house.storage.membership,
    transactions: house.storage.transactions,
    at: clock.now(),
    dryRun: false,
  })
  expect(errors).toEqual([])

  async function read<T>(sql: string, ...values: unknown[]): Promise<T[]> {
    const client = new pg.Client(database.url)
    await client.connect()
    try {
      return (await client.query(sql, values)).rows as T[]
    } finally {
      await client.end()
    }
  }

  return {
    wire,
    house,
    logged: logged as readonly string[],
    received: received as readonly Received[],
    read,
    /** Does this, waits until so many things were stored or known already, and lets everything due happen. */
    async hear(howMany: number, act: () => Promise<unknown>): Promise<void> {
      const before = received.length
      await act()
      await until(() => expect(received.length).toBeGreaterThanOrEqual(before + howMany))
      house.desk.closeBursts()
      await house.desk.settle()
    },
    async texts(chat: Chat): Promise<readonly string[]> {
      return (await wire.shown(chat)).map(({ text }) => text)
    },
    /** Says yes to the newest letter in this chat that asks for one, as people on this platform do. */
    async sayYes(chat: Chat, as: Somebody): Promise<void> {
      const asking = () =>
        read<{ id: string; messageIds: string[]; extras: Pick<OutgoingLetter, 'choices'> }>(
          `SELECT "id", "messageIds", "extras" FROM "Letter"
           WHERE "chatKey" = $1 AND "state" = 'sent' AND ("extras" ? 'choices' OR "text" LIKE '%回复序号%')
           ORDER BY "seq" DESC LIMIT 1`,
          chatKey(chat),
        )
      await until(async () => expect(await asking()).toHaveLength(1))
      const [{ id, messageIds, extras }] = (await asking()) as [Awaited<ReturnType<typeof asking>>[number]]
      const { choices } = extras
      const letter = { id, to: chat, text: '', origin: 'automatic', ...(choices ? { choices } : {}) } as const
      await this.hear(1, () => wire.choose(letter, messageIds, 0, as))
    },
    /** Every row of every table, as text. */
    async dump(): Promise<string> {
      const tables = await read<{ name: string }>(
        `SELECT "table_name" AS name FROM information_schema.tables
         WHERE "table_schema" = 'public' AND "table_type" = 'BASE TABLE'`,
      )
      const rows = await Promise.all(
        tables.map(({ name }) => read<{ row: string }>(`SELECT to_jsonb(t)::text AS row FROM "${name}" t`)),
      )
      return rows
        .flat()
        .map(({ row }) => row)
        .join('\n')
    },
    async close(): Promise<void> {
      await house.close()
      await wire.close()
      await database.drop()
      await removeFolder(directory)
    },
  }
}

export type WiredHouse = Awaited<ReturnType<typeof openWiredHouse>>

/** As the house logs, at the most talkative level. */
function logInto(lines: string[]): Log {
  const stream = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk))
      done()
    },
  })
  const logger = pino({ level: 'trace' }, stream)
  return {
    info: (what, detail = {}) => logger.info(detail, what),
    warn: (what, detail = {}) => logger.warn(detail, what),
    error: (what, detail = {}) => logger.error(detail, what),
  }
}

/** Bai and another owner, each with a company, met on this platform; and its two groups. */
function rosterFor(wire: Wire) {
  const { name: platform } = wire.platform
  const member = (code: string, { id, name }: Somebody, company: string) => ({
    code,
    name,
    roles: ['member'],
    company,
    ...(PLATFORMS_BY_CODE.includes(platform) ? {} : { accounts: [{ platform, id }] }),
  })
  return {
    federation: { name: '临湖县工商业联合会' },
    chambers: [{ code: 'pottery', name: '陶艺商会' }],
    companies: [
      { code: 'kiln', name: '白石窑陶艺有限公司', aliases: ['白石窑'], chamber: 'pottery' },
      { code: 'glaze', name: '青釉材料有限公司', aliases: ['青釉材料'], chamber: 'pottery' },
    ],
    people: [
      member('bai', wire.bai, 'kiln'),
      ...(wire.he === undefined ? [] : [member('mi', wire.he, 'glaze')]),
    ],
    groups: [
      { code: 'pottery-group', platform, id: wire.room.chatId, title: '陶艺商会群', audience: 'public' },
    ],
  }
}
