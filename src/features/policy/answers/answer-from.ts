/** Answers a question from what was found, in the documents' own words, or says that nothing fits. No model. */

import type { DocumentFacts } from '../library/policy-document.ts'
import type { Hit } from '../search/passage-index.ts'
import { clauseTokensOf, tokensOf } from '../search/tokens.ts'
import { answersTexts as texts } from './answers.texts.ts'
import { askedFigure } from './asked-figure.ts'
import type { Answered, Citation, NotFound } from './citation.ts'
import { confidenceIn, shareOf, weigh } from './evidence.ts'
import { quoteFrom, type Wanted } from './quote.ts'
import { type Validity, validityOn } from './validity.ts'

// Measured: from 0.6 on, nineteen in twenty questions in a document's own words are answered and one in six whose
// passage is missing; of lay questions to statutes a half and a third, for there the neighbouring article looks as
// good. So below 0.8 the answer asks to be checked; above it one in twelve of the missing ones still passes.
const ENOUGH = 0.6
export const SURE = 0.8
const MOST_CITATIONS = 3
const MOST_NEAREST = 3
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
  /** The hits are the very articles that the question names: no doubt is left whether they are meant. */
  isNamed?: boolean
}

/** `hits` as the search for the question gave them, best first. */
export function answerFrom(
  question: string,
  hits: readonly Hit[],
  { asOf, siblings = [], isNamed = false }: AnswerOptions,
): Answered | NotFound {
  const documents = [...hits.map(({ document }) => document), ...siblings]
  const judged = hits.map((hit) => ({ hit, validity: validityOn(asOf, hit.document, documents) }))
  const current = judged.filter(({ validity }) => validity === 'current').map(({ hit }) => hit)
  // What was replaced needs no word: its successor is among the hits.
  const past = judged.find(({ validity }) => validity === 'ended' || validity === 'notYet')
  const wanted: Wanted = { figure: askedFigure(question), clause: clauseTokensOf(question)[0] }
  const best = current[0] && (isNamed ? current[0] : figureFirst(current[0], wanted.figure))
  const sureOf = (hit: Hit, rival: Hit | undefined) =>
    isNamed ? 1 : Math.round(confidenceIn(weigh(hit, rival)) * 1000) / 1000

  if (past !== undefined && (best === undefined || best.score < past.hit.score * FAR_WORSE)) {
    const confidence = sureOf(past.hit, best)
    if (confidence >= ENOUGH) return answer([cite(past.hit, past.validity, wanted)], confidence)
  }
  const confidence = best === undefined ? 0 : sureOf(best, current[1])
  if (best === undefined || confidence < ENOUGH) return nearestTo(hits)

  // A sure answer stands alone; otherwise what fits nearly as well is shown beside it.
  const beside =
    confidence >= SURE ? [] : current.slice(1).filter((hit) => confidenceIn(weigh(hit, undefined)) >= ENOUGH)
  const chosen = isNamed ? current : [best, ...elsewhere(best), ...beside]
  return answer(
    chosen.slice(0, MOST_CITATIONS).map((hit) => cite(hit, 'current', wanted)),
    confidence,
  )
}

/** Of two passages that say about as much of what is asked, the one with a figure answers “how many”. */
function figureFirst(best: Hit, figure: RegExp | undefined): Hit {
  if (figure === undefined || figure.test(best.text)) return best
  const asked = best.asked.filter(({ asking }) => !asking)
  const share = (text: string) => shareOf(asked, new Set(tokensOf(text)))
  const other = best.others.find(({ text }) => figure.test(text) && share(text) >= share(best.text) * NEARLY)
  return other === undefined ? best : { ...best, ...other }
}

/** A notice names the measure in one part and what to hand in for it in another: both answer together. */
function elsewhere(best: Hit): Hit[] {
  const missing = best.asked.filter(({ asking }) => !asking)
  const share = (texts: readonly string[]) => shareOf(missing, new Set(tokensOf(texts.join('\n'))))
  const said = [best.title, best.heading, best.text]
  const before = share(said)
  const other = best.others.find(
    ({ heading, text }) => share([...said, heading, text]) - before >= ADDS_ENOUGH,
  )
  return other === undefined ? [] : [{ ...best, ...other }]
}

function cite(hit: Hit, validity: Validity, wanted: Wanted): Citation {
  const { documentNumber, issuedOn, effectiveOn, endsOn } = hit.document
  return {
    doc: hit.doc,
    title: hit.title,
    ...quoteFrom(hit, wanted),
    ...(documentNumber === undefined ? {} : { documentNumber }),
    ...(issuedOn === undefined ? {} : { issuedOn }),
    ...(effectiveOn === undefined ? {} : { effectiveOn }),
    ...(endsOn === undefined ? {} : { endsOn }),
    validity,
  }
}

function answer(citations: Citation[], confidence: number): Answered {
  const text = texts.answer(citations.map(texts.cited), confidence >= SURE)
  return { kind: 'answered', text, citations, confidence }
}

/** Nothing answers: what comes nearest is named, not quoted. */
export function nearestTo(hits: readonly Hit[]): NotFound {
  const nearest: NotFound['nearest'] = []
  for (const { doc, title } of hits) {
    if (nearest.length < MOST_NEAREST && !nearest.some((other) => other.title === title))
      nearest.push({ doc, title })
  }
  return { kind: 'notFound', text: texts.notFound(nearest.map(({ doc, title }) => title || doc)), nearest }
}
