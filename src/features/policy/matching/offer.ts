/** 可申报的政策: a document that companies apply under, as staff marked it. */

import type { DocumentAudience } from '../library/document-audience.ts'
import type { Condition } from './condition.ts'

export interface Offer {
  /** The document's name. */
  readonly doc: string
  readonly title: string
  /** YYYY-MM-DD, both included; null: open to that side. */
  readonly opensOn: string | null
  readonly closesOn: string | null
  readonly conditions: readonly Condition[]
  /** What it gives, in one line; where one applies. Empty where nobody said. */
  readonly gives: string
  readonly where: string
  readonly state: 'open' | 'closed'
  readonly markedBy: string
  readonly markedAt: Date
  /** How many of the two reminders before the window closes were seen to. */
  readonly reminded: number
  readonly version: number
}

/** What staff see and change before it counts. */
export type OfferDraft = Pick<
  Offer,
  'doc' | 'title' | 'opensOn' | 'closesOn' | 'conditions' | 'gives' | 'where'
>

/** The document as it stands now. */
export interface OfferText {
  readonly doc: string
  readonly title: string
  readonly audience: DocumentAudience
  readonly effectiveOn: string | null
  readonly endsOn: string | null
  readonly addedAt: Date
  readonly passages: readonly { readonly locator: string; readonly heading: string; readonly text: string }[]
}

export type Window = 'ahead' | 'open' | 'over'

export function windowOn({ opensOn, closesOn }: Pick<Offer, 'opensOn' | 'closesOn'>, today: string): Window {
  if (closesOn !== null && closesOn < today) return 'over'
  return opensOn !== null && opensOn > today ? 'ahead' : 'open'
}

/** What a condition stands on is still in the document, letter by letter. */
export function quotesStand({ conditions }: Pick<Offer, 'conditions'>, text: OfferText): boolean {
  return conditions.every(
    ({ quote }) => quote === null || text.passages.some((passage) => passage.text.includes(quote)),
  )
}
