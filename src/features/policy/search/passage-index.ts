/** Finds the passages that best fit a question: BM25 over characters, pairs of characters, words and numbers. */

import type { DocumentFacts, Passage, ReadDocument } from '../library/policy-document.ts'
import { askedTerms, termsOfWordings } from './asked-terms.ts'
import { bestOf } from './best-of.ts'
import { composeHit, type Held } from './compose-hit.ts'
import { fuseScores } from './fuse.ts'
import type { Hit, PassageKey, SearchOptions } from './hit.ts'
import { type KeptIndex, keepIndex, type OnDocument, restoreInto } from './kept-index.ts'
import { createNumbers } from './numbers.ts'
import { termsOfPassage } from './passage-terms.ts'
import { createPostings } from './postings.ts'
import { createRecords } from './records.ts'
import { createWorks } from './works.ts'

export type { Hit, PassageKey, SearchOptions } from './hit.ts'

// Measured on lay questions to statutes and on encyclopaedia paragraphs; `npm run bench:search` prints the figures.
const SATURATION = 1.0
const LENGTH_SHARE = 0.75

/** A document as it is taken in. */
export type Indexed = ReadDocument & {
  /** Of this version; the document's name where it is left out. */
  id?: string
  /** Plain data that is kept with it and not searched. */
  note?: unknown
}

export type PassageIndex = {
  /** Takes a document in; what was there under the same id is replaced. */
  add(document: Indexed): void
  /** Says whether it was there. */
  remove(id: string): boolean
  /** The best passage of each of the best documents, best first; equals are in order of `doc`. */
  search(question: string, options: SearchOptions): Hit[]
  /** Undefined where there is none of that id. */
  find(id: string): { facts: DocumentFacts; note: unknown } | undefined
  /** In their order; none where there is no such document. */
  passagesOf(id: string): Passage[]
  ids(): Iterable<string>
  /** The whole index in parts of some megabytes, as `restorePassageIndex` takes them. Nothing may change meanwhile. */
  keep(): Iterable<Uint8Array>
  /** Gives up room that was kept for growing; worth it after very much was added. */
  trim(): void
  readonly documents: number
  readonly passages: number
  /** Bytes outside the heap, of postings and texts. */
  readonly bytes: number
}

/** Removed passages leave gaps in the numbering; it is made anew once gaps outnumber passages by this many. */
const GAPS_ALLOWED = 10_000

export function createPassageIndex(): PassageIndex {
  return openIndex(emptyIndex())
}

/** Takes the parts that `keep` gave, in their order. */
export type RestoringIndex = {
  /** @throws Error where the part is broken. */
  take(part: Uint8Array): void
  /** Undefined where parts are missing. */
  open(): PassageIndex | undefined
}

/** `onDocument` is told of each document on the way. */
export function restorePassageIndex(onDocument?: OnDocument): RestoringIndex {
  const kept = emptyIndex()
  const restoring = restoreInto(kept, onDocument)
  return {
    take: restoring.take,
    open: () => (restoring.isWhole() ? openIndex(kept) : undefined),
  }
}

function emptyIndex(): KeptIndex {
  return {
    documents: new Map(),
    records: createRecords(),
    texts: createRecords(),
    lengths: createNumbers(),
    postings: createPostings(SATURATION),
    works: createWorks(),
  }
}

