/** Writes an index in parts and reads it again, so that a start need not build it. */

import type { DocumentFacts } from '../library/policy-document.ts'
import type { Held } from './compose-hit.ts'
import {
  createPackedList,
  type DocumentsPart,
  packPart,
  readPackedLists,
  type SumsPart,
  type TermsPart,
  unpackPart,
} from './kept-parts.ts'
import type { Numbers } from './numbers.ts'
import type { Postings } from './postings.ts'
import type { Records } from './records.ts'
import type { Works } from './works.ts'

/** What an index is made of. */
export type KeptIndex = {
  /** In the order of their passages. `record` of the document; its passages are numbered from `first` on. */
  documents: Map<string, Held>
  /** Of documents, each a pair of facts (its name `doc` among them) and a note. */
  records: Records
  /** Of passages, by their number. */
  texts: Records
  /** By passage, how many terms it has. */
  lengths: Numbers
  postings: Postings
  works: Works
}

/** Told of each document as it is read again. */
export type OnDocument = (id: string, facts: DocumentFacts, note: unknown) => void

/**
 * Of the way in which terms are made and parts are written: what another one kept is not read. Raise it with every
 * change of tokens.ts, of the terms of a passage or of kept-parts.ts.
 */
export const KEPT_FORMAT = '3'

/** Bytes of a part before it is compressed, about. */
const PART_BYTES = 4_000_000

export function* keepIndex({
  documents,
  records,
  texts,
  lengths,
  postings,
}: Omit<KeptIndex, 'works'>): Generator<Uint8Array> {
  const sums = { documents: documents.size, passages: heldIn(documents), postings: postings.size }
  yield packPart({ kind: 'sums', ...sums }, [])
  const numbers = new Uint32Array(texts.size)
  let passages = 0
  let head = noDocuments()
  let pieces: Uint8Array[] = []
  let size = 0
  for (const { id, record, first, count } of documents.values()) {
    const bytes = records.bytesOf(record)
    head.ids.push(id)
    head.records.push(bytes.length)
    head.passages.push(count)
    pieces.push(bytes)
    size += bytes.length
    for (let number = first; number < first + count; number += 1) {
      const text = texts.bytesOf(number)
      head.texts.push(text.length)
      head.lengths.push(lengths.at(number))
      pieces.push(text)
      size += text.length
      numbers[number] = passages
      passages += 1
    }
    if (size < PART_BYTES) continue
    yield packPart(head, pieces)
    head = noDocuments()
    pieces = []
    size = 0
  }
  if (pieces.length > 0) yield packPart(head, pieces)
  yield* keepTerms(postings, numbers)
}

function* keepTerms(postings: Postings, numbers: Uint32Array): Generator<Uint8Array> {
  const list = createPackedList()
  let head: TermsPart = { kind: 'terms', terms: [], counts: [] }
  for (const term of postings.terms()) {
    let last = 0
    postings.each(term, (passage, times) => {
      const number = numbers[passage] as number
      list.put(number - last, times)
      last = number
    })
    head.terms.push(term)
    head.counts.push(postings.count(term))
    if (list.size < PART_BYTES) continue
    yield packPart(head, [list.take()])
    head = { kind: 'terms', terms: [], counts: [] }
  }
  if (head.terms.length > 0) yield packPart(head, [list.take()])
}

export type Restoring = {
  /** The next part. @throws Error where it is broken. */
  take(bytes: Uint8Array): void
  /** Whether all the parts were taken. */
  isWhole(): boolean
}

/** Fills an empty index, part by part in their order. */
export function restoreInto(index: KeptIndex, onDocument: OnDocument = () => undefined): Restoring {
  let expected: SumsPart | undefined
  return {
    take(bytes) {
      const { head, body } = unpackPart(bytes)
      if (head.kind === 'documents') restoreDocuments(index, head, body, onDocument)
      else if (head.kind === 'terms') restoreTerms(index.postings, head, body)
      else {
        expected = head
        index.postings.expect(head.postings)
      }
    },
    isWhole() {
      const { documents, texts, postings } = index
      if (expected?.documents !== documents.size || expected.passages !== texts.size) return false
      return expected.postings === postings.size
    },
  }
}

function heldIn(documents: KeptIndex['documents']): number {
  let passages = 0
  for (const { count } of documents.values()) passages += count
  return passages
}

function restoreDocuments(
  { documents, records, texts, lengths, works }: KeptIndex,
  head: DocumentsPart,
  body: Uint8Array,
  onDocument: OnDocument,
): void {
  let from = 0
  let passage = 0
  const next = (length: number) => {
    from += length
    return body.subarray(from - length, from)
  }
  for (const [at, id] of head.ids.entries()) {
    const record = records.addBytes(next(head.records[at] as number))
    const [facts, note] = records.read<[DocumentFacts, unknown]>(record)
    const count = head.passages[at] as number
    documents.set(id, { id, doc: facts.doc, record, first: texts.size, count })
    works.add(facts, count)
    onDocument(id, facts, note)
    for (const last = passage + count; passage < last; passage += 1) {
      texts.addBytes(next(head.texts[passage] as number))
      lengths.push(head.lengths[passage] as number)
    }
  }
}

function restoreTerms(postings: Postings, { terms, counts }: TermsPart, body: Uint8Array): void {
  const read = readPackedLists(body)
  for (let at = 0; at < terms.length; at += 1) postings.fill(terms[at] as string, counts[at] as number, read)
}

const noDocuments = (): DocumentsPart => ({
  kind: 'documents',
  ids: [],
  records: [],
  texts: [],
  passages: [],
  lengths: [],
})
