/** What the talk about documents asks for before its step, and what it wants done. */

import type { Effect, Query } from '../../../conversation/dialogue.ts'
import type { FileRef } from '../../../kernel/letter-draft.ts'
import type { DocumentAudience } from './document-audience.ts'
import type { FactChanges } from './fact-changes.ts'
import type { KnownDocument } from './known-document.ts'
import type { ListedDocument } from './library.texts.ts'

export type LibraryQuery =
  | (Query & { readonly ask: 'policy.documents' })
  | (Query & { readonly ask: 'policy.find'; readonly words: string })
  /** One document whole, with what is known of it: by its name or title, or the ones that could be meant. */
  | (Query & { readonly ask: 'policy.known'; readonly words: string })
  /** Those read from pictures that nobody has looked at. */
  | (Query & { readonly ask: 'policy.unchecked' })
  /** The files of the last line in which this person sent any here. */
  | (Query & { readonly ask: 'policy.lastFiles' })
  /** The chamber that these words name. */
  | (Query & { readonly ask: 'policy.chamber'; readonly words: string })

/** What each query is answered with. */
export interface LibraryFacts {
  readonly documents: readonly ListedDocument[]
  readonly found: readonly ListedDocument[]
  readonly known: readonly KnownDocument[]
  readonly unchecked: readonly KnownDocument[]
  readonly lastFiles: readonly FileRef[]
  readonly chamber: { readonly code: string; readonly name: string } | undefined
}

export type LibraryEffect =
  | (Effect & { readonly kind: 'policy.remove'; readonly doc: string; readonly title: string })
  /** Orders the errand that reads them. */
  | (Effect & {
      readonly kind: 'policy.readFiles'
      readonly files: readonly FileRef[]
      readonly audience?: DocumentAudience
    })
  | (Effect & {
      readonly kind: 'policy.takeIn'
      /** Digests of the file as it came and of what was read from it. */
      readonly file: string
      readonly reading: string
      readonly name: string
      readonly changes: FactChanges
      readonly audience?: DocumentAudience
    })
  | (Effect & {
      readonly kind: 'policy.correct'
      readonly doc: string
      readonly changes: FactChanges
      readonly audience?: DocumentAudience
      /** Somebody compared it with the paper. */
      readonly checked?: true
    })
