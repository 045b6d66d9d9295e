/** Takes documents into the house: reads them, tells what is new, and keeps what was there before. */

import { digest } from '../../../files/digest.ts'
import type { FilesStore } from '../../../files/files.store.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Work } from '../../../kernel/work.ts'
import { type DocumentSource, readDocument } from '../reading/read-document.ts'
import { readingTexts as texts } from '../reading/reading.texts.ts'
import type { DocumentAudience } from './document-audience.ts'
import type { DocumentWithPassages, PolicyStore, StoredDocument } from './policy.store.ts'

/** What became of one document. */
export type TakenIn =
  | {
      readonly outcome: 'added' | 'replaced'
      readonly doc: string
      readonly title: string
      readonly remarks: readonly string[]
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
  /** Left out: what the document has, or everybody's when it is new. Never does it become public by an omission. */
  readonly audience: DocumentAudience | undefined
  readonly by: string
}

export interface TakeInParts {
  readonly store: PolicyStore
  readonly files: FilesStore
}

/** Everything in the transaction of `work`, which must not read documents afterwards. Each name once. */
export async function takeIn(
  { store, files }: TakeInParts,
  sources: readonly DocumentSource[],
  { file, audience, by }: TakeInOptions,
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
    const sha256 = digest(new TextEncoder().encode(JSON.stringify([source.title ?? '', source.text])))
    const wanted = audience ?? (there?.current ? there.audience : undefined) ?? 'everybody'
    if (there?.current && there.sha256 === sha256 && there.audience === wanted) {
      return { outcome: 'unchanged', doc: source.name }
    }
    const { passages, remarks, ...facts } = readDocument(source)
    if (passages.length === 0) return { outcome: 'refused', doc: source.name, reason: texts.refused.noText() }
    const document: StoredDocument = {
      id: newId('doc', work.at),
      facts,
      version: (there?.version ?? 0) + 1,
      current: true,
      audience: wanted,
      scanned: false,
      checked: undefined,
      sha256,
      file: file.sha256,
      remarks,
      passages: passages.length,
      addedBy: by,
      addedAt: work.at,
    }
    fresh.push({ document, passages })
    return { outcome: there?.current ? 'replaced' : 'added', doc: source.name, title: facts.title, remarks }
  })
  if (fresh.length > 0) {
    const { name, mediaType, sha256, bytes } = file
    await files.put(bytes, { name, mediaType, sha256, size: bytes.length }, work)
    await store.add(fresh, work)
  }
  return outcomes
}
