import { expect } from 'vitest'
import { openTelegram } from '../../src/adapters/platforms/telegram/telegram.platform.ts'
import type { TelegramParts } from '../../src/adapters/platforms/telegram/telegram-parts.ts'
import type { AccountHealth, Doorstep } from '../../src/conversation/platform.ts'
import type { Incoming } from '../../src/inbox/arrival.ts'
import type { Chat } from '../../src/kernel/chat.ts'
import { until } from './desk.ts'
import { openTown, type TelegramRoom } from './telegram-people.ts'
import { openTelegramServer } from './telegram-server.ts'
import { HASTE } from './telegram-wire.ts'
import { doorstepOf, keptFiles } from './wires.ts'

export const NINE = new Date('2026-03-02T09:00:00+08:00')

/** A bot, a server and people, before a house that only remembers. Open unless told otherwise. */
export async function openTelegramHouse(
  given: Partial<TelegramParts> & {
    readonly doorstep?: Partial<Doorstep>
    readonly closed?: boolean
    readonly groupPrivacy?: boolean
  } = {},
) {
  const { doorstep: own, closed, groupPrivacy = false, ...parts } = given
  const server = await openTelegramServer({ groupPrivacy })
  const town = openTown(server)
  const arrivals: Incoming[] = []
  const reports: AccountHealth[] = []
  const warnings: string[] = []
  const telegram = openTelegram({
    account: 'telegram',
    token: server.token,
    apiRoot: server.url,
    updates: { kind: 'polling' },
    botNames: ['娘家'],
    now: () => NINE,
    log: { warn: (what, detail = {}) => void warnings.push(`${what} ${JSON.stringify(detail)}`) },
    readFile: async (sha256) => keptFiles.get(sha256),
    pauses: HASTE,
    ...parts,
  })
  const doorstep = { ...doorstepOf(arrivals, reports), ...own }
  if (closed !== true) await telegram.open(doorstep)
  return {
    server,
    town,
    telegram,
    doorstep,
    arrivals,
    reports,
    warnings,
    texts: () => arrivals.map(({ content }) => (content.kind === 'message' ? content.text : content.kind)),
    async isOnline(): Promise<void> {
      await until(() => expect(reports.at(-1)?.state).toBe('online'))
    },
    async close(): Promise<void> {
      await telegram.close()
      await server.close()
    },
  }
}

export const chatOf = ({ id, type }: TelegramRoom, more: Partial<Chat> = {}): Chat => ({
  platform: 'telegram',
  account: 'telegram',
  kind: type === 'private' ? 'private' : 'group',
  chatId: String(id),
  ...more,
})
