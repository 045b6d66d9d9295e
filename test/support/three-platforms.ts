import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { expect } from 'vitest'
import { openHouse } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { importRoster } from '../../src/features/membership/import-roster.ts'
import { type Chat, chatKey } from '../../src/kernel/chat.ts'
import { manualClock } from '../../src/kernel/clock.ts'
import { openLog } from '../../src/log.ts'
import { openTestDatabase } from './database.ts'
import { MORNING, until } from './desk.ts'
import { removeFolder } from './remove-folder.ts'
import { telegramWire } from './telegram-wire.ts'
import { webChatWire } from './web-chat-wire.ts'
import { wechatWire } from './wechat-wire.ts'
import type { SentFile, Shown, Somebody, Wire } from './wires.ts'

export type Doors = Readonly<Record<'telegram' | 'wechat' | 'web', Wire>>

/** One house that serves Telegram's emulator, WeChat's mock and the web chat at once; its clock stands still. */
export async function openThreePlatforms(
  rosterFor: (doors: Doors) => unknown,
  /** Who looks into a group of the web chat. */
  readerOf: (group: string) => string,
) {
  const database = await openTestDatabase()
  const directory = await mkdtemp(join(tmpdir(), 'niangjia-three-'))
  const config = readConfig({
    environment: { NIANGJIA_DATA: directory, DATABASE_URL: database.url, BOT_NAME: '娘家' },
  })
  const clock = manualClock(MORNING)
  const log = openLog('silent')
  const house = await openHouse({ config, clock, log })
  const { storage, people, desk } = house
  const parts = {
    botNames: config.botNames,
    now: () => clock.now(),
    log,
    readFile: house.files.find,
    keepFile: house.files.keep,
    page: {
      directory: () => storage.transactions.inOne(clock.now(), (work) => people.directory(work)),
      history: storage.chatHistory,
      readerOf,
    },
  }
  let received = 0
  async function open(wire: Wire): Promise<Wire> {
    const { can } = wire.platform
    await desk.open({
      ...wire.platform,
      // The pace has tests of its own; here nobody waits for the next second.
      can: { ...can, pace: { atOnce: can.pace.atOnce } },
      open: (doorstep) =>
        wire.platform.open({
          ...doorstep,
          async receive(incoming) {
            const result = await doorstep.receive(incoming)
            received++
            return result
          },
        }),
    })
    await wire.ready()
    return wire
  }
  const doors: Doors = {
    telegram: await open(await telegramWire(parts)),
    wechat: await open(await wechatWire(parts)),
    web: await open(await webChatWire(parts)),
  }
  const { errors } = await importRoster(rosterFor(doors), {
    store: storage.membership,
    transactions: storage.transactions,
    at: clock.now(),
    dryRun: false,
  })
  if (errors.length > 0) throw new Error(`The test roster has wrong rows: ${JSON.stringify(errors)}`)

  const doorOf = ({ platform }: Chat) => (platform === 'web-chat' ? doors.web : doors[platform as 'telegram'])

  /** Does this, waits until it is stored, and lets everything due happen. */
  async function hear(act: () => Promise<unknown>): Promise<void> {
    const before = received
    await act()
    await until(() => expect(received).toBeGreaterThan(before))
    desk.closeBursts()
    await desk.settle()
  }

  async function read<T>(sql: string, ...values: unknown[]): Promise<T[]> {
    const client = new pg.Client(database.url)
    await client.connect()
    try {
      return (await client.query(sql, values)).rows as T[]
    } finally {
      await client.end()
    }
  }

  const shown = (chat: Chat): Promise<readonly Shown[]> => doorOf(chat).shown(chat)

  return {
    house,
    doors,
    clock,
    read,
    shown,
    /** The newest message of ours in this chat, as whoever is there sees it. */
    async last(chat: Chat): Promise<Shown | undefined> {
      return (await shown(chat)).at(-1)
    },
    says: (chat: Chat, as: Somebody, text: string) => hear(() => doorOf(chat).say(chat, text, as)),
    sends: (chat: Chat, as: Somebody, file: SentFile, text?: string) =>
      hear(async () => doorOf(chat).sendFile?.(chat, file, text, as)),
    /** Presses what is labelled so under the newest letter of ours here that has it. */
    async presses(chat: Chat, as: Somebody, label: string): Promise<void> {
      const letters = await read<{
        id: string
        messageIds: string[]
        choices: { id: string; label: string }[]
      }>(
        `SELECT "id", "messageIds", "extras"->'choices' AS choices FROM "Letter"
         WHERE "chatKey" = $1 AND "state" = 'sent' AND "extras" ? 'choices' ORDER BY "seq" DESC`,
        chatKey(chat),
      )
      const at = ({ choices }: (typeof letters)[number]) => choices.findIndex((one) => one.label === label)
      const letter = letters.find((one) => at(one) >= 0)
      if (letter === undefined) throw new Error(`Nothing here has a button ${label}.`)
      const { id, messageIds, choices } = letter
      const asked = { id, to: chat, text: '', origin: 'automatic', choices } as const
      await hear(() => doorOf(chat).choose(asked, messageIds, at(letter), as))
    },
    /** Time passes; what falls due on the way happens at its own time. */
    async pass(milliseconds: number): Promise<void> {
      const goal = new Date(clock.now().getTime() + milliseconds)
      desk.closeBursts()
      await desk.settle()
      for (let next = clock.nextAlarmAt(); next !== undefined && next <= goal; next = clock.nextAlarmAt()) {
        clock.advanceTo(next)
        await desk.settle()
      }
      clock.advanceTo(goal)
      await desk.settle()
    },
    async close(): Promise<void> {
      await house.close()
      for (const wire of Object.values(doors)) await wire.close()
      await database.drop()
      await removeFolder(directory)
    },
  }
}

export type ThreePlatforms = Awaited<ReturnType<typeof openThreePlatforms>>
