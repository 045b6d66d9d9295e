/** Whether a document may be cited as the rule that holds on a day, and from when until when it held. */

import type { DocumentFacts } from '../library/policy-document.ts'
import { addDays } from '../reading/chinese-dates.ts'
import { plainTitle } from '../search/named-document.ts'
import type { DocumentLink } from './document-link.ts'

/** `replaced`: a later edition, or a document that says so, stands in its place; `repealed`: 废止. */
export type Validity = 'current' | 'ended' | 'notYet' | 'replaced' | 'repealed'

/** What a document's standing is judged by, besides its own dates. */
export type Beside = {
  /** Documents of the same titles, other versions of the same name among them; more does no harm. */
  others: readonly DocumentFacts[]
  /** What was confirmed about it or others. */
  links?: readonly DocumentLink[]
}

/** Days are YYYY-MM-DD. A document that bears no dates counts as current: most papers have none. */
export function validityOn(
  asOf: string,
  document: DocumentFacts,
  others: readonly DocumentFacts[],
  links: readonly DocumentLink[] = [],
): Validity {
  if (document.endsOn !== undefined && document.endsOn < asOf) return 'ended'
  if (startOf(document) > asOf) return 'notYet'
  if (followersOf(document, others).some((other) => startOf(other) <= asOf)) return 'replaced'
  const ending = endingsOf(document, links).find(({ from }) => from <= asOf)
  if (ending === undefined) return 'current'
  return ending.relation === 'repeals' ? 'repealed' : 'replaced'
}

/** From when until when it held (`until`: the last day), each as far as it is known. */
export function periodOf(
  document: DocumentFacts,
  { others, links = [] }: Beside,
): { from?: string; until?: string } {
  const [next] = followersOf(document, others).sort((one, other) => (startOf(one) < startOf(other) ? -1 : 1))
  const ends = [
    ...(document.endsOn === undefined ? [] : [document.endsOn]),
    ...(next === undefined ? [] : [isStartKnown(next) ? addDays(startOf(next), -1) : '']),
    ...endingsOf(document, links).map(({ from }) => addDays(from, -1)),
  ].sort()
  return {
    ...(isStartKnown(document) ? { from: startOf(document) } : {}),
    // Sorted first where the next edition does not say when it began: then nothing later is true either.
    ...(ends[0] ? { until: ends[0] } : {}),
  }
}

/** The first day on which it can be relied on; empty where it bears no date. */
export function startOf({
  effectiveOn = '',
  issuedOn = '',
}: Pick<DocumentFacts, 'effectiveOn' | 'issuedOn'>): string {
  return effectiveOn > issuedOn ? effectiveOn : issuedOn
}

/** Whether it is known from when it holds: an amended statute often says only when its first version began. */
export function isStartKnown({ effectiveOn, issuedOn = '' }: DocumentFacts): boolean {
  return effectiveOn !== undefined && effectiveOn >= issuedOn
}

/**
 * Whether `older` is an edition of its own that answers for its time, and not the same text handed in once more with
 * a mistake mended. Of two versions under one name.
 */
export function isEarlierEdition(older: DocumentFacts, newer: DocumentFacts): boolean {
  return startOf(older) !== '' && startOf(older) < startOf(newer)
}

/** Later editions of the same rule: the same title, or another version of the same name. */
export function followersOf(document: DocumentFacts, others: readonly DocumentFacts[]): DocumentFacts[] {
  return others.filter((other) => follows(other, document))
}

/** Earlier editions of the same rule. */
export function forerunnersOf(document: DocumentFacts, others: readonly DocumentFacts[]): DocumentFacts[] {
  return others.filter((other) => follows(document, other))
}

function follows(later: DocumentFacts, earlier: DocumentFacts): boolean {
  if (later.doc === earlier.doc) return isEarlierEdition(earlier, later)
  return (
    plainTitle(later.title) === plainTitle(earlier.title) &&
    // Encyclopaedia entries share titles without replacing each other: only dated ones do.
    (later.issuedOn ?? '') > (earlier.issuedOn ?? '9999') &&
    isSamePlace(later.issuer, earlier.issuer)
  )
}

/** 青禾县 and 云岭县 each have an 用工补贴办法; where one names no place, nothing tells them apart. */
function isSamePlace(one: string | undefined, other: string | undefined): boolean {
  const [place, than] = [placeOf(one), placeOf(other)]
  return place === undefined || than === undefined || place === than
}

function placeOf(issuer: string | undefined): string | undefined {
  return /^(?!中共中央|国务院)(\p{Script=Han}{2,8}?(?:自治区|自治州|自治县|[省市县区州旗]))/u.exec(
    issuer ?? '',
  )?.[1]
}

/** Confirmed links that amend this document by then. */
export function amendmentsOf(
  document: DocumentFacts,
  links: readonly DocumentLink[],
  day: string,
): DocumentLink[] {
  return links.filter(
    (link) =>
      link.relation === 'amends' && link.from <= day && link.doc !== document.doc && isMeant(link, document),
  )
}

/** Confirmed links that end this document. What was issued after a repeal is not what was repealed. */
function endingsOf(document: DocumentFacts, links: readonly DocumentLink[]): DocumentLink[] {
  return links.filter(
    (link) =>
      link.relation !== 'amends' &&
      link.doc !== document.doc &&
      startOf(document) < link.from &&
      isMeant(link, document),
  )
}

/** By name where the house has it; otherwise by its title, or by its number. */
export function isMeant(
  link: Pick<DocumentLink, 'other' | 'number' | 'title'>,
  { doc, title, documentNumber }: DocumentFacts,
): boolean {
  if (link.other !== undefined) return link.other === doc
  if (link.number !== undefined && documentNumber !== undefined)
    return flatNumber(link.number) === flatNumber(documentNumber)
  return plainTitle(link.title) === plainTitle(title)
}

/** 某政办〔2023〕5号 however its brackets and spaces are written. */
export function flatNumber(number: string): string {
  return number
    .normalize('NFKC')
    .replace(/[\s第]/gu, '')
    .replace(/[〔［[【({]/gu, '(')
    .replace(/[〕］\]】)}]/gu, ')')
}
