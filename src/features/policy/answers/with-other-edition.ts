/** Where the answer changed, both are given with their dates. */

import type { Eyes } from '../library/document-audience.ts'
import type { Library } from '../library/policy-library.ts'
import type { Hit } from '../search/hit.ts'
import type { DocumentLink } from '../validity/document-link.ts'
import { otherEdition } from '../validity/other-edition.ts'
import { validityTexts } from '../validity/validity.texts.ts'
import { answersTexts as texts } from './answers.texts.ts'
import type { Answered, Citation, NotFound } from './citation.ts'

type Found = { outcome: Answered | NotFound; hits: readonly Hit[] }
type For = { today: string; eyes: Eyes; links?: readonly DocumentLink[] }

/** The outcome with what the best clause said before, or says by now; itself where nothing changed. */
export function withOtherEdition(found: Found, library: Library, { today, eyes, links = [] }: For): Found {
  const { outcome, hits } = found
  const [first] = outcome.citations
  const hit = hits.find(({ id }) => id === first?.document)
  if (outcome.kind !== 'answered' || first === undefined || hit === undefined) return found
  if (first.validity !== 'current' || first.answeredBy !== undefined) return found
  const other = otherEdition(
    { id: first.document, position: first.position, quote: first.quote },
    library.editions(hit.document, eyes),
    { today, links },
  )
  if (other === undefined) return found
  const told = validityTexts.otherEdition(other)
  const { doc, title, documentNumber, issuedOn, effectiveOn, endsOn } = other.document
  const citation: Citation = {
    doc,
    document: other.id,
    title,
    locator: other.locator,
    position: other.passage.position,
    quote: other.quote,
    ...(documentNumber === undefined ? {} : { documentNumber }),
    ...(issuedOn === undefined ? {} : { issuedOn }),
    ...(effectiveOn === undefined ? {} : { effectiveOn }),
    ...(endsOn === undefined ? {} : { endsOn }),
    validity: other.when === 'before' ? 'replaced' : 'current',
  }
  // The edition found beside it says the same as the paragraph: it is not cited twice.
  const citations = outcome.citations.filter(({ document }) => document !== other.id)
  const text = texts.withEdition(texts.answer(citations.map(texts.cited), outcome.tier === 'sure'), told)
  const brief = texts.withEdition(texts.briefly(first, outcome.tier === 'sure'), told)
  return {
    ...found,
    outcome: { ...outcome, text, brief, citations: [...citations, citation], edition: { told, citation } },
  }
}
