import type { Effect, Query } from '../../../conversation/dialogue.ts'
import type { Piece } from '../../../conversation/said.ts'
import type { AppealNumber } from '../reading/appeal-numbers.ts'

/** What the ladder's dialogues want done. `appeals.begin` is the intake desk's. */
export type LadderEffect = Effect &
  (
    | { readonly kind: 'appeals.seen'; readonly numbers: readonly string[] }
    | { readonly kind: 'appeals.chase'; readonly numbers: readonly string[] }
    | { readonly kind: 'appeals.begin'; readonly pieces: readonly Piece[] }
  )

export type LadderQuery = Query & {
  readonly ask: 'appeals.chase-plan'
  /** One of them, or everything that is late. */
  readonly number: AppealNumber | null
}
