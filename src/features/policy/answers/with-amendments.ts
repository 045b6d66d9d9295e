/** Where a document was amended by another, whoever reads it is told to look at that one too. */

import { type Eyes, maySee } from '../library/document-audience.ts'
import type { Library } from '../library/policy-library.ts'
import type { Hit } from '../search/hit.ts'
import type { DocumentLink } from '../validity/document-link.ts'
import { validityTexts } from '../validity/validity.texts.ts'
import { amendmentsOf } from '../validity/validity.ts'
import { answersTexts as texts } from './answers.texts.ts'
import type { Answered, NotFound } from './citation.ts'

type Found = { outcome: Answered | NotFound; hits: readonly Hit[] }
type For = { today: string; eyes: Eyes; links?: readonly DocumentLink[] }

/** Of the document that is cited first, by what is confirmed today; itself where nothing is known. */
export function withAmendments(found: Found, library: Library, { today, eyes, links = [] }: For): Found {
  const { outcome, hits } = found
  const cited = hits.find(({ id }) => id === outcome.citations[0]?.document)?.document
  if (outcome.kind !== 'answered' || cited === undefined || links.length === 0) return found
  const titles = amendmentsOf(cited, links, today).flatMap(({ doc, from }) => {
    const by = library.find(doc)
    return by !== undefined && maySee(eyes, by.audience) ? [{ title: by.facts.title || doc, from }] : []
  })
  if (titles.length === 0) return found
  const told = validityTexts.amended(titles)
  const brief = outcome.brief === undefined ? {} : { brief: texts.withEdition(outcome.brief, told) }
  return { ...found, outcome: { ...outcome, text: texts.withEdition(outcome.text, told), ...brief } }
}
