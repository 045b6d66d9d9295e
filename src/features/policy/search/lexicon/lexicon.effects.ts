/** What the talk about words asks for before its step, and what it wants done. */

import { z } from 'zod'
import type { Query } from '../../../../conversation/dialogue.ts'
import type { OrderEffect, PlanQuery } from '../../../../conversation/previewed-order.ts'
import type { OwnLine } from './lexicon.store.ts'
import type { LexiconLine } from './lexicon-line.ts'

/** What staff say about the lexicon. */
export const WordsOrder = z.object({
  /** `dismiss`: a proposal is not wanted. */
  verb: z.enum(['add', 'remove', 'dismiss']),
  /** To add, a line as it is typed: 过桥 倒贷 = 转贷; else what people say. */
  words: z.string(),
})
export type WordsOrder = z.infer<typeof WordsOrder>

/** The words staff look at: their own lines and what is proposed, or what is known of some words. */
export interface LexiconView {
  readonly own: readonly OwnLine[]
  readonly proposed: readonly OwnLine[]
  /** Of the product's lexicon, those that know the words that were asked for. */
  readonly shipped: readonly LexiconLine[]
}

export type LexiconQuery =
  | (Query & { readonly ask: 'policy.words'; readonly words: string })
  | PlanQuery<WordsOrder, 'policy.plan-words'>

export type LexiconEffect = OrderEffect<WordsOrder, 'policy.changeWords'>
