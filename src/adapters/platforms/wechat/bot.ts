import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { loadWechaty, type Puppet, puppetMissing, type Wechaty } from './load-wechaty.ts'
import { surviveItsErrors, withoutItsHandlers } from './puppet-errors.ts'
import type { WechatParts } from './wechat-parts.ts'

/** What a puppet tells, before anybody looked whether it makes sense. */
export type PuppetEvent =
  | { readonly kind: 'scan'; readonly qrcode: string; readonly status: number }
  | { readonly kind: 'login'; readonly self: string }
  | { readonly kind: 'logout'; readonly reason: string }
  | { readonly kind: 'error'; readonly words: string }
  | { readonly kind: 'ready' }
  | { readonly kind: 'message' | 'friendship' | 'room-invite'; readonly id: string }
  | { readonly kind: 'room-join' | 'room-leave'; readonly payload: unknown }

export interface Bot {
  readonly puppet: Puppet
  /** `7` → `Text`: puppets give numbers. */
  kindOf(type: number): string
  start(): Promise<void>
  stop(): Promise<void>
  /** It failed to start, or ended by itself. */
  isDown(): boolean
}

/**
 * Wechaty with its puppet, not started. It is listened to at the puppet: Wechaty's own events first load every
 * member of a room, and are silently left out when one of them cannot be had.
 */
export async function buildBot(parts: WechatParts, on: (event: PuppetEvent) => void): Promise<Bot> {
  const wechaty = await loadWechaty(parts.load)
  await mkdir(parts.memoryDirectory, { recursive: true, mode: 0o700 })
  const bot: Wechaty = wechaty.WechatyBuilder.build({
    name: join(parts.memoryDirectory, parts.account),
    puppet: parts.puppet as never,
    puppetOptions: { ...parts.puppetOptions },
  })
  // An error nobody listens to, and a listener that throws, both end the process.
  const guarded =
    (make: (payload: Record<string, unknown>) => PuppetEvent | undefined) =>
    (payload: unknown): void => {
      try {
        const event = make(typeof payload === 'object' && payload !== null ? { ...payload } : {})
        if (event !== undefined) on(event)
      } catch {
        parts.log.warn('something a WeChat puppet told could not be taken in')
      }
    }
  bot.on('error', (error: unknown) => guarded(() => ({ kind: 'error', words: wordsOf(error) }))(undefined))
  surviveItsErrors(parts.log)
  try {
    await withoutItsHandlers(() => bot.init())
  } catch (cause) {
    throw puppetMissing(typeof parts.puppet === 'string' ? parts.puppet : 'given', cause)
  }
  const { puppet } = bot
  puppet.on(
    'scan',
    guarded(({ qrcode, status }) => ({ kind: 'scan', qrcode: text(qrcode), status: Number(status) })),
  )
  puppet.on(
    'login',
    guarded(({ contactId }) => ({ kind: 'login', self: text(contactId) })),
  )
  puppet.on(
    'logout',
    guarded(({ data }) => ({ kind: 'logout', reason: text(data) })),
  )
  puppet.on(
    'ready',
    guarded(() => ({ kind: 'ready' })),
  )
  puppet.on(
    'message',
    guarded(({ messageId }) => ({ kind: 'message', id: text(messageId) })),
  )
  puppet.on(
    'friendship',
    guarded(({ friendshipId }) => ({ kind: 'friendship', id: text(friendshipId) })),
  )
  puppet.on(
    'room-invite',
    guarded(({ roomInvitationId }) => ({ kind: 'room-invite', id: text(roomInvitationId) })),
  )
  puppet.on(
    'room-join',
    guarded((payload) => ({ kind: 'room-join', payload })),
  )
  puppet.on(
    'room-leave',
    guarded((payload) => ({ kind: 'room-leave', payload })),
  )
  return {
    puppet,
    kindOf: (type) => wechaty.types.Message[type] ?? 'Unknown',
    async start() {
      await (bot.state.inactive() === false ? puppet.start() : bot.start())
    },
    stop: () => bot.stop(),
    isDown: () => puppet.state.inactive() === true,
  }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? `${error.name} ${error.message}` : String(error)
}
