import type { Addressed } from '../inbox/arrival.ts'
import type { Chat } from '../kernel/chat.ts'
import type { FileRef } from '../kernel/letter-draft.ts'
import type { Person } from '../kernel/person.ts'

/** One line of a burst, with the platform's number so that edits and withdrawals find it again. */
export interface Piece {
  readonly message: string
  readonly text: string
  readonly files?: readonly FileRef[]
}

/** Words that somebody answers and that are not ours: they belong to what is said, and are marked as quoted. */
export interface Quoted extends Piece {
  /** Whose they are, by role alone: the names of others have no place in what is kept. `unknown`: the platform only hands in words. */
  readonly of: 'self' | 'member' | 'staff' | 'other' | 'unknown'
  /** The roster's code of the company of whoever said them. */
  readonly company?: string
}

/** What somebody said in one go: the lines of a burst, put together. */
export interface Said {
  /** The pieces' texts, a line each. */
  readonly text: string
  readonly pieces: readonly Piece[]
  readonly addressed: Addressed
  /** The message this answers, as the platform numbers it, or a letter's id. */
  readonly replyTo?: string
  /** Where messages have no numbers: how what this answers begins. */
  readonly quote?: string
  /** What of others' or their own earlier words they answer, in that order. */
  readonly quoted?: readonly Quoted[]
}

/** Who says it, where and when. */
export interface Speaker {
  readonly person: Person
  /** The person's id on the platform. */
  readonly personId: string
  readonly chat: Chat
  /** The person's own chat with us, where dialogues go on. */
  readonly home: Chat
  /** Audience of the group this was said in; a group we do not know counts as public. */
  readonly audience?: 'public' | 'members' | 'internal'
  /** The roster's code of that group. */
  readonly group?: string
  readonly at: Date
}
