/** Text with a line break at the end of every printed line, as it comes out of newspaper pages and some PDFs. */

import { labelOf } from './outline.ts'

const LEAST_LINES = 12
const WIDEST_COLUMN = 48
const NARROWEST_COLUMN = 10
const LEAST_BROKEN = 4
const LEAST_NUMBERED = 3
/** What may end a printed line without ending a sentence. */
const SENTENCE_END = /[。！？!?；;：:…][”’」』》）)】]*$/u

/** True where most lines of full width stop in the middle of a sentence that the next line goes on with. */
export function isHardWrapped(text: string): boolean {
  const lines = text.split('\n').map(closeUp)
  const widths = lines
    .filter((line) => line !== '')
    .map(widthOf)
    .sort((one, other) => one - other)
  const wide = widths[Math.floor(widths.length * 0.9)] ?? 0
  if (widths.length < LEAST_LINES || wide > WIDEST_COLUMN || wide < NARROWEST_COLUMN) return false
  const full = lines
    .map((line, at) => ({ line, next: lines[at + 1] ?? '' }))
    .filter(({ line }) => widthOf(line) > wide * 0.8)
  const broken = full.filter(
    ({ line, next }) => !SENTENCE_END.test(line) && next !== '' && labelOf(next) === undefined,
  )
  // A list of companies has lines of one width too, but no punctuation.
  const marks = text.match(/[，。；、]/gu)?.length ?? 0
  return broken.length >= LEAST_BROKEN && broken.length > full.length * 0.5 && marks > broken.length * 0.5
}

/** Lines that open a numbered part; a page with several is a printed rule and no newspaper. */
export function isNumbered(text: string): boolean {
  return text.split('\n').filter((line) => labelOf(line.trim()) !== undefined).length >= LEAST_NUMBERED
}

/** The paragraphs of a printed rule: a number, a blank line or a sentence that ends short begins a new one. */
export function unwrap(text: string): string[] {
  const lines = text.split('\n').map(closeUp)
  const wide = Math.max(0, ...lines.map(widthOf))
  const paragraphs: string[] = []
  let isOpen = false
  for (const line of lines) {
    if (line === '') {
      isOpen = false
      continue
    }
    const last = paragraphs.at(-1)
    if (isOpen && last !== undefined && labelOf(line) === undefined)
      paragraphs[paragraphs.length - 1] = joinLines(last, line)
    else paragraphs.push(line)
    // A heading, a signature, a date: short without being a sentence.
    isOpen = widthOf(line) > wide * 0.8 && !(SENTENCE_END.test(line) && widthOf(line) < wide - 2)
  }
  return paragraphs
}

/** The line without the blanks that spread a heading or a justified line: 突 出 商 会 → 突出商会. */
export function closeUp(line: string): string {
  const trimmed = line.trim().replace(/ {2,}/g, ' ')
  const characters = [...trimmed.replaceAll(' ', '')].length
  const blanks = trimmed.length - trimmed.replaceAll(' ', '').length
  if (characters >= 3 && blanks >= characters * 0.45)
    return trimmed.replace(/(?<![A-Za-z]) | (?![A-Za-z])/g, '')
  // Typesetting puts blanks around numbers and brackets; a blank between two words of a headline is meant.
  return trimmed
    .replace(/(?<=[\p{Script=Han}\p{P}]) (?=[\d\p{P}])|(?<=[\d\p{P}]) (?=[\p{Script=Han}\p{P}])/gu, '')
    .replace(/(?<=[\d%]) (?=[%\p{Script=Han}])/gu, '')
}

/** Two halves of a sentence: Latin words need the blank that the line break stood for. */
export function joinLines(before: string, after: string): string {
  return /[A-Za-z]$/.test(before) && /^[A-Za-z]/.test(after) ? `${before} ${after}` : before + after
}

export function endsSentence(line: string): boolean {
  return /[。！？!?…][”’」』》）)】]*$/u.test(line)
}

/** In Chinese characters; a Latin letter or digit is half as wide. */
export function widthOf(line: string): number {
  let width = 0
  for (const character of line) width += /[\u0020-\u007e]/.test(character) ? 0.5 : 1
  return width
}
