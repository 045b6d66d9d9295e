/** Answers a question from what was found, in the documents' own words, or says that nothing fits. No model. */

import { askedFigure } from './asked-figure.ts'
import type { Answered, Citation, NotFound } from './citation.ts'
import { confidenceIn, shareOf, weigh } from './evidence.ts'
import type { Hit } from './passage-index.ts'
import { policyTexts as texts } from './policy.texts.ts'
import type { DocumentFacts } from './policy-document.ts'
import { quoteFrom } from './quote.ts'
import { tokensOf } from './tokens.ts'
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

/** `hits` as the search for the question gave them, best first; `asOf` is the day (YYYY-MM-DD) the answer is for. */
export function answerFrom(
  question: string,
  hits: readonly Hit[],
  { asOf }: { asOf: string },
): Answered | NotFound {
  const documents = hits.map(({ document }) => document)
  const judged = hits.map((hit) => ({ hit, validity: validityOn(asOf, hit.document, documents) }))
  const current = judged.filter(({ validity }) => validity === 'current').map(({ hit }) => hit)
  // What was replaced needs no word: its successor is among the hits.
  const past = judged.find(({ validity }) => validity === 'ended' || validity === 'notYet')
  const figure = askedFigure(question)
  const best = current[0] && figureFirst(current[0], figure)

  if (past !== undefined && (best === undefined || best.score < past.hit.score * FAR_WORSE)) {
    const confidence = confidenceIn(weigh(past.hit, best))
    if (confidence >= ENOUGH)
      return answer([cite(past.hit, past.validity, figure)], [past.hit.document], confidence)
  }
  const confidence = best === undefined ? 0 : confidenceIn(weigh(best, current[1]))
  if (best === undefined || confidence < ENOUGH) return notFound(hits)

  // A sure answer stands alone; otherwise what fits nearly as well is shown beside it.
  const beside =
    confidence >= SURE ? [] : current.slice(1).filter((hit) => confidenceIn(weigh(hit, undefined)) >= ENOUGH)
  const chosen = [best, ...elsewhere(best), ...beside].slice(0, MOST_CITATIONS)
  return answer(
    chosen.map((hit) => cite(hit, 'current', figure)),
    chosen.map(({ document }) => document),
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

function cite(hit: Hit, validity: Validity, figure: RegExp | undefined): Citation {
  const { documentNumber, issuedOn } = hit.document
  return {
    doc: hit.doc,
    title: hit.title,
    ...quoteFrom(hit, figure),
    ...(documentNumber === undefined ? {} : { documentNumber }),
    ...(issuedOn === undefined ? {} : { issuedOn }),
    validity,
  }
}

function answer(citations: Citation[], documents: readonly DocumentFacts[], confidence: number): Answered {
  const parts = citations.map((citation, at) => {
    const { effectiveOn, endsOn } = documents[at] ?? {}
    return texts.cited({ ...citation, effectiveOn, endsOn })
  })
  return { kind: 'answered', text: texts.answer(parts, confidence >= SURE), citations, confidence }
}

function notFound(hits: readonly Hit[]): NotFound {
  const nearest: NotFound['nearest'] = []
  for (const { doc, title } of hits) {
    if (nearest.length < MOST_NEAREST && !nearest.some((other) => other.title === title))
      nearest.push({ doc, title })
  }
  return { kind: 'notFound', text: texts.notFound(nearest.map(({ doc, title }) => title || doc)), nearest }
}
