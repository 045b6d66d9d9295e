import type { Incoming } from '../inbox/arrival.ts'
import type { Chat } from '../kernel/chat.ts'
import type { LetterDraft } from '../kernel/letter-draft.ts'

/**
 * What a platform can do. The post room keeps to its pace and says anew what it cannot edit; drawing choices as
 * numbers and cutting long texts is the platform's own `encode`, by what it declares here.
 */
export interface Capabilities {
  readonly buttons: 'everywhere' | 'private' | 'none'
  readonly edit: boolean
  readonly mention: boolean
  readonly threads: boolean
  readonly deepLink: boolean
  /** `always`, only to those who wrote before, or only for so long after they did. */
  readonly firstContact: 'always' | 'known' | { readonly windowMinutes: number }
  /** In characters. */
  readonly longestText: number
  readonly largestFileBytes: number
  readonly givesMessageIds: boolean
  readonly pace: Pace
}

/** How fast a platform may be spoken to. */
export interface Pace {
  /** Letters a second for the whole account; undefined: as fast as it takes them. */
  readonly perSecond?: number
  readonly perChatPerSecond?: number
  readonly perGroupPerMinute?: number
  /** Chats written to at the same time. */
  readonly atOnce: number
}

/** A letter as the post room hands it over: everything resolved, nothing to look up. */
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
  | { readonly kind: 'account-offline' }
  | { readonly kind: 'permanent'; readonly why: string }

/** `stored`: it will be worked on. `seen`: it was here before and has no further effect. */
export type Received = 'stored' | 'seen'

/** What the house offers a platform. */
export interface Doorstep {
  /** Resolves when the arrival is safely stored; only then may the platform be told "got it". */
  receive(incoming: Incoming): Promise<Received>
}

/** One account on one platform. */
export interface Platform {
  readonly name: string
  readonly account: string
  readonly can: Capabilities
  /** Begins to listen. Everything that arrives goes to the doorstep. */
  open(doorstep: Doorstep): Promise<void>
  send(letter: OutgoingLetter): Promise<SendResult>
  /** Stops listening; what was received is already stored. */
  close(): Promise<void>
}

/** Chats of a platform whose persons are known by their roster code (web personas, the terminal). */
export interface ChatByCode {
  readonly platform: string
  chatOf(code: string): Chat
}
