import type { NewArrival } from '../inbox/inbox.store.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Transactions, Work } from '../kernel/work.ts'
import type { PostRoom } from '../outbox/deliver.ts'
import type { Corridor } from './corridor.ts'
import { keepDoubtful } from './doubtful.ts'
import type { StoredErrand } from './errands.store.ts'
import { describeFailure, somebodyWasFaster } from './failure.ts'
import { giveUp } from './give-up.ts'
import { chatsAnswered, oneRound, type RoundDone } from './one-round.ts'
import { openBursts } from './open-bursts.ts'
import { keepReady } from './ready-conversations.ts'

export interface WorkerParts {
  readonly corridor: Corridor
  readonly transactions: Transactions
  readonly postRoom: PostRoom
  readonly clock: Clock
  /** Asks a model about what waits there, if one is configured; resolves within its own time limit. */
  prepare(conversation: string): Promise<void> | undefined
  /** Fetches what is enclosed there; false where another process has to. */
  fetchEnclosures(conversation: string): Promise<boolean>
  /** After the commit: slow work that a round ordered. */
  onOrdered(errands: readonly StoredErrand[]): void
  /** After every committed round: the calendar of what is due may have changed. */
  onRound(silentAt: Date | undefined): void
}

/** Conversations a round takes at most; more than that and one slow statement keeps too many waiting. */
const MOST_AT_ONCE = 60
const AGAIN_MS = 300
const LOCKED_ELSEWHERE_MS = 50
const MOST_TRIES = 5

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/**
 * Takes what is ready, a round after the other. There is no timer between rounds: a round is what gathered
 * while the last one ran, so one person alone waits for nobody and fifty share their statements.
 */
export function openWorker(parts: WorkerParts) {
  const { corridor, transactions, postRoom, clock } = parts
  const ready = keepReady(() => wake())
  const doubtful = keepDoubtful(corridor.outbox)
  let heard: NewArrival[] = []
  let running: Promise<void> | undefined
  let stopped = false

  const bursts = openBursts({
    clock,
    burst: corridor.burst,
    onComplete(key) {
      const asked = parts.prepare(key)
      if (asked === undefined) ready.add(key)
      else ready.addAfter(key, asked)
    },
  })

  function note(arrivals: readonly NewArrival[]): void {
    for (const arrival of arrivals) {
      if (arrival.state === 'heard') heard.push(arrival)
      else bursts.add(arrival)
    }
    if (heard.length > 0) wake()
  }

  function wake(): void {
    if (running !== undefined || stopped) return
    // A turn of the event loop first: what arrives together is worked on together.
    running = new Promise<void>((resolve) => setImmediate(resolve)).then(loop).finally(() => {
      running = undefined
      if (hasWork()) wake()
    })
  }

  const hasWork = () => ready.isAny() || heard.length > 0 || postRoom.hasOutcomes()

  async function loop(): Promise<void> {
    while (hasWork() && !stopped) {
      const keys = ready.take(MOST_AT_ONCE)
      const lines = heard
      heard = []
      if (keys.length === 0 && lines.length === 0) await postRoom.record()
      else await round(keys, lines)
    }
  }

  async function round(keys: readonly string[], lines: readonly NewArrival[]): Promise<void> {
    const outcomes = postRoom.takeOutcomes()
    try {
      await inOne(keys, async (work) => {
        if (outcomes.length > 0) corridor.outbox.recordWithin(outcomes, work)
        return oneRound(corridor, keys, lines, work, 'all')
      })
    } catch (error) {
      postRoom.putBack(outcomes)
      corridor.warn('a round failed', { conversations: keys.length, error: describeFailure(error) })
      if (isAway(error)) return later(keys, lines)
      // One bad message must spoil nothing for the others of its round.
      for (const line of lines) await alone([], [line])
      for (const key of keys) await alone([key], [])
    }
  }

  /** A transaction, and what it leaves behind once it is committed. */
  async function inOne(
    keys: readonly string[],
    act: (work: Work) => Promise<RoundDone | undefined>,
  ): Promise<void> {
    let work: Work | undefined
    try {
      const { result, found } = await transactions.inOne(clock.now(), async (opened) => {
        work = opened
        return { found: await doubtful.find(opened), result: await act(opened) }
      })
      const skipped = result?.skipped ?? []
      doubtful.settle(
        found,
        keys.filter((key) => !skipped.includes(key)),
      )
      const letters = work === undefined ? [] : corridor.outbox.listAdded(work)
      postRoom.hand([...found, ...letters])
      if (result !== undefined) after(result)
    } catch (error) {
      if (work !== undefined) doubtful.add(corridor.outbox.listAdded(work), keys)
      throw error
    }
  }

  function after(result: RoundDone): void {
    for (const [key, until] of result.listening) bursts.listen(key, until)
    note([...result.invited, ...result.wanted])
    parts.onOrdered(result.ordered)
    for (const key of result.unfinished) ready.add(key)
    for (const key of result.enclosed) fetchFirst(key)
    for (const key of result.skipped) {
      ready.addAfter(key, pause(LOCKED_ELSEWHERE_MS))
      // Another process works there: what it writes leaves before what we write after it.
      for (const chat of chatsAnswered(key)) postRoom.block(chat)
    }
    parts.onRound(result.silentAt)
  }

  /** Another process that can fetch it takes it from there. */
  function fetchFirst(key: string): void {
    const fetching = parts.fetchEnclosures(key).catch((error: unknown) => {
      corridor.warn('enclosures could not be written down', { error: describeFailure(error) })
      return pause(AGAIN_MS).then(() => true)
    })
    ready.addIf(key, fetching)
  }

  const isAway = (error: unknown) => transactions.isPassing(error) && !somebodyWasFaster(error)

  async function later(keys: readonly string[], lines: readonly NewArrival[]): Promise<void> {
    await pause(AGAIN_MS)
    heard.unshift(...lines)
    for (const key of keys) ready.add(key)
  }

  /** One conversation, one thing said; what fails for a reason of its own is given up. */
  async function alone(keys: readonly string[], lines: readonly NewArrival[]): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        return await inOne(keys, (work) => oneRound(corridor, keys, lines, work, 'first'))
      } catch (error) {
        if (isAway(error)) return later(keys, lines)
        if (transactions.isPassing(error) && tries < MOST_TRIES) {
          await pause(LOCKED_ELSEWHERE_MS * tries)
          continue
        }
        corridor.warn('a message could not be worked on', { error: describeFailure(error) })
        for (const key of keys) await dismiss(key)
        return
      }
    }
  }

  async function dismiss(key: string): Promise<void> {
    try {
      await inOne([key], async (work) => {
        if (await giveUp(corridor, key, work)) ready.add(key)
        return undefined
      })
      parts.onRound(undefined)
    } catch (error) {
      corridor.warn('giving up failed too', { error: describeFailure(error) })
      if (transactions.isPassing(error)) await later([key], [])
    }
  }

  return {
    note,
    noteWaiting: bursts.addWaiting,
    wake,
    isListening: bursts.isListening,
    /** Every open burst is complete now, whatever its quiet time. */
    closeBursts: bursts.closeAll,
    isBusy: () => running !== undefined || ready.isAnySoon(),
    /** Resolves when nothing is ready, running, locked elsewhere or being asked of a model; open bursts may remain. */
    async idle(): Promise<void> {
      while (running !== undefined || ready.isAnySoon()) await (running ?? ready.wait())
    },
    stop(): void {
      stopped = true
      bursts.stop()
    },
  }
}

export type Worker = ReturnType<typeof openWorker>
