/**
 * What may be said where. One gate on the way into the outbox: every letter passes here,
 * and none is changed here. Rules: Personal Information Protection Law art. 6, 25 and 28,
 * Charity Law art. 82 (a donor who does not agree is not named), and the federation's promise of sealed identity.
 */
import type { Audience } from './directory.ts'
import type { LetterOrigin } from './letter-draft.ts'
import { fold } from './privacy/folded-text.ts'
import { findListed, findNames, type NameList } from './privacy/names.ts'
import { findPersonalNumbers, place, settleOverlaps } from './privacy/personal-numbers.ts'
import type { Finding, FindingKind } from './privacy/span.ts'

export { mask } from './privacy/mask.ts'
export { brandOf, type NameList, prepareNames } from './privacy/names.ts'
export { type Finding, type FindingKind, findingKinds } from './privacy/span.ts'

export type LetterPlace =
  | { readonly kind: 'private' }
  /** A group without an audience is one we do not know, and counts as public. */
  | { readonly kind: 'group'; readonly audience?: Audience | undefined }

export type LetterToCheck = {
  readonly text: string
  readonly origin: LetterOrigin
  readonly place: LetterPlace
  readonly names: NameList
  /** Strings that may stand in this letter: the addressee's display name in a mention, the office's own telephone. */
  readonly allow?: readonly string[] | undefined
  /** The letter goes to the very person whose particulars it holds. Default false. */
  readonly aboutSelf?: boolean | undefined
  /** People and companies whose authorship of some appeal is sealed; they reach nobody unless allowed. */
  readonly sealedNames?: readonly string[] | undefined
  readonly donorsWithoutConsent?: readonly string[] | undefined
}

/** `stops` says which findings hold the letter back; the others are for the preview. */
export type CheckedFinding = Finding & { readonly stops: boolean }

export type Checked = { readonly passes: boolean; readonly findings: readonly CheckedFinding[] }

function isStopped(kind: FindingKind, letter: LetterToCheck): boolean {
  if (kind === 'sealed-asker') return true
  if (letter.origin === 'publicDocument') return false
  if (letter.place.kind === 'private') {
    const isGrave = kind === 'identity-number' || kind === 'donor'
    return letter.origin === 'approved' && isGrave && letter.aboutSelf !== true
  }
  if (letter.origin === 'approved') return kind === 'identity-number' || kind === 'donor'
  return !(letter.place.audience === 'internal' && (kind === 'person' || kind === 'company'))
}

/** A public quote and an automatic private letter are only asked about sealed names. */
function isReadInFull(letter: LetterToCheck): boolean {
  if (letter.origin === 'publicDocument') return false
  return letter.place.kind === 'group' || letter.origin === 'approved'
}

/** Phones, plates, accounts, identity numbers and amounts in any words, overlaps settled. */
export function findNumbers(text: string): readonly Finding[] {
  return settleOverlaps(findPersonalNumbers(text))
}

/** Names of a list in any words, overlaps settled. */
export function findNamed(text: string, names: NameList): readonly Finding[] {
  const compact = fold(text, 'compact')
  return settleOverlaps(place(text, compact, findNames(compact.text, names)))
}

/** Never throws and has no side effect; a letter of 200 characters takes some tens of microseconds. */
export function checkLetter(letter: LetterToCheck): Checked {
  const { text } = letter
  const sealed = letter.sealedNames ?? []
  const isFull = isReadInFull(letter)
  if (!isFull && sealed.length === 0) return { passes: true, findings: [] }
  const compact = fold(text, 'compact')
  const found = place(text, compact, findListed(compact.text, sealed, 'sealed-asker'))
  if (isFull) {
    found.push(...place(text, compact, findListed(compact.text, letter.donorsWithoutConsent ?? [], 'donor')))
    found.push(...place(text, compact, findNames(compact.text, letter.names)))
    found.push(...findPersonalNumbers(text))
  }
  const allowed = place(text, compact, findListed(compact.text, letter.allow ?? [], 'person'))
  // An allowed 王明 does not excuse 王明远: what is found must lie within what is allowed.
  const counted = found.filter(
    (finding) => !allowed.some((range) => range.at <= finding.at && finding.end <= range.end),
  )
  const findings = settleOverlaps(counted).map((finding) => ({
    ...finding,
    stops: isStopped(finding.kind, letter),
  }))
  return { passes: findings.every((finding) => !finding.stops), findings }
}

/** That somebody is invited to a meeting tells nobody what they gave: donors are looked for only where giving is the subject. */
export const speaksOfGiving = (text: string): boolean => /捐|善款|爱心|赞助|慈善|募/u.test(text)
