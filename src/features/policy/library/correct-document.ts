import type { Work } from '../../../kernel/work.ts'
import type { DocumentAudience } from './document-audience.ts'
import { corrected, type FactChanges } from './fact-changes.ts'
import type { PolicyStore, StoredDocument } from './policy.store.ts'

interface Correction {
  readonly changes?: FactChanges
  readonly audience?: DocumentAudience | undefined
  /** Who compared it with the paper. */
  readonly checkedBy?: string | undefined
}

/** Writes anew what is known of the current document of that name, under the lock; undefined where there is none. */
export async function correctDocument(
  store: PolicyStore,
  doc: string,
  { changes = {}, audience, checkedBy }: Correction,
  work: Work,
): Promise<StoredDocument | undefined> {
  await store.lock(work)
  const there = (await store.listNewest([doc], work)).find(({ current }) => current)
  if (there === undefined) return undefined
  const document: StoredDocument = {
    ...there,
    facts: corrected(there.facts, changes),
    audience: audience ?? there.audience,
    checked: checkedBy === undefined ? there.checked : { by: checkedBy, at: work.at },
  }
  await store.change(document, work)
  return document
}
