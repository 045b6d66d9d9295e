import type { Pauses } from '../../src/adapters/platforms/wecom/connection.ts'
import { openWecom } from '../../src/adapters/platforms/wecom/wecom.platform.ts'
import type { AccountHealth, OutgoingLetter } from '../../src/conversation/platform.ts'
import type { Incoming } from '../../src/inbox/arrival.ts'
import type { Chat } from '../../src/kernel/chat.ts'
import { manualClock } from '../../src/kernel/clock.ts'
import { until } from './desk.ts'
import { NOON } from './stores.ts'
import { openWecomServer } from './wecom-server.ts'
import { doorstepOf } from './wires.ts'

export const WU = 'wu.guilan'
export const HOME: Chat = { platform: 'wecom', account: 'wecom', kind: 'private', chatId: WU }
export const ROOM: Chat = { platform: 'wecom', account: 'wecom', kind: 'group', chatId: 'wrOgQhDgAA-Room' }

/** The real platform with the real SDK before a server on the loopback; its own clock stands still. */
export async function openWecomBot(
  given: {
    readonly secret?: string
    readonly pauses?: Partial<Pauses>
    readonly files?: Readonly<Record<string, Uint8Array>>
  } = {},
) {
  const server = await openWecomServer()
  const clock = manualClock(NOON)
  const warnings: { readonly what: string; readonly detail: unknown }[] = []
  const platform = openWecom({
    account: 'wecom',
    botId: server.botId,
    secret: given.secret ?? server.secret,
    wsUrl: server.url,
    botNames: ['娘家', '娘家小助手'],
    clock,
    readFile: async (sha256) => {
      const bytes = given.files?.[sha256]
      return bytes === undefined ? undefined : { bytes }
    },
    log: { warn: (what, detail) => void warnings.push({ what, detail }) },
    ...(given.pauses === undefined ? {} : { pauses: given.pauses }),
  })
  const arrivals: Incoming[] = []
  const reports: AccountHealth[] = []
  const doorstep = doorstepOf(arrivals, reports)
  let letters = 0

  return {
    server,
    clock,
    warnings,
    platform,
    arrivals,
    reports,
    doorstep,
    open: () => platform.open(doorstep),
    /** Opened, and WeCom knows it. */
    async online(): Promise<void> {
      await platform.open(doorstep)
      await until(() => {
        if (reports.at(-1)?.state !== 'online') throw new Error('not online')
      })
    },
    async isState(state: AccountHealth['state']): Promise<void> {
      await until(() => {
        if (reports.at(-1)?.state !== state) throw new Error(`it is ${reports.at(-1)?.state}, not ${state}`)
      })
    },
    async hasArrived(count: number): Promise<readonly Incoming[]> {
      await until(() => {
        if (arrivals.length < count) throw new Error(`${arrivals.length} of ${count} arrived`)
      })
      return arrivals
    },
    /** Time passes, and what falls due then happens. */
    pass(seconds: number): void {
      clock.advanceTo(new Date(clock.now().getTime() + seconds * 1000))
    },
    send: (to: Chat, more: Partial<OutgoingLetter> = {}) =>
      platform.send({ id: `out-${++letters}`, to, text: '请核对', origin: 'automatic', ...more }),
    async close(): Promise<void> {
      await platform.close()
      await server.close()
    },
  }
}

export type WecomBot = Awaited<ReturnType<typeof openWecomBot>>
