import { accountKey } from '../kernel/chat.ts'
import type { Cancel, Clock } from '../kernel/clock.ts'
import { newId } from '../kernel/ids.ts'
import type { Transactions } from '../kernel/work.ts'
import type { PostRoom } from '../outbox/deliver.ts'
import { compose } from './compose.ts'
import type { ConversationStore } from './conversation.store.ts'
import type { Corridor } from './corridor.ts'
import { handsFor, type Tray } from './doing.ts'
import { theHouseItself } from './house-itself.ts'
import { silenceOf } from './silence.ts'
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

const SWEEP_MS = 60_000
const SOON_MS = 100

/** What the clock owes: silences, what features promised, letters that wait, lines to be forgotten. */
export function openCalendar(parts: CalendarParts) {
  const { corridor, conversations, transactions, postRoom, worker, clock } = parts
  let alarm: { readonly at: Date; readonly cancel: Cancel } | undefined
  let dirty = true
  let running: Promise<void> | undefined
  let sweptAt = new Date(0)
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
    running ??= pass()
      .catch((error: unknown) => {
        corridor.warn('what is due could not be done', { error: String(error) })
        setAlarm(new Date(clock.now().getTime() + 2_000))
      })
      .finally(() => {
        running = undefined
      })
  }

  /** Does what is due now and sets the alarm for what comes next. */
  async function pass(): Promise<void> {
    dirty = false
    const now = clock.now()
    await sweep(now)
    await silences(now)
    await featuresDue(now)
    await postRoom.record()
    // More may wait than are taken at once: look again when these have left.
    if ((await postRoom.claim()) > 0) void postRoom.idle().then(ring)
    await plan()
  }

  async function sweep(now: Date): Promise<void> {
    if (now.getTime() - sweptAt.getTime() < SWEEP_MS) return
    sweptAt = now
    await corridor.inbox.forgetHeard(new Date(now.getTime() - corridor.burst.lookBackMs))
  }

  async function silences(now: Date): Promise<void> {
    const own = new Set(parts.accounts())
    const silent = await conversations.listSilent(now, 200)
    const arrivals = silent.filter(({ chat }) => own.has(accountKey(chat))).flatMap((one) => silenceOf(one, now))
    if (arrivals.length === 0) return
    const fresh = await corridor.inbox.keep(arrivals)
    worker.note(arrivals.filter(({ id }) => fresh.has(id)))
  }

  async function featuresDue(now: Date): Promise<void> {
    const tray: Tray = { drafts: [], invited: [] }
    await transactions.inOne(now, async (work) => {
      for (const feature of corridor.features) {
        const doing = handsFor({ corridor, by: theHouseItself(now), work, turnKey: newId('due', now), tray })
        await feature.due?.(doing)
      }
      await compose(corridor, tray.drafts, theHouseItself(now), work)
    })
    worker.note(tray.invited)
  }

  async function plan(): Promise<void> {
    const times = [await conversations.nextSilence(), await corridor.outbox.nextDueAt(parts.accounts())]
    const now = clock.now()
    await transactions.inOne(now, async (work) => {
      for (const feature of corridor.features) times.push(await feature.nextDueAt?.(work))
    })
    const next = times.filter((time) => time !== undefined).sort((a, b) => a.getTime() - b.getTime())[0]
    // What is overdue but could not be done (an account that is closed) is looked at again, not at once for ever.
    if (next !== undefined) setAlarm(next > now ? next : new Date(now.getTime() + SWEEP_MS))
  }

  return {
    /** Something happened that may have made a deadline; looked at when the house is quiet. */
    touch(silentAt: Date | undefined): void {
      dirty = true
      if (silentAt !== undefined) setAlarm(silentAt)
      // Rounds follow each other closely; the calendar is looked at once after several of them.
      soon ??= setTimeout(() => {
        soon = undefined
        if (dirty && !stopped) run()
      }, SOON_MS).unref()
    },
    isDirty: () => dirty,
    run,
    async idle(): Promise<void> {
      while (running !== undefined) await running
    },
    stop(): void {
      stopped = true
      clearTimeout(soon)
      alarm?.cancel()
    },
  }
}

export type Calendar = ReturnType<typeof openCalendar>
