/** The words of a passage that answer, verbatim, long enough to read as an answer. */

import { isItem } from '../reading/outline.ts'
import { chineseNumber, clausesOf } from '../reading/split-clauses.ts'
import { splitSentences } from '../reading/split-sentences.ts'
import type { Hit } from '../search/hit.ts'
import { articleTokensOf, clauseTokensOf, tokensOf } from '../search/tokens.ts'
import { coverageOf } from './coverage.ts'
import { isRule } from './rule-text.ts'

// Characters. Up to the first a clause is quoted whole; a list may be longer, cut in the middle it misleads.
const WHOLE = 160
const LONGEST = 240
const LONGEST_LIST = 450
/** In shares of what is asked: what words of the asked shape are worth; from 0.1 to 0.3 measured the same on paragraphs. */
const SHAPE_BONUS = 0.25
/** Who signed below the last article, and the day, are the document's and no part of the rule. */
const SIGNED_BELOW =
  /(?:\n\s*[^\n，。；：、]{2,40}(?:局|厅|部|委员会|办公[室厅]|政府|中心|联合会|公司)(?:办公室)?[ \t]*)*(?:\n\s*\d{4}年\d{1,2}月\d{1,2}日\s*)?$/u
const ARTICLE = /条(?:之[一二三四五六七八九十]+)?$/u

type Quotable = Pick<Hit, 'text' | 'locator' | 'asked'> &
  Partial<Pick<Hit, 'title' | 'heading' | 'also' | 'kind'>>
export type Quote = { quote: string; locator: string }

/** What is looked for besides the words: what an answer looks like, or a 款 by its number (as `clauseTokensOf` gives it). */
export type Wanted = { shape?: RegExp | undefined; clause?: string | undefined }

/** The quote is a substring of the passage's text; the locator is as exact as the passage allows (第三条第二款). */
export function quoteFrom(passage: Quotable, { shape, clause }: Wanted = {}): Quote {
  const { text, locator, asked, title = '', kind } = passage
  const named = clause === undefined ? undefined : namedClause(text, locator, clause)
  if (named !== undefined) return named
  const trimmed = text.replace(SIGNED_BELOW, '').trim() || text.trim()
  const isWhole = kind === 'row' || hasList(trimmed) || isNamed(locator, asked)
  // A clause is a thought; of a paragraph only what answers is quoted.
  const limit = isWhole ? LONGEST_LIST : isRule({ locator, title }) ? WHOLE : 0
  if (trimmed.length <= limit) return { quote: trimmed, locator }

  const sentences = splitSentences(text)
  const [from, to] = withList(sentences, bestPair(sentences, passage, shape))
  const before = sentences.slice(0, from).join('')
  const quoted = sentences.slice(from, to + 1).join('')
  return { quote: quoted.trim(), locator: exactLocator(locator, before, quoted, text) }
}

type Range = [from: number, to: number]

/**
 * The two sentences, one after the other, that together say most of what is asked; one alone where two are too long.
 * What title and heading say already tells no sentence of the passage from another: measured on encyclopaedia
 * paragraphs, leaving it out put the answer into the pair in 87 of 100 cases instead of 83.
 */
function bestPair(sentences: readonly string[], passage: Quotable, shape: RegExp | undefined): Range {
  const above = new Set(tokensOf(`${passage.title ?? ''} ${passage.heading ?? ''}`))
  const open = passage.asked.filter(({ token, asking }) => !asking && !above.has(token))
  const coverage = coverageOf({ asked: open.length === 0 ? passage.asked : open, also: passage.also ?? [] })
  const worth = (from: number, to: number) => {
    const words = sentences.slice(from, to + 1).join('')
    return coverage(new Set(tokensOf(words))) + (shape?.test(words) ? SHAPE_BONUS : 0)
  }
  let best: Range = [0, 0]
  let most = -1
  for (const at of sentences.keys()) {
    const to = at + 1 < sentences.length && lengthOf(sentences, at, at + 1) <= LONGEST ? at + 1 : at
    // Of two pairs with the same sentence in them, the one that begins with it reads better.
    const value = worth(at, to) + worth(at, at) / 1000
    if (value > most) [best, most] = [[at, to], value]
  }
  return best
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
function isNamed(locator: string, asked: Quotable['asked']): boolean {
  const [article] = articleTokensOf(locator)
  return article !== undefined && asked.some(({ token }) => token === article)
}

/** The 款 a quote stands in; an article of one 款, or a quote from several, is cited by the article alone. */
export function exactLocator(locator: string, before: string, quoted: string, text: string): string {
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
