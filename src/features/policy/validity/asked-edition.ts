/** From 修订前 and 2016年版 to the day that the answer is for. */

import type { DocumentFacts } from '../library/policy-document.ts'
import { addDays } from '../reading/chinese-dates.ts'
import type { AskedEdition } from './asked-day.ts'
import { followersOf, forerunnersOf, startOf } from './validity.ts'

/**
 * The last day on which the edition that is meant was the one that held, today at most; undefined where the document
 * (the one that fits the question best) has no such edition in the house. `others`: everything that bears its title.
 */
export function dayMeant(
  { edition }: AskedEdition,
  document: DocumentFacts,
  others: readonly DocumentFacts[],
  today: string,
): string | undefined {
  const editions = [...forerunnersOf(document, others), document, ...followersOf(document, others)]
    .filter((one) => startOf(one) !== '')
    .sort((one, other) => (startOf(one) < startOf(other) ? -1 : 1))
  const now = editions.findLastIndex((one) => startOf(one) <= today)
  const meant =
    edition === 'before'
      ? now - 1
      : editions.findIndex(({ issuedOn, effectiveOn }) =>
          [issuedOn, effectiveOn].some((day) => day?.startsWith(String(edition))),
        )
  const chosen = editions[meant]
  if (chosen === undefined) return undefined
  const next = editions[meant + 1]
  const last = next === undefined ? today : addDays(startOf(next), -1)
  // Of one that does not hold yet, its first day.
  return startOf(chosen) > today ? startOf(chosen) : last < today ? last : today
}
