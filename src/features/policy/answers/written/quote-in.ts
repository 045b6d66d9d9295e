/** A quote is believed where it stands in the passage letter by letter; what is shown is always the passage's own. */

import { isItem } from '../../reading/outline.ts'
import { splitSentences } from '../../reading/split-sentences.ts'

/** Shorter ones (申请, 的) stand everywhere and prove nothing. */
const SHORTEST = 4
/** A sentence up to here is quoted whole, so that no 不 in front of the quoted words is lost; characters. */
const LONGEST = 300
const PART_END = /[，；：,;:\n]/u

/**
 * The whole sentences of the passage that hold these words (of an endless one, the parts between commas), trimmed; for
 * an item of a list also the line it belongs to (有下列行为之一的，不予补贴：). Empty where the words do not stand
 * there. White space and line breaks do not count.
 */
export function quotesIn(text: string, words: string): readonly string[] {
  const range = rangeOf(text, words)
  if (range === undefined) return []
  const sentences = placed(text)
  const [from, to] = wholeSentences(text, range, sentences)
  const head = headOf(sentences, from)
  const quotes = head === undefined ? [text.slice(from, to)] : [head, text.slice(from, to)]
  return quotes.map((quote) => quote.trim())
}

type Range = readonly [from: number, to: number]
type Placed = { readonly text: string; readonly from: number; readonly to: number }

function rangeOf(text: string, words: string): Range | undefined {
  const wanted = words.replace(/\s+/gu, '')
  if (wanted.length < SHORTEST) return undefined
  const at: number[] = []
  let bare = ''
  for (let n = 0; n < text.length; n += 1) {
    const sign = text[n] ?? ''
    if (/\s/u.test(sign)) continue
    at.push(n)
    bare += sign
  }
  const start = bare.indexOf(wanted)
  if (start < 0) return undefined
  return [at[start] ?? 0, (at[start + wanted.length - 1] ?? 0) + 1]
}

function placed(text: string): readonly Placed[] {
  let to = 0
  return splitSentences(text).map((sentence) => {
    const from = to
    to += sentence.length
    return { text: sentence, from, to }
  })
}

function wholeSentences(text: string, [from, to]: Range, sentences: readonly Placed[]): Range {
  const held = sentences.filter((sentence) => sentence.to > from && sentence.from < to)
  const first = held[0]?.from ?? from
  const last = held.at(-1)?.to ?? to
  if (last - first <= LONGEST) return [first, last]
  let start = from
  let end = to
  while (start > first && !PART_END.test(text[start - 1] ?? '')) start -= 1
  while (end < last && !PART_END.test(text[end - 1] ?? '')) end += 1
  return [start, end]
}

/** The line that ends in a colon above the items, where what begins here is one of them. */
function headOf(sentences: readonly Placed[], from: number): string | undefined {
  let at = sentences.findIndex((sentence) => sentence.from <= from && from < sentence.to)
  if (at < 0 || !isItem(sentences[at]?.text.trim() ?? '')) return undefined
  for (; at >= 0; at -= 1) {
    const line = sentences[at]?.text.trim() ?? ''
    if (/[:：]$/u.test(line)) return line
    if (line !== '' && !isItem(line)) return undefined
  }
  return undefined
}
