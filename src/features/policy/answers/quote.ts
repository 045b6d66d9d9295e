/** The words of a passage that answer, verbatim, long enough to read as an answer. */

import { isItem } from '../reading/outline.ts'
import { chineseNumber, clausesOf } from '../reading/split-clauses.ts'
import { splitSentences } from '../reading/split-sentences.ts'
import type { AskedTerm } from '../search/asked-terms.ts'
import type { Hit } from '../search/passage-index.ts'
import { articleTokensOf, clauseTokensOf, tokensOf } from '../search/tokens.ts'
import { shareOf } from './evidence.ts'

// Characters. Up to the first a passage is quoted whole; a list may be longer, cut in the middle it misleads.
const WHOLE = 160
const LONGEST = 240
const LONGEST_LIST = 450
/** In shares of what is asked: what a figure is worth where one is asked for. */
const FIGURE_BONUS = 0.1
const ARTICLE = /条(?:之[一二三四五六七八九十]+)?$/u

type Quotable = Pick<Hit, 'text' | 'locator' | 'asked'>
export type Quote = { quote: string; locator: string }

/** What is looked for besides the words: a figure, or a 款 by its number (as `clauseTokensOf` gives it). */
export type Wanted = { figure?: RegExp | undefined; clause?: string | undefined }

/** The quote is a substring of the passage's text; the locator is as exact as the passage allows (第三条第二款). */
export function quoteFrom({ text, locator, asked }: Quotable, { figure, clause }: Wanted = {}): Quote {
  const named = clause === undefined ? undefined : namedClause(text, locator, clause)
  if (named !== undefined) return named
  const trimmed = text.trim()
  const isWhole = hasList(trimmed) || isNamed(locator, asked)
  if (trimmed.length <= (isWhole ? LONGEST_LIST : WHOLE)) return { quote: trimmed, locator }

  const sentences = splitSentences(text)
  const terms = asked.filter(({ asking }) => !asking)
  const [from, to] = withList(sentences, around(sentences, terms, figure))
  const before = sentences.slice(0, from).join('')
  const quoted = sentences.slice(from, to + 1).join('')
  return { quote: quoted.trim(), locator: exactLocator(locator, before, quoted, text) }
}

type Range = [from: number, to: number]

/** The best sentence and as many neighbours as add something asked for, or what the figure is, and fit. */
function around(
  sentences: readonly string[],
  terms: readonly AskedTerm[],
  figure: RegExp | undefined,
): Range {
  const shares = sentences.map((sentence) => {
    const bonus = figure?.test(sentence) ? FIGURE_BONUS : 0
    return shareOf(terms, new Set(tokensOf(sentence))) + bonus
  })
  const best = shares.indexOf(Math.max(...shares))
  let [from, to]: Range = [best, best]
  for (;;) {
    const now = gainOf(sentences, terms, from, to)
    const wider = (
      [
        [from - 1, to],
        [from, to + 1],
      ] as Range[]
    )
      .filter(([first, last]) => first >= 0 && last < sentences.length)
      .filter(([first, last]) => lengthOf(sentences, first, last) <= LONGEST)
      .map((range) => ({ range, gain: gainOf(sentences, terms, ...range) - now }))
      .sort((one, other) => other.gain - one.gain || other.range[1] - one.range[1])[0]
    const isShort = lengthOf(sentences, from, to) < WHOLE
    if (wider === undefined || (wider.gain < 0.05 && !isShort)) return [from, to]
    ;[from, to] = wider.range
  }
}

/** “有下列情形之一的：” without what follows, or one of its items without it, says nothing. */
function withList(sentences: readonly string[], [from, to]: Range): Range {
  let [first, last]: Range = [from, to]
  const isListItem = (at: number) => isItem(sentences[at]?.trim() ?? '')
  while (first > 0 && isListItem(first)) first -= 1
  if (/[:：]\s*$/u.test(sentences[last] ?? '') || isListItem(last))
    while (last + 1 < sentences.length && (isListItem(last + 1) || sentences[last + 1]?.trim() === ''))
      last += 1
  return lengthOf(sentences, first, last) <= LONGEST_LIST ? [first, last] : [from, to]
}

function gainOf(sentences: readonly string[], terms: readonly AskedTerm[], from: number, to: number): number {
  return shareOf(terms, new Set(tokensOf(sentences.slice(from, to + 1).join(''))))
}

function lengthOf(sentences: readonly string[], from: number, to: number): number {
  return sentences.slice(from, to + 1).join('').length
}

function hasList(text: string): boolean {
  return text.split('\n').filter((line) => isItem(line.trim())).length > 1
}

/** 第三条第二款 was asked for and the passage is the whole article: that 款 alone. */
function namedClause(text: string, locator: string, clause: string): Quote | undefined {
  if (!ARTICLE.test(locator)) return undefined
  const clauses = clausesOf(text.split('\n').filter((line) => line.trim() !== ''))
  for (const [at, lines] of clauses.entries()) {
    const name = `${locator}第${chineseNumber(at + 1)}款`
    if (
      clauses.length > 1 &&
      clauseTokensOf(name).includes(clause) &&
      lines.join('\n').length <= LONGEST_LIST
    )
      return { quote: lines.join('\n').trim(), locator: name }
  }
  return undefined
}

/** Asked for by its number (第九条说的啥): then all of it. */
function isNamed(locator: string, asked: readonly AskedTerm[]): boolean {
  const [article] = articleTokensOf(locator)
  return article !== undefined && asked.some(({ token }) => token === article)
}

/** The 款 a quote stands in; an article of one 款, or a quote from several, is cited by the article alone. */
function exactLocator(locator: string, before: string, quoted: string, text: string): string {
  if (!ARTICLE.test(locator)) return locator
  const first = clauseAt(before + (quoted.match(/^\s*\S/u)?.[0] ?? ''))
  const last = clauseAt(before + quoted.trimEnd())
  return first === last && clauseAt(text) > 1 ? `${locator}第${chineseNumber(first)}款` : locator
}

/** How many 款 have begun by the end of the text; items belong to the 款 before them. */
function clauseAt(text: string): number {
  const lines = text.split('\n').map((line) => line.trim())
  return lines.filter((line) => line !== '' && !isItem(line)).length
}
