/** What the talk about applying asks for before its step, and what it wants done. */

import type { Effect, Query } from '../../../conversation/dialogue.ts'
import type { CompanyFacts, ToldFacts } from './company-facts.ts'
import type { Fit, Judged } from './judge.ts'
import type { Offer, OfferDraft, Window } from './offer.ts'

export type MatchingQuery =
  /** What staff would mark, from words that name the document. */
  | (Query & { readonly ask: 'policy.offerDraft'; readonly words: string })
  /** The draft after what staff said of it. */
  | (Query & { readonly ask: 'policy.editOffer'; readonly draft: OfferDraft; readonly words: string })
  | (Query & { readonly ask: 'policy.offers'; readonly words?: string })
  /** `words` name a policy; left out, all of them. `told` was just said and is not kept yet. */
  | (Query & { readonly ask: 'policy.match'; readonly words?: string; readonly told: ToldFacts })
  | (Query & { readonly ask: 'policy.companyProfile'; readonly words?: string })
  | (Query & { readonly ask: 'policy.whoFits'; readonly words: string })

/** What becomes of the document that staff named. */
export type DraftFound =
  | { readonly kind: 'none' }
  | { readonly kind: 'several'; readonly titles: readonly string[] }
  | {
      readonly kind: 'one'
      readonly draft: OfferDraft
      /** Marked before, and this is how. */
      readonly known: boolean
      /** Quotes of what was marked that the document does not say any more. */
      readonly gone: number
      /** Companies that asked to be reminded. */
      readonly reminded: number
    }

export interface Edited {
  readonly draft: OfferDraft
  /** Lines that nothing was understood of. */
  readonly unread: readonly string[]
  readonly changed: boolean
}

export interface ListedOffer {
  readonly doc: string
  readonly title: string
  readonly conditions: number
  readonly opensOn: string | null
  readonly closesOn: string | null
  /** `closed`: by staff. `gone`: the document is no longer there or over. `changed`: quotes no longer stand. */
  readonly state: 'open' | 'closed' | 'gone' | 'changed' | 'over'
}

/** One policy against what is known of one company. */
export interface MatchedOffer {
  readonly offer: Pick<Offer, 'doc' | 'title' | 'opensOn' | 'closesOn' | 'gives' | 'where'>
  readonly window: Window
  readonly fit: Fit
  readonly judged: readonly Judged[]
}

export interface Matched {
  /** The asker's company; nothing for somebody without one. */
  readonly company?: string
  readonly facts: CompanyFacts
  /** What applies now or later, those that fit first; the named ones where words named some. */
  readonly offers: readonly MatchedOffer[]
  readonly reminded: 'me' | 'other' | 'nobody'
}

export interface KnownProfile {
  readonly company?: string
  readonly facts: CompanyFacts
  /** Read from the words that were asked with. */
  readonly told: ToldFacts
  readonly reminded: { readonly who: 'me' | 'other' | 'nobody'; readonly name?: string }
}

export interface WhoFits {
  /** The policy; undefined where none or several are named so. */
  readonly title?: string
  readonly fits: readonly string[]
  readonly open: readonly string[]
  readonly misses: number
}

export type MatchingEffect = Effect &
  (
    | { readonly kind: 'policy.markOffer'; readonly draft: OfferDraft }
    | { readonly kind: 'policy.closeOffer'; readonly doc: string; readonly title: string }
    /** Of the speaker's own company; a stranger's words are not kept. */
    | { readonly kind: 'policy.keepFacts'; readonly facts: ToldFacts }
    /** Every fact where no keys are given. */
    | { readonly kind: 'policy.dropFacts'; readonly keys?: readonly string[] }
    | { readonly kind: 'policy.remind'; readonly on: boolean }
    /** No policy of that name was marked: the documents may say something. */
    | { readonly kind: 'policy.askInstead'; readonly question: string; readonly sources: readonly string[] }
  )
