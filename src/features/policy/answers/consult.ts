/** From a question to its answer, as one library holds the documents. */

import type { Eyes } from '../library/document-audience.ts'
import type { DocumentFacts } from '../library/policy-document.ts'
import type { Library } from '../library/policy-library.ts'
import type { Hit, PassageKey } from '../search/hit.ts'
import { withoutAskingWords } from '../search/question-words.ts'
import { articleTokensOf } from '../search/tokens.ts'
import type { Wording } from '../search/wording.ts'
import { readAskedDay, readAskedEdition } from '../validity/asked-day.ts'
import { dayMeant } from '../validity/asked-edition.ts'
import type { DocumentLink } from '../validity/document-link.ts'
import { validityOn } from '../validity/validity.ts'
import { answerFrom, nearestTo } from './answer-from.ts'
import type { Answered, NotFound } from './citation.ts'
import { sourceOf } from './cite.ts'
import { type Before, leansOnBefore, saysItself, type WholeQuestion, wholeQuestion } from './follow-up.ts'
import { withAmendments } from './with-amendments.ts'
import { withOtherEdition } from './with-other-edition.ts'
import type { Citable } from './written/citable.ts'

/** Documents looked at for one answer. */
const LOOKED_AT = 8

export type Consulted = {
  /** As it was consulted: 那要交多少 together with what it goes on with. */
  question: string
  outcome: Answered | NotFound
  /** Everybody may read all that is quoted. */
  isPublic: boolean
  /** As it was said or YYYY-MM-DD, where the question asks for another day than today. */
  askedDay?: string
  /** What may be cited by whoever words the answer, best first: only what holds on the day asked for. */
  citable: readonly Citable[]
  /** It goes on with something, and nothing was asked before. */
  isIncomplete?: true
  /** A model is wording it. */
  writing?: true
}

export type Consultation = {
  /** YYYY-MM-DD, where the question itself names no day. */
  today: string
  /** YYYY-MM-DD: for this day whatever the question says. */
  asOf?: string
  eyes: Eyes
  /** Searched for beside the question's own words. */
  also?: readonly Wording[]
  /** What an embedding model finds nearest. */
  meant?: readonly PassageKey[]
  /** Confirmed links between documents. */
  links?: readonly DocumentLink[]
  /** What this person asked last and was told, if that is not long ago. */
  before?: Before
}

type Asked = { search: string; asOf: string; said?: string; within?: WholeQuestion['within'] }
type Found = { outcome: Answered | NotFound; hits: readonly Hit[]; siblings: readonly DocumentFacts[] }

/** Pure but for the library, which must be fresh. */
export function consult(library: Library, said: string, consultation: Consultation): Consulted {
  const { question, asked, found, isIncomplete } = lookUp(library, said, consultation)
  const { outcome } = withAmendments(withOtherEdition(found, library, consultation), library, consultation)
  return {
    question,
    outcome,
    isPublic: outcome.citations.every(({ document }) => library.isPublic(document)),
    ...(asked.said === undefined ? {} : { askedDay: asked.said }),
    citable: citableAmong(found, library, asked.asOf, consultation),
    ...(isIncomplete ? { isIncomplete } : {}),
  }
}

type LookedUp = { question: string; asked: Asked; found: Found; isIncomplete: boolean }

/** The words by themselves, or together with what was asked before where they lean on it. */
function lookUp(library: Library, said: string, consultation: Consultation): LookedUp {
  const look = ({ question, search, within }: WholeQuestion): LookedUp => {
    const asked = { ...timeOf(library, search, consultation), ...(within === undefined ? {} : { within }) }
    return { question, asked, found: outcomeOf(library, asked, consultation), isIncomplete: false }
  }
  const alone = look({ question: said, search: said })
  if (!leansOnBefore(said)) return alone
  const { outcome } = alone.found
  const { before } = consultation
  const stands = saysItself(said)
  if (before === undefined) return { ...alone, isIncomplete: !stands || outcome.tier === 'nothing' }
  if (stands && outcome.tier === 'sure') return alone
  const whole = look(wholeQuestion(said, before))
  return stands && outcome.kind === 'answered' && whole.found.outcome.kind === 'notFound' ? alone : whole
}

