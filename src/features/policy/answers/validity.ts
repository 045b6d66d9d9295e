/** Whether a document may be cited as the rule that holds on a day. */

import type { DocumentFacts } from '../library/policy-document.ts'
import { plainTitle } from '../search/named-document.ts'

export type Validity = 'current' | 'ended' | 'notYet' | 'replaced'

/** Days are YYYY-MM-DD. A document that bears no dates counts as current: most papers have none. */
export function validityOn(
  asOf: string,
  document: DocumentFacts,
  others: readonly DocumentFacts[],
): Validity {
  if (document.endsOn !== undefined && document.endsOn < asOf) return 'ended'
  if (startOf(document) > asOf) return 'notYet'
  const isReplaced = others.some(
    (other) =>
      other.doc !== document.doc &&
      plainTitle(other.title) === plainTitle(document.title) &&
      // Encyclopaedia entries share titles without replacing each other: only dated ones do.
      (other.issuedOn ?? '') > (document.issuedOn ?? '9999') &&
      startOf(other) <= asOf,
  )
  return isReplaced ? 'replaced' : 'current'
}

/** An amended statute keeps the first day of its first version: it begins no earlier than it was issued. */
function startOf({ effectiveOn = '', issuedOn = '' }: DocumentFacts): string {
  return effectiveOn > issuedOn ? effectiveOn : issuedOn
}
