import type { LetterDraft } from '../kernel/letter-draft.ts'

export const LETTER_STATES = ['waiting', 'sending', 'sent', 'failed', 'uncertain', 'cancelled'] as const
/** `uncertain`: it may have arrived. It is shown to staff and never repeated by itself. */
export type LetterState = (typeof LETTER_STATES)[number]

/** One platform message to one chat. */
export interface Letter extends LetterDraft {
  readonly id: string
  /** Names the occasion; the same occasion is written to the same chat once for ever. */
  readonly key: string
  readonly state: LetterState
  readonly tries: number
  readonly dueAt: Date
  readonly writtenAt: Date
  readonly sentAt?: Date
  readonly failure?: string
  readonly messageIds: readonly string[]
}

/** How often a letter that surely did not arrive is tried. */
export const MOST_TRIES = 8

/** Pause before the next try in seconds: 2, 4, 8 … at most five minutes. */
export function pauseBefore(tries: number): number {
  return Math.min(300, 2 ** tries)
}
