/** What a question to the documents asks for before its step, and what it wants done. */

import type { Effect, Query } from '../../../conversation/dialogue.ts'

export type AnswersQuery = Query & { readonly ask: 'policy.consult'; readonly question: string }

export type AnswersEffect = Effect & {
  readonly kind: 'policy.beginAppeal'
  readonly text: string
  readonly sources: readonly string[]
}
