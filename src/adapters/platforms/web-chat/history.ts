import type { OutgoingLetter } from '../../../conversation/platform.ts'
import type { Arrival } from '../../../inbox/arrival.ts'

/** A letter of the past. `at`: when it was sent; when it was written where that is not known. */
export interface PastLetter
  extends Pick<OutgoingLetter, 'id' | 'text' | 'choices' | 'mention' | 'replyTo' | 'files' | 'edits'> {
  readonly at: Date
}

/**
 * Port: what was said in a chat before this process came. `chat` is the key that `chatKey` makes. Of a letter
 * and a line of one millisecond nobody knows which came first; the line is then shown first.
 */
export interface WebChatHistory {
  /**
   * The newest `limit` letters to this chat that are with the page or may be (`sending`, `sent`,
   * `uncertain`), none with an `at` after `until`. Oldest first, in the order of the outbox: ids of one
   * millisecond do not sort.
   */
  listLetters(chat: string, until: Date | undefined, limit: number): Promise<readonly PastLetter[]>
  /** The newest `limit` messages and choices of people in this chat, in any state, likewise. */
  listArrivals(chat: string, until: Date | undefined, limit: number): Promise<readonly Arrival[]>
  /** Whether this id is one of our letters to this chat, so that an answer to it is addressed to us. */
  isLetter(chat: string, id: string): Promise<boolean>
}