function openIndex(opened: KeptIndex): PassageIndex {
  let { documents, records, texts, lengths, postings, works } = opened
  let passages = lengths.length
  let totalLength = 0
  for (let number = 0; number < passages; number += 1) totalLength += lengths.at(number)
  let holders = holdersOf(documents)
  /** What the length of each passage makes of its scores; made when it is next needed. */
  let damping: Float64Array | undefined
  let scores = new Float64Array(0)

  function add({ id: given, note, passages: added, remarks: _remarks, ...facts }: Indexed): void {
    const id = given ?? facts.doc
    remove(id)
    const first = texts.size
    const held = { id, doc: facts.doc, record: records.add([facts, note]), first, count: added.length }
    documents.set(id, held)
    works.add(facts, added.length)
    for (const passage of added) {
      holders.push(held)
      const number = texts.add(passage)
      let length = 0
      for (const [term, times] of termsOfPassage(facts, passage)) {
        postings.add(term, number, times)
        length += times
      }
      lengths.push(length)
      totalLength += length
      passages += 1
    }
    damping = undefined
  }

  function remove(id: string): boolean {
    const held = documents.get(id)
    if (held === undefined) return false
    const facts = factsOf(held)
    for (let number = held.first; number < held.first + held.count; number += 1) {
      for (const term of termsOfPassage(facts, texts.read<Passage>(number)).keys())
        postings.remove(term, number)
      totalLength -= lengths.at(number)
      passages -= 1
      holders[number] = undefined
    }
    documents.delete(id)
    damping = undefined
    if (texts.size > 2 * passages + GAPS_ALLOWED) closeGaps()
    return true
  }

  function closeGaps(): void {
    const fresh = emptyIndex()
    const restoring = restoreInto(fresh)
    for (const part of keepIndex({ documents, records, texts, lengths, postings })) restoring.take(part)
    ;({ documents, records, texts, lengths, postings, works } = fresh)
    holders = holdersOf(documents)
  }

  function factsOf({ record }: Held): DocumentFacts {
    return records.read<[DocumentFacts, unknown]>(record)[0]
  }

  function passagesIn({ first, count }: Held): Passage[] {
    return Array.from({ length: count }, (_, at) => texts.read<Passage>(first + at))
  }

  function dampingNow(): Float64Array {
    if (damping !== undefined) return damping
    const average = totalLength / Math.max(1, passages)
    damping = new Float64Array(texts.size)
    for (let number = 0; number < damping.length; number += 1)
      damping[number] = SATURATION * (1 - LENGTH_SHARE + (LENGTH_SHARE * lengths.at(number)) / average)
    return damping
  }

  function search(question: string, { top, mayRead, also = [], meant = [] }: SearchOptions): Hit[] {
    const frequencies = { passages, count: postings.count }
    const asked = askedTerms(question, frequencies)
    const worded = termsOfWordings(also, asked, frequencies)
    const damped = dampingNow()
    scores = scores.length === damped.length ? scores.fill(0) : new Float64Array(damped.length)
    // Terms in the order of the question: sums come out the same whatever the order of adding.
    for (const { token, worth } of [...asked, ...worded]) postings.score(token, worth, damped, scores)
    works.raise(scores)
    const places = meant.length === 0 ? scores : placesOf(meant)
    const best = bestOf(places, {
      top,
      itemOf: (number) => holders[number],
      isLeftOut: ({ id }) => mayRead?.(id) === false,
      inOrder,
    })
    return best.map((held) => ({
      ...composeHit(held, { scores, places }, { records, texts }),
      asked,
      also: worded,
    }))
  }

  /** Where each passage stands by words and by meaning together. */
  function placesOf(meant: readonly PassageKey[]): Float64Array {
    const numbers = new Set(meant.flatMap((key) => numberOf(key) ?? []))
    return fuseScores(scores, [...numbers], (one, other) => {
      const [holder, than] = [holders[one], holders[other]]
      // Their numbers depend on when they were taken in, and so on the process; their documents do not.
      return (holder && than && inOrder(holder, than)) || one - other
    })
  }

  function numberOf({ id, position }: PassageKey): number | undefined {
    const held = documents.get(id)
    if (held === undefined) return undefined
    const at = passagesIn(held).findIndex((passage) => passage.position === position)
    return at === -1 ? undefined : held.first + at
  }

  return {
    add,
    remove,
    search,
    find(id) {
      const held = documents.get(id)
      if (held === undefined) return undefined
      const [facts, note] = records.read<[DocumentFacts, unknown]>(held.record)
      return { facts, note }
    },
    passagesOf(id) {
      const held = documents.get(id)
      return held === undefined ? [] : passagesIn(held)
    },
    ids: () => documents.keys(),
    keep: () => keepIndex({ documents, records, texts, lengths, postings }),
    trim: () => postings.trim(),
    get documents() {
      return documents.size
    },
    get passages() {
      return passages
    },
    get bytes() {
      return postings.bytes + texts.bytes + records.bytes
    },
  }
}

/** The document of each passage by its number, with gaps where it was removed. */
function holdersOf(documents: ReadonlyMap<string, Held>): (Held | undefined)[] {
  const holders: (Held | undefined)[] = []
  for (const held of documents.values()) for (let at = 0; at < held.count; at += 1) holders.push(held)
  return holders
}

function inOrder(one: Held, other: Held): number {
  if (one.doc !== other.doc) return one.doc < other.doc ? -1 : 1
  return one.id < other.id ? -1 : 1
}
