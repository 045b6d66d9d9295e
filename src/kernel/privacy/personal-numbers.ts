/** All that can be read off the letters themselves, without a list of names. */
import { findAmounts } from './amounts.ts'
import { findBankAccounts } from './bank-accounts.ts'
import { fold, unfold } from './folded-text.ts'
import { blankHarmless } from './harmless-numbers.ts'
import { findIdentityNumbers } from './identity-numbers.ts'
import { findPhones } from './phones.ts'
import { findPlates } from './plates.ts'
import type { Finding, FindingKind, Span } from './span.ts'

/** Where two rules claim the same digits, the graver one names them. */
const gravity: readonly FindingKind[] = [
  'sealed-asker',
  'donor',
  'identity-number',
  'bank-account',
  'phone',
  'plate',
  'amount',
  'person',
  'company',
]

type Placed = Finding & { readonly end: number }

/** Both stretches as one, where they overlap. */
function joined(one: Placed, other: Placed): Placed {
  const [first, second] = one.at <= other.at ? [one, other] : [other, one]
  const rest = second.end > first.end ? second.text.slice(first.end - second.at) : ''
  return { ...first, text: first.text + rest, end: Math.max(first.end, second.end) }
}

/** Findings of one kind that overlap are one, from the first sign to the last; drops what overlaps something graver. */
export function settleOverlaps(findings: readonly Placed[]): Finding[] {
  const kept: Placed[] = []
  const byGravity = [...findings].sort(
    (a, b) =>
      gravity.indexOf(a.kind) - gravity.indexOf(b.kind) || b.text.length - a.text.length || a.at - b.at,
  )
  for (const finding of byGravity) {
    const place = kept.findIndex((other) => finding.at < other.end && other.at < finding.end)
    const other = kept[place]
    if (other === undefined) kept.push(finding)
    // A telephone read in two ways: a mobile, and a landline with what follows it.
    else if (other.kind === finding.kind) kept[place] = joined(other, finding)
  }
  return kept.sort((a, b) => a.at - b.at).map(({ kind, text, at }) => ({ kind, text, at }))
}

/** Turns stretches of a folded text into stretches of the original. */
export function place(original: string, folded: ReturnType<typeof fold>, spans: readonly Span[]): Placed[] {
  return spans.map(({ kind, start, end }) => {
    const found = unfold(original, folded, start, end)
    return { kind, ...found, end: found.at + found.text.length }
  })
}

// A plate needs no ASCII digit in a row and an amount may have none at all, so only these two skip nothing.
const mayHoldNumber =
  /[0-9０-９零〇一二三四五六七八九幺壹贰叁肆伍陆柒捌玖①-⑨⓪❶-❾➀-➈⁰-⁹₀-₉¹²³٠-٩]|[\u{1d7ce}-\u{1d7ff}]/u

/** Phones, identity numbers, accounts, plates and amounts in any letter; `at` counts UTF-16 units. */
export function findPersonalNumbers(text: string): Placed[] {
  const plain = fold(text, 'plain')
  const found = place(text, plain, findAmounts(plain.text))
  if (!mayHoldNumber.test(text)) return found
  found.push(...place(text, plain, findPlates(plain.text)))
  const digits = fold(text, 'digits')
  found.push(...place(text, digits, findPlates(digits.text)))
  const blanked = blankHarmless(digits.text)
  const identities = findIdentityNumbers(digits.text)
  found.push(...place(text, digits, identities))
  found.push(...place(text, digits, findPhones(blanked)))
  found.push(...place(text, digits, findBankAccounts(blanked)))
  return found
}
