/** Answers a question from what was found, in the documents' own words, or says that nothing fits. No model. */

import type { DocumentFacts } from '../library/policy-document.ts'
import type { Hit } from '../search/hit.ts'
import { clauseTokensOf, tokensOf } from '../search/tokens.ts'
import type { DocumentLink } from '../validity/document-link.ts'
import { type Validity, validityOn } from '../validity/validity.ts'
import { answerShape } from './answer-shape.ts'
import type { Tier } from './answers.effects.ts'
import { answersTexts as texts } from './answers.texts.ts'
import type { Answered, Citation, NotFound } from './citation.ts'
import { cite } from './cite.ts'
import { coverageOf } from './coverage.ts'
import { confidenceIn, weigh } from './evidence.ts'
import type { Wanted } from './quote.ts'
import { isRule } from './rule-text.ts'
import { tierOf } from './tier.ts'
import { speaksOfUnknown } from './unknown-things.ts'

const MOST_CITATIONS = 3
const MOST_NEAREST = 3
/** Clauses shown where none is known to answer. */
const MOST_SHOWN = 2
/** A document that ended is told about when what still holds fits so much worse. */
const FAR_WORSE = 0.6
const NEARLY = 0.7
/** Share of what is asked that another part of the same document has to add. */
const ADDS_ENOUGH = 0.08

export type AnswerOptions = {
  /** The day (YYYY-MM-DD) the answer is for. */
  asOf: string
  /** Documents of the same titles as those found: a newer version replaces one even where it was not found. */
  siblings?: readonly DocumentFacts[]
  /** What was confirmed about documents that end or replace others. */
  links?: readonly DocumentLink[]
  /** The hits are the very articles that the question names: no doubt is left whether they are meant. */
  isNamed?: boolean
  /** Whether they are meant is only supposed: nothing of them is sure. */
  isMeant?: boolean
}

type Judged = { citation: Citation; tier: Tier; confidence: number }

/** `hits` as the search for the question gave them, best first. */
export function answerFrom(
  question: string,
  hits: readonly Hit[],
  { asOf, siblings = [], links = [], isNamed = false, isMeant = false }: AnswerOptions,
): Answered | NotFound {
  const documents = [...hits.map(({ document }) => document), ...siblings]
  const standing = hits.map((hit) => ({ hit, validity: validityOn(asOf, hit.document, documents, links) }))
  const current = standing.filter(({ validity }) => validity === 'current').map(({ hit }) => hit)
  // What was replaced needs no word: its successor is among the hits.
  const past = standing.find(({ validity }) => ['ended', 'notYet', 'repealed'].includes(validity))
  const shape = answerShape(question)
  const wanted: Wanted = { shape: shape?.looks, clause: clauseTokensOf(question)[0] }
  const judge = (hit: Hit, rival: Hit | undefined, validity: Validity = 'current'): Judged => {
    const citation = cite(hit, validity, wanted)
    if (isNamed) return { citation, tier: 'sure', confidence: 1 }
    const evidence = weigh(question, hit, rival)
    const confidence = Math.round(confidenceIn(evidence) * 1000) / 1000
    // Staff answer in the words of speech: 不用，到镇里登记就行.
    const isReply = hit.document.kind === 'answer'
    const tier = tierOf({
      confidence,
      isRule: isRule(hit),
      fits: isReply || shape?.looks.test(citation.quote) !== false,
      cannotAnswer:
        !isReply && shape?.isStrict === true && !shape.looks.test(`${hit.text}\n${citation.quote}`),
      speaksOfUnknown: speaksOfUnknown(question, hit),
      evidence,
    })
    return { citation, confidence, tier: isMeant && tier === 'sure' ? 'probable' : tier }
  }

  const best = current[0] && (isNamed ? current[0] : figureFirst(current[0], wanted.shape))
  if (past !== undefined && (best === undefined || best.score < past.hit.score * FAR_WORSE)) {
    const judged = judge(past.hit, best, past.validity)
    const answer = answered([judged.citation], judged)
    if (answer !== undefined) return answer
  }
  if (best === undefined) return nearestTo(hits)
  const judged = judge(best, current[1])
  const others = isNamed ? current.slice(1) : [...rowsBeside(best, question), ...elsewhere(best)]
  // A sure answer stands alone; otherwise what fits nearly as well is shown beside it.
  const beside =
    judged.tier === 'sure' ? [] : current.slice(1).filter((hit) => answers(judge(hit, undefined)))
  const citations = [judged.citation, ...[...others, ...beside].map((hit) => cite(hit, 'current', wanted))]
  const answer = answered(citations.slice(0, MOST_CITATIONS), judged)
  if (answer !== undefined) return answer
  if (judged.tier === 'nothing') return nearestTo(hits, judged)
  const alike = current.slice(1).map((hit) => judge(hit, undefined))
  const shown = [judged, ...alike.filter(({ tier }) => tier !== 'nothing')].slice(0, MOST_SHOWN)
  return nearestTo(
    hits,
    judged,
    shown.map(({ citation }) => citation),
  )
}

