import type { Incoming } from '../inbox/arrival.ts'
import type { Chat } from '../kernel/chat.ts'
import type { LetterDraft } from '../kernel/letter-draft.ts'

/**
 * What a platform can do; declared once per platform in its `*.capabilities.ts`, so that every process plans by it,
 * also one that does not serve the account. `fit.ts` cuts letters to this measure before they are written, the post
 * room keeps to the pace and says anew what cannot be edited.
 */
export interface Capabilities {
  readonly buttons: 'everywhere' | 'private' | 'none'
  readonly edit: boolean
  readonly mention: boolean
  /** Lines of a group that do not call us reach us too. Default true. */
  readonly overhears?: boolean
  readonly threads: boolean
  /** A link that opens the private chat, given by the account's health once it is online. */
  readonly deepLink: boolean
  /** `always`, only to those who wrote before, or only for so long after they did. Groups can always be written to. */
  readonly firstContact: 'always' | 'known' | { readonly windowMinutes: number }
  /** In UTF-16 units. */
  readonly longestText: number
  /** Text and files go well in one message; left out: files follow in letters of their own. */
  readonly filesWithText?: boolean
  readonly largestFileBytes: number
  readonly givesMessageIds: boolean
  readonly pace: Pace
}

/** How fast a platform may be spoken to. */
export interface Pace {
  /** Letters a second for the whole account; undefined: as fast as it takes them. */
  readonly perSecond?: number
  readonly perMinute?: number
  readonly perChatPerSecond?: number
  readonly perChatPerMinute?: number
  readonly perGroupPerMinute?: number
  /** Chats written to at the same time. */
  readonly atOnce: number
}

/** A letter as the post room hands it over: one message of the platform, everything resolved, nothing to look up. */
export interface OutgoingLetter extends LetterDraft {
  readonly id: string
  /** For `edits`: the platform's own numbers of what is replaced. */
  readonly editsMessageIds?: readonly string[]
}

/** What became of a letter. `send` never throws. */
export type SendResult =
  | { readonly kind: 'ok'; readonly messageIds: readonly string[] }
  | { readonly kind: 'retry-after'; readonly seconds: number }
  /** It surely did not arrive; trying again is safe. */
  | { readonly kind: 'transient'; readonly why: string }
  /** It may have arrived; trying again could say it twice. */
  | { readonly kind: 'uncertain'; readonly why: string }
  | { readonly kind: 'gone'; readonly why: string }
  | { readonly kind: 'migrated'; readonly to: string }
  | { readonly kind: 'window-closed' }
  /** They have to write to us first; the letter waits at the door until they do. */
  | { readonly kind: 'not-open' }
  /** The chat's number is from an earlier login and nobody has said which chat it is now; the letter waits. */
  | { readonly kind: 'unconfirmed' }
  | { readonly kind: 'account-offline' }
  | { readonly kind: 'permanent'; readonly why: string }

/** `stored`: it will be worked on. `seen`: it was here before and has no further effect. */
export type Received = 'stored' | 'seen'

/** How an account is, in the platform's own view. Texts are shown to operators and staff: no token, no address. */
export interface AccountHealth {
  /**
   * `connecting`: nothing is wrong yet. `needs-login`: a person has to do something. `restricted`: it is logged in,
   * and the platform has warned or limited it. Letters leave only while `online` or `restricted`.
   */
  readonly state: 'connecting' | 'online' | 'restricted' | 'needs-login' | 'offline'
  /** Why, and what to do about it, in Chinese. */
  readonly detail?: string
  /** How people see the account. */
  readonly name?: string
  /** With `deepLink`: opens the private chat with us; `start` payloads are appended by the platform's own rule. */
  readonly link?: string
  /** Names this login where ids are only good for one; it changes when the ids do. */
  readonly login?: string
}

/** What the house offers a platform. */
export interface Doorstep {
  /** Resolves when the arrival is safely stored; only then may the platform be told "got it". */
  receive(incoming: Incoming): Promise<Received>
  /** Tells how the account is; kept for `doctor`, and staff hear of it through another channel. Never throws. */
  report(health: AccountHealth): void
}

/** One account on one platform. */
export interface Platform {
  readonly name: string
  readonly account: string
  readonly can: Capabilities
  /**
   * Begins to listen; everything that arrives goes to the doorstep. Resolves when listening has begun, not when the
   * platform's server was reached: that is reported. May be called again after `close`, by the same process, when the
   * account was lost to another one and taken back.
   * @throws HouseError `configuration` for what only an operator can mend: a wrong token, a package not installed.
   */
  open(doorstep: Doorstep): Promise<void>
  send(letter: OutgoingLetter): Promise<SendResult>
  /** Opens an enclosure that was handed in with a `ref`. Rejects when it cannot be had or is past the limit. */
  fetch?(ref: string, limitBytes: number): Promise<Uint8Array>
  /** Stops listening at once; what was received is already stored. */
  close(): Promise<void>
}

/** Chats of a platform whose persons are known by their roster code (web personas, the terminal). */
export interface ChatByCode {
  readonly platform: string
  chatOf(code: string): Chat
}
