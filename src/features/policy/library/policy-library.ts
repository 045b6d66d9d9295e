/** The documents as this process holds them for searching, kept in step with the database. */

import type { Work } from '../../../kernel/work.ts'
import { spokenTitle, titlesNamed } from '../search/named-document.ts'
import { createPassageIndex, type Hit } from '../search/passage-index.ts'
import type { Eyes } from './document-audience.ts'
import { maySee } from './document-audience.ts'
import type { PolicyStore, StoredDocument } from './policy.store.ts'
import type { DocumentFacts } from './policy-document.ts'

export type Library = {
  /** Takes up what changed since the last time; a batched read of one row where nothing did. */
  refresh(work: Work): Promise<void>
  /** This transaction changes documents: nothing of it is taken up before it is committed. */
  isChangedBy(work: Work): void
  /** `among`: only in these documents. */
  search(question: string, options: { top: number; eyes: Eyes; among?: ReadonlySet<string> }): Hit[]
  /** Documents whose title is said in the question and that these eyes may see. */
  named(question: string, eyes: Eyes): ReadonlySet<string>
  /** Everything that bears one of these titles, for telling which version holds. */
  titled(titles: ReadonlySet<string>, eyes: Eyes): DocumentFacts[]
  find(doc: string): StoredDocument | undefined
  list(eyes: Eyes): StoredDocument[]
}

export function createLibrary(store: PolicyStore): Library {
  const index = createPassageIndex()
  const documents = new Map<string, StoredDocument>()
  /** Names of documents by their title as people say it. */
  const bySpoken = new Map<string, Set<string>>()
  const writers = new WeakSet<Work>()
  let known: number | undefined
  let loading: Promise<void> | undefined

  async function load(generation: number, work: Work): Promise<void> {
    const { current, gone } = await store.listChangedSince(known ?? 0, work)
    for (const doc of gone) forget(doc)
    for (const { document, passages } of current) {
      forget(document.facts.doc)
      index.add({ ...document.facts, passages: [...passages], remarks: [] })
      remember(document)
    }
    known = generation
  }

  function remember(document: StoredDocument): void {
    documents.set(document.facts.doc, document)
    const spoken = spokenTitle(document.facts.title)
    if (spoken === '') return
    const same = bySpoken.get(spoken) ?? new Set()
    bySpoken.set(spoken, same.add(document.facts.doc))
  }

  function forget(doc: string): void {
    const there = documents.get(doc)
    if (there === undefined) return
    documents.delete(doc)
    index.remove(doc)
    const spoken = spokenTitle(there.facts.title)
    const same = bySpoken.get(spoken)
    same?.delete(doc)
    if (same?.size === 0) bySpoken.delete(spoken)
  }

  return {
    async refresh(work) {
      if (writers.has(work)) return
      const generation = await store.generation(work)
      while (known === undefined || known < generation) {
        // One reading at a time, for everybody who asks; it may have begun before the last change, then once more.
        loading ??= load(generation, work).finally(() => {
          loading = undefined
        })
        await loading
      }
    },
    isChangedBy: (work) => void writers.add(work),
    search(question, { top, eyes, among }) {
      const mayRead = (doc: string) => {
        const document = documents.get(doc)
        return document !== undefined && maySee(eyes, document.audience) && among?.has(doc) !== false
      }
      return index.search(question, { top, mayRead })
    },
    named(question, eyes) {
      const docs = titlesNamed(question, bySpoken.keys()).flatMap((spoken) => [
        ...(bySpoken.get(spoken) ?? []),
      ])
      return new Set(docs.filter((doc) => maySee(eyes, (documents.get(doc) as StoredDocument).audience)))
    },
    titled(titles, eyes) {
      const spoken = [...titles].map(spokenTitle).filter((title) => title !== '')
      return spoken
        .flatMap((title) => [...(bySpoken.get(title) ?? [])])
        .flatMap((doc) => documents.get(doc) ?? [])
        .filter(({ audience }) => maySee(eyes, audience))
        .map(({ facts }) => facts)
    },
    find: (doc) => documents.get(doc),
    list: (eyes) =>
      [...documents.values()]
        .filter(({ audience }) => maySee(eyes, audience))
        .sort((one, other) => (one.facts.doc < other.facts.doc ? -1 : 1)),
  }
}
