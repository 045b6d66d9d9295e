import type { Work } from '../../../kernel/work.ts'
import type { DocumentAudience } from './document-audience.ts'
import type { DocumentFacts, Passage } from './policy-document.ts'

/** One version of a document, without its passages. */
export interface StoredDocument {
  readonly id: string
  readonly facts: DocumentFacts
  /** From 1 on; removed documents that come again go on counting. */
  readonly version: number
  readonly current: boolean
  readonly audience: DocumentAudience
  /** Read from a picture of it. */
  readonly scanned: boolean
  /** Who compared what was understood with the document, and when. */
  readonly checked: { readonly by: string; readonly at: Date } | undefined
  /** Of the source text. */
  readonly sha256: string
  /** Digest of the file it came in, kept as it was. */
  readonly file: string
  readonly remarks: readonly string[]
  readonly passages: number
  readonly addedBy: string
  readonly addedAt: Date
}

export interface DocumentWithPassages {
  readonly document: StoredDocument
  readonly passages: readonly Passage[]
}

/** What became of the documents since a generation. */
export interface DocumentChanges {
  readonly current: readonly DocumentWithPassages[]
  /** Under the same names: earlier editions that answer for their time (validity/validity.ts says which do). */
  readonly past: readonly DocumentWithPassages[]
  /** Names under which there is nothing any more. */
  readonly gone: readonly string[]
}

export interface PolicyStore {
  /** Waits for whoever else changes documents; held until the transaction ends. */
  lock(work: Work): Promise<void>
  /** The newest version under each of these names, also where it was removed. */
  listNewest(docs: readonly string[], work: Work): Promise<readonly StoredDocument[]>
  /** Current documents that bear one of these numbers (文号). */
  listNumbered(numbers: readonly string[], work: Work): Promise<readonly StoredDocument[]>
  /** New current versions; what was current under their names is kept and no longer current. Under the lock. */
  add(documents: readonly DocumentWithPassages[], work: Work): Promise<void>
  /**
   * Writes anew what is known of a current version: facts, audience, who checked it. Its text stays, so that it is
   * the same version. Under the lock.
   */
  change(document: StoredDocument, work: Work): Promise<void>
  /** False where nothing of that name is current. Under the lock. */
  remove(doc: string, by: string, work: Work): Promise<boolean>
  /** Raised by every change, in the transaction of the change; 0 before the first. One batched read. */
  generation(work: Work): Promise<number>
  /** By name, `most` names at a time; `last` is where the next page goes on, left out at the end. */
  listChangedSince(
    generation: number,
    page: { readonly after: string; readonly most: number },
    work: Work,
  ): Promise<DocumentChanges & { readonly last?: string }>
}
