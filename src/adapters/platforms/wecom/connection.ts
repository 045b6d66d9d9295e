import type { Logger, WSClient, WsFrame } from '@wecom/aibot-node-sdk'
import type { AccountHealth } from '../../../conversation/platform.ts'
import type { Cancel, Clock } from '../../../kernel/clock.ts'
import { dial, type End, type Sdk } from './dial.ts'
import { isServerTrouble, isTooOften } from './refusal.ts'
import { wecomTexts } from './wecom.texts.ts'

/** How long the house waits, in milliseconds. */
export interface Pauses {
  /** Before the first new try; each further one twice as long, up to `mostMs`. */
  readonly firstMs: number
  readonly mostMs: number
  /** A connection that held this long counts as a good one. */
  readonly steadyMs: number
  /** For WeCom's word on who we are. */
  readonly answerMs: number
  readonly heartbeatMs: number
  /** After WeCom called us too frequent. */
  readonly tooOftenMs: number
  /** After somebody else took the bot over: the two must not throw each other out all day. */
  readonly takenOverMs: number
  /** After WeCom did not know the id or the secret; only a person can mend that. */
  readonly refusedMs: number
}

export const PAUSES: Pauses = {
  firstMs: 1_000,
  mostMs: 60_000,
  steadyMs: 60_000,
  answerMs: 15_000,
  heartbeatMs: 30_000,
  tooOftenMs: 60_000,
  takenOverMs: 5 * 60_000,
  refusedMs: 10 * 60_000,
}

export interface ConnectionParts {
  readonly botId: string
  readonly secret: string
  readonly wsUrl: string | undefined
  readonly name: string | undefined
  readonly clock: Clock
  readonly pauses: Pauses
  readonly log: Logger
  onMessage(frame: WsFrame): void
  onEvent(frame: WsFrame): void
  report(health: AccountHealth): void
  warn(what: string, detail: Readonly<Record<string, unknown>>): void
}

export interface Connection {
  open(sdk: Sdk): void
  /** At once, with everything that waits. */
  close(): void
  /** The one to speak through, once it is sure that somebody listens; undefined while there is none. */
  client(): Promise<WSClient | undefined>
  /** An acknowledgement did not come: is anybody there? */
  doubt(client: WSClient): void
  /** It is of no use any more. */
  drop(client: WSClient): void
}

/** So many tries in vain are told to people. */
const TRIES_UNTOLD = 3

/**
 * One connection after another, each with a client of its own: the SDK's own way of connecting again knows no chance,
 * gives up, and mixes an old socket's end up with a new one's beginning.
 */
export function holdConnection(parts: ConnectionParts): Connection {
  const { clock, pauses } = parts
  let sdk: Sdk | undefined
  let client: WSClient | undefined
  let onlineAt: Date | undefined
  let checking: Promise<unknown> | undefined
  let cancel: Cancel = () => undefined
  let failures = 0
  let triesInVain = 0
  let told = ''

  function tell(health: AccountHealth): void {
    const words = JSON.stringify(health)
    if (words === told) return
    told = words
    parts.report(health)
  }

  function connect(): void {
    if (sdk === undefined) return
    const fresh = dial(sdk, {
      ...parts,
      heartbeatMs: pauses.heartbeatMs,
      onOnline() {
        if (client !== fresh) return
        cancel()
        onlineAt = clock.now()
        triesInVain = 0
        tell({ state: 'online', ...(parts.name === undefined ? {} : { name: parts.name }) })
      },
      onMessage: (frame) => {
        if (client === fresh) parts.onMessage(frame)
      },
      onEvent: (frame) => {
        if (client === fresh) parts.onEvent(frame)
      },
      onEnd: (end) => over(fresh, end),
    })
    client = fresh
    onlineAt = undefined
    checking = undefined
    // The SDK waits for ever for the answer to who we are.
    cancel = clock.at(in_(pauses.answerMs), () => over(fresh, 'lost'))
    fresh.connect()
  }

  function over(which: WSClient, end: End): void {
    if (client !== which) return
    cancel()
    client = undefined
    const wasOnline = onlineAt !== undefined
    if (onlineAt !== undefined && clock.now().getTime() - onlineAt.getTime() >= pauses.steadyMs) failures = 0
    onlineAt = undefined
    which.disconnect()
    if (!wasOnline) triesInVain++
    cancel = clock.at(in_(pauseAfter(end, wasOnline)), connect)
  }

  /** How long until the next try; tells people what they have to know. */
  function pauseAfter(end: End, wasOnline: boolean): number {
    if (end === 'taken-over') {
      tell({ state: 'offline', detail: wecomTexts.takenOver(Math.ceil(pauses.takenOverMs / 60_000)) })
      return pauses.takenOverMs
    }
    if (end !== 'lost') {
      parts.warn('WeCom refused the bot', { errcode: end.code })
      if (isTooOften(end.code)) {
        tell({ state: 'offline', detail: wecomTexts.tooOften(end.code) })
        return pauses.tooOftenMs
      }
      if (!isServerTrouble(end.code)) {
        tell({ state: 'needs-login', detail: wecomTexts.refused(end.code) })
        return pauses.refusedMs
      }
    }
    if (wasOnline) tell({ state: 'connecting' })
    else if (triesInVain >= TRIES_UNTOLD) tell({ state: 'offline', detail: wecomTexts.unreachable() })
    const longest = Math.min(pauses.mostMs, pauses.firstMs * 2 ** failures)
    failures = Math.min(failures + 1, 20)
    // Many bots that lost the same server do not come back in the same second.
    return longest * (0.5 + Math.random() / 2)
  }

  const in_ = (milliseconds: number) => new Date(clock.now().getTime() + milliseconds)

  return {
    open(loaded) {
      sdk = loaded
      failures = 0
      triesInVain = 0
      told = ''
      tell({ state: 'connecting' })
      connect()
    },
    close() {
      sdk = undefined
      cancel()
      const last = client
      client = undefined
      onlineAt = undefined
      last?.disconnect()
    },
    async client() {
      await checking
      return onlineAt === undefined || client?.isConnected !== true ? undefined : client
    },
    doubt(which) {
      if (client !== which || checking !== undefined || sdk === undefined) return
      const asked = which
        .reply({ headers: { req_id: sdk.generateReqId('check') } }, {}, 'ping')
        .catch(() => over(which, 'lost'))
        .finally(() => {
          if (checking === asked) checking = undefined
        })
      checking = asked
    },
    drop: (which) => over(which, 'lost'),
  }
}
