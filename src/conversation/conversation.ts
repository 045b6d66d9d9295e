import type { Chat } from '../kernel/chat.ts'
import type { Manners } from './manners.ts'

/** A dialogue in progress. The last frame of a conversation is the one being talked about. */
export interface Frame {
  readonly id: string
  readonly dialogue: string
  readonly version: number
  readonly state: unknown
  /** The group it began in, where receipts go. */
  readonly group?: Chat
  /** When the last word for it came; ISO 8601. */
  readonly touchedAt: string
  /** When silence becomes a turn; ISO 8601. */
  readonly silentAt: string
}

/**
 * One person's talk in one chat. Dialogues live in the private conversation; a group's conversation only
 * holds which of them began there (`carriedOn`), so that what the person says next in the group reaches them.
 */
export interface Conversation {
  readonly key: string
  readonly chat: Chat
  readonly personId: string
  readonly personName: string | undefined
  /** 0 when it was never saved. Saving fails when somebody else raised it meanwhile. */
  readonly version: number
  readonly frames: readonly Frame[]
  readonly carriedOn: readonly string[]
  /** Called with nothing said yet: until then this person's next lines in the group are meant for us. */
  readonly listeningUntil: Date | undefined
  /** How they spoke here lately; by it floods and loops are noticed. */
  readonly manners?: Manners | undefined
}

/** The earliest moment at which silence would be a turn. */
export function silentAt(conversation: Conversation): Date | undefined {
  let earliest: string | undefined
  for (const frame of conversation.frames) {
    if (earliest === undefined || frame.silentAt < earliest) earliest = frame.silentAt
  }
  return earliest === undefined ? undefined : new Date(earliest)
}
