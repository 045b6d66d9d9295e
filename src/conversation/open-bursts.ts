import { type BurstSettings, burstReadyAt } from '../inbox/burst.ts'
import type { NewArrival } from '../inbox/inbox.store.ts'
import type { Cancel, Clock } from '../kernel/clock.ts'

export interface BurstParts {
  readonly clock: Clock
  readonly burst: BurstSettings
  /** What is said there is complete. */
  onComplete(conversation: string): void
}

/** What people are in the middle of saying, and whom the house listens to although they do not name it. */
export function openBursts({ clock, burst: settings, onComplete }: BurstParts) {
  const open = new Map<string, { readonly arrivals: NewArrival[]; cancel: Cancel }>()
  const listening = new Map<string, Date>()

  function close(key: string): void {
    open.get(key)?.cancel()
    open.delete(key)
    listening.delete(key)
    onComplete(key)
  }

  return {
    add(arrival: NewArrival): void {
      const key = arrival.conversation
      const burst = open.get(key) ?? { arrivals: [], cancel: () => undefined }
      burst.cancel()
      burst.arrivals.push(arrival)
      open.set(key, burst)
      const due = burstReadyAt(burst.arrivals, settings) ?? arrival.readyAt
      if (due <= clock.now()) close(key)
      else burst.cancel = clock.at(due, () => close(key))
    },
    /** Waiting since before this process started: all that matters is when the burst is complete. */
    addWaiting(key: string, readyAt: Date): void {
      if (open.has(key)) return
      if (readyAt <= clock.now()) close(key)
      else open.set(key, { arrivals: [], cancel: clock.at(readyAt, () => close(key)) })
    },
    listen: (key: string, until: Date) => void listening.set(key, until),
    isListening: (key: string) => open.has(key) || (listening.get(key) ?? new Date(0)) > clock.now(),
    closeAll(): void {
      for (const key of [...open.keys()]) close(key)
    },
    stop(): void {
      for (const burst of open.values()) burst.cancel()
    },
  }
}
