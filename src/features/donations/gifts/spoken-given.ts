import { capitalFen, spokenFen } from '../../../kernel/money.ts'
import { spokenQuantity } from '../../../kernel/quantity.ts'
import type { Consent, Donor, Given } from './gift.ts'

/** 50,000.00 元; 矿泉水 200 箱（慈善总会估价 8,000.00 元）. */
export function spokenGiven(given: Given): string {
  if (given.kind === 'money') return spokenFen(given.fen)
  const worth = given.fen === undefined ? '' : `（${spokenWorth(given.valuedBy, spokenFen(given.fen))}）`
  return `${given.item} ${spokenQuantity(given.quantity)} ${given.unit}${worth}`
}

/** 慈善总会估价 8,000.00 元, 按发票价计 8,000.00 元. */
export function spokenWorth(valuedBy: string | undefined, amount: string): string {
  if (valuedBy === undefined) return `价值 ${amount}`
  return valuedBy.endsWith('价') ? `按${valuedBy}计 ${amount}` : `${valuedBy}估价 ${amount}`
}

/** With the capital numerals beside the sum, so that a slip is seen: 50,000.00 元（伍万元整）. */
export const spokenTwice = (given: Given): string =>
  given.kind === 'money' ? `${spokenFen(given.fen)}（${capitalFen(given.fen)}）` : spokenGiven(given)

/** How the public list will show it. */
export function spokenConsent(consent: Consent, donor: Donor): string {
  if (donor.kind === 'minor') return '匿名（未成年人一律不署名）'
  if (consent === 'anonymous') return '匿名'
  return donor.kind === 'company' || consent === 'company' ? '署企业名' : '署姓名'
}
