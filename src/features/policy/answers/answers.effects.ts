/** What a question to the documents asks for before its step, and what it wants done. */

import type { Effect, Query } from '../../../conversation/dialogue.ts'

export type AnswersQuery = Query & {
  readonly ask: 'policy.consult'
  readonly question: string
  /** A model had its time: it is answered with quotes now. */
  readonly quoted?: true
}

/** How sure an answer is of being one; `nearest`: 最相关的条文，未必是答案. */
export const tiers = ['sure', 'probable', 'nearest', 'nothing'] as const
export type Tier = (typeof tiers)[number]

/** A question as it was asked, and what was told. */
export interface Asking {
  readonly question: string
  readonly tier: Tier
  /** Ids of the documents (a version each) and the positions in them that were cited. */
  readonly cited: readonly { readonly document: string; readonly position: number }[]
  readonly told: string
  /** Whether a model worded it. */
  readonly written: boolean
}

export type AnswersEffect =
  | (Effect & {
      readonly kind: 'policy.beginAppeal'
      readonly text: string
      readonly sources: readonly string[]
    })
  /** Performed by the desk for what was not answered. */
  | (Effect & { readonly kind: 'policy.noteAsking'; readonly asking: Asking })
  /** Performed by the desk of whoever words answers; what comes of it begins this dialogue anew. */
  | (Effect & {
      readonly kind: 'policy.write'
      readonly question: string
      readonly sources: readonly string[]
    })
