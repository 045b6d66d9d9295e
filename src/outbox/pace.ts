import { type Chat, chatKey } from '../kernel/chat.ts'
import type { Lane } from './lane.ts'
import { type Limit, openWindow, type Place, type Window } from './window.ts'

/** Letters a second or a minute that a platform takes; see `Pace` in conversation/platform.ts. */
export interface PaceLimits {
  readonly perSecond?: number
  readonly perMinute?: number
  readonly perChatPerSecond?: number
  readonly perChatPerMinute?: number
  readonly perGroupPerMinute?: number
}

const SECOND = 1_000
const MINUTE = 60_000
/** The longest time that anything is counted over. */
export const LONGEST_SPAN_MS = MINUTE
/** Chats whose windows are empty are forgotten once in so many letters. */
const TIDY_EVERY = 500

/**
 * How long a letter has to wait, so that no limit of its account or chat is passed, as the platform sees it.
 * Sliding windows rather than a bucket: platforms count what arrived in the last second or minute.
 * Times are milliseconds of one clock that never goes back.
 */
export function createPace(limits: PaceLimits) {
  const account = windowsOf([limits.perSecond, SECOND], [limits.perMinute, MINUTE])
  const chats = new Map<string, { readonly chatId: string; readonly windows: readonly Window[] }>()
  let taken = 0

  function windowsIn(chat: Chat): readonly Window[] {
    const key = placeOf(chat)
    const there = chats.get(key)
    if (there !== undefined) return there.windows
    const windows = windowsOf(
      [limits.perChatPerSecond, SECOND],
      [limits.perChatPerMinute, MINUTE],
      [chat.kind === 'group' ? limits.perGroupPerMinute : undefined, MINUTE],
    )
    chats.set(key, { chatId: chat.chatId, windows })
    return windows
  }

  function tidy(now: number): void {
    if (++taken % TIDY_EVERY !== 0) return
    for (const [key, { windows }] of chats)
      if (windows.every((window) => window.isEmpty(now))) chats.delete(key)
  }

  const longest = (windows: readonly Window[], lane: Lane, now: number) =>
    Math.max(
      0,
      ...windows.map((one) => Math.max(one.waitMs(now), lane === 'mailings' ? one.evenWaitMs(now) : 0)),
    )

  return {
    /** Until the account as a whole may send; infinite when an answer has to come first. */
    accountWaitMs: (lane: Lane, now: number) => longest(account, lane, now),
    /** Until this chat may be written to, whatever the account may. */
    chatWaitMs: (chat: Chat, lane: Lane, now: number) => longest(windowsIn(chat), lane, now),
    /** A letter leaves now. */
    take(chat: Chat, lane: Lane, now: number): Place {
      tidy(now)
      const places = [...account, ...windowsIn(chat)].map((one) => one.take(now, lane === 'mailings'))
      return { answered: (at) => void places.map((place) => place.answered(at)) }
    },
    /** What left, or may have left, before this process spoke for the account. */
    seed(chat: Chat, at: number): void {
      for (const window of [...account, ...windowsIn(chat)]) window.seed(at)
    },
    /** How many letters the account may start within so long; infinite without limits. */
    roomWithin: (ms: number, now: number) =>
      Math.min(Number.POSITIVE_INFINITY, ...account.map((one) => one.roomWithin(ms, now))),
    /** The chats that may not be written to within so long, by the platform's number, and for how long at least. */
    fullBeyond(
      ms: number,
      lane: Lane,
      now: number,
    ): { readonly chatIds: readonly string[]; readonly untilMs: number } {
      const chatIds: string[] = []
      let untilMs = Number.POSITIVE_INFINITY
      for (const { chatId, windows } of chats.values()) {
        const wait = longest(windows, lane, now)
        if (wait <= ms) continue
        chatIds.push(chatId)
        untilMs = Math.min(untilMs, wait)
      }
      return { chatIds, untilMs }
    },
  }
}

export type AccountPace = ReturnType<typeof createPace>

/** A platform counts a group with all its topics. */
export function placeOf({ threadId: _thread, ...chat }: Chat): string {
  return chatKey(chat)
}

function windowsOf(...limits: readonly (readonly [number | undefined, number])[]): readonly Window[] {
  return limits.flatMap(([most, spanMs]) =>
    most === undefined ? [] : [openWindow({ most, spanMs } satisfies Limit)],
  )
}
