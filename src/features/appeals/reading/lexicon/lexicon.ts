import type { Category } from '../../../../kernel/appeal-terms.ts'

/**
 * How owners speak of one category. Words stand in one string, parted by spaces, so that a page of them reads as a page.
 * A word may be listed under several categories; the longest word at a place hides the shorter ones inside it.
 */
export type Lexicon = {
  readonly category: Category
  /** Names a trouble by itself: 3 points. */
  readonly troubles: string
  /** Names the subject: 2 points. */
  readonly topics: string
  /** Only leans that way, or is shared with another category: 1 point. */
  readonly hints: string
  /** Where this is what is spoken of, hints alone are no clue: a street lamp stands on a road and is none. */
  readonly unless?: RegExp
  /** Troubles that are said in pieces: 3 points each. */
  readonly patterns?: readonly RegExp[]
}
