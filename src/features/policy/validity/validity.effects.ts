/** What the talk about when documents hold asks for before its step, and what it wants done. */

import type { Effect, Query } from '../../../conversation/dialogue.ts'
import type { OrderEffect, PlanQuery } from '../../../conversation/previewed-order.ts'
import type { SaidDays } from '../library/fact-changes.ts'
import type { Relation } from './document-link.ts'
import type { EndingDocument } from './ending.store.ts'

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
  | PlanQuery<TimeOrder, 'policy.plan-time'>
  | (Query & { readonly ask: 'policy.links' })
  | (Query & { readonly ask: 'policy.ending' })

export type ValidityEffect =
  | OrderEffect<TimeOrder, 'policy.setTime'>
  | (Effect & { readonly kind: 'policy.decideLink'; readonly id: string; readonly isTrue: boolean })
