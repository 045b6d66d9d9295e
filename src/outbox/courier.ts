import type { Chat } from '../kernel/chat.ts'
import type { Cancel, Clock, Timer } from '../kernel/clock.ts'
import { LANES, type Lane, laneOf } from './lane.ts'
import type { Letter } from './letter.ts'
import { openLines } from './lines.ts'
import { nextLetter } from './next-letter.ts'
import type { Outcome } from './outbox.store.ts'
import { type Answer, holdSeconds, OFFLINE_PAUSE_SECONDS, outcomeOf } from './outcome.ts'
import { type AccountPace, createPace, type PaceLimits } from './pace.ts'
import { openStandstill } from './standstill.ts'

/** An open account, as the post room sees it. */
export interface Carrier {
  readonly pace: PaceLimits & { readonly atOnce: number }
  /** Never throws. */
  send(letter: Letter): Promise<Answer>
}

export interface CourierParts {
  readonly account: string
  readonly clock: Clock
  readonly timer: Timer
  /** Undefined while this process may not speak for the account. */
  carrier(): Carrier | undefined
  /** `letter` as it was in hand. */
  onOutcome(outcome: Outcome, letter: Letter): void
  onMigrated(from: Chat, to: string): void
  /** Something moved: there may be room for more letters, or nothing on its way any more. */
  onRoom(): void
}

/** As many are taken in hand as leave within this time, so that little is in doubt when the process is killed. */
const AHEAD_MS = 1_000
/** A broadcast can be stopped while most of it still waits, also on a platform without limits. */
const MOST_IN_HAND = 40
/** A hold shorter than this is waited for with the letters in hand. */
const SHORT_HOLD_MS = 3_000
/** A letter that has to wait longer for its chat is left in the outbox. */
const CHAT_WAIT_MS = 1_000

