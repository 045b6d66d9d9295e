/** What the talk about when documents hold asks for before its step, and what it wants done. */

import type { Effect, Query } from '../../../conversation/dialogue.ts'
import type { Relation } from './document-link.ts'
import type { EndingDocument, SaidDays } from './links.store.ts'

/** What staff say about when a document holds; `words` name it, `other` the one it is about. */
export type TimeOrder =
  | { readonly kind: 'days'; readonly words: string; readonly days: SaidDays }
  | {
      readonly kind: 'link'
      readonly words: string
      readonly relation: Relation
      readonly other: string
      /** 《新》没有废止《旧》: takes back what was confirmed. */
      readonly isDenied: boolean
    }

/** What such an order would mean, as the house sees it. */
export type TimePlan =
  | { readonly kind: 'refused'; readonly text: string }
  /** `order` with the documents' own names; `preview` ends in a question. */
  | { readonly kind: 'ready'; readonly order: TimeOrder; readonly preview: string }

/** A link that waits for a decision, in words. */
export interface LinkToDecide {
  readonly id: string
  readonly text: string
}

export interface Ending {
  readonly soon: readonly EndingDocument[]
  /** Ended lately, and cited no more. */
  readonly past: readonly EndingDocument[]
  readonly days: number
}

export type ValidityQuery =
  | (Query & { readonly ask: 'policy.plan-time'; readonly order: TimeOrder })
  | (Query & { readonly ask: 'policy.links' })
  | (Query & { readonly ask: 'policy.ending' })

export type ValidityEffect =
  | (Effect & { readonly kind: 'policy.setTime'; readonly order: TimeOrder })
  | (Effect & { readonly kind: 'policy.decideLink'; readonly id: string; readonly isTrue: boolean })
