/** 脱敏 for logs and exports. */
import { findPersonalNumbers, settleOverlaps } from './personal-numbers.ts'
import type { FindingKind } from './span.ts'

/** How much stays readable at the head and the tail; an amount is no secret of a person and stays. */
const kept: Partial<Record<FindingKind, readonly [head: number, tail: number]>> = {
  phone: [3, 2],
  'identity-number': [1, 1],
  plate: [2, 0],
  'bank-account': [0, 4],
}

/**
 * Stars over phones, identity numbers, plates and accounts; the rest is untouched.
 * 138******34 rather than the usual 138****1234: with seven digits known, four are soon guessed.
 */
export function mask(text: string): string {
  let out = ''
  let written = 0
  for (const finding of settleOverlaps(findPersonalNumbers(text))) {
    const rule = kept[finding.kind]
    if (!rule) continue
    const signs = [...finding.text].filter((sign) => !/[\s\-.·—–_/\\、,，()*~|]/.test(sign))
    const [head, tail] = rule
    const hidden = Math.max(0, signs.length - head - tail)
    out += text.slice(written, finding.at)
    out +=
      signs.slice(0, head).join('') + '*'.repeat(hidden) + (tail === 0 ? '' : signs.slice(-tail).join(''))
    written = finding.at + finding.text.length
  }
  return out + text.slice(written)
}
