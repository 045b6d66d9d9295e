import type { Work } from '../../../kernel/work.ts'
import type { CompanyFacts } from './company-facts.ts'
import type { Offer, OfferText } from './offer.ts'

/** What a company's own people said of it. */
export interface Profile {
  /** The roster's code. */
  readonly company: string
  readonly facts: CompanyFacts
  /** Person's code who asked to be reminded before a window closes. */
  readonly reminds: string | null
  readonly remindsAt: Date | null
  readonly version: number
}

/** Port. `find…`, `save…` and `add…` are gathered with those of other conversations; the lists are a statement each. */
export interface MatchingStore {
  findOffer(doc: string, work: Work): Promise<Offer | undefined>
  /** `version` as it was read, 0 for a new one; fails as `storage-conflict` when somebody was faster. */
  saveOffer(offer: Offer, work: Work): void
  /** In order of `doc`; `open` leaves out those that staff closed. */
  listOffers(which: 'all' | 'open', work: Work): Promise<readonly Offer[]>
  /** The current documents of these names; without passages where they are not looked at. */
  listTexts(
    docs: readonly string[],
    how: { readonly passages: boolean },
    work: Work,
  ): Promise<readonly OfferText[]>
  findProfile(company: string, work: Work): Promise<Profile | undefined>
  saveProfile(profile: Profile, work: Work): void
  listProfiles(which: 'all' | 'reminded', work: Work): Promise<readonly Profile[]>
  /** Nth reminder of a company's person of a policy; the same again is left out. */
  addReminder(reminder: Reminder, work: Work): void
  /** Ends what was counted for it: its window opens anew. */
  forgetReminders(doc: string, work: Work): Promise<void>
  /** How many each company was sent about these policies, by `doc#company`. */
  countReminders(docs: readonly string[], work: Work): Promise<ReadonlyMap<string, number>>
}

export interface Reminder {
  readonly doc: string
  readonly company: string
  /** Counts from 1; two at most. */
  readonly nth: number
  readonly person: string
}
