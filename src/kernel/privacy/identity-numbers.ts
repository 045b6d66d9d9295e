/** Identity numbers of the mainland: 18 places (GB 11643-1999) and the older 15, and travel documents named as such. */
import type { Span } from './span.ts'

const gap = String.raw`[\s\-.·—–_/]{0,3}`

function spaced(...places: readonly string[]): string {
  return places.join(gap)
}

const digit = String.raw`\d`
const region = ['[1-8]', digit, digit, digit, digit, digit]
const long = new RegExp(
  spaced(
    ...region,
    `(?:1${gap}[89]|2${gap}0)`,
    digit,
    digit,
    `(?:0${gap}[1-9]|1${gap}[0-2])`,
    `(?:0${gap}[1-9]|[12]${gap}\\d|3${gap}[01])`,
    digit,
    digit,
    digit,
    '[\\dXx×]',
  ),
  'g',
)
const short = new RegExp(
  `(?<!\\d)${spaced(...region, digit, digit, `(?:0${gap}[1-9]|1${gap}[0-2])`, `(?:0${gap}[1-9]|[12]${gap}\\d|3${gap}[01])`, digit, digit, digit)}(?!\\d|${gap}[\\dXx])`,
  'g',
)
const travelDocument = /(?:护照|通行证|台胞证|回乡证|居留证)[^\da-zA-Z\n]{0,8}([a-zA-Z]{0,3}\d{7,10})(?!\d)/g

/** GB/T 2260 codes of the provinces, 71, 81 and 82 included. */
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(
    ' ',
  ),
)
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** The eighteenth place by ISO 7064 MOD 11-2; `number` has at least 17 digits. */
export function checkDigit(number: string): string {
  let sum = 0
  for (let place = 0; place < 17; place += 1) sum += Number(number[place]) * (weights[place] ?? 0)
  return '10X98765432'[sum % 11] ?? ''
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= '0' && character <= '9'
}

/** `text` is folded to digits. A wrong check digit still counts when the number stands alone: a slip of the finger is as telling. */
export function findIdentityNumbers(text: string): Span[] {
  const spans: Span[] = []
  long.lastIndex = 0
  for (let match = long.exec(text); match; match = long.exec(text)) {
    const bare = match[0]
      .replace(/[^\dXx×]/g, '')
      .toUpperCase()
      .replace('×', 'X')
    const end = match.index + match[0].length
    const standsAlone = !isDigit(text[match.index - 1]) && !isDigit(text[end])
    if (provinces.has(bare.slice(0, 2)) && (standsAlone || checkDigit(bare) === bare[17]))
      spans.push({ kind: 'identity-number', start: match.index, end })
    else long.lastIndex = match.index + 1
  }
  for (const match of text.matchAll(short))
    if (provinces.has(match[0].replace(/\D/g, '').slice(0, 2)))
      spans.push({ kind: 'identity-number', start: match.index, end: match.index + match[0].length })
  for (const match of text.matchAll(travelDocument)) {
    const end = match.index + match[0].length
    spans.push({ kind: 'identity-number', start: end - (match[1] ?? '').length, end })
  }
  return spans
}
