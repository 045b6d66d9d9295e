import type { Chat } from './chat.ts'

/**
 * Where an outgoing word comes from decides how strictly the gate looks at it (privacy.ts):
 * `automatic` nobody saw before; `approved` a person saw the exact text and the findings;
 * `publicDocument` is a verbatim quote of a document everybody may read.
 */
export type LetterOrigin = 'automatic' | 'approved' | 'publicDocument'

export interface Choice {
  /** `yes` and `no` wherever a confirmation is awaited; opaque otherwise. */
  readonly id: string
  readonly label: string
}

export interface FileRef {
  readonly sha256: string
  readonly name: string
  readonly kind: 'image' | 'file' | 'voice' | 'video'
}

/** What is to be said, before it has an identity and a state. */
export interface LetterDraft {
  readonly to: Chat
  readonly text: string
  readonly origin: LetterOrigin
  readonly choices?: readonly Choice[]
  /** Platform ids of people whose attention is asked for. */
  readonly mention?: readonly string[]
  /** The platform's own number of the message this answers. */
  readonly replyTo?: string
  readonly files?: readonly FileRef[]
  /** The id of an earlier letter whose text this replaces, where the platform can. */
  readonly edits?: string
  /** Names that this letter may carry although its place would not allow them: the addressee's own. */
  readonly allow?: readonly string[]
  /** Which dialogue's frame an answer to this letter belongs to. */
  readonly frame?: string
  /** Which broadcast it belongs to, for the tally. */
  readonly mailing?: string
  /** Its words are not kept once it has left: a code, or a sealed name. */
  readonly passing?: true
  /** Not before; at once when left out. */
  readonly dueAt?: Date
}
