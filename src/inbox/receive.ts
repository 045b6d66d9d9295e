import { accountKey, conversationKey } from '../kernel/chat.ts'
import type { Clock } from '../kernel/clock.ts'
import { newId } from '../kernel/ids.ts'
import type { FileRef } from '../kernel/letter-draft.ts'
import type { ArrivalContent, Attachment, Incoming, LaterFile } from './arrival.ts'
import { type BurstSettings, readyAt } from './burst.ts'
import type { InboxStore, NewArrival } from './inbox.store.ts'

/** Takes an enclosure in, or says in one word why not. */
export type KeepFile = (attachment: Attachment) => Promise<FileRef | { readonly refused: string }>

export interface DoorstepParts {
  readonly store: InboxStore
  readonly clock: Clock
  readonly burst: BurstSettings
  readonly keepFile: KeepFile
  /** Whether this person is in the middle of saying something to us in this chat. */
  isListening(conversation: string): boolean
  /** Called once the arrivals are safely stored. */
  onStored(arrivals: readonly NewArrival[]): void
  isPassing(error: unknown): boolean
}

interface Queued {
  readonly arrival: NewArrival
  readonly stored: (result: 'stored' | 'seen') => void
  readonly failed: (error: unknown) => void
}

const PAUSE_MS = 500
/** Half a minute; the platform that sent the enclosure is waiting for our answer. */
const MOST_TRIES = 60

/**
 * Store first, answer the platform afterwards. Arrivals that come while one statement runs are stored
 * together by the next, so a thousand senders cost no more statements than the database can do.
 */
export function openDoorstep(parts: DoorstepParts) {
  let queue: Queued[] = []
  let running: Promise<void> | undefined

  async function drain(): Promise<void> {
    while (queue.length > 0) {
      const batch = queue
      queue = []
      try {
        const fresh = await parts.store.keep(batch.map(({ arrival }) => arrival))
        const stored = batch.filter(({ arrival }) => fresh.has(arrival.id))
        parts.onStored(stored.map(({ arrival }) => arrival))
        for (const { arrival, stored: give } of batch) give(fresh.has(arrival.id) ? 'stored' : 'seen')
      } catch (error) {
        if (parts.isPassing(error)) {
          // The platform has not been told "got it" yet; it waits with us until the database is back.
          queue = [...batch, ...queue]
          await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
        } else if (batch.length === 1) batch[0]?.failed(error)
        // One that cannot be stored must not keep the others out.
        else for (const one of batch) await drainAlone(one)
      }
    }
    running = undefined
  }

  async function drainAlone({ arrival, stored, failed }: Queued): Promise<void> {
    try {
      const fresh = await parts.store.keep([arrival])
      if (fresh.size > 0) parts.onStored([arrival])
      stored(fresh.size > 0 ? 'stored' : 'seen')
    } catch (error) {
      if (parts.isPassing(error)) queue.push({ arrival, stored, failed })
      else failed(error)
    }
  }

  /** An enclosure is not lost because the database is away just now. */
  async function keepFile(attachment: Attachment): Promise<FileRef | { readonly refused: string }> {
    for (let tries = 1; ; tries++) {
      try {
        return await parts.keepFile(attachment)
      } catch (error) {
        if (!parts.isPassing(error) || tries >= MOST_TRIES) return { refused: '打不开' }
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
      }
    }
  }

  async function contentOf(incoming: Incoming): Promise<ArrivalContent> {
    const { content } = incoming
    if (content.kind !== 'message' || !incoming.attachments?.length) return content
    const files: FileRef[] = [...(content.files ?? [])]
    const later: LaterFile[] = []
    const unread: string[] = []
    for (const attachment of incoming.attachments) {
      const { ref, name, kind } = attachment
      if (ref !== undefined) {
        later.push({ name, kind, ref })
        continue
      }
      const kept = await keepFile(attachment)
      if ('refused' in kept) unread.push(`${attachment.name}：${kept.refused}`)
      else files.push(kept)
    }
    return {
      ...content,
      files,
      ...(later.length > 0 ? { later } : {}),
      ...(unread.length > 0 ? { unread } : {}),
    }
  }

  return {
    async receive(incoming: Incoming): Promise<'stored' | 'seen'> {
      const { attachments: _, ...arrival } = incoming
      const content = await contentOf(incoming)
      const conversation = conversationKey(arrival.chat, arrival.from.id)
      const toOthers = content.kind === 'message' && content.addressed === 'none'
      const whole = {
        ...arrival,
        content,
        id: newId('in', arrival.at),
        idempotencyKey: `${accountKey(arrival.chat)}:${arrival.idempotencyKey}`,
        conversation,
      }
      const state = toOthers && !parts.isListening(conversation) ? 'heard' : 'waiting'
      return new Promise((stored, failed) => {
        queue.push({ arrival: { ...whole, state, readyAt: readyAt(whole, parts.burst) }, stored, failed })
        running ??= drain()
      })
    },
    /** Resolves when nothing is on its way into the store. */
    async idle(): Promise<void> {
      while (running !== undefined) await running
    },
  }
}
