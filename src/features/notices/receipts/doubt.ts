import type { Chat } from '../../../kernel/chat.ts'
import type { ReceiptKind } from './receipt.ts'

/** A line that surely concerns a notice, and not surely whom or how: staff say what it means. Deleted once they did. */
export interface Doubt {
  /** `notice:57:doubt:3` */
  readonly id: string
  readonly version: number
  readonly notice: string
  /** 第3条, counted within the notice. */
  readonly number: number
  /** Who said it: a code where the account is bound. */
  readonly person?: string
  /** The name the group shows. */
  readonly shown: string
  readonly words: string
  /** What it seems to say. */
  readonly kind: ReceiptKind
  readonly chat: Chat
  readonly at: Date
}

export const doubtId = (notice: string, number: number) => `${notice}:doubt:${number}`

/** Longer words are cut: they are kept only until somebody has looked at them. */
export const LONGEST_WORDS = 60

export const cutWords = (words: string) => [...words.trim()].slice(0, LONGEST_WORDS).join('')
