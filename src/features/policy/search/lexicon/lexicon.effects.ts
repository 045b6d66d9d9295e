/** What the talk about words asks for before its step, and what it wants done. */

import type { Effect, Query } from '../../../../conversation/dialogue.ts'
import type { OwnLine } from './lexicon.store.ts'
import type { LexiconLine } from './lexicon-line.ts'

/** What staff say about the lexicon. */
export type LexiconOrder =
  | { readonly kind: 'add'; readonly said: readonly string[]; readonly written: readonly string[] }
  /** Lines that are said so; `said` names them. */
  | { readonly kind: 'remove'; readonly said: string }
  /** A proposal that is not wanted. */
  | { readonly kind: 'dismiss'; readonly said: string }

/** What such an order would mean. */
export type LexiconPlan =
  | { readonly kind: 'refused'; readonly text: string }
  /** `preview` ends in a question. */
  | { readonly kind: 'ready'; readonly preview: string }

/** The words staff look at: their own lines and what is proposed, or what is known of some words. */
export interface LexiconView {
  readonly own: readonly OwnLine[]
  readonly proposed: readonly OwnLine[]
  /** Of the product's lexicon, those that know the words that were asked for. */
  readonly shipped: readonly LexiconLine[]
}

export type LexiconQuery =
  | (Query & { readonly ask: 'policy.words'; readonly words: string })
  | (Query & { readonly ask: 'policy.plan-words'; readonly order: LexiconOrder })

export type LexiconEffect = Effect & { readonly kind: 'policy.changeWords'; readonly order: LexiconOrder }
