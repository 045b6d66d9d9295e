import { burstReadyAt } from '../inbox/burst.ts'
import type { NewArrival } from '../inbox/inbox.store.ts'
import type { Cancel, Clock } from '../kernel/clock.ts'
import type { Transactions, Work } from '../kernel/work.ts'
import type { PostRoom } from '../outbox/deliver.ts'
import { converse, overhear } from './converse.ts'
import type { Corridor, RoundResult } from './corridor.ts'
import { giveUp } from './give-up.ts'

export interface WorkerParts {
  readonly corridor: Corridor
  readonly transactions: Transactions
  readonly postRoom: PostRoom
  readonly clock: Clock
  /** Asks a model about what waits there, if one is configured; resolves within its own time limit. */
  prepare(conversation: string): Promise<void> | undefined
  /** After every committed round: the calendar of what is due may have changed. */
  onRound(silentAt: Date | undefined): void
}

/** Conversations a round takes at most; more than that and one slow statement keeps too many waiting. */
const MOST_AT_ONCE = 60
const AGAIN_MS = 300
const LOCKED_ELSEWHERE_MS = 50
const MOST_TRIES = 5

interface OpenBurst {
  arrivals: NewArrival[]
  cancel: Cancel
}

/**
 * Takes what is ready, a round after the other. There is no timer between rounds: a round is what gathered
 * while the last one ran, so one person alone waits for nobody and fifty share their statements.
 */
