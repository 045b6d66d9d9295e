/** The documents as this process holds them for searching, kept in step with the database. */

import type { Work } from '../../../kernel/work.ts'
import type { Hit, PassageKey, SearchOptions } from '../search/hit.ts'
import { createPassageIndex } from '../search/passage-index.ts'
import { type Catalogue, createCatalogue, type Entry } from './catalogue.ts'
import { type Eyes, maySee } from './document-audience.ts'
import { changesSince, keepFor, type LibraryParts, restoreKept, type Within } from './load-library.ts'
import type { DocumentWithPassages, StoredDocument } from './policy.store.ts'
import type { DocumentFacts, Passage } from './policy-document.ts'

export type LibrarySearch = Pick<SearchOptions, 'top' | 'also' | 'meant'> & {
  eyes: Eyes
  /** Only in the documents of these names. */
  among?: ReadonlySet<string>
  /** Also in editions that were replaced under their name: for a question about another day. */
  past?: boolean
}

export type Edition = { id: string; facts: DocumentFacts; passages: readonly Passage[] }

export type Library = {
  /** Takes up what changed since the last time; a batched read of one row where nothing did. */
  refresh(work: Work): Promise<void>
  /**
   * The same in transactions of its own, before anybody asks: the first time may take seconds where there are very
   * many documents, and half a minute where nothing was kept.
   */
  ready(at: Date): Promise<void>
  /** This transaction changes documents: nothing of it is taken up before it is committed. */
  isChangedBy(work: Work): void
  search(question: string, options: LibrarySearch): Hit[]
  /** Names of documents whose title is said in the question and that these eyes may see. */
  named(question: string, eyes: Eyes): ReadonlySet<string>
  /** Everything that bears one of these titles, past editions too, for telling which version holds. */
  titled(titles: ReadonlySet<string>, eyes: Eyes): DocumentFacts[]
  /** All versions of this rule that these eyes may see; none where there is only one. */
  editions(document: DocumentFacts, eyes: Eyes): Edition[]
  /** Whether everybody may read this version. */
  isPublic(id: string): boolean
  /** The current version of this name. */
  find(doc: string): StoredDocument | undefined
  list(eyes: Eyes): StoredDocument[]
  /** Everything that may be found, past editions too. */
  eachPassage(visit: (key: PassageKey, document: DocumentFacts, passage: Passage) => void): void
}

/** A document's row without what the index has of it anyway. */
type Note = Omit<StoredDocument, 'facts'>

function enter(catalogue: Catalogue, id: string, facts: DocumentFacts, { audience, current }: Note): void {
  catalogue.add({ id, doc: facts.doc, audience, isPast: !current }, facts.title)
}

/** Passages that were not in the kept index, from which on it is worth keeping anew. */
const WORTH_KEEPING = 2_000
/** And of all passages at least this share: writing it costs more the larger it is. */
const SHARE_WORTH_KEEPING = 0.1

