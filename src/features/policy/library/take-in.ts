/** Takes documents into the house: reads them, tells what is new, and keeps what was there before. */

import { digest } from '../../../files/digest.ts'
import type { FilesStore } from '../../../files/files.store.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Work } from '../../../kernel/work.ts'
import { type DocumentSource, readDocument } from '../reading/read-document.ts'
import { readingTexts as texts } from '../reading/reading.texts.ts'
import type { LinksStore } from '../validity/links.store.ts'
import { noteLinks } from '../validity/links.ts'
import type { DocumentAudience } from './document-audience.ts'
import { corrected, type FactChanges } from './fact-changes.ts'
import type { DocumentWithPassages, PolicyStore, StoredDocument } from './policy.store.ts'
import type { DocumentFacts } from './policy-document.ts'
import { type Understood, understoodOf } from './understood.ts'

/** What became of one document. */
export type TakenIn =
  | {
      readonly outcome: 'added' | 'replaced'
      readonly doc: string
      readonly title: string
      readonly remarks: readonly string[]
      readonly understood: Understood
    }
  | { readonly outcome: 'unchanged'; readonly doc: string }
  | { readonly outcome: 'refused'; readonly doc: string; readonly reason: string }

/** The file that the sources came in. */
export interface SourceFile {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
  readonly sha256: string
}

export interface TakeInOptions {
  readonly file: SourceFile
  /** Left out: what the document has or had before it was removed, or everybody's when it is new. Never does it become public by an omission. */
  readonly audience: DocumentAudience | undefined
  readonly by: string
  /** What somebody who saw the reading put right. */
  readonly changes?: FactChanges
}

export interface TakeInParts {
  readonly store: PolicyStore
  readonly files: FilesStore
  /** Where what documents say about each other is noted; left out, it is not. */
  readonly policyLinks?: LinksStore | undefined
}

/** Everything in the transaction of `work`, which must not read documents afterwards. Each name once. */
export async function takeIn(
  { store, files, policyLinks }: TakeInParts,
  sources: readonly DocumentSource[],
  { file, audience, by, changes = {} }: TakeInOptions,
  work: Work,
): Promise<readonly TakenIn[]> {
  await store.lock(work)
  const newest = await store.listNewest(
    sources.map(({ name }) => name),
    work,
  )
  const before = new Map(newest.map((document) => [document.facts.doc, document]))
  const fresh: DocumentWithPassages[] = []
  const outcomes = sources.map((source): TakenIn => {
    const there = before.get(source.name)
    const sha256 = textDigest(source)
    if (isAnswerNumber(source.name))
      return { outcome: 'refused', doc: source.name, reason: texts.refused.answerNumber() }
    const wanted = audience ?? there?.audience ?? 'everybody'
    const isSameText = there?.current === true && there.sha256 === sha256
    if (isSameText && there.audience === wanted && Object.keys(changes).length === 0) {
      return { outcome: 'unchanged', doc: source.name }
    }
    const { passages, remarks, ...read } = readDocument(source)
    // What somebody put right earlier stays right while the text is the same.
    const facts = corrected(isSameText ? { ...read, ...there.facts } : read, changes)
    if (passages.length === 0) return { outcome: 'refused', doc: source.name, reason: texts.refused.noText() }
    const document: StoredDocument = {
      id: newId('doc', work.at),
      facts,
      version: (there?.version ?? 0) + 1,
      current: true,
      audience: wanted,
      scanned: source.scanned === true,
      checked: isSameText ? there.checked : undefined,
      sha256,
      file: file.sha256,
      remarks,
      passages: passages.length,
      addedBy: by,
      addedAt: work.at,
    }
    fresh.push({ document, passages })
    return {
      outcome: there?.current ? 'replaced' : 'added',
      doc: source.name,
      title: facts.title,
      remarks,
      understood: understoodOf({ ...facts, passages, remarks }),
    }
  })
  const [only] = fresh
  // Rows of a collection have no numbers worth asking about.
  if (fresh.length === 1 && only !== undefined) {
    const elsewhere = await sameElsewhere(store, only.document.facts, work)
    fresh[0] = { ...only, document: { ...only.document, remarks: [...only.document.remarks, ...elsewhere] } }
    const at = outcomes.findIndex(({ doc }) => doc === only.document.facts.doc)
    const outcome = outcomes[at]
    if (outcome !== undefined && 'remarks' in outcome)
      outcomes[at] = { ...outcome, remarks: [...outcome.remarks, ...elsewhere] }
  }
  if (fresh.length > 0) {
    const { name, mediaType, sha256, bytes } = file
    await files.put(bytes, { name, mediaType, sha256, size: bytes.length }, work)
    await store.add(fresh, work)
    if (policyLinks !== undefined) await noteLinks(policyLinks, fresh, by, work)
  }
  return outcomes
}

/** Under W-0003 stands what one person answered and another reviewed. */
const isAnswerNumber = (name: string) => /^W-\d+$/iu.test(name)

/** Of titles and text alone, as before there were tables: what is in the house already stays the same. */
export function textDigest({ title = '', text, tables = [] }: DocumentSource): string {
  const words = tables.length === 0 ? [title, text] : [title, text, tables]
  return digest(new TextEncoder().encode(JSON.stringify(words)))
}

/** What is in the house already under another name, as its number tells: its Word beside its PDF. */
export async function sameElsewhere(
  store: PolicyStore,
  { doc, documentNumber }: Pick<DocumentFacts, 'doc' | 'documentNumber'>,
  work: Work,
): Promise<string[]> {
  const there = documentNumber === undefined ? [] : await store.listNumbered([documentNumber], work)
  const docs = there.flatMap(({ facts }) => (facts.doc === doc ? [] : [facts.doc]))
  return docs.length === 0 ? [] : [texts.remarks.sameNumber(docs)]
}
