/**
 * What a model wrote, sentence by sentence: kept is only what its quotes carry. Every quote must stand in its passage
 * letter by letter; every number, date, amount and name of the sentence in what it cites; it may not turn round what it
 * cites, nor say something else beside a true quote. Everything else is dropped, whatever its reason.
 */

import { dayInWords } from '../../written.ts'
import type { Citation } from '../citation.ts'
import type { WrittenSentence } from './answer-writer.ts'
import type { Citable } from './citable.ts'
import { figuresInPlace } from './figures-in-place.ts'
import { leastSharedClause, sharedMatter } from './matter-signs.ts'
import { asCompared, namesIn } from './names.ts'
import { standsInOnePlace } from './one-place.ts'
import { holdsQuantity, quantitiesIn } from './quantities.ts'
import { quotesIn } from './quote-in.ts'
import { turnedRound } from './stance.ts'

const MOST_SENTENCES = 6
/** An answer is read on a telephone, in the street. */
const LONGEST_SENTENCE = 160
const MOST_CITES = 3
/**
 * Share of what a sentence says that has to stand in what it cites, and how many signs in a row need not; by reason,
 * not measured. What the question says counts for nothing: it may hold the very claim that is to be slipped in.
 */
const SHARED_ENOUGH = 0.6
const MOST_OF_ITS_OWN = 4
/** The same of each clause by itself, in pairs of signs: a promise hung behind a true clause is none of the document's. */
const CLAUSE_SHARED = 0.3

export type Dropped =
  | 'shape'
  | 'uncited'
  | 'passage'
  | 'quote'
  | 'number'
  | 'name'
  | 'said-otherwise'
  | 'said-elsewhere'

export interface KeptSentence {
  readonly text: string
  /** Each quote to the letter; never none. */
  readonly citations: readonly Citation[]
}

export interface Checked {
  readonly kept: readonly KeptSentence[]
  /** Why each of the others fell, in order; for counting, not for people. */
  readonly dropped: readonly Dropped[]
}

/** `shown`: the passages as the writer saw them, its number 1 the first. Pure; never throws whatever was written. */
export function checkWritten(sentences: readonly WrittenSentence[], shown: readonly Citable[]): Checked {
  const kept: KeptSentence[] = []
  const dropped: Dropped[] = []
  for (const sentence of sentences.slice(0, MOST_SENTENCES)) {
    const checked = checkSentence(sentence, shown)
    if (typeof checked === 'string') dropped.push(checked)
    else if (!kept.some(({ text }) => text === checked.text)) kept.push(checked)
  }
  return { kept, dropped }
}

function checkSentence({ text, cites }: WrittenSentence, shown: readonly Citable[]): KeptSentence | Dropped {
  const said = text
    .replace(/[\s\p{Cc}\p{Cf}*#`>|]+/gu, ' ')
    .replace(/[[［【](?:\d+|[①-⑳])[\]］】]|[①-⑳]/gu, '')
    .trim()
  if (said === '' || said.length > LONGEST_SENTENCE || !/[\p{L}\d]/u.test(said)) return 'shape'
  // Letters that look like others, of scripts that no rule is written in.
  if (/(?![\p{Script=Han}\p{Script=Latin}])\p{L}/u.test(said.normalize('NFKC'))) return 'shape'
  // Figures of other scripts would pass unread.
  if (/(?!\d)\p{Nd}/u.test(said.normalize('NFKC'))) return 'number'
  if (cites.length === 0) return 'uncited'
  if (cites.length > MOST_CITES) return 'shape'
  const citations: Citation[] = []
  const own: string[] = []
  for (const { passage, quote } of cites) {
    const from = shown[passage - 1]
    if (from === undefined) return 'passage'
    const quotes = quotesIn(from.text, quote)
    if (quotes.length === 0) return 'quote'
    own.push(quote)
    citations.push(...quotes.map((words) => ({ ...from.source, quote: words })))
  }
  const fault = faultOf(said, own, citations)
  return fault ?? { text: ended(said), citations: distinct(citations) }
}

/** `own`: the quotes as they were given, of which those in `citations` are whole sentences. */
function faultOf(said: string, own: readonly string[], citations: readonly Citation[]): Dropped | undefined {
  const quoted = citations.map(({ quote }) => quote).join('\n')
  const source = citations.map(aboutSource).join('\n')
  const cited = `${quoted}\n${source}`
  const held = quantitiesIn([...own, source].join('\n'))
  if (![...quantitiesIn(said)].every((key) => holdsQuantity(held, key))) return 'number'
  if (!figuresInPlace(said, quoted, source)) return 'number'
  const compared = asCompared(cited)
  if (!namesIn(said).every((name) => compared.includes(asCompared(name)))) return 'name'
  if (turnedRound(said, quoted) !== undefined) return 'said-otherwise'
  const { share, longestOwn } = sharedMatter(said, cited)
  const isElsewhere =
    share < SHARED_ENOUGH || longestOwn > MOST_OF_ITS_OWN || leastSharedClause(said, cited) < CLAUSE_SHARED
  const quotes = citations.map(({ quote }) => quote)
  return isElsewhere || !standsInOnePlace(said, quotes, source) ? 'said-elsewhere' : undefined
}

/** What is cited besides the quote: the title, where it stands, its number and its days. */
function aboutSource({ title, locator, documentNumber, issuedOn, effectiveOn, endsOn }: Citation): string {
  const days = [issuedOn, effectiveOn, endsOn].flatMap((day) => (day === undefined ? [] : [dayInWords(day)]))
  return [`《${title}》`, locator, documentNumber ?? '', ...days].join('\n')
}

function distinct(citations: readonly Citation[]): readonly Citation[] {
  return citations.filter(
    ({ doc, quote }, at) => citations.findIndex((other) => other.doc === doc && other.quote === quote) === at,
  )
}

const ended = (text: string) => (/[。！？；!?;]$/u.test(text) ? text : `${text}。`)
