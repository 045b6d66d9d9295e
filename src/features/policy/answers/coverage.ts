/** How much of what was asked stands in a text: the question's own words, or the rule's words for them. */

import type { AskedTerm } from '../search/asked-terms.ts'
import type { Hit } from '../search/hit.ts'
import { tokensOf } from '../search/tokens.ts'

/** What the rule's word for something counts for beside the word that was said. */
const TRANSLATED = 0.8
/** Rules have several words for one thing and use one of them: two thirds of them by weight are all that is needed. */
const OF_SEVERAL = 1.5

/** A share from 0 to 1 by weight: a rare word counts for more than a common one. */
export type Coverage = (tokens: ReadonlySet<string>) => number

type Asked = Pick<Hit, 'asked' | 'also'>
type Translation = { said: ReadonlySet<string>; written: readonly AskedTerm[] }

export function coverageOf({ asked, also }: Asked): Coverage {
  const terms = asked.filter(({ asking }) => !asking)
  const translations = translationsIn(also)
  const total = sumOf(terms)
  if (total === 0) return () => 0
  return (tokens) => {
    const shares = translations.map(({ said, written }) => ({
      said,
      share: TRANSLATED * Math.min(1, OF_SEVERAL * shareOf(written, tokens)),
    }))
    const found = terms.reduce((sum, { token, weight }) => {
      if (tokens.has(token)) return sum + weight
      const best = shares.reduce((most, one) => (one.said.has(token) ? Math.max(most, one.share) : most), 0)
      return sum + weight * best
    }, 0)
    return found / total
  }
}

/** Of what is asked, how much stands in no document at all and is not said in other words either. */
export function unknownShare({ asked, also }: Asked): number {
  const translated = new Set(translationsIn(also).flatMap(({ said }) => [...said]))
  const terms = asked.filter(({ asking }) => !asking)
  const total = sumOf(terms)
  const unknown = terms.filter(({ known, token }) => !known && !translated.has(token))
  return total === 0 ? 0 : sumOf(unknown) / total
}

/** The share by weight of the terms that are among the tokens. */
export function shareOf(terms: readonly AskedTerm[], tokens: ReadonlySet<string>): number {
  const total = sumOf(terms)
  return total === 0 ? 0 : sumOf(terms.filter(({ token }) => tokens.has(token))) / total
}

/** By what was said (拖工钱), all that rules write for it: a form that stands everywhere (不得超过) says little of it. */
function translationsIn(also: readonly AskedTerm[]): Translation[] {
  const bySaid = new Map<string, AskedTerm[]>()
  for (const term of also) {
    const said = term.wording?.instead
    if (said !== undefined) bySaid.set(said, [...(bySaid.get(said) ?? []), term])
  }
  return [...bySaid].map(([said, written]) => ({ said: new Set(tokensOf(said)), written }))
}

const sumOf = (terms: readonly AskedTerm[]) => terms.reduce((sum, { weight }) => sum + weight, 0)
