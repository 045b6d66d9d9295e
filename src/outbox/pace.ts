import type { Chat } from '../kernel/chat.ts'
import { chatKey } from '../kernel/chat.ts'

/** Letters a second or a minute that a platform takes; see `Pace` in conversation/platform.ts. */
export interface PaceLimits {
  readonly perSecond?: number
  readonly perChatPerSecond?: number
  readonly perGroupPerMinute?: number
}

interface Budget {
  readonly spanMs: number
  readonly most: number
  /** When letters left, the oldest first; never longer than `most`. */
  readonly times: number[]
}

/**
 * How long the next letter to this chat has to wait, in milliseconds, so that no limit is passed.
 * A sliding window rather than a bucket: platforms count what arrived in the last second or minute.
 */
export function createPace(limits: PaceLimits) {
  const account: Budget | undefined = budget(limits.perSecond, 1_000)
  const chats = new Map<string, Budget[]>()

  function budgetsOf(chat: Chat): Budget[] {
    const key = chatKey(chat)
    const there = chats.get(key)
    if (there !== undefined) return there
    const own = [
      budget(limits.perChatPerSecond, 1_000),
      chat.kind === 'group' ? budget(limits.perGroupPerMinute, 60_000) : undefined,
    ].filter((one) => one !== undefined)
    chats.set(key, own)
    return own
  }

  return {
    waitMs(chat: Chat, now: Date): number {
      const all = account === undefined ? budgetsOf(chat) : [account, ...budgetsOf(chat)]
      return Math.max(0, ...all.map((one) => waitOf(one, now.getTime())))
    },
    note(chat: Chat, now: Date): void {
      for (const one of account === undefined ? budgetsOf(chat) : [account, ...budgetsOf(chat)]) {
        one.times.push(now.getTime())
        if (one.times.length > one.most) one.times.shift()
      }
    },
  }
}

function budget(most: number | undefined, spanMs: number): Budget | undefined {
  return most === undefined ? undefined : { most, spanMs, times: [] }
}

function waitOf({ most, spanMs, times }: Budget, now: number): number {
  const oldest = times[0]
  return times.length < most || oldest === undefined ? 0 : Math.max(0, oldest + spanMs - now)
}
