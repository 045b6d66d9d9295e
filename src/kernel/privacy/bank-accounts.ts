/** Bank cards and accounts. Cards have up to 19 digits (ISO/IEC 7812-1), company accounts 12 to 22. */
import type { Span } from './span.ts'

const gap = String.raw`[\s\-.·—–_/]`

/** No harmless number in a letter has fifteen bare digits in a row. */
const bare = /\d{15,}/g
const grouped = new RegExp(`(?<!\\d)\\d{4}(?:${gap}{1,3}\\d{4}){2,4}(?:${gap}{1,3}\\d{1,4})?(?!\\d)`, 'g')
/** 6 2 1 7 …: every digit for itself. Cards begin with 3 to 6. */
const apart = new RegExp(`(?<!\\d)[3-6](?:${gap}{1,3}\\d){15,18}(?!${gap}{0,3}\\d)`, 'g')
const named = new RegExp(
  `(?:账号|帐号|卡号|账户|帐户|银行卡|开户|对公|汇到|打到|转到)[^\\d\\n]{0,20}(\\d(?:${gap}{0,2}\\d){11,24})`,
  'g',
)

/** The check that every bank card carries (ISO/IEC 7812-1, Luhn). `number` is digits only. */
export function passesLuhn(number: string): boolean {
  let sum = 0
  for (let place = 0; place < number.length; place += 1) {
    const digit = Number(number[number.length - 1 - place])
    const counted = place % 2 === 0 ? digit : digit * 2
    sum += counted > 9 ? counted - 9 : counted
  }
  return sum % 10 === 0
}

/** `text` is folded to digits, and harmless numbers are blanked. */
export function findBankAccounts(text: string): Span[] {
  const spans: Span[] = []
  for (const match of text.matchAll(bare))
    spans.push({ kind: 'bank-account', start: match.index, end: match.index + match[0].length })
  for (const match of [...text.matchAll(grouped), ...text.matchAll(apart)]) {
    const number = match[0].replace(/\D/g, '')
    // Without the check digit, groups of four could be a list of years.
    if (number.length >= 15 && (passesLuhn(number) || number.startsWith('62')))
      spans.push({ kind: 'bank-account', start: match.index, end: match.index + match[0].length })
  }
  for (const match of text.matchAll(named)) {
    const end = match.index + match[0].length
    spans.push({ kind: 'bank-account', start: end - (match[1] ?? '').length, end })
  }
  return spans
}
