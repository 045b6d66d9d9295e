import { type Letter, MOST_TRIES, pauseBefore } from './letter.ts'
import type { Outcome } from './outbox.store.ts'

/** What a platform may answer; the same union as `SendResult`, which the conversation's port declares. */
export type Answer =
  | { readonly kind: 'ok'; readonly messageIds: readonly string[] }
  | { readonly kind: 'retry-after'; readonly seconds: number }
  | { readonly kind: 'transient' | 'uncertain' | 'gone' | 'permanent'; readonly why: string }
  | { readonly kind: 'migrated'; readonly to: string }
  | { readonly kind: 'window-closed' | 'not-open' | 'unconfirmed' | 'account-offline' }

const OFFLINE_PAUSE_SECONDS = 30
/** A letter that waits at the door, or for somebody to say which chat is meant, does so for a day. */
export const DOOR_SECONDS = 24 * 60 * 60

/** The rule from a platform's answer to the letter's next state; nothing else decides it. */
export function outcomeOf(letter: Letter, answer: Answer, at: Date): Outcome {
  const tries = letter.tries + 1
  const base = { id: letter.id, tries, at }
  const later = (seconds: number, failure: string): Outcome =>
    tries >= MOST_TRIES
      ? { ...base, state: 'failed', failure }
      : { ...base, state: 'waiting', failure, dueAt: new Date(at.getTime() + seconds * 1000) }
  /** None of these is a try: what is missing is somebody else's doing. */
  const untilMended = (seconds: number, failure: string, mostSeconds = Number.POSITIVE_INFINITY): Outcome => {
    const waited = (at.getTime() - letter.writtenAt.getTime()) / 1000
    return waited >= mostSeconds
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
      return later(answer.seconds, '平台要求稍后再发')
    case 'transient':
      return later(pauseBefore(tries), answer.why)
    case 'account-offline':
      // The letter goes when the account is back, however long that takes.
      return untilMended(OFFLINE_PAUSE_SECONDS, '账号不在线')
    case 'not-open':
      return untilMended(DOOR_SECONDS, '对方还没有打开与娘家的私聊', DOOR_SECONDS)
    case 'unconfirmed':
      return untilMended(DOOR_SECONDS, '账号重新登录过，这个群还没有重新绑定', DOOR_SECONDS)
    case 'migrated':
      return { ...base, state: 'waiting', dueAt: at, movedTo: answer.to }
    case 'uncertain':
      return { ...base, state: 'uncertain', failure: answer.why }
    case 'window-closed':
      return { ...base, state: 'failed', failure: '对方很久没有来信，平台不允许先写' }
    case 'gone':
    case 'permanent':
      return { ...base, state: 'failed', failure: answer.why }
  }
}
