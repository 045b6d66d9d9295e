/** What a company's people tell of it and take back, and who of them wants to be reminded. */

import type { Doing } from '../../../conversation/feature.ts'
import type { KnownFact, ToldFacts } from './company-facts.ts'
import { companyOf } from './matching.service.ts'
import type { MatchingStore, Profile } from './matching.store.ts'

/** More than all questions that could be asked; own words of many policies end somewhere. */
const MOST_FACTS = 200

const none = (company: string): Profile => ({
  company,
  facts: {},
  reminds: null,
  remindsAt: null,
  version: 0,
})

async function change(
  store: MatchingStore,
  doing: Doing,
  how: (profile: Profile, code: string) => Profile,
): Promise<void> {
  const company = await companyOf(doing)
  const { code } = doing.by.person
  // Whoever left the company in the meantime says nothing of it any more.
  if (company === undefined || code === undefined) return
  const profile = (await store.findProfile(company.code, doing.work)) ?? none(company.code)
  store.saveProfile(how(profile, code), doing.work)
}

export function keepFacts(store: MatchingStore, told: ToldFacts, doing: Doing): Promise<void> {
  const at = doing.work.at.toISOString()
  return change(store, doing, (profile, by) => {
    const fresh = Object.entries(told).map(([key, value]): [string, KnownFact] => [key, { value, by, at }])
    const all = Object.entries({ ...profile.facts, ...Object.fromEntries(fresh) })
    return { ...profile, facts: Object.fromEntries(all.slice(-MOST_FACTS)) }
  })
}

export function dropFacts(
  store: MatchingStore,
  keys: readonly string[] | undefined,
  doing: Doing,
): Promise<void> {
  return change(store, doing, (profile) => {
    const left = Object.entries(profile.facts).filter(([key]) => keys !== undefined && !keys.includes(key))
    return { ...profile, facts: Object.fromEntries(left) }
  })
}

export function setReminding(store: MatchingStore, on: boolean, doing: Doing): Promise<void> {
  return change(store, doing, (profile, code) => {
    if (!on && profile.reminds !== code) return profile
    return { ...profile, reminds: on ? code : null, remindsAt: on ? doing.work.at : null }
  })
}
