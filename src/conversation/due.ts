import type { Cancel, Clock } from '../kernel/clock.ts'
import { newId } from '../kernel/ids.ts'
import type { Transactions } from '../kernel/work.ts'
import type { PostRoom } from '../outbox/deliver.ts'
import { compose } from './compose.ts'
import type { ConversationStore } from './conversation.store.ts'
import type { Corridor } from './corridor.ts'
import { emptyTray, handsFor } from './doing.ts'
import { describeFailure } from './failure.ts'
import type { Doing } from './feature.ts'
import { theHouseItself } from './house-itself.ts'
import { silenceOf } from './silence.ts'
import { planSweeps } from './sweeps.ts'
import type { Worker } from './worker.ts'

export interface CalendarParts {
  readonly corridor: Corridor
  readonly conversations: ConversationStore
  readonly transactions: Transactions
  readonly postRoom: PostRoom
  readonly worker: Worker
  readonly clock: Clock
  accounts(): readonly string[]
}

const LOOK_AGAIN_MS = 60_000
const AGAIN_MS = 2_000
const SOON_MS = 200

/** What the clock owes: silences, what features promised, letters that wait, lines to be forgotten. */
export function openCalendar(parts: CalendarParts) {
  const { corridor, conversations, transactions, postRoom, worker, clock } = parts
  let alarm: { readonly at: Date; readonly cancel: Cancel } | undefined
  // Who opens no account is not the clock of the house: a command looks at the books and leaves the hours to others.
  let dirty = false
  let running: Promise<void> | undefined
  const sweeps = planSweeps(clock.now(), corridor.burst.lookBackMs)
  let stopped = false
  let soon: NodeJS.Timeout | undefined

  function setAlarm(at: Date): void {
    if (stopped || (alarm !== undefined && alarm.at <= at)) return
    alarm?.cancel()
    alarm = { at, cancel: clock.at(at, ring) }
  }

  function ring(): void {
    alarm = undefined
    dirty = true
    run()
  }

  function run(): void {
    if (stopped) return
    running ??= pass()
      .catch((error: unknown) => {
        corridor.warn('what is due could not be done', { error: describeFailure(error) })
        setAlarm(new Date(clock.now().getTime() + AGAIN_MS))
      })
      .finally(() => {
        running = undefined
        // Something happened while we looked, and whoever noticed found us busy.
        if (dirty) lookSoon()
      })
  }

  /** Rounds follow each other closely; the calendar is looked at once after several of them. */
  function lookSoon(): void {
    soon ??= setTimeout(() => {
      soon = undefined
      if (dirty && !stopped) run()
    }, SOON_MS).unref()
  }

  /** Does what is due now and sets the alarm for what comes next. */
  async function pass(): Promise<void> {
    dirty = false
    const now = clock.now()
    await sweep(now)
    await silences(now)
    // What was sent counts before features look at how far their letters are.
    await postRoom.record()
    const next = await featuresDue(now)
    // More may wait than are taken at once: look again when these have left.
    if ((await postRoom.claim()) > 0) void postRoom.idle().then(ring)
    await plan(now, next)
  }

  async function sweep(now: Date): Promise<void> {
    if (!sweeps.take(now)) return
    await corridor.inbox.forgetHeard(new Date(now.getTime() - corridor.burst.lookBackMs))
  }

  async function silences(now: Date): Promise<void> {
    const silent = await conversations.listSilent(parts.accounts(), now, 200)
    const arrivals = silent.flatMap((one) => silenceOf(one, now))
    if (arrivals.length === 0) return
    const fresh = await corridor.inbox.keep(arrivals)
    worker.note(arrivals.filter(({ id }) => fresh.has(id)))
  }

  /** Gives when each wants to be called next. */
  async function featuresDue(now: Date): Promise<readonly (Date | undefined)[]> {
    const tray = emptyTray()
    let next: readonly (Date | undefined)[] = []
    const written = await transactions.inOne(now, async (work) => {
      // All at once: most answer from the same statement, and mostly that nothing is due.
      const ask = () => Promise.all(corridor.features.map((feature) => feature.nextDueAt?.(work)))
      await ask()
      for (const feature of corridor.features) {
        const doing = handsFor({ corridor, by: theHouseItself(now), work, turnKey: newId('due', now), tray })
        await feature.due?.(doing)
      }
      next = await ask()
      await compose(corridor, tray.drafts, theHouseItself(now), work)
      return work
    })
    postRoom.hand(corridor.outbox.listAdded(written))
    worker.note(tray.invited)
    return next
  }

  async function plan(lookedAt: Date, features: readonly (Date | undefined)[]): Promise<void> {
    const now = clock.now()
    const letterAt = await postRoom.nextDueAt()
    // Due, and not claimed: its chat is busy with another letter.
    if (letterAt !== undefined && letterAt <= now && postRoom.isBusy()) void postRoom.idle().then(ring)
    const silenceAt = await conversations.nextSilence(parts.accounts())
    const times = [silenceAt, letterAt, sweeps.next(), ...features]
    for (const next of times) {
      if (next === undefined) continue
      // It fell due while we looked.
      if (next > lookedAt && next <= now) dirty = true
      // What is overdue but could not be done is looked at again, not at once for ever.
      else setAlarm(next > now ? next : new Date(now.getTime() + LOOK_AGAIN_MS))
    }
  }

  return {
    /** Something happened that may have made a deadline; looked at when the house is quiet. */
    touch(silentAt: Date | undefined): void {
      dirty = true
      if (silentAt !== undefined) setAlarm(silentAt)
      lookSoon()
    },
    /** Lines to others were stored and will have to be forgotten. */
    noteHeard(at: Date): void {
      setAlarm(sweeps.note(at))
    },
    isDirty: () => dirty,
    run,
    async idle(): Promise<void> {
      while (running !== undefined) await running
    },
    /** One act in the name of the house, with its letters, in one transaction. It invites nobody. */
    async act<T>(does: (doing: Doing) => Promise<T>): Promise<T> {
      const now = clock.now()
      const tray = emptyTray()
      const by = theHouseItself(now)
      let result: T | undefined
      const written = await transactions.inOne(now, async (work) => {
        result = await does(handsFor({ corridor, by, work, turnKey: newId('act', now), tray }))
        await compose(corridor, tray.drafts, by, work)
        return work
      })
      // Without an account here, whoever holds it finds them within a second.
      if (parts.accounts().length > 0) postRoom.hand(corridor.outbox.listAdded(written))
      return result as T
    },
    stop(): void {
      stopped = true
      clearTimeout(soon)
      alarm?.cancel()
    },
  }
}

export type Calendar = ReturnType<typeof openCalendar>
