/** From a question to its answer, as one library holds the documents. */

import type { Eyes } from '../library/document-audience.ts'
import type { Library } from '../library/policy-library.ts'
import type { Hit } from '../search/passage-index.ts'
import { articleTokensOf } from '../search/tokens.ts'
import { answerFrom, nearestTo } from './answer-from.ts'
import { readAskedDay } from './asked-day.ts'
import type { Answered, NotFound } from './citation.ts'

/** Documents looked at for one answer. */
const LOOKED_AT = 8

export type Consulted = {
  outcome: Answered | NotFound
  /** Everybody may read all that is quoted. */
  isPublic: boolean
  /** YYYY-MM-DD where the question asks for another day than today. */
  askedDay?: string
}

export type Consultation = {
  /** YYYY-MM-DD, where the question itself names no day. */
  today: string
  /** YYYY-MM-DD: for this day whatever the question says. */
  asOf?: string
  eyes: Eyes
}

/** Pure but for the library, which must be fresh. */
export function consult(library: Library, question: string, { today, asOf, eyes }: Consultation): Consulted {
  const asked = asOf === undefined ? readAskedDay(question) : undefined
  const words = asked?.rest ?? question
  const outcome = outcomeOf(library, words, asOf ?? asked?.day ?? today, eyes)
  const cited = outcome.kind === 'answered' ? outcome.citations : []
  return {
    outcome,
    isPublic: cited.every(({ doc }) => library.find(doc)?.audience === 'everybody'),
    ...(asked === undefined ? {} : { askedDay: asked.day }),
  }
}

function outcomeOf(library: Library, question: string, asOf: string, eyes: Eyes): Answered | NotFound {
  const siblingsOf = (hits: readonly Hit[]) => library.titled(new Set(hits.map(({ title }) => title)), eyes)
  const among = library.named(question, eyes)
  if (among.size > 0) {
    const hits = library.search(question, { top: LOOKED_AT, eyes, among })
    const articles = articleTokensOf(question)
    if (articles.length > 0) {
      const meant = hits.flatMap((hit) => articleOf(hit, articles))
      // 慈善法第三百条 does not exist: another statute's would answer something else.
      if (meant.length === 0) return nearestTo(hits)
      return answerFrom(question, meant, { asOf, siblings: siblingsOf(meant), isNamed: true })
    }
    const outcome = answerFrom(question, hits, { asOf, siblings: siblingsOf(hits) })
    if (outcome.kind === 'answered') return outcome
  }
  const hits = library.search(question, { top: LOOKED_AT, eyes })
  return answerFrom(question, hits, { asOf, siblings: siblingsOf(hits) })
}

/** The hit with the passage that is, or is part of, one of the articles. */
function articleOf(hit: Hit, articles: readonly string[]): Hit[] {
  const passage = [hit, ...hit.others].find(({ locator }) =>
    // A row that is one article has its number in the title; its passages may be unnumbered.
    articleTokensOf(`${locator} ${hit.title}`)
      .slice(0, 1)
      .some((token) => articles.includes(token)),
  )
  return passage === undefined ? [] : [{ ...hit, ...passage, others: hit.others }]
}
