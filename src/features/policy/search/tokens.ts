/** What search compares: single characters and pairs of neighbours for Chinese, whole words for Latin and digits. */

import { numberTokensOf, readNumeral } from './number-tokens.ts'

const WORD = /[a-z]+|\d+(?:\.\d+)*|\p{Script=Han}+/gu
const NUMBERED_ARTICLE = /第\s*([零〇一二三四五六七八九十百千\d]+)\s*条/gu
const NUMBERED_CLAUSE =
  /第\s*([零〇一二三四五六七八九十百千\d]+)\s*条\s*第\s*([零〇一二三四五六七八九十\d]+)\s*款/gu

/** Full-width letters, circled numbers and capitals are the same word to somebody typing on a phone. */
export function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

/** Tokens in order of appearance, repeated as often as they occur. */
export function tokensOf(text: string): string[] {
  const folded = fold(text)
  const tokens: string[] = []
  for (const match of folded.matchAll(WORD)) addWord(match[0], tokens)
  for (const token of numberTokensOf(folded)) tokens.push(token)
  return tokens
}

/** Statutes are asked for by number in either script: 第13条 and 第十三条 become one token. */
export function articleTokensOf(text: string): string[] {
  return [...fold(text).matchAll(NUMBERED_ARTICLE)].map((match) => `第${readNumeral(match[1] ?? '')}条`)
}

/** The same for a 款 named with its article: 第三条第二款. */
export function clauseTokensOf(text: string): string[] {
  return [...fold(text).matchAll(NUMBERED_CLAUSE)].map(
    (match) => `第${readNumeral(match[1] ?? '')}条第${readNumeral(match[2] ?? '')}款`,
  )
}

function addWord(word: string, tokens: string[]): void {
  if (/^[a-z\d]/.test(word)) {
    tokens.push(word)
    return
  }
  const characters = [...word]
  for (const [at, character] of characters.entries()) {
    tokens.push(character)
    const next = characters[at + 1]
    if (next !== undefined) tokens.push(character + next)
  }
}