export function createLibrary(
  { store, kept, wordingsOf = () => [] }: LibraryParts,
  { worthKeeping = WORTH_KEEPING }: { worthKeeping?: number } = {},
): Library {
  let index = createPassageIndex()
  let catalogue = createCatalogue()
  const writers = new WeakSet<Work>()
  let known: number | undefined
  let loading: Promise<void> | undefined
  /** The generation of the index that was kept when this process began, and passages taken in since one was. */
  let keptAt = 0
  let sinceKept = 0
  let startedAt = new Date(0)

  async function load(generation: number, within: Within): Promise<void> {
    if (known === undefined) await begin()
    await takeUp(known ?? keptAt, within)
    known = generation
    if (kept === undefined || sinceKept < worthKeeping || sinceKept < index.passages * SHARE_WORTH_KEEPING)
      return
    sinceKept = 0
    index.trim()
    // Never needed: where it fails, the next start builds again.
    await keepFor(kept.index, index, generation, ownTransactions).catch(() => undefined)
  }

  /** From what was kept, else from nothing. Also after a first reading that failed halfway. */
  async function begin(): Promise<void> {
    const found = createCatalogue()
    const restored =
      kept &&
      (await restoreKept(kept.index, ownTransactions, (id, facts, note) =>
        enter(found, id, facts, note as Note),
      ))
    index = restored?.index ?? createPassageIndex()
    catalogue = restored === undefined ? createCatalogue() : found
    keptAt = restored?.generation ?? 0
    sinceKept = 0
  }

  /** What somebody asks in lasts half a minute at most; a hundred thousand documents that came at once take longer. */
  const ownTransactions: Within = (act) => {
    if (kept === undefined) throw new Error('There are no transactions to be had.')
    return kept.transactions.inOne(startedAt, act)
  }

  async function takeUp(from: number, within: Within): Promise<void> {
    for await (const { current, past, gone } of changesSince(store, from, within)) {
      for (const doc of gone) forget(doc)
      for (const { document } of current) forget(document.facts.doc)
      for (const one of [...current, ...past]) take(one)
    }
  }

  function take({ document, passages }: DocumentWithPassages): void {
    const { facts, ...note } = document
    index.add({ ...facts, passages: [...passages], remarks: [], id: document.id, note: note satisfies Note })
    enter(catalogue, document.id, facts, note)
    sinceKept += passages.length
  }

  function forget(doc: string): void {
    for (const { id } of catalogue.remove(doc)) index.remove(id)
  }

  function documentOf({ id }: Entry): StoredDocument {
    const { facts, note } = index.find(id) as { facts: DocumentFacts; note: Note }
    const { checked, addedAt } = note
    return {
      ...note,
      facts,
      checked: checked && { ...checked, at: new Date(checked.at) },
      addedAt: new Date(addedAt),
    }
  }

  const factsOf = ({ id }: Entry) => (index.find(id) as { facts: DocumentFacts }).facts

  async function refreshTo(generation: number, at: Date, within: Within): Promise<void> {
    while (known === undefined || known < generation) {
      startedAt = at
      const reading = kept === undefined ? within : ownTransactions
      // One reading at a time, for everybody who asks; it may have begun before the last change, then once more.
      loading ??= load(generation, reading).finally(() => {
        loading = undefined
      })
      await loading
    }
  }

  return {
    async refresh(work) {
      if (writers.has(work)) return
      await refreshTo(await store.generation(work), work.at, (act) => act(work))
    },
    async ready(at) {
      if (kept === undefined) return
      const generation = await kept.transactions.inOne(at, (work) => store.generation(work))
      await refreshTo(generation, at, ownTransactions)
    },
    isChangedBy: (work) => void writers.add(work),
    search(question, { eyes, among, past = false, also = [], ...options }) {
      const mayRead = (id: string) => {
        const entry = catalogue.findById(id)
        if (entry === undefined || (entry.isPast && !past)) return false
        return maySee(eyes, entry.audience) && among?.has(entry.doc) !== false
      }
      return index.search(question, { ...options, also: [...wordingsOf(question), ...also], mayRead })
    },
    named(question, eyes) {
      const entries = catalogue.named(question).filter(({ audience }) => maySee(eyes, audience))
      return new Set(entries.map(({ doc }) => doc))
    },
    titled(titles, eyes) {
      const entries = new Set([...titles].flatMap((title) => catalogue.titled(title)))
      return [...entries].filter(({ audience }) => maySee(eyes, audience)).map(factsOf)
    },
    editions({ doc, title }, eyes) {
      const entries = new Set([...catalogue.versions(doc), ...catalogue.titled(title)])
      const seen = [...entries].filter(({ audience }) => maySee(eyes, audience))
      if (seen.length < 2) return []
      return seen.map((entry) => ({
        id: entry.id,
        facts: factsOf(entry),
        passages: index.passagesOf(entry.id),
      }))
    },
    isPublic: (id) => catalogue.findById(id)?.audience === 'everybody',
    find(doc) {
      const entry = catalogue.findCurrent(doc)
      return entry === undefined ? undefined : documentOf(entry)
    },
    list: (eyes) =>
      [...catalogue.current()]
        .filter(({ audience }) => maySee(eyes, audience))
        .sort((one, other) => (one.doc < other.doc ? -1 : 1))
        .map(documentOf),
    eachPassage(visit) {
      for (const id of index.ids()) {
        const { facts } = index.find(id) as { facts: DocumentFacts }
        for (const passage of index.passagesOf(id)) visit({ id, position: passage.position }, facts, passage)
      }
    },
  }
}
