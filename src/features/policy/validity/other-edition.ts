/** Where the answer changed: the same clause in the edition before, or in the one that holds by now. */

import type { DocumentFacts, Passage } from '../library/policy-document.ts'
import { chineseNumber } from '../reading/split-clauses.ts'
import { type Clause, clausesIn, counterpart, saysTheSame } from './clause-likeness.ts'
import { type Beside, followersOf, forerunnersOf, periodOf, startOf } from './validity.ts'

/** A version of a document with its passages, as the library holds it. */
export type Edition = { id: string; facts: DocumentFacts; passages: readonly Passage[] }

export type OtherEdition = {
  /** Whether it held before the cited one, or after it. */
  when: 'before' | 'after'
  /** The version's id. */
  id: string
  document: DocumentFacts
  passage: Passage
  locator: string
  /** Verbatim. */
  quote: string
  /** First and last day on which it held, as far as they are known. */
  from?: string
  until?: string
}

/** What was cited: the version's id, where the passage stands in it, and the words quoted from it. */
export type CitedClause = { id: string; position: number; quote: string }

/** Characters. Of a longer stretch that changed, only the clause most like the cited one is quoted. */
const LONGEST = 260

/**
 * Undefined where there is no other edition, where the same words stand in it, or where it has no such clause.
 * `editions`: all of one title, the cited one among them. `today` (YYYY-MM-DD) tells what holds by now from what is
 * still to come, which is not told. Of several editions the one that holds today is given where the cited one is
 * past, otherwise the last one before it.
 */
export function otherEdition(
  cited: CitedClause,
  editions: readonly Edition[],
  { today, links = [] }: { today: string } & Pick<Beside, 'links'>,
): OtherEdition | undefined {
  const own = editions.find(({ id }) => id === cited.id)
  if (own === undefined) return undefined
  const facts = editions.map((edition) => edition.facts)
  const byStart = (one: DocumentFacts, other: DocumentFacts) => (startOf(one) < startOf(other) ? -1 : 1)
  const after = followersOf(own.facts, facts)
    .filter((one) => startOf(one) <= today)
    .sort(byStart)
    .at(-1)
  const other = after ?? forerunnersOf(own.facts, facts).sort(byStart).at(-1)
  const edition = editions.find((one) => one.facts === other)
  if (edition === undefined) return undefined
  const changed = changedClauses(cited, own, edition)
  const [most] = [...changed].sort((one, than) => than.like - one.like)
  if (most === undefined) return undefined
  const { passage } = most.clause
  const { at, quote } = stretch(passage, changed, most.clause)
  return {
    when: after === undefined ? 'before' : 'after',
    id: edition.id,
    document: edition.facts,
    passage,
    locator: exactLocator(passage, at, quote),
    quote,
    ...periodOf(edition.facts, { others: facts, links }),
  }
}

type Went = { clause: Clause; like: number }

/**
 * What stands in the other edition for the quoted clauses, those left out that say the same. A quoted clause that is
 * new says nothing of what was there before: then the rest of its article does.
 */
function changedClauses(cited: CitedClause, own: Edition, other: Edition): Went[] {
  const clauses = clausesIn(own.passages)
  const others = clausesIn(other.passages)
  const went = (some: readonly Clause[]) =>
    some.flatMap((clause) => {
      const found = counterpart(clause, clauses, others)
      return found === undefined ? [] : [{ ...found, isSame: saysTheSame(clause.text, found.clause.text) }]
    })
  const quoted = went(clauses.filter((clause) => isQuoted(clause, cited)))
  const article = clauses.filter(({ passage }) => passage.position === cited.position)
  return (quoted.length > 0 ? quoted : went(article)).filter(({ isSame }) => !isSame)
}

function isQuoted({ passage, text, at }: Clause, { position, quote }: CitedClause): boolean {
  if (passage.position !== position) return false
  const from = passage.text.indexOf(quote)
  // Quoted in another form (a row of a table joined, say): then all of the passage is meant.
  return from === -1 || (at < from + quote.length && from < at + text.length)
}

/** From the first to the last of what changed in one passage, where that is short enough to read. */
function stretch(passage: Passage, changed: readonly Went[], most: Clause): { at: number; quote: string } {
  const here = changed.map(({ clause }) => clause).filter((clause) => clause.passage === passage)
  const from = Math.min(...here.map(({ at }) => at))
  const to = Math.max(...here.map(({ at, text }) => at + text.length))
  if (to - from <= LONGEST) return { at: from, quote: passage.text.slice(from, to).trim() }
  return { at: most.at, quote: most.text.trim() }
}

/** 第八条第二款, where an article has several and one of them is quoted. */
function exactLocator(passage: Passage, at: number, quote: string): string {
  const clauses = clausesIn([passage])
  const quoted = clauses.flatMap((clause, number) =>
    clause.at < at + quote.length && at < clause.at + clause.text.length ? [number + 1] : [],
  )
  const [only] = quoted
  if (!/条(?:之[一二三四五六七八九十]+)?$/u.test(passage.locator) || clauses.length < 2)
    return passage.locator
  return quoted.length === 1 && only !== undefined
    ? `${passage.locator}第${chineseNumber(only)}款`
    : passage.locator
}
