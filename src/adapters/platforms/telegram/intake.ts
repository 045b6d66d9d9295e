import type { Received } from '../../../conversation/platform.ts'
import type { Incoming } from '../../../inbox/arrival.ts'
import { decode } from './decode.ts'
import type { DecodeParts } from './decode-parts.ts'
import type { TelegramParts } from './telegram-parts.ts'
import { Envelope, type Me, type Press } from './update.ts'

/** How often an update may be refused by the store before the others no longer wait for it. */
const MOST_TRIES = 5

export interface IntakeParts {
  readonly me: Me
  readonly decode: DecodeParts
  readonly log: TelegramParts['log']
  receive(incoming: Incoming): Promise<Received>
  /** Told after it was stored. */
  onIncoming(incoming: Incoming): void
  onPress(press: Press, received: Received): void
}

/** Updates on their way to the doorstep, from either road. */
export function openIntake(parts: IntakeParts) {
  const refused = new Map<string, number>()

  /** Resolves when the update is stored or nothing of ours; rejects when it has to come again. */
  async function take(update: unknown): Promise<void> {
    const id = numberOf(update) ?? 'none'
    const decoded = decodeSafely(update)
    if (decoded.kind === 'nothing') return
    if (decoded.kind === 'malformed') {
      parts.log.warn('telegram: an update could not be read', { update: id, where: decoded.where })
      return
    }
    const { incoming, press } = decoded
    let received: Received
    try {
      received = await parts.receive(incoming)
      refused.delete(incoming.idempotencyKey)
    } catch (error) {
      const tries = (refused.get(incoming.idempotencyKey) ?? 0) + 1
      refused.set(incoming.idempotencyKey, tries)
      if (tries < MOST_TRIES) throw error
      refused.delete(incoming.idempotencyKey)
      parts.log.warn('telegram: an update could not be stored and is left out', { update: id, tries })
      return
    }
    parts.onIncoming(incoming)
    if (press !== undefined) parts.onPress(press, received)
  }

  function decodeSafely(update: unknown): ReturnType<typeof decode> {
    try {
      return decode(update, parts.me, parts.decode)
    } catch {
      // It is total by its tests; were it not, one update must not keep the others out.
      return { kind: 'malformed', where: 'decode' }
    }
  }

  return {
    take,
    /**
     * A batch as the server gave it. Updates of one chat are stored one after the other. Gives the number to ask
     * from next: that of the first that has to come again, or the one after the last.
     */
    async takeAll(updates: readonly unknown[]): Promise<{ next: number | undefined; failed: boolean }> {
      const chains = new Map<string, Promise<boolean>>()
      const stored = updates.map((update) => {
        const chat = chatKeyOf(update)
        const before = chains.get(chat) ?? Promise.resolve(true)
        const after = before.then(
          (good) =>
            good &&
            take(update).then(
              () => true,
              () => false,
            ),
        )
        chains.set(chat, after)
        return after
      })
      const good = await Promise.all(stored)
      const bad = good.indexOf(false)
      const numbers = updates.map(numberOf)
      if (bad >= 0) return { next: numbers[bad], failed: true }
      const known = numbers.filter((one) => one !== undefined)
      return { next: known.length === 0 ? undefined : Math.max(...known) + 1, failed: false }
    },
  }
}
export type Intake = ReturnType<typeof openIntake>

const numberOf = (update: unknown): number | undefined => Envelope.safeParse(update).data?.update_id

/** Which updates have to keep their order; a guess that is never wrong where it matters. */
function chatKeyOf(update: unknown): string {
  const { data } = Envelope.safeParse(update)
  if (data === undefined) return ''
  for (const part of [data.message, data.edited_message, data.my_chat_member, data.callback_query]) {
    const chat = field(part, 'chat') ?? field(field(part, 'message'), 'chat')
    if (chat !== undefined) return String(field(chat, 'id'))
  }
  return ''
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined
}
