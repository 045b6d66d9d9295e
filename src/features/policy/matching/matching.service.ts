/** 政策找企业: marked policies against what is known of a company. */

import type { Doing } from '../../../conversation/feature.ts'
import { dayOf } from '../../../kernel/clock.ts'
import type { Company } from '../../../kernel/directory.ts'
import type { Work } from '../../../kernel/work.ts'
import { type Eyes, eyesOfListeners, maySee } from '../library/document-audience.ts'
import { allFacts, type CompanyFacts, rosterFacts, type ToldFacts } from './company-facts.ts'
import { offersNamed } from './find-offer.ts'
import { fitOf, judge } from './judge.ts'
import type { ListedOffer, Matched, MatchedOffer } from './matching.effects.ts'
import type { MatchingStore, Profile } from './matching.store.ts'
import { type Offer, type OfferText, quotesStand, windowOn } from './offer.ts'

const ORDER = ['fits', 'open', 'misses'] as const

/** An offer with how its document stands today. */
export interface StandingOffer {
  readonly offer: Offer
  readonly state: ListedOffer['state']
  readonly text: OfferText | undefined
}

export async function listStanding(
  store: MatchingStore,
  which: 'all' | 'open',
  today: string,
  work: Work,
): Promise<readonly StandingOffer[]> {
  const offers = await store.listOffers(which, work)
  const docs = offers.map(({ doc }) => doc)
  const byDoc = new Map(
    (await store.listTexts(docs, { passages: false }, work)).map((text) => [text.doc, text]),
  )
  // Only a version that came after the marking can have lost a sentence.
  const newer = offers.filter(({ doc, markedAt }) => (byDoc.get(doc)?.addedAt ?? markedAt) > markedAt)
  const replaced = await store.listTexts(
    newer.map(({ doc }) => doc),
    { passages: true },
    work,
  )
  const read = new Map(replaced.map((text) => [text.doc, text]))
  return offers.map((offer) => {
    const text = read.get(offer.doc) ?? byDoc.get(offer.doc)
    return { offer, text, state: stateOf(offer, text, today) }
  })
}

function stateOf(offer: Offer, text: OfferText | undefined, today: string): ListedOffer['state'] {
  if (offer.state === 'closed') return 'closed'
  if (text === undefined || (text.endsOn !== null && text.endsOn < today)) return 'gone'
  if (text.addedAt > offer.markedAt && !quotesStand(offer, text)) return 'changed'
  return windowOn(offer, today) === 'over' ? 'over' : 'open'
}

/** What these eyes may be told of: the document's audience decides, as everywhere. */
export const visible = (standing: readonly StandingOffer[], eyes: Eyes): readonly Offer[] =>
  standing.flatMap(({ offer, state, text }) =>
    state === 'open' && text !== undefined && maySee(eyes, text.audience) ? [offer] : [],
  )

export function matchOffers(
  offers: readonly Offer[],
  facts: CompanyFacts,
  today: string,
): readonly MatchedOffer[] {
  const matched = offers.map((offer): MatchedOffer => {
    const judged = offer.conditions.map((condition) => judge(condition, facts, today))
    return { offer, judged, fit: fitOf(judged), window: windowOn(offer, today) }
  })
  const rank = ({ fit }: MatchedOffer) => ORDER.indexOf(fit)
  const end = ({ offer }: MatchedOffer) => offer.closesOn ?? '9999'
  return matched.sort((one, other) => rank(one) - rank(other) || end(one).localeCompare(end(other)))
}

/** The speaker's company in the roster. */
export async function companyOf(doing: Doing): Promise<Company | undefined> {
  const { company } = doing.by.person
  return company === undefined ? undefined : (await doing.directory()).companies.get(company)
}

export async function factsOf(
  company: Company | undefined,
  profile: Profile | undefined,
  told: ToldFacts,
  doing: Doing,
): Promise<CompanyFacts> {
  const roster = company === undefined ? {} : rosterFacts(company)
  const by = doing.by.person.code ?? 'stranger'
  return allFacts(roster, profile?.facts ?? {}, told, by, doing.work.at.toISOString())
}

export async function matchFor(
  store: MatchingStore,
  asked: { readonly words?: string; readonly told: ToldFacts },
  doing: Doing,
): Promise<Matched> {
  const { work } = doing
  const today = dayOf(work.at)
  const company = await companyOf(doing)
  const profile = company === undefined ? undefined : await store.findProfile(company.code, work)
  const facts = await factsOf(company, profile, asked.told, doing)
  const eyes = eyesOfListeners({ ...doing.by, chat: doing.by.home }, await doing.directory())
  const all = visible(await listStanding(store, 'open', today, work), eyes)
  const offers = asked.words === undefined ? all : offersNamed(all, asked.words)
  return {
    ...(company === undefined ? {} : { company: company.name }),
    facts,
    offers: matchOffers(offers, facts, today),
    reminded: remindedOf(profile, doing),
  }
}

export function remindedOf(profile: Profile | undefined, doing: Doing): Matched['reminded'] {
  if (profile?.reminds == null) return 'nobody'
  return profile.reminds === doing.by.person.code ? 'me' : 'other'
}
