import type { Chat, PlatformPerson } from '../kernel/chat.ts'
import type { FileRef } from '../kernel/letter-draft.ts'

/** How a message concerns us. `none`: said in a group to others. */
export type Addressed = 'private' | 'mention' | 'reply' | 'command' | 'none'

/** Something enclosed, opened only when wanted and never past the limit. */
export interface Attachment {
  readonly name: string
  readonly kind: FileRef['kind']
  /**
   * The platform's own handle, by which `Platform.fetch` opens it later, after a restart too. With it, an enclosure
   * of a line that was not meant for us is never opened at all; without it, it is opened before it is stored.
   */
  readonly ref?: string
  /** Rejects when it cannot be had; the message itself is kept all the same. */
  open(limitBytes: number): Promise<Uint8Array>
}

/** An enclosure that is still with the platform. */
export interface LaterFile {
  readonly name: string
  readonly kind: FileRef['kind']
  readonly ref: string
}

export type MembershipChange = 'joined' | 'left' | 'bot-added' | 'bot-removed'

/** What happened, by kind. Times are the house's; the platform's own claim is not trusted for order. */
export type ArrivalContent =
  | {
      readonly kind: 'message'
      readonly text: string
      readonly addressed: Addressed
      /** The letter of ours, or the platform's number of another message, that this answers. */
      readonly replyTo?: string
      readonly files?: readonly FileRef[]
      /** Enclosures that are fetched once the house turns to this message. */
      readonly later?: readonly LaterFile[]
      /** Platforms without message numbers quote by words: the beginning of what is answered, as people see it. */
      readonly quote?: string
      /** Names of enclosures that could not be taken in, with the reason. */
      readonly unread?: readonly string[]
    }
  | { readonly kind: 'choice'; readonly choice: string; readonly prompt?: string }
  | { readonly kind: 'start'; readonly payload?: string }
  | {
      readonly kind: 'membership'
      readonly change: MembershipChange
      readonly people: readonly { readonly id: string; readonly name?: string }[]
    }
  /** The group has another number now; what is kept under the old one moves there. */
  | { readonly kind: 'chat-migrated'; readonly to: string }
  | { readonly kind: 'withdrawn'; readonly message: string }
  | { readonly kind: 'edited'; readonly message: string; readonly text: string }
  /** The house speaks to itself: a deadline passed, or a feature asks this person something. */
  | { readonly kind: 'silence'; readonly frame: string }
  | { readonly kind: 'invited'; readonly dialogue: string; readonly data: unknown }

/** One thing a platform handed in. */
export interface Arrival {
  /** Made from the platform's own numbers: the same thing handed in twice has the same key. */
  readonly idempotencyKey: string
  readonly chat: Chat
  readonly from: PlatformPerson
  /** The platform's own number of this message, where it has one. */
  readonly messageId: string
  readonly at: Date
  readonly content: ArrivalContent
}

/** What a platform hands in: an arrival whose enclosures are not read yet. */
export interface Incoming extends Arrival {
  readonly attachments?: readonly Attachment[]
}

/** `heard`: not addressed to us, kept five minutes. `waiting`: to be worked on. `done`: its effects stand. */
export type ArrivalState = 'heard' | 'waiting' | 'done' | 'dropped'

export interface StoredArrival extends Arrival {
  readonly id: string
  /** In the order they were stored. */
  readonly seq: bigint
  readonly conversation: string
  readonly state: ArrivalState
  readonly readyAt: Date
}
