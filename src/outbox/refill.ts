import type { Cancel, Clock, Timer } from '../kernel/clock.ts'
import type { BlockedChats } from './blocked-chats.ts'
import type { Courier } from './courier.ts'
import { LANES, type Lane } from './lane.ts'
import type { OutboxStore } from './outbox.store.ts'

export interface RefillParts {
  readonly account: string
  readonly store: Pick<OutboxStore, 'claim' | 'listOpenChats'>
  readonly clock: Clock
  readonly timer: Timer
  readonly courier: Courier
  readonly blocked: BlockedChats
  /** False while the account is not ours, does not speak, or the house is closing. */
  mayClaim(): boolean
  /** Outcomes are not recorded yet; what stands behind their letters cannot be claimed before they are. */
  hasUnrecorded(): boolean
  onIdle(): void
  isPassing(error: unknown): boolean
  warn(what: string, detail: Readonly<Record<string, unknown>>): void
}

const AGAIN_MS = 500
/** Chats whose minute is full are looked at again no oftener than this. */
const FULL_CHATS_MS = 250

/** Takes an account's letters from the outbox, a little at a time, as room for them appears. */
export function openRefill(parts: RefillParts) {
  const { account, store, clock, timer, courier, blocked } = parts
  /** `heads`: more letters could be taken now. `behind`: others may stand behind those taken. */
  let backlog: 'heads' | 'behind' | 'none' = 'none'
  let running: Promise<number> | undefined
  /** Something happened that the claim under way may not have seen. */
  let isStale = false
  let cancel: Cancel | undefined

  async function claimLane(lane: Lane): Promise<{ readonly count: number; readonly isMore: boolean }> {
    const room = courier.roomFor(lane)
    if (room <= 0) return { count: 0, isMore: true }
    const { chatIds, untilMs } = courier.full(lane)
    const letters = await store.claim({ account, lane, now: clock.now(), except: chatIds, limit: room })
    courier.add(letters)
    if (letters.length < room && chatIds.length > 0 && untilMs < Number.POSITIVE_INFINITY)
      lookAgain(Math.max(FULL_CHATS_MS, untilMs))
    return { count: letters.length, isMore: letters.length === room }
  }

  function lookAgain(ms: number): void {
    cancel?.()
    cancel = timer.after(ms, () => {
      cancel = undefined
      if (courier.isLow()) again()
    })
  }

  async function once(): Promise<number> {
    isStale = false
    if (!may()) return 0
    const found = blocked.look(account)
    let count = 0
    let isMore = false
    for (const lane of LANES) {
      const claimed = await claimLane(lane)
      count += claimed.count
      isMore ||= claimed.isMore
    }
    const chats = await store.listOpenChats(account, clock.now())
    found(
      chats.waiting,
      chats.sending.filter((key) => !courier.hasAnswerTo(key)),
    )
    const mayFollow = count > 0 || (backlog !== 'none' && (!courier.isEmpty() || parts.hasUnrecorded()))
    backlog = isMore ? 'heads' : mayFollow ? 'behind' : 'none'
    return count
  }

  const may = () => parts.mayClaim() && courier.standstill.until() === undefined

  function begin(): Promise<number> {
    running ??= once()
      .then(
        (count) => {
          running = undefined
          if (isStale) backlog = 'heads'
          onRoom()
          return count
        },
        (error: unknown) => {
          running = undefined
          throw error
        },
      )
      .finally(parts.onIdle)
    return running
  }

  /** Of its own accord: what fails is tried again. */
  function again(): void {
    if (running !== undefined || !may()) return
    begin().catch((error: unknown) => {
      if (!parts.isPassing(error))
        parts.warn('letters could not be fetched', { account, error: String(error) })
      lookAgain(AGAIN_MS)
    })
  }

  function onRoom(): void {
    if (backlog === 'heads' && courier.isLow()) again()
  }

  function wake(): void {
    backlog = 'heads'
    isStale = true
    onRoom()
  }

  return {
    isRunning: () => running !== undefined,
    /** There is room. */
    onRoom,
    /** Outcomes were recorded: what stood behind them may go. */
    onRecorded: () => backlog !== 'none' && wake(),
    /** Letters went back, and will be there once that is recorded. */
    expect(): void {
      if (backlog === 'none') backlog = 'behind'
    },
    /** Letters wait that were not there before. */
    wake,
    /** Rejects when the outbox cannot be read; gives how many were taken. */
    async claim(): Promise<number> {
      while (running !== undefined) await running.catch(() => 0)
      return begin()
    },
    close: () => cancel?.(),
  }
}

export type Refill = ReturnType<typeof openRefill>
