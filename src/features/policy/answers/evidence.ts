/** How much of what was asked a passage really says. Search always finds something; this tells whether it answers. */

import { splitSentences } from '../reading/split-sentences.ts'
import type { Hit } from '../search/hit.ts'
import { articleTokensOf, clauseTokensOf, tokensOf } from '../search/tokens.ts'
import { coverageOf, unknownShare } from './coverage.ts'
import { missingShare } from './named-things.ts'

const MOST_LEAD = 0.5
const MOST_SCORE = 1.2

/** Shares from 0 to 1, by weight: a rare word counts for more than a common one. */
export type Evidence = {
  /** Of what is asked, how much stands in the best sentence and the title together. */
  sentence: number
  /** How much more of it stands in this passage than in the next document's; 0 where there is no other. */
  beyond: number
  /** Of what is asked, how much stands in no document at all. */
  unknown: number
  /** The score for the question's own words against what a passage saying everything would get, about. */
  score: number
  /** How far the next document is behind, at most 0.5; 0 where there is no other to compare with. */
  lead: number
  /** How much of the title was said. */
  named: number
  /** Of what the question names outright (a title, a place, a year), the share that the passage does not speak of. */
  missing: number
  /** By how much the passage says more than the next best, in other documents and in its own; 1 where it stands alone. */
  apart: number
}

export function weigh(question: string, hit: Hit, rival: Hit | undefined): Evidence {
  const coverage = coverageOf(hit)
  const place = tokensOf(`${hit.title} ${hit.heading}`)
  const where = `${hit.title} ${hit.locator}`
  const above = [...place, ...articleTokensOf(where), ...clauseTokensOf(where)]
  const passage = new Set([...above, ...tokensOf(hit.text)])
  const lead =
    rival === undefined || hit.score <= 0
      ? 0
      : Math.min(MOST_LEAD, Math.max(0, (hit.score - rival.score) / hit.score))
  const worth = hit.asked.reduce((sum, term) => sum + term.worth, 0)
  const brought = hit.also.reduce((sum, term) => sum + (passage.has(term.token) ? term.worth : 0), 0)
  return {
    sentence: Math.max(
      0,
      ...splitSentences(hit.text).map((sentence) => coverage(new Set([...above, ...tokensOf(sentence)]))),
    ),
    // A house with one document has nothing to tell it apart from: being alone is no evidence.
    beyond:
      rival === undefined
        ? 0
        : coverage(passage) - coverage(new Set(tokensOf(`${rival.title} ${rival.heading} ${rival.text}`))),
    unknown: unknownShare(hit),
    score: worth === 0 ? 0 : Math.min(MOST_SCORE, Math.max(0, hit.score - brought) / worth),
    lead,
    named: saidShare(hit),
    missing: missingShare(question, spokenOf(hit)),
    apart: Math.min(rival === undefined ? 1 : lead, marginWithin(hit)),
  }
}

/**
 * How likely the passage answers, 0 to 1: a logistic curve fitted to the answerable questions of two sets, to the same
 * with their passage taken out, and to questions from another field; `npm run eval` prints how it separates them.
 */
export function confidenceIn(evidence: Evidence): number {
  const { sentence, beyond, unknown, score, lead, named, missing } = evidence
  const sum =
    3.1 * sentence +
    0.5 * beyond -
    1.2 * unknown +
    1.9 * score +
    2.4 * lead +
    0.8 * named -
    1.4 * missing -
    2.5
  return 1 / (1 + Math.exp(-sum))
}

/** The same among the passages of its own document, whose title they all share: 0 where another says as much. */
function marginWithin(hit: Hit): number {
  const [other] = hit.others
  if (other === undefined) return 1
  const title = new Set(tokensOf(hit.title))
  const coverage = coverageOf({ asked: hit.asked.filter(({ token }) => !title.has(token)), also: hit.also })
  const share = coverage(new Set(tokensOf(hit.text)))
  return share === 0 ? 0 : (share - coverage(new Set(tokensOf(other.text)))) / share
}

/** The terms of a question are all its tokens, asking words included. */
function saidShare({ title, asked }: Hit): number {
  const tokens = [...new Set(tokensOf(title))]
  const said = new Set(asked.map(({ token }) => token))
  return tokens.length === 0 ? 0 : tokens.filter((token) => said.has(token)).length / tokens.length
}

/** Where something that the question names may stand, besides the words. */
function spokenOf({ title, heading, text, document }: Hit): string {
  const { issuer = '', documentNumber = '', issuedOn = '', effectiveOn = '' } = document
  return [title, heading, text, issuer, documentNumber, issuedOn, effectiveOn].join('\n')
}