/** The day the answer is for, and the question without it. */
function timeOf(library: Library, question: string, consultation: Consultation): Asked {
  const { asOf, today, eyes } = consultation
  if (asOf !== undefined) return { search: question, asOf }
  const day = readAskedDay(question)
  if (day !== undefined) return { search: day.rest, asOf: day.day, said: day.said }
  const edition = readAskedEdition(question)
  if (edition === undefined) return { search: question, asOf: today }
  const [best] = library.search(edition.rest, { ...searching(consultation), past: true })
  const meant = best && dayMeant(edition, best.document, library.titled(new Set([best.title]), eyes), today)
  if (meant === undefined) return { search: question, asOf: today }
  return { search: edition.rest, asOf: meant, said: meant }
}

function outcomeOf(library: Library, { search, asOf, within }: Asked, consultation: Consultation): Found {
  const { eyes, today, links = [] } = consultation
  const options = { ...searching(consultation), ...(asOf === today ? {} : { past: true }) }
  const siblingsOf = (hits: readonly Hit[]) => library.titled(new Set(hits.map(({ title }) => title)), eyes)
  const from = (hits: readonly Hit[], how: { isNamed?: true; isMeant?: true } = {}, asks = search): Found => {
    const siblings = siblingsOf(hits)
    return { outcome: answerFrom(asks, hits, { asOf, siblings, links, ...how }), hits, siblings }
  }
  if (within !== undefined) return goingOn(within)
  const among = library.named(search, eyes)
  if (among.size > 0) {
    const hits = library.search(search, { ...options, among })
    const articles = articleTokensOf(search)
    if (articles.length > 0) {
      const meant = hits.flatMap((hit) => articleOf(hit, articles))
      // 慈善法第三百条 does not exist: another statute's would answer something else.
      return meant.length === 0
        ? { outcome: nearestTo(hits), hits, siblings: [] }
        : from(meant, { isNamed: true })
    }
    const found = from(hits)
    if (found.outcome.kind === 'answered') return found
  }
  return from(library.search(search, options))

  /** What is said elsewhere answers another question: the document that was cited comes first. */
  function goingOn({ title, asks }: NonNullable<Asked['within']>): Found {
    const meant = library.named(`《${title}》`, eyes)
    const there = [...(asks === '' ? [] : [asks]), search].map((words) =>
      from(library.search(words, { ...options, among: meant }), { isMeant: true }, words),
    )
    const isAtLeast = (...tiers: string[]) => there.find(({ outcome }) => tiers.includes(outcome.tier))
    const anywhere = () => from(library.search(search, options))
    if (meant.size === 0) return anywhere()
    const found = isAtLeast('probable') ?? isAtLeast('nearest') ?? anywhere()
    return saysItAgain(found, asks) ? { ...found, outcome: nearestTo(found.hits) } : found
  }

  /** What was told a moment ago and holds not a sign of what is asked now is no answer to it. */
  function saysItAgain({ outcome }: Found, asks: string): boolean {
    const [first] = outcome.citations
    if (first === undefined || !consultation.before?.told.includes(first.quote)) return false
    const signs = withoutAskingWords(asks).match(/\p{Script=Han}/gu) ?? []
    return signs.length > 0 && !signs.some((sign) => first.quote.includes(sign))
  }
}

const searching = ({ eyes, also, meant }: Consultation) => ({
  top: LOOKED_AT,
  eyes,
  ...(also === undefined ? {} : { also }),
  ...(meant === undefined ? {} : { meant }),
})

/** What may be worded: the passages that were found and hold on that day, a reviewed answer's own words for its question. */
function citableAmong(
  { hits, siblings }: Found,
  library: Library,
  asOf: string,
  { links = [] }: Consultation,
): Citable[] {
  const documents = [...hits.map(({ document }) => document), ...siblings]
  return hits
    .filter(({ document }) => validityOn(asOf, document, documents, links) === 'current')
    .map((hit) => ({
      source: sourceOf(hit, 'current'),
      text: hit.text,
      isPublic: library.isPublic(hit.id),
    }))
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
