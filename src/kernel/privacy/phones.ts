/** Phone numbers in the spellings people use; every rule runs on text folded to digits. */
import type { Span } from './span.ts'

const gap = String.raw`[\s\-.·—–_/\\、,，()*~|]{0,3}`

/** Eleven digits that begin 13 to 19, with anything small between them. Bounds are not asked for: 第一138… must be found too. */
const mobile = new RegExp(String.raw`1${gap}[3-9](?:${gap}\d){9}`, 'g')

/** Area code, then seven or eight digits that do not begin with 0 or 1. */
const landline = new RegExp(
  String.raw`\(?0(?:10|2\d|[3-9]\d\d)\)?${gap}[2-9]${gap}(?:\d${gap}){5,6}\d(?!\d)`,
  'g',
)
const serviceLine = new RegExp(String.raw`(?<!\d)[48]00${gap}\d{3,4}${gap}\d{3,4}(?!\d)`, 'g')
const abroad = new RegExp(String.raw`\+${gap}\d{1,3}(?:${gap}\d){6,12}(?!\d)`, 'g')

/** Without an area code only a word before it tells a phone from any other number. */
const local = new RegExp(
  String.raw`(?:电话|座机|固话|热线|手机|联系方式|联系我|致电|拨打|打到|tel)[^\d\n]{0,6}([2-9]\d{2,3}${gap}\d{4})(?!${gap}\d)`,
  'gi',
)

/** From here on a run of digits is an account, an identity number or a serial number. */
const longRun = 15

/** A mobile inside a longer run of bare digits is a piece of an account or a serial number, which has its own rule. */
function isInsideLongRun(text: string, start: number, end: number): boolean {
  if (end - start !== 11) return false
  let from = start
  let to = end
  while (start - from < longRun && isDigit(text[from - 1])) from -= 1
  while (to - end < longRun && isDigit(text[to])) to += 1
  return to - from >= longRun
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= '0' && character <= '9'
}

/** `text` is folded to digits, and harmless numbers are blanked. */
export function findPhones(text: string): Span[] {
  const spans: Span[] = []
  for (const pattern of [mobile, landline, serviceLine, abroad])
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length
      if (pattern !== serviceLine || match[0].replace(/\D/g, '').length === 10)
        if (!isInsideLongRun(text, match.index, end)) spans.push({ kind: 'phone', start: match.index, end })
    }
  for (const match of text.matchAll(local)) {
    const number = match[1] ?? ''
    const end = match.index + match[0].length
    spans.push({ kind: 'phone', start: end - number.length, end })
  }
  return spans
}
