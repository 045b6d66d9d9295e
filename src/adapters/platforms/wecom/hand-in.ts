import type { Doorstep } from '../../../conversation/platform.ts'
import type { Incoming } from '../../../inbox/arrival.ts'
import { chatKey } from '../../../kernel/chat.ts'
import type { Clock } from '../../../kernel/clock.ts'

/** WeCom says a thing once, so whatever could not be stored is tried again here. */
const PAUSES_MS = [500, 1_000, 2_000, 4_000]

export interface HandInParts {
  readonly clock: Clock
  /** What is still to be learned of it; never rejects. */
  complete(incoming: Incoming): Promise<Incoming>
  warn(what: string, detail: Readonly<Record<string, unknown>>): void
}

/** Hands arrivals to the doorstep, those of one chat one after another. */
export function openHandIn({ clock, complete, warn }: HandInParts) {
  const last = new Map<string, Promise<void>>()
  let isOpen = true
  let lost = 0
  const waiting = new Set<() => void>()

  const pause = (milliseconds: number) =>
    new Promise<void>((resolve) => {
      const goOn = () => {
        cancel()
        waiting.delete(goOn)
        resolve()
      }
      const cancel = clock.at(new Date(clock.now().getTime() + milliseconds), goOn)
      waiting.add(goOn)
    })

  async function store(doorstep: Doorstep, received: Incoming): Promise<void> {
    const incoming = await complete(received)
    for (let tries = 0; ; tries++) {
      try {
        await doorstep.receive(incoming)
        return
      } catch {
        const milliseconds = PAUSES_MS[tries]
        if (milliseconds === undefined || !isOpen) {
          warn('a message from WeCom could not be stored and is lost', { lost: ++lost })
          return
        }
        await pause(milliseconds)
      }
    }
  }

  return {
    take(doorstep: Doorstep, incoming: Incoming): void {
      isOpen = true
      const key = chatKey(incoming.chat)
      const stored = (last.get(key) ?? Promise.resolve())
        .then(() => store(doorstep, incoming))
        .finally(() => {
          if (last.get(key) === stored) last.delete(key)
        })
      last.set(key, stored)
    },
    /** Waits for what is on its way in, and for no pause. */
    async close(): Promise<void> {
      isOpen = false
      for (const goOn of [...waiting]) goOn()
      await Promise.all(last.values())
    },
  }
}
