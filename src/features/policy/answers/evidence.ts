/** How much of what was asked a passage really says. Search always finds something; this tells whether it answers. */

import { splitSentences } from '../reading/split-sentences.ts'
import type { AskedTerm } from '../search/asked-terms.ts'
import type { Hit } from '../search/passage-index.ts'
import { articleTokensOf, clauseTokensOf, tokensOf } from '../search/tokens.ts'

const MOST_LEAD = 0.5

/** Shares from 0 to 1, by weight: a rare word counts for more than a common one. */
export type Evidence = {
  /** Of what is asked, how much stands in the passage, its heading or its title. */
  passage: number
  /** The same for its best sentence alone. */
  sentence: number
  /** Of what is asked, how much stands in no document at all. */
  unknown: number
  /** The score against what a passage saying everything would get, about. */
  score: number
  /** How far the next document is behind, at most 0.5; 0 where there is no other to compare with. */
  lead: number
}

export function weigh(hit: Hit, rival: Hit | undefined): Evidence {
  const asked = hit.asked.filter(({ asking }) => !asking)
  const worth = hit.asked.reduce((sum, term) => sum + term.worth, 0)
  const unknown = new Set(asked.filter(({ known }) => !known).map(({ token }) => token))
  const place = `${hit.title} ${hit.locator}`
  const numbers = [...articleTokensOf(place), ...clauseTokensOf(place)]
  const holds = (text: string) => shareOf(asked, new Set([...tokensOf(text), ...numbers]))
  return {
    passage: holds(`${hit.title} ${hit.heading} ${hit.text}`),
    sentence: Math.max(0, ...splitSentences(hit.text).map(holds)),
    unknown: shareOf(asked, unknown),
    score: worth === 0 ? 0 : hit.score / worth,
    // A house with one document has nothing to tell it apart from: being alone is no evidence.
    lead:
      rival === undefined || hit.score === 0 ? 0 : Math.min(MOST_LEAD, (hit.score - rival.score) / hit.score),
  }
}

/**
 * How likely the passage answers, 0 to 1: a logistic curve fitted to 1,041 answerable questions, 120 whose
 * passage had been taken out and 1,241 from another field, rounded; `npm run bench:search` prints how it separates them.
 */
export function confidenceIn({ passage, sentence, unknown, score, lead }: Evidence): number {
  const sum = 1.7 * passage + 2.1 * sentence - 1.8 * unknown + 2 * score + 1.8 * lead - 2.2
  return 1 / (1 + Math.exp(-sum))
}

/** The share by weight of the terms that are among the tokens. */
export function shareOf(asked: readonly AskedTerm[], tokens: ReadonlySet<string>): number {
  const total = asked.reduce((sum, { weight }) => sum + weight, 0)
  const found = asked.reduce((sum, { token, weight }) => sum + (tokens.has(token) ? weight : 0), 0)
  return total === 0 ? 0 : found / total
}
