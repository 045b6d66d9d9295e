/** What search is asked for, and what it finds. */

import type { DocumentFacts, Passage } from '../library/policy-document.ts'
import type { AskedTerm } from './asked-terms.ts'
import type { Wording } from './wording.ts'

/** Names a passage: the version of its document (`PolicyDocument.id`), and where in it. */
export type PassageKey = { id: string; position: number }

export type Hit = Passage & {
  /** Of the version; the document's name where it was taken in without one. */
  id: string
  doc: string
  title: string
  /**
   * BM25, that of wordings included; comparable among hits of one search only, and not always falling where `meant`
   * took part: 0 for what only meaning found.
   */
  score: number
  document: DocumentFacts
  /** The next best passages of the same document, four at most, best first. */
  others: readonly Passage[]
  /** Those that stand before and after it in the document. */
  previous?: Passage
  next?: Passage
  /**
   * What the question itself asks for and how telling each term is among these documents; the same list on every hit
   * of a search.
   */
  asked: readonly AskedTerm[]
  /** The terms that other wordings brought (`wording` says which), none of them in `asked`; as above for every hit. */
  also: readonly AskedTerm[]
}

export type SearchOptions = {
  /** How many documents at most. */
  top: number
  /** Leaves out what this asker may not read, by the version's id; everything where it is not given. */
  mayRead?: (id: string) => boolean
  /** Searched for beside the question's own words, each for what it is worth. */
  also?: readonly Wording[]
  /**
   * What an embedding model finds nearest to the question, nearest first (a hundred are plenty). Fused with the words
   * by rank, never by score. What is not in the index any more is passed over.
   */
  meant?: readonly PassageKey[]
}
