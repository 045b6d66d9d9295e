import type { LetterDraft } from '../kernel/letter-draft.ts'

/** A draft on its way to the gate, under the name of its occasion. */
export interface Drafted {
  readonly key: string
  readonly draft: LetterDraft
}
