import type { NewArrival } from '../inbox/inbox.store.ts'
import { accountKey, conversationKey } from '../kernel/chat.ts'
import type { Clock } from '../kernel/clock.ts'
import { newId } from '../kernel/ids.ts'
import type { Transactions } from '../kernel/work.ts'
import type { Corridor } from './corridor.ts'
import type { Brought, ErrandRun } from './errand.ts'
import type { StoredErrand } from './errands.store.ts'
import { describeFailure } from './failure.ts'

export interface ErrandRunnerParts {
  readonly corridor: Corridor
  readonly transactions: Transactions
  readonly clock: Clock
  /** What an errand brought waits in its conversation. */
  onBrought(arrival: NewArrival): void
}

const AGAIN_MS = 1_000

/** Does what was ordered, after the transaction that ordered it, a few of a kind at once. */
export function openErrandRunner(parts: ErrandRunnerParts) {
  const { corridor, transactions, clock, onBrought } = parts
  const queues = new Map<string, StoredErrand[]>()
  const running = new Map<string, number>()
  /** Under way or waiting in this process. */
  const ours = new Set<string>()
  const going = new Set<Promise<void>>()
  const closing = new AbortController()

  function note(errands: readonly StoredErrand[]): void {
    for (const errand of errands) {
      if (ours.has(errand.id)) continue
      ours.add(errand.id)
      const queue = queues.get(errand.kind)
      if (queue === undefined) queues.set(errand.kind, [errand])
      else queue.push(errand)
      fill(errand.kind)
    }
  }

  function fill(kind: string): void {
    const how = runOf(kind)
    const queue = queues.get(kind) ?? []
    while (!closing.signal.aborted && (running.get(kind) ?? 0) < (how?.atOnce ?? 1)) {
      const errand = queue.shift()
      if (errand === undefined) return
      running.set(kind, (running.get(kind) ?? 0) + 1)
      const trip = go(errand, how).finally(() => {
        going.delete(trip)
        ours.delete(errand.id)
        running.set(kind, (running.get(kind) ?? 1) - 1)
        fill(kind)
      })
      going.add(trip)
    }
  }

  const runOf = (kind: string): ErrandRun | undefined =>
    corridor.features.find(({ name }) => kind.startsWith(`${name}.`))?.runs?.[kind]

  async function go(errand: StoredErrand, how: ErrandRun | undefined): Promise<void> {
    if (how === undefined) corridor.warn('an errand of a kind that nobody runs', { kind: errand.kind })
    const brought = how === undefined ? undefined : await bring(errand, how)
    // Closed meanwhile: what it brought may be half of it, and whoever opens next does it whole.
    if (!closing.signal.aborted) await deliver(errand, brought)
  }

  async function bring(errand: StoredErrand, how: ErrandRun): Promise<Brought | undefined> {
    try {
      const { orderedAt, data } = errand
      return await how.run(data, {
        orderedAt,
        now: () => clock.now(),
        transactions,
        signal: closing.signal,
      })
    } catch (error) {
      if (!closing.signal.aborted)
        corridor.warn('an errand failed', { kind: errand.kind, error: describeFailure(error) })
      return how.gaveUp?.(errand.data)
    }
  }

  /** Until the database takes it: the work was done, and nobody else knows of it. */
  async function deliver(errand: StoredErrand, brought: Brought | undefined): Promise<void> {
    for (;;) {
      const now = clock.now()
      const arrival = brought === undefined ? undefined : arrivalOf(errand, brought, now)
      try {
        await transactions.inOne(now, async (work) => {
          if (arrival !== undefined) corridor.inbox.keepWithin(arrival, work)
          corridor.errands.remove(errand.id, work)
        })
        if (arrival !== undefined) onBrought(arrival)
        return
      } catch (error) {
        corridor.warn('what an errand brought could not be written down', { error: describeFailure(error) })
        if (closing.signal.aborted || !transactions.isPassing(error)) return
        await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
      }
    }
  }

  return {
    note,
    /** What an account left behind, by a crash or by a process that helped and is gone. */
    async resume(accounts: readonly string[]): Promise<void> {
      if (accounts.length > 0) note(await corridor.errands.list(accounts))
    },
    isBusy: () => going.size > 0,
    /** Resolves when nothing is under way. */
    async idle(): Promise<void> {
      while (going.size > 0) await Promise.all(going)
    },
    /** What is under way is left to the next start. */
    stop(): void {
      closing.abort()
    },
  }
}

/** As if it had been said there by whoever ordered it: the same errand arrives once, however often it was run. */
function arrivalOf({ id, chat, person }: StoredErrand, { dialogue, data }: Brought, at: Date): NewArrival {
  const arrival = newId('in', at)
  return {
    id: arrival,
    idempotencyKey: `${accountKey(chat)}:house:errand:${id}`,
    chat,
    from: person,
    messageId: arrival,
    at,
    content: { kind: 'invited', dialogue, data },
    conversation: conversationKey(chat, person.id),
    state: 'waiting',
    readyAt: at,
  }
}

export type ErrandRunner = ReturnType<typeof openErrandRunner>
