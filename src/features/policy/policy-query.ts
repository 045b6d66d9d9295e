/** What policy's dialogues ask for before their step, and what they want done. */

import type { Effect, Query } from '../../conversation/dialogue.ts'
import type { Consulted } from './consult.ts'
import type { ListedDocument } from './policy-talk.texts.ts'

export type PolicyQuery =
  | (Query & { readonly ask: 'policy.consult'; readonly question: string })
  | (Query & { readonly ask: 'policy.documents' })
  | (Query & { readonly ask: 'policy.find'; readonly words: string })

/** What each query is answered with. */
export interface PolicyFacts {
  readonly consulted: Consulted
  readonly documents: readonly ListedDocument[]
  readonly found: readonly ListedDocument[]
}

export type PolicyEffect =
  | (Effect & {
      readonly kind: 'policy.beginAppeal'
      readonly text: string
      readonly sources: readonly string[]
    })
  | (Effect & { readonly kind: 'policy.remove'; readonly doc: string; readonly title: string })
