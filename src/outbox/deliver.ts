import { accountKey, type Chat, chatKey } from '../kernel/chat.ts'
import { type Clock, systemTimer, type Timer } from '../kernel/clock.ts'
import { keepBlockedChats } from './blocked-chats.ts'
import { type Carrier, type Courier, openCourier } from './courier.ts'
import { laneOf } from './lane.ts'
import type { Letter } from './letter.ts'
import type { OutboxStore, Outcome } from './outbox.store.ts'
import { openOutcomeTray } from './outcome-tray.ts'
import { LONGEST_SPAN_MS } from './pace.ts'
import { openRefill, type Refill } from './refill.ts'
import { keepWaiters } from './waiters.ts'

export interface PostRoomParts {
  readonly store: OutboxStore
  readonly clock: Clock
  /** Pacing is about the platform's real time: it passes also in a house whose clock stands still. */
  readonly timer?: Timer
  carrierOf(account: string): Carrier | undefined
  /** Accounts that this process opened, still holds and may speak for. */
  accounts(): readonly string[]
  isPassing(error: unknown): boolean
  /** Outcomes are there to be recorded with the next round; called when there were none before. */
  onOutcomes(): void
  /** A letter has to wait: somebody must look again when it is due. */
  onWaiting(): void
  /** A platform said that a chat has another number; letters that wait for it move by themselves. */
  onMigrated?(from: Chat, to: Chat): void
  warn(what: string, detail: Readonly<Record<string, unknown>>): void
}

interface Desk {
  readonly courier: Courier
  readonly refill: Refill
}

const AGAIN_MS = 500

/**
 * Claim, send, record, try again later, stop at `uncertain`. Letters to one chat leave one after another; chats do
 * not wait for each other, up to what the platform bears, and answers to people go before broadcasts.
 */
export function openPostRoom(parts: PostRoomParts) {
  const { store, clock, timer = systemTimer() } = parts
  const desks = new Map<string, Desk>()
  const blocked = keepBlockedChats()
  const waiters = keepWaiters()
  /** Outcomes were given to a round whose end is not known yet. */
  let inRound = false
  let stopped = false

  const tray = openOutcomeTray({
    store,
    isPassing: parts.isPassing,
    onOutcomes: parts.onOutcomes,
    pause: () => new Promise((resolve) => void timer.after(AGAIN_MS, resolve)),
    warn: parts.warn,
  })

  const speaks = (account: string) => parts.accounts().includes(account)

  function deskOf(account: string): Desk {
    const there = desks.get(account)
    if (there !== undefined) return there
    const courier = openCourier({
      account,
      clock,
      timer,
      carrier: () => (speaks(account) ? parts.carrierOf(account) : undefined),
      onOutcome: note,
      onMigrated({ threadId, ...group }, chatId) {
        const to = { ...group, chatId }
        blocked.add(chatKey(threadId === undefined ? to : { ...to, threadId }))
        parts.onMigrated?.(group, to)
      },
      onRoom() {
        desks.get(account)?.refill.onRoom()
        waiters.look()
      },
    })
    const refill = openRefill({
      ...parts,
      account,
      timer,
      courier,
      blocked,
      mayClaim: () => !stopped && speaks(account),
      hasUnrecorded: () => inRound || !tray.isRecorded(),
      onIdle: waiters.look,
    })
    const desk = { courier, refill }
    desks.set(account, desk)
    return desk
  }

  function note(outcome: Outcome, letter: Letter): void {
    if (outcome.state === 'waiting') {
      if (laneOf(letter) === 'answers') blocked.add(chatKey(letter.to))
      desks.get(accountKey(letter.to))?.refill.expect()
      parts.onWaiting()
    }
    tray.put(outcome)
  }

  const isQuiet = ({ courier, refill }: Desk) => courier.isQuiet() && !refill.isRunning()

  /** What was taken for the outbox is written there: what stood behind it may go. */
  function onRecorded(): void {
    inRound = false
    for (const { refill } of desks.values()) refill.onRecorded()
  }

  return {
    /** Letters of a transaction that is committed: those in `sending` leave now, the others when it is their turn. */
    hand(letters: readonly Letter[]): void {
      const now = clock.now()
      const given = Map.groupBy(letters, ({ to }) => accountKey(to))
      for (const [account, its] of given) {
        const { courier, refill } = deskOf(account)
        courier.add(its.filter(({ state }) => state === 'sending'))
        const due = its.filter(({ state, dueAt }) => state === 'waiting' && dueAt <= now)
        if (due.length === 0 || !speaks(account)) continue
        for (const letter of due) if (laneOf(letter) === 'answers') blocked.add(chatKey(letter.to))
        refill.wake()
      }
      onRecorded()
    },
    /** Whether a new answer to this chat has to wait in the outbox: behind another, or because it could not leave now. */
    mustWait(chat: Chat): boolean {
      const account = accountKey(chat)
      return blocked.has(chatKey(chat)) || !speaks(account) || deskOf(account).courier.isSlow(chat)
    },
    block: (key: string) => blocked.add(key),
    isBusy: () => !tray.isRecorded() || ![...desks.values()].every(isQuiet),
    hasOutcomes: tray.isAny,
    takeOutcomes(): readonly Outcome[] {
      const taken = tray.take()
      inRound ||= taken.length > 0
      return taken
    },
    /** A transaction that should have recorded them failed. */
    putBack(taken: readonly Outcome[]): void {
      inRound = false
      tray.putBack(taken)
    },
    /** Records what is left when no round comes to do it. */
    async record(): Promise<void> {
      if (tray.isRecorded()) return
      await tray.record()
      onRecorded()
    },
    /** Fetches letters that wait and are due, as many as may leave soon; gives how many. */
    async claim(): Promise<number> {
      let count = 0
      if (!stopped) for (const account of parts.accounts()) count += await deskOf(account).refill.claim()
      return count
    },
    /** When the next letter may go. */
    async nextDueAt(): Promise<Date | undefined> {
      const times: Date[] = []
      for (const account of parts.accounts()) {
        const { courier } = deskOf(account)
        const until = courier.standstill.until()
        const at = await store.nextDueAt([account], courier.full('mailings').chatIds)
        if (at !== undefined) times.push(until !== undefined && until > at ? until : at)
      }
      return times.sort((a, b) => a.getTime() - b.getTime())[0]
    },
    /** The account is ours from now on, and letters left half sent are given up: its pace and its order are kept to. */
    async takeOver(account: string): Promise<void> {
      const now = clock.now()
      const found = blocked.look(account)
      const left = await store.listLeft(account, new Date(now.getTime() - LONGEST_SPAN_MS))
      const { courier } = deskOf(account)
      courier.begin(left, await store.heldUntil(account))
      found((await store.listOpenChats(account, now)).waiting, [])
    },
    /** An account speaks again, whatever was last heard of it. */
    wake(account: string): void {
      const { courier, refill } = deskOf(account)
      courier.standstill.endRest()
      courier.pump()
      refill.wake()
    },
    /** The house is closing: nothing more is fetched, broadcasts go back, answers in hand still leave. */
    stop(): void {
      stopped = true
      for (const { courier, refill } of desks.values()) {
        courier.stop()
        refill.close()
      }
    },
    /** Resolves when nothing is on its way to a platform, or to this account's. */
    idle(account?: string): Promise<void> {
      const its = () => (account === undefined ? [...desks.values()] : [deskOf(account)])
      // An account that was lost gives back what is in hand.
      for (const { courier } of its()) courier.pump()
      return waiters.until(() => its().every(isQuiet))
    },
  }
}

export type PostRoom = ReturnType<typeof openPostRoom>
