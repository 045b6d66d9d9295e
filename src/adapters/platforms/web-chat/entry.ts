import type { Choice, FileRef } from '../../../kernel/letter-draft.ts'

/** Somebody as the page names them. */
export interface Shown {
  readonly id: string
  readonly name: string
}

interface Happened {
  /** A letter's id, or the platform's number of what a person sent: the same thing always has the same id. */
  readonly id: string
  /** Milliseconds since 1970. */
  readonly at: number
}

/** What the bot said. With `edits` it stands in the place of an earlier letter. */
export interface LetterEntry extends Happened {
  readonly kind: 'letter'
  readonly text: string
  readonly choices?: readonly Choice[]
  readonly mention?: readonly Shown[]
  readonly replyTo?: string
  readonly files?: readonly FileRef[]
  readonly edits?: string
}

/** What a person said. */
export interface LineEntry extends Happened {
  readonly kind: 'line'
  readonly from: Shown
  readonly text: string
  readonly replyTo?: string
  readonly files?: readonly FileRef[]
  /** Enclosures that could not be taken in, with the reason. */
  readonly unread?: readonly string[]
}

/** A button that was pressed. In a group only who pressed it sees that. */
export interface ChoiceEntry extends Happened {
  readonly kind: 'choice'
  readonly from: Shown
  readonly choice: string
  readonly prompt?: string
}

/** One thing in a chat, as it goes to the page. */
export type Entry = LetterEntry | LineEntry | ChoiceEntry
