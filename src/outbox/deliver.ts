import { accountKey, chatKey } from '../kernel/chat.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Letter } from './letter.ts'
import type { OutboxStore, Outcome } from './outbox.store.ts'
import { type Answer, outcomeOf } from './outcome.ts'
import { createPace, type PaceLimits } from './pace.ts'

/** An open account, as the post room sees it. */
export interface Carrier {
  readonly pace: PaceLimits & { readonly atOnce: number }
  /** Never throws. */
  send(letter: Letter): Promise<Answer>
}

export interface PostRoomParts {
  readonly store: OutboxStore
  readonly clock: Clock
  carrierOf(account: string): Carrier | undefined
  /** Accounts that this process opened and still holds. */
  accounts(): readonly string[]
  isPassing(error: unknown): boolean
  /** Outcomes are there to be recorded with the next round; called when there were none before. */
  onOutcomes(): void
  /** A letter has to wait: somebody must look again when it is due. */
  onWaiting(): void
  warn(what: string, detail: Readonly<Record<string, unknown>>): void
}

/** Few, so that a broadcast can be stopped while most of it still waits. */
const CLAIM_AT_ONCE = 20
const AGAIN_MS = 500

/**
 * Claim, send, record, try again later, stop at `uncertain`. Letters to one chat leave one after another;
 * chats do not wait for each other, up to what the platform bears.
 */
export function openPostRoom(parts: PostRoomParts) {
  const lines = new Map<string, Letter[]>()
  const blocked = new Set<string>()
  const paces = new Map<string, ReturnType<typeof createPace>>()
  const sending = new Map<string, number>()
  const idle: (() => void)[] = []
  let outcomes: Outcome[] = []
  let active = 0

  /** Chats with letters on their way; also asked by those who write new ones (isBlocked). */
  function hand(letters: readonly Letter[]): void {
    for (const letter of letters) {
      const key = chatKey(letter.to)
      const line = lines.get(key)
      if (line !== undefined) line.push(letter)
      else {
        lines.set(key, [letter])
        active++
        void walk(key, accountKey(letter.to))
      }
    }
  }

  async function walk(key: string, account: string): Promise<void> {
    const line = lines.get(key) as Letter[]
    for (let letter = line[0]; letter !== undefined; letter = line[0]) {
      // What stands behind a letter that has to wait goes back too: the order in a chat is kept.
      const outcome = blocked.has(key) ? setBack(letter) : await send(letter, account)
      if (outcome.state === 'waiting') blocked.add(key)
      line.shift()
      note(outcome)
    }
    lines.delete(key)
    active--
    if (active === 0) for (const wake of idle.splice(0)) wake()
  }

  const setBack = (letter: Letter): Outcome => ({
    id: letter.id,
    state: 'waiting',
    tries: letter.tries,
    at: parts.clock.now(),
    dueAt: letter.dueAt,
  })

  async function send(letter: Letter, account: string): Promise<Outcome> {
    let carrier = parts.carrierOf(account)
    const pace = paces.get(account) ?? createPace(carrier?.pace ?? {})
    if (carrier !== undefined) paces.set(account, pace)
    // Asked again after every pause: the account may have been lost meanwhile.
    for (; carrier !== undefined; carrier = parts.carrierOf(account)) {
      const wait =
        (sending.get(account) ?? 0) >= carrier.pace.atOnce ? 10 : pace.waitMs(letter.to, parts.clock.now())
      if (wait === 0) break
      await pause(wait)
    }
    if (carrier === undefined) return setBack(letter)
    sending.set(account, (sending.get(account) ?? 0) + 1)
    pace.note(letter.to, parts.clock.now())
    try {
      return outcomeOf(letter, await carrier.send(letter), parts.clock.now())
    } catch (error) {
      // A platform that throws broke its contract; whether the letter left is not known.
      return outcomeOf(
        letter,
        { kind: 'uncertain', why: `平台适配器出错：${String(error)}` },
        parts.clock.now(),
      )
    } finally {
      sending.set(account, (sending.get(account) ?? 1) - 1)
    }
  }

  /** Pacing is about the platform's real time, so a house whose clock stands still is paced all the same. */
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

  function note(outcome: Outcome): void {
    outcomes.push(outcome)
    if (outcomes.length === 1) parts.onOutcomes()
    if (outcome.state === 'waiting') parts.onWaiting()
  }

  /** One that cannot be written down must not stop the others; its letter stays `sending` and is given up at the next start. */
  async function recordAlone(outcome: Outcome): Promise<void> {
    await parts.store.record([outcome]).catch((error: unknown) => {
      if (parts.isPassing(error)) outcomes.push(outcome)
      else
        parts.warn('what became of a letter could not be recorded', {
          letter: outcome.id,
          state: outcome.state,
        })
    })
  }

  return {
    hand,
    /** Whether a new letter to this chat has to stand behind one that waits. */
    isBlocked: (key: string) => blocked.has(key),
    block: (key: string) => void blocked.add(key),
    isBusy: () => active > 0 || outcomes.length > 0,
    hasOutcomes: () => outcomes.length > 0,
    takeOutcomes(): readonly Outcome[] {
      const taken = outcomes
      outcomes = []
      return taken
    },
    /** A transaction that should have recorded them failed. */
    putBack(taken: readonly Outcome[]): void {
      outcomes = [...taken, ...outcomes]
    },
    /** Records what is left when no round comes to do it. */
    async record(): Promise<void> {
      while (outcomes.length > 0) {
        const taken = outcomes
        outcomes = []
        try {
          await parts.store.record(taken)
        } catch (error) {
          if (parts.isPassing(error)) {
            outcomes = [...taken, ...outcomes]
            await pause(AGAIN_MS)
          } else for (const one of taken) await recordAlone(one)
        }
      }
    },
    /** Fetches letters that wait and are due; gives how many. Outcomes must be recorded before. */
    async claim(): Promise<number> {
      const letters = await parts.store.claim(
        parts.accounts(),
        parts.clock.now(),
        [...lines.keys()],
        CLAIM_AT_ONCE,
      )
      for (const letter of letters) blocked.delete(chatKey(letter.to))
      hand(letters)
      for (const key of await parts.store.listHeldChats(parts.accounts()))
        if (!lines.has(key)) blocked.add(key)
      return letters.length
    },
    /** Resolves when nothing is on its way to a platform. */
    idle: () => (active === 0 ? Promise.resolve() : new Promise<void>((resolve) => void idle.push(resolve))),
  }
}

export type PostRoom = ReturnType<typeof openPostRoom>