const answers = ({ tier }: Judged) => tier === 'sure' || tier === 'probable'

function answered(citations: Citation[], { tier, confidence }: Judged): Answered | undefined {
  if (tier !== 'sure' && tier !== 'probable') return undefined
  const text = texts.answer(citations.map(texts.cited), tier === 'sure')
  return { kind: 'answered', tier, text, citations, confidence }
}

/** Nothing is known to answer: what comes nearest is named, and shown where it is a clause that may help. */
export function nearestTo(
  hits: readonly Hit[],
  { confidence } = { confidence: 0 },
  citations: Citation[] = [],
): NotFound {
  const nearest: NotFound['nearest'] = []
  for (const { doc, title, document } of hits) {
    // A question that staff answered is no document to look into.
    if (document.kind === 'answer') continue
    if (nearest.length < MOST_NEAREST && !nearest.some((other) => other.title === title))
      nearest.push({ doc, title })
  }
  const text =
    citations.length > 0
      ? texts.nearest(citations.map(texts.cited))
      : texts.notFound(nearest.map(({ doc, title }) => title || doc))
  const tier = citations.length > 0 ? 'nearest' : 'nothing'
  return { kind: 'notFound', tier, text, nearest, citations, confidence }
}

/** Of two passages that say about as much of what is asked, the one with a figure answers “how many”. */
function figureFirst(best: Hit, shape: RegExp | undefined): Hit {
  if (shape === undefined || shape.test(best.text)) return best
  const coverage = coverageOf(best)
  // What the title says of it (出口保险补助办法) the article with the figure need not say again.
  const share = ({ heading, text }: Pick<Hit, 'heading' | 'text'>) =>
    coverage(new Set(tokensOf(`${best.title} ${heading} ${text}`)))
  const enough = share(best) * NEARLY
  // One row of a table is no answer where it was not asked for.
  const other = best.others.find((one) => one.kind !== 'row' && shape.test(one.text) && share(one) >= enough)
  return other === undefined ? best : at(best, other)
}

/** Where the figure asked for is in no row by itself (500 of 300 to 1000), whoever reads the rows finds theirs. */
function rowsBeside(best: Hit, question: string): Hit[] {
  const figures = question.match(/\d+(?:\.\d+)?/gu) ?? []
  if (best.kind !== 'row' || figures.every((figure) => best.text.includes(figure))) return []
  return best.others
    .filter(({ kind, heading }) => kind === 'row' && heading === best.heading)
    .sort((one, other) => one.position - other.position)
    .map((row) => ({ ...at(best, row), kind: 'row' }))
}

/** A notice names the measure in one part and what to hand in for it in another: both answer together. */
function elsewhere(best: Hit): Hit[] {
  if (best.document.kind === 'answer') return []
  const coverage = coverageOf(best)
  const share = (texts: readonly string[]) => coverage(new Set(tokensOf(texts.join('\n'))))
  const said = [best.title, best.heading, best.text]
  const before = share(said)
  const other = best.others.find(
    ({ heading, text }) => share([...said, heading, text]) - before >= ADDS_ENOUGH,
  )
  return other === undefined ? [] : [at(best, other)]
}

/** Another passage of the same document. */
function at(
  { kind: _kind, page: _page, previous: _previous, next: _next, ...hit }: Hit,
  passage: Hit['others'][number],
): Hit {
  return { ...hit, ...passage }
}
