/** Finds the passages that best fit a question: BM25 over characters, pairs of characters, words and numbers. */

import type { DocumentFacts, Passage, ReadDocument } from '../library/policy-document.ts'
import { type AskedTerm, askedTerms } from './asked-terms.ts'
import { createPostings } from './postings.ts'
import { articleTokensOf, clauseTokensOf, tokensOf } from './tokens.ts'

// Measured on lay questions to statutes and on encyclopaedia paragraphs; `npm run bench:search` prints the figures.
const SATURATION = 1.0
const LENGTH_SHARE = 0.75
const TITLE_TIMES = 1

export type Hit = {
  doc: string
  title: string
  locator: string
  heading: string
  text: string
  position: number
  /** BM25; comparable among hits of one search only. */
  score: number
  document: DocumentFacts
  /** The next best passages of the same document, four at most, best first. */
  others: readonly Passage[]
  /** What was asked for and how telling each term is among these documents; the same list on every hit of a search. */
  asked: readonly AskedTerm[]
}

export type SearchOptions = {
  /** How many documents at most. */
  top: number
  /** Leaves out what this asker may not read; everything where it is not given. */
  mayRead?: (doc: string) => boolean
}

export type PassageIndex = {
  /** Takes a document in; one of the same `doc` is replaced. */
  add(document: ReadDocument): void
  /** Says whether it was there. */
  remove(doc: string): boolean
  /** The best passage of each of the best documents, best first; equals are in order of `doc`. */
  search(question: string, options: SearchOptions): Hit[]
  readonly documents: number
  readonly passages: number
  /** Bytes of the postings, without texts and terms. */
  readonly bytes: number
}

type Stored = { document: DocumentFacts; passage: Passage }
type Scored = Stored & { score: number }

const MOST_OTHERS = 4

/** Removed passages leave gaps in the numbering; it is made anew once gaps outnumber passages by this many. */
const GAPS_ALLOWED = 10_000

export function createPassageIndex(): PassageIndex {
  let postings = createPostings()
  let stored: (Stored | undefined)[] = []
  let lengths: number[] = []
  const numbers = new Map<string, number[]>()
  let passages = 0
  let totalLength = 0

  function remove(doc: string): boolean {
    const held = numbers.get(doc)
    if (held === undefined) return false
    for (const number of held) {
      const entry = stored[number]
      if (entry === undefined) continue
      for (const term of termsOf(entry.document, entry.passage).keys()) postings.remove(term, number)
      totalLength -= lengths[number] ?? 0
      stored[number] = undefined
      passages -= 1
    }
    numbers.delete(doc)
    if (stored.length > 2 * passages + GAPS_ALLOWED) renumber()
    return true
  }

  function add({ passages, remarks: _remarks, ...document }: ReadDocument): void {
    remove(document.doc)
    const held = passages.map((passage) => addPassage({ document, passage }))
    numbers.set(document.doc, held)
  }

  function addPassage(entry: Stored): number {
    const number = stored.length
    let length = 0
    for (const [term, times] of termsOf(entry.document, entry.passage)) {
      postings.add(term, number, times)
      length += times
    }
    stored.push(entry)
    lengths.push(length)
    totalLength += length
    passages += 1
    return number
  }

  function renumber(): void {
    const entries = stored.filter((entry) => entry !== undefined)
    postings = createPostings()
    stored = []
    lengths = []
    passages = 0
    totalLength = 0
    for (const doc of numbers.keys()) numbers.set(doc, [])
    for (const entry of entries) numbers.get(entry.document.doc)?.push(addPassage(entry))
  }

  function scoresOf(asked: readonly AskedTerm[]): Float64Array {
    const average = totalLength / Math.max(1, passages)
    const scores = new Float64Array(stored.length)
    // Terms in the order of the question: sums come out the same whatever the order of adding.
    for (const { token, worth } of asked) {
      postings.each(token, (number, times) => {
        const damping = SATURATION * (1 - LENGTH_SHARE + (LENGTH_SHARE * (lengths[number] ?? 0)) / average)
        scores[number] = (scores[number] ?? 0) + (worth * times * (SATURATION + 1)) / (times + damping)
      })
    }
    return scores
  }

  function search(question: string, { top, mayRead }: SearchOptions): Hit[] {
    const asked = askedTerms(question, { passages, count: postings.count })
    const scores = scoresOf(asked)
    const best = new Map<string, number>()
    for (const [number, score] of scores.entries()) {
      const doc = score > 0 ? stored[number]?.document.doc : undefined
      if (doc !== undefined && score > (best.get(doc) ?? 0)) best.set(doc, score)
    }
    const readable = [...best].filter(([doc]) => mayRead?.(doc) !== false)
    // Sorting numbers is many times faster than sorting entries; only what may be among the best is sorted as such.
    const cutoff =
      Float64Array.from(readable, ([, score]) => score)
        .sort()
        .at(-top) ?? 0
    return readable
      .filter(([, score]) => score >= cutoff)
      .sort(([doc, score], [other, than]) => than - score || (doc < other ? -1 : 1))
      .slice(0, top)
      .flatMap(([doc]) => toHit(ranked(numbers.get(doc) ?? [], scores), asked))
  }

  function ranked(held: readonly number[], scores: Float64Array): Scored[] {
    return held
      .flatMap((number) => {
        const entry = stored[number]
        const score = scores[number] ?? 0
        return entry === undefined || score === 0 ? [] : { ...entry, score }
      })
      .sort((one, other) => other.score - one.score || one.passage.position - other.passage.position)
  }

  return {
    add,
    remove,
    search,
    get documents() {
      return numbers.size
    },
    get passages() {
      return passages
    },
    get bytes() {
      return postings.bytes
    },
  }
}

function toHit(ranked: readonly Scored[], asked: readonly AskedTerm[]): Hit[] {
  const [best, ...rest] = ranked
  if (best === undefined) return []
  const { document, passage, score } = best
  const others = rest.slice(0, MOST_OTHERS).map((entry) => entry.passage)
  return [{ doc: document.doc, title: document.title, ...passage, score, document, others, asked }]
}

function termsOf(document: DocumentFacts, passage: Passage): Map<string, number> {
  const terms = new Map<string, number>()
  const count = (tokens: readonly string[], times: number) => {
    for (const token of tokens) terms.set(token, (terms.get(token) ?? 0) + times)
  }
  count(tokensOf(`${document.title} ${passage.heading}`), TITLE_TIMES)
  count(tokensOf(passage.text), 1)
  count(articleTokensOf(`${document.title} ${passage.locator}`).slice(0, 1), TITLE_TIMES)
  count(clauseTokensOf(passage.locator), TITLE_TIMES)
  return terms
}
