/** Number plates (GA 36-2018): province, letter, five places, or six for new-energy cars. */
import type { Span } from './span.ts'

const province = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼'
const gap = String.raw`[\s·•.\-]{0,2}`
const place = '[A-HJ-NP-Z0-9]'

// Six places are tried first, so that a new-energy plate is not cut short.
const plate = new RegExp(
  `[${province}]${gap}[A-HJ-NP-Z]${gap}(?:` +
    `[A-HJK]${gap}${place}${gap}(?:\\d${gap}){3}\\d|(?:\\d${gap}){5}[A-HJK]|(?:${place}${gap}){4}[A-HJ-NP-Z0-9挂学警港澳]` +
    ')(?![A-Za-z0-9])',
  'gi',
)

/** 新 before a standard's number is the word "new", not Xinjiang. */
const standard = /^新\s*(?:GB|DB|HJ|QB|JB|ISO)/i

/** `text` is folded plainly. A plate has at least two digits, which keeps product names out. */
export function findPlates(text: string): Span[] {
  const spans: Span[] = []
  for (const match of text.matchAll(plate)) {
    const digits = match[0].replace(/\D/g, '').length
    if (digits >= 2 && !standard.test(match[0]))
      spans.push({ kind: 'plate', start: match.index, end: match.index + match[0].length })
  }
  return spans
}
