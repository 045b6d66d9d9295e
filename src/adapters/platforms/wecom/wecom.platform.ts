import type { WsFrame } from '@wecom/aibot-node-sdk'
import type { Doorstep, Platform } from '../../../conversation/platform.ts'
import type { Incoming } from '../../../inbox/arrival.ts'
import type { Clock } from '../../../kernel/clock.ts'
import { callsTo } from './call.ts'
import { holdConnection, PAUSES, type Pauses } from './connection.ts'
import { type Decoded, decodeEvent, decodeMessage } from './decode.ts'
import { nameOf, openEnclosure } from './enclosure.ts'
import { openHandIn } from './hand-in.ts'
import { openMedia } from './media.ts'
import { sdkLog } from './sdk-log.ts'
import { sendLetters } from './send.ts'
import { WECOM } from './wecom.capabilities.ts'
import { openWelcomes } from './welcome.ts'

export interface WecomParts {
  readonly account: string
  readonly botId: string
  readonly secret: string
  /** Where WeCom is installed in somebody's own house; its public address when left out. */
  readonly wsUrl: string | undefined
  readonly botNames: readonly string[]
  readonly clock: Clock
  readFile(sha256: string): Promise<{ readonly bytes: Uint8Array } | undefined>
  readonly log: { warn(what: string, detail?: Readonly<Record<string, unknown>>): void }
  readonly pauses?: Partial<Pauses>
}

/** WeCom's official intelligent bot, over one connection that goes out from here. */
export function openWecom(parts: WecomParts): Platform {
  const { account, clock } = parts
  const warn = (what: string, detail: Readonly<Record<string, unknown>>) => parts.log.warn(what, detail)
  let doorstep: Doorstep | undefined
  let unreadable = 0
  let isNameTold = false
  /** Raised by every open and close: whoever waited for something looks whether it is still wanted. */
  let turn = 0

  function onUnreadable(): void {
    unreadable++
    // The first one, then only when they have become ten times as many.
    if (/^10*$/u.test(String(unreadable))) warn('frames from WeCom that could not be read', { unreadable })
  }
  const call = callsTo(parts.botNames, () => {
    if (!isNameTold) warn('in a WeCom group the bot is called by a name that BOT_NAME does not have', {})
    isNameTold = true
  })
  const handIn = openHandIn({ clock, complete: withNames, warn })
  const welcomes = openWelcomes()

  function take(decoded: Decoded): void {
    if (decoded === 'nothing' || doorstep === undefined) return
    if (decoded === 'broken') onUnreadable()
    else handIn.take(doorstep, decoded.incoming)
  }
  const decoding = () => ({ account, now: clock.now(), call })

  const connection = holdConnection({
    ...parts,
    name: parts.botNames[0],
    pauses: { ...PAUSES, ...parts.pauses },
    log: sdkLog(onUnreadable),
    warn,
    report: (health) => doorstep?.report(health),
    onMessage: ({ body }: WsFrame) => take(decodeMessage(body, decoding())),
    onEvent(frame) {
      const decoded = decodeEvent(frame.body, decoding())
      if (typeof decoded === 'object')
        welcomes.opened(decoded.incoming.chat.chatId, { headers: frame.headers }, clock.now())
      take(decoded)
    },
  })
  const media = openMedia(parts)

  return {
    name: 'wecom',
    account,
    can: WECOM,
    async open(opened) {
      const mine = ++turn
      // Loaded only where it is used: it brings an HTTP client of its own along.
      const sdk = await import('@wecom/aibot-node-sdk')
      if (turn !== mine) return
      doorstep = opened
      connection.open(sdk)
    },
    send: sendLetters({ connection, media, welcomes, clock, warn }),
    fetch: openEnclosure,
    async close() {
      turn++
      connection.close()
      doorstep = undefined
      await handIn.close()
    },
  }
}

/** Of documents only: a picture needs no name. */
async function withNames(incoming: Incoming): Promise<Incoming> {
  if (!incoming.attachments?.some(({ kind }) => kind === 'file')) return incoming
  const attachments = await Promise.all(
    incoming.attachments.map(async (one) => {
      const name = one.kind === 'file' && one.ref !== undefined ? await nameOf(one.ref) : undefined
      return name === undefined ? one : { ...one, name }
    }),
  )
  return { ...incoming, attachments }
}
