import type { SendResult } from '../../../conversation/platform.ts'
import type { Chat } from '../../../kernel/chat.ts'
import { wecomTexts } from './wecom.texts.ts'

/** WeCom counts by the minute and does not say how much of it is left. */
const TOO_OFTEN_SECONDS = 60

const TOO_OFTEN: readonly number[] = [45009, 45033]
/** The id or secret is not known. */
const UNKNOWN_BOT: readonly number[] = [853000, 93019, 40001, 40014, 42001]
/** The server holds this connection for one that never said who it is. */
const NOT_SUBSCRIBED = 846609
/** No chat with this number, or nobody there has written to the bot yet. */
const UNKNOWN_CHAT = 93006
const UNKNOWN_PERSON: readonly number[] = [40003, 60111]
const MEDIA_EXPIRED = 40007
/** Wrong kind, wrong parameter, empty, too long: no second try would change it. */
const INVALID: readonly number[] = [40004, 40006, 40008, 40009, 40035, 40058, 44001, 44004, 45001, 45002]

export const isTooOften = (code: number) => TOO_OFTEN.includes(code)
export const isServerTrouble = (code: number) => code === -1 || code === 6000
export const isMediaExpired = (code: number) => code === MEDIA_EXPIRED
/** A new connection may mend it, this one cannot. */
export const isConnectionUseless = (code: number) => code === NOT_SUBSCRIBED || UNKNOWN_BOT.includes(code)

/** The acknowledgement that WeCom gave instead of a good one. Its words are left out: they carry addresses. */
export function errcodeOf(reason: unknown): number | undefined {
  if (typeof reason !== 'object' || reason === null || !('errcode' in reason)) return undefined
  return typeof reason.errcode === 'number' ? reason.errcode : -1
}

/** A letter that WeCom refused surely did not arrive; a code that we do not know is tried again. */
export function resultOf(code: number, to: Chat): SendResult {
  if (isTooOften(code)) return { kind: 'retry-after', seconds: TOO_OFTEN_SECONDS }
  if (isConnectionUseless(code)) return { kind: 'account-offline' }
  if (code === UNKNOWN_CHAT)
    return to.kind === 'private' ? { kind: 'not-open' } : { kind: 'gone', why: wecomTexts.noSuchGroup() }
  if (UNKNOWN_PERSON.includes(code)) return { kind: 'gone', why: wecomTexts.noSuchPerson() }
  if (INVALID.includes(code)) return { kind: 'permanent', why: wecomTexts.refusedMessage(code) }
  return { kind: 'transient', why: wecomTexts.serverTrouble(code) }
}
