/** From a passage that was found to its citation. */

import type { Hit } from '../search/hit.ts'
import type { Validity } from '../validity/validity.ts'
import type { Citation } from './citation.ts'
import { quoteFrom, type Wanted } from './quote.ts'

export type Source = Omit<Citation, 'quote'>

export function cite(hit: Hit, validity: Validity, wanted: Wanted): Citation {
  const reply = replyIn(hit)
  const { quote, locator } = reply ?? quoteFrom(hit, wanted)
  return { ...sourceOf(hit, validity), quote, locator }
}

/** Where the hit's passage stands, before anything of it is quoted. */
export function sourceOf(hit: Hit, validity: Validity): Source {
  const { documentNumber, issuedOn, effectiveOn, endsOn, kind, issuer, link, unchecked } = hit.document
  return {
    doc: hit.doc,
    document: hit.id,
    title: hit.title,
    locator: hit.locator,
    position: hit.position,
    ...(documentNumber === undefined ? {} : { documentNumber }),
    ...(issuedOn === undefined ? {} : { issuedOn }),
    ...(effectiveOn === undefined ? {} : { effectiveOn }),
    ...(endsOn === undefined ? {} : { endsOn }),
    ...(kind === 'answer' ? { answeredBy: issuer ?? '' } : {}),
    ...(hit.page === undefined ? {} : { page: hit.page }),
    ...(link === undefined ? {} : { link }),
    ...(unchecked === undefined ? {} : { unchecked }),
    validity,
  }
}

/** A reviewed answer was found by its question: what is quoted is the answer. */
function replyIn(hit: Hit): { quote: string; locator: string } | undefined {
  if (hit.kind !== 'question') return undefined
  const reply = [hit.next, ...hit.others].find(
    (passage) => passage !== undefined && passage.kind === undefined,
  )
  return reply === undefined ? undefined : { quote: reply.text.trim(), locator: reply.locator }
}
