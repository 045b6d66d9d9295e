/** What the talk about documents asks for before its step, and what it wants done. */

import type { Effect, Query } from '../../../conversation/dialogue.ts'
import type { ListedDocument } from './library.texts.ts'

export type LibraryQuery =
  | (Query & { readonly ask: 'policy.documents' })
  | (Query & { readonly ask: 'policy.find'; readonly words: string })

/** What each query is answered with. */
export interface LibraryFacts {
  readonly documents: readonly ListedDocument[]
  readonly found: readonly ListedDocument[]
}

export type LibraryEffect = Effect & {
  readonly kind: 'policy.remove'
  readonly doc: string
  readonly title: string
}
