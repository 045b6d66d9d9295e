/** What the dialogues about more time want done and want to know, as plain data. */
import type { Effect, Query } from '../../../conversation/dialogue.ts'
import type { AppealNumber } from '../reading/appeal-numbers.ts'
import type { ExtensionDecision } from './read-extension.ts'

/** An open application as whoever decides about it is shown it. */
export interface ExtensionShown {
  readonly id: string
  readonly number: string
  readonly text: string
}

export type DecideExtension = Effect & {
  readonly kind: 'appeals.decide-extension'
  readonly id: string
  readonly granted: boolean
  /** Owed where it is refused. */
  readonly reason: string | null
}

export type DecideEffect =
  | DecideExtension
  /** The words name another appeal than the one that waits here. */
  | (Effect & { readonly kind: 'appeals.other-extension'; readonly decision: ExtensionDecision })

export type ExtensionsQuery = Query & {
  readonly ask: 'appeals.extensions'
  /** Left out: of all appeals. */
  readonly number: AppealNumber | null
}
