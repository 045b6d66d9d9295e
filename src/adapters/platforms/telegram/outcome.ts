import type { SendResult } from '../../../conversation/platform.ts'
import type { Chat } from '../../../kernel/chat.ts'
import type { Failure } from './client.ts'
import { telegramTexts as texts } from './telegram.texts.ts'

/** Where the API says 429 without saying for how long. */
const PATIENCE_SECONDS = 30

/** What 400 and 403 say, by the beginning or a part of Telegram's words; the first that fits. */
const REFUSALS: readonly (readonly [RegExp, (to: Chat) => SendResult])[] = [
  [/can't initiate conversation/iu, () => ({ kind: 'not-open' })],
  [/bot was blocked/iu, () => gone(texts.blocked())],
  [/user is deactivated|USER_DEACTIVATED|INPUT_USER_DEACTIVATED/iu, () => gone(texts.deactivated())],
  [/bot was kicked|not a member|USER_NOT_PARTICIPANT/iu, () => gone(texts.kicked())],
  [/chat was deleted|chat is deactivated|CHANNEL_PRIVATE/iu, () => gone(texts.groupGone())],
  [/send messages to bots/iu, () => permanent(texts.toProgram())],
  // A person who never wrote is unknown to the bot; a group that is unknown is no more.
  [
    /chat not found|PEER_ID_INVALID|user not found/iu,
    ({ kind }) => (kind === 'private' ? { kind: 'not-open' } : gone(texts.groupGone())),
  ],
  [
    /not enough rights|have no rights|CHAT_WRITE_FORBIDDEN|CHAT_RESTRICTED|CHAT_SEND_\w+_FORBIDDEN/iu,
    () => permanent(texts.silenced()),
  ],
  [/message thread not found|TOPIC_(?:CLOSED|DELETED)/iu, () => permanent(texts.topicGone())],
  [/too (?:big|large)/iu, () => permanent(texts.tooLarge())],
]

const gone = (why: string): SendResult => ({ kind: 'gone', why })
const permanent = (why: string): SendResult => ({ kind: 'permanent', why })

/**
 * From how a call ended to what became of the letter. What a server says with 500, 502 or 504 was said by a gateway
 * or by a process that was ending while it worked on the message, and Telegram gives a message no number of ours by
 * which to ask: it may have gone out, so it is not repeated. 503 is what a gateway says when nobody took the request.
 */
export function resultOf(failure: Failure, to: Chat): SendResult {
  if (failure.kind === 'unsent') return { kind: 'transient', why: texts.unsent() }
  if (failure.kind === 'lost') return { kind: 'uncertain', why: texts.lost() }
  const { code, description, retryAfter, migratedTo } = failure
  if (migratedTo !== undefined) return { kind: 'migrated', to: migratedTo }
  if (code === 429) return { kind: 'retry-after', seconds: Math.ceil(retryAfter ?? PATIENCE_SECONDS) }
  if (isWrongToken(failure)) return { kind: 'account-offline' }
  if (code === 503) return { kind: 'transient', why: texts.serverBusy() }
  if (code >= 500) return { kind: 'uncertain', why: texts.serverFailed(code) }
  if (code === 413) return permanent(texts.tooLarge())
  // A gateway or a proxy that wants something of us never handed the message on.
  if (code === 407 || code === 408) return { kind: 'transient', why: texts.unsent() }
  const known = REFUSALS.find(([words]) => words.test(description))
  return known === undefined ? permanent(texts.refused(code)) : known[1](to)
}

/** The Bot API says 404 to a token that cannot be one. */
export function isWrongToken(failure: Failure): boolean {
  return failure.kind === 'refused' && (failure.code === 401 || failure.code === 404)
}

/** An edit that is made twice changes nothing the second time: it can be tried again whatever happened. */
export function resultOfEdit(failure: Failure, to: Chat): SendResult {
  const result = resultOf(failure, to)
  return result.kind === 'uncertain' ? { kind: 'transient', why: result.why } : result
}

export const isUnchanged = (failure: Failure): boolean =>
  failure.kind === 'refused' && /not modified/iu.test(failure.description)

/** Somebody deleted it, it has no text, or it is too old. */
export const cannotBeEdited = (failure: Failure): boolean =>
  failure.kind === 'refused' &&
  failure.code === 400 &&
  /message to edit not found|message not found|can't be edited|no text in the message|MESSAGE_ID_INVALID|MESSAGE_EDIT_TIME_EXPIRED/iu.test(
    failure.description,
  )
