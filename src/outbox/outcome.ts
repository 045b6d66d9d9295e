import { type Letter, MOST_TRIES, pauseBefore } from './letter.ts'
import type { Outcome } from './outbox.store.ts'

/** What a platform may answer; the same union as `SendResult`, which the conversation's port declares. */
export type Answer =
  | { readonly kind: 'ok'; readonly messageIds: readonly string[] }
  | { readonly kind: 'retry-after'; readonly seconds: number }
  | { readonly kind: 'transient' | 'uncertain' | 'gone' | 'permanent'; readonly why: string }
  | { readonly kind: 'migrated'; readonly to: string }
  | { readonly kind: 'window-closed' | 'not-open' | 'unconfirmed' | 'account-offline' }

export const OFFLINE_PAUSE_SECONDS = 30
/** A letter that waits at the door, or for somebody to say which chat is meant, does so for a day. */
export const DOOR_SECONDS = 24 * 60 * 60

/** How a letter says that it found its account offline; such letters go as soon as it is back. */
export const OFFLINE = '账号不在线'
/** How a letter at the door says why it waits; such letters are released by these words. */
export const NOT_OPEN = '对方还没有打开与娘家的私聊'
/** The same for a chat whose number is from an earlier login. */
export const UNCONFIRMED = '账号重新登录过，这个群还没有重新绑定'
const BUSY = '平台要求稍后再发'
/**
 * A platform that is busy for long fails no letter: to be told to wait is no try, for as long as somebody would still
 * want the letter. After that it is a try like any other, so that every letter ends one day.
 */
const PATIENCE_SECONDS = 3 * 24 * 60 * 60

/**
 * The rule from a platform's answer to the letter's next state; nothing else decides it. `asked` says the how many-th
 * time in a row it is that the platform asked for patience with this letter.
 */
export function outcomeOf(letter: Letter, answer: Answer, at: Date, asked = 1): Outcome {
  const tries = letter.tries + 1
  const base = { id: letter.id, tries, at }
  const later = (seconds: number, failure: string): Outcome =>
    tries >= MOST_TRIES
      ? { ...base, state: 'failed', failure }
      : { ...base, state: 'waiting', failure, dueAt: new Date(at.getTime() + seconds * 1000) }
  /** None of these is a try: what is missing is somebody else's doing. */
  const age = (at.getTime() - letter.writtenAt.getTime()) / 1000
  const untilMended = (seconds: number, failure: string, mostSeconds = Number.POSITIVE_INFINITY): Outcome => {
    // One that was written long ago for today has not waited yet.
    const hasWaited = letter.failure !== undefined
    return hasWaited && age >= mostSeconds
      ? { ...base, state: 'failed', failure }
      : {
          ...base,
          tries: letter.tries,
          state: 'waiting',
          failure,
          dueAt: new Date(at.getTime() + seconds * 1000),
        }
  }
  switch (answer.kind) {
    case 'ok':
      return { ...base, state: 'sent', messageIds: answer.messageIds }
    case 'retry-after':
      return age < PATIENCE_SECONDS
        ? untilMended(askedToWait(answer.seconds, asked), BUSY)
        : later(askedToWait(answer.seconds, asked), BUSY)
    case 'transient':
      return later(pauseBefore(tries), answer.why)
    case 'account-offline':
      // The letter goes when the account is back, however long that takes.
      return untilMended(OFFLINE_PAUSE_SECONDS, OFFLINE)
    case 'not-open':
      return untilMended(DOOR_SECONDS, NOT_OPEN, DOOR_SECONDS)
    case 'unconfirmed':
      return untilMended(DOOR_SECONDS, UNCONFIRMED, DOOR_SECONDS)
    case 'migrated':
      // Two numbers that point at each other would be followed for ever.
      return tries >= MOST_TRIES
        ? { ...base, state: 'failed', failure: '群号一再变动' }
        : { ...base, state: 'waiting', dueAt: at, movedTo: answer.to }
    case 'uncertain':
      return { ...base, state: 'uncertain', failure: answer.why }
    case 'window-closed':
      return { ...base, state: 'failed', failure: '对方很久没有来信，平台不允许先写' }
    case 'gone':
    case 'permanent':
      return { ...base, state: 'failed', failure: answer.why }
  }
}

/** The time the platform named; from the second time on a little more, so that the others come first. */
const askedToWait = (seconds: number, asked: number) =>
  holdSeconds(seconds) + (asked > 1 ? pauseBefore(asked) : 0)

/** A platform that names a time beyond all sense is asked again after a week. */
export const holdSeconds = (seconds: number) => Math.min(Math.max(0, seconds) || 0, 7 * 24 * 60 * 60)