/** Brings the letters of one account to its platform: answers first, in the order of each chat, at its pace. */
export function openCourier(parts: CourierParts) {
  const { clock, timer } = parts
  const lines = openLines()
  const standstill = openStandstill(clock, () => pump())
  /** How often the platform asked for patience with a letter; it must not come first each time a hold ends. */
  const patience = new Map<string, number>()
  let pace: AccountPace | undefined
  let seeds: readonly { readonly chat: Chat; readonly at: number }[] = []
  let cancel: Cancel | undefined

  function paceOf(carrier: Carrier): AccountPace {
    if (pace === undefined) {
      pace = createPace(carrier.pace)
      for (const { chat, at } of seeds) pace.seed(chat, at)
      seeds = []
    }
    return pace
  }

  /** Starts whatever may leave, and looks again when the next one may. */
  function pump(): void {
    cancel?.()
    cancel = undefined
    move()
    parts.onRoom()
  }

  function move(): void {
    const carrier = parts.carrier()
    if (carrier === undefined) {
      setBack(lines.takeAll())
      return
    }
    const until = standstill.until()
    if (until !== undefined) {
      if (until.getTime() - clock.now().getTime() > SHORT_HOLD_MS) setBack(lines.takeAll())
      return
    }
    const its = paceOf(carrier)
    const next = () => nextLetter(lines, its, carrier.pace.atOnce, timer.now())
    let found = next()
    for (; typeof found !== 'number'; found = next()) void carry(found, carrier, its)
    if (found < Number.POSITIVE_INFINITY) cancel = timer.after(found, pump)
  }

  async function carry(letter: Letter, carrier: Carrier, its: AccountPace): Promise<void> {
    lines.leave(letter)
    const place = its.take(letter.to, laneOf(letter), timer.now())
    const answer = await send(letter, carrier)
    place.answered(timer.now())
    lines.arrived(letter)
    conclude(letter, answer)
    pump()
  }

  async function send(letter: Letter, carrier: Carrier): Promise<Answer> {
    try {
      return await carrier.send(letter)
    } catch (error) {
      // A platform that throws broke its contract; whether the letter left is not known.
      return { kind: 'uncertain', why: `平台适配器出错：${String(error)}` }
    }
  }

  function conclude(letter: Letter, answer: Answer): void {
    const at = clock.now()
    const asked = (patience.get(letter.id) ?? 0) + 1
    const outcome = outcomeOf(letter, answer, at, asked)
    if (answer.kind !== 'retry-after') patience.delete(letter.id)
    // What stands behind a letter that has to wait goes back too: the order in a chat is kept.
    const behind = outcome.state === 'waiting' ? lines.takeBehind(letter) : []
    if (answer.kind === 'retry-after') {
      patience.set(letter.id, asked)
      const until = new Date(at.getTime() + holdSeconds(answer.seconds) * 1_000)
      standstill.hold(until)
      parts.onOutcome({ ...outcome, hold: { account: parts.account, until } }, letter)
    } else parts.onOutcome(outcome, letter)
    setBack(behind)
    if (answer.kind === 'account-offline') {
      standstill.rest(new Date(at.getTime() + OFFLINE_PAUSE_SECONDS * 1_000))
      setBack(lines.takeAll())
    }
    if (answer.kind === 'migrated' && outcome.state === 'waiting') parts.onMigrated(letter.to, answer.to)
  }

  function setBack(letters: readonly Letter[]): void {
    for (const letter of letters) {
      const { id, tries, dueAt, failure } = letter
      parts.onOutcome(
        {
          id,
          state: 'waiting',
          tries,
          at: clock.now(),
          dueAt,
          ...(failure === undefined ? {} : { failure }),
        },
        letter,
      )
    }
  }

  /** How many letters may be in hand. */
  function capacity(carrier: Carrier, ms: number): number {
    const room = paceOf(carrier).roomWithin(ms, timer.now())
    return Math.max(1, Math.min(room, MOST_IN_HAND, 2 * carrier.pace.atOnce))
  }

  function isLow(): boolean {
    const carrier = parts.carrier()
    return carrier !== undefined && lines.inHand() < capacity(carrier, AHEAD_MS / 2)
  }

  /** What is in hand while nothing may leave waits for the clock, not for us. */
  const isQuiet = () => lines.onTheirWay() === 0 && (lines.inHand() === 0 || standstill.until() !== undefined)

  return {
    add(letters: readonly Letter[]): void {
      for (const letter of letters) lines.add(letter)
      pump()
    },
    pump,
    isLow,
    isQuiet,
    /** How many more letters of this lane may be taken in hand; an answer does not ask how many broadcasts are. */
    roomFor(lane: Lane): number {
      const carrier = parts.carrier()
      if (carrier === undefined || standstill.until() !== undefined) return 0
      return capacity(carrier, AHEAD_MS) - (lane === 'answers' ? lines.inHand('answers') : lines.inHand())
    },
    /** Chats that cannot be written to for a while, and until the first of them can. */
    full(lane: Lane): { readonly chatIds: readonly string[]; readonly untilMs: number } {
      const carrier = parts.carrier()
      if (carrier === undefined) return { chatIds: [], untilMs: Number.POSITIVE_INFINITY }
      return paceOf(carrier).fullBeyond(CHAT_WAIT_MS, lane, timer.now())
    },
    /** Whether a new answer to this chat could not leave within a moment. */
    isSlow(chat: Chat): boolean {
      const carrier = parts.carrier()
      if (carrier === undefined || standstill.until() !== undefined) return true
      const its = paceOf(carrier)
      const now = timer.now()
      const own = its.chatWaitMs(chat, 'answers', now)
      // What an answer from the platform has to come before is not long.
      if (own > CHAT_WAIT_MS && own < Number.POSITIVE_INFINITY) return true
      return lines.inHand('answers') >= MOST_IN_HAND && its.accountWaitMs('answers', now) > 0
    },
    hasAnswerTo: lines.hasAnswerTo,
    isEmpty: () => lines.onTheirWay() === 0 && lines.inHand() === 0,
    standstill,
    /** The account was taken over: another process may have sent for it until now. */
    begin(left: readonly { readonly chat: Chat; readonly at: Date }[], heldUntil: Date | undefined): void {
      const since = clock.now().getTime() - timer.now()
      pace = undefined
      seeds = left.map(({ chat, at }) => ({ chat, at: Math.min(at.getTime() - since, timer.now()) }))
      if (heldUntil !== undefined) standstill.hold(heldUntil)
    },
    /** Broadcasts go back to the outbox; answers too when they may not leave now. */
    stop(): void {
      setBack(lines.takeAll(standstill.until() === undefined ? ['mailings'] : LANES))
    },
  }
}

export type Courier = ReturnType<typeof openCourier>