export function openWorker(parts: WorkerParts) {
  const { corridor, transactions, postRoom, clock } = parts
  const open = new Map<string, OpenBurst>()
  const listening = new Map<string, Date>()
  const ready = new Set<string>()
  const preparing = new Set<string>()
  let heard: NewArrival[] = []
  let running: Promise<void> | undefined
  let stopped = false

  function note(arrivals: readonly NewArrival[]): void {
    for (const arrival of arrivals) {
      if (arrival.state === 'heard') {
        heard.push(arrival)
        continue
      }
      const key = arrival.conversation
      const burst = open.get(key) ?? { arrivals: [], cancel: () => undefined }
      burst.cancel()
      burst.arrivals.push(arrival)
      open.set(key, burst)
      const due = burstReadyAt(burst.arrivals.map((one) => ({ ...one, seq: 0n })), corridor.burst) ?? arrival.readyAt
      if (due <= clock.now()) close(key)
      else burst.cancel = clock.at(due, () => close(key))
    }
    if (heard.length > 0) wake()
  }

  /** Waiting since before this process started: all that matters is when the burst is complete. */
  function noteWaiting(key: string, readyAt: Date): void {
    if (open.has(key)) return
    if (readyAt <= clock.now()) return markReady(key)
    open.set(key, { arrivals: [], cancel: clock.at(readyAt, () => close(key)) })
  }

  function close(key: string): void {
    open.get(key)?.cancel()
    open.delete(key)
    listening.delete(key)
    const asked = parts.prepare(key)
    if (asked === undefined) return markReady(key)
    preparing.add(key)
    void asked.then(() => {
      preparing.delete(key)
      markReady(key)
    })
  }

  function markReady(key: string): void {
    ready.add(key)
    wake()
  }

  function wake(): void {
    if (running !== undefined || stopped) return
    // A turn of the event loop first: what arrives together is worked on together.
    running = new Promise<void>((resolve) => setImmediate(resolve)).then(loop).finally(() => {
      running = undefined
      if (hasWork()) wake()
    })
  }

  const hasWork = () => ready.size > 0 || heard.length > 0 || postRoom.hasOutcomes()

  async function loop(): Promise<void> {
    while (hasWork() && !stopped) {
      const keys = [...ready].slice(0, MOST_AT_ONCE)
      for (const key of keys) ready.delete(key)
      const lines = heard
      heard = []
      if (keys.length === 0 && lines.length === 0) {
        await postRoom.record()
        continue
      }
      await round(keys, lines)
    }
  }

  async function round(keys: readonly string[], lines: readonly NewArrival[]): Promise<void> {
    const outcomes = postRoom.takeOutcomes()
    try {
      const at = clock.now()
      let letters: ReturnType<typeof corridor.outbox.listAdded> = []
      let work: Work | undefined
      const result = await transactions.inOne(at, async (opened) => {
        work = opened
        if (outcomes.length > 0) corridor.outbox.recordWithin(outcomes, opened)
        for (const line of lines) await overhear(corridor, { ...line, seq: 0n }, opened)
        return converse(corridor, keys, opened)
      })
      if (work !== undefined) letters = corridor.outbox.listAdded(work)
      postRoom.hand(letters.filter((letter) => letter.state === 'sending'))
      after(result)
    } catch (error) {
      postRoom.putBack(outcomes)
      await failed(keys, lines, error)
    }
  }

  function after(result: RoundResult): void {
    for (const [key, until] of result.listening) listening.set(key, until)
    note(result.invited)
    if (result.skipped.length > 0) {
      const locked = result.skipped
      setTimeout(() => {
        for (const key of locked) if (stillWaits(key)) markReady(key)
      }, LOCKED_ELSEWHERE_MS).unref()
    }
    parts.onRound(result.silentAt)
  }

  /** How often a conversation was found locked; one with nothing waiting is not asked for ever. */
  const asked = new Map<string, number>()
  function stillWaits(key: string): boolean {
    const times = (asked.get(key) ?? 0) + 1
    asked.set(key, times)
    if (times <= MOST_TRIES) return true
    asked.delete(key)
    return false
  }

  async function failed(keys: readonly string[], lines: readonly NewArrival[], error: unknown): Promise<void> {
    if (transactions.isPassing(error) || keys.length > 1) {
      corridor.warn('a round failed', { conversations: keys.length, error: describe(error) })
      if (keys.length > 1 && !isAway(error)) {
        heard.push(...lines)
        for (const key of keys) await alone(key)
        return
      }
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
      heard.push(...lines)
      for (const key of keys) ready.add(key)
      return
    }
    for (const key of keys) await giveUp(corridor, transactions, key, clock.now(), error)
    // What the apology made of letters waits in the outbox and is fetched from there.
    parts.onRound(clock.now())
  }

  const isAway = (error: unknown) => transactions.isPassing(error) && !/storage-conflict/.test(describe(error))

  /** One bad message must spoil nothing for the others of its round. */
  async function alone(key: string): Promise<void> {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      try {
        const at = clock.now()
        let work: Work | undefined
        const result = await transactions.inOne(at, async (opened) => {
          work = opened
          return converse(corridor, [key], opened)
        })
        if (work !== undefined) postRoom.hand(corridor.outbox.listAdded(work).filter(({ state }) => state === 'sending'))
        after(result)
        return
      } catch (error) {
        if (transactions.isPassing(error)) continue
        return failed([key], [], error)
      }
    }
    ready.add(key)
  }

  return {
    note,
    noteWaiting,
    wake,
    isListening: (key: string) => open.has(key) || (listening.get(key) ?? new Date(0)) > clock.now(),
    /** Every open burst is complete now, whatever its quiet time. */
    closeBursts(): void {
      for (const key of [...open.keys()]) close(key)
    },
    isBusy: () => running !== undefined || preparing.size > 0 || ready.size > 0,
    /** Resolves when nothing is ready, running or being asked of a model; open bursts may remain. */
    async idle(): Promise<void> {
      while (running !== undefined || preparing.size > 0 || ready.size > 0) {
        await (running ?? new Promise((resolve) => setImmediate(resolve)))
      }
    },
    stop(): void {
      stopped = true
      for (const burst of open.values()) burst.cancel()
    },
  }
}

export type Worker = ReturnType<typeof openWorker>

function describe(error: unknown): string {
  const code = (error as { code?: unknown } | undefined)?.code
  return `${typeof code === 'string' ? `${code}: ` : ''}${error instanceof Error ? error.message.slice(0, 300) : String(error)}`
}
