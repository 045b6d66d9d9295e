/** Whether a model's words were the person's: it may shorten and choose, and invents nothing. */

/** Of the letters, how many must have been said; and of the neighbouring pairs, since letters alone spell anything. */
const SHARE_OF_LETTERS = 0.8
const SHARE_OF_PAIRS = 0.7

const fold = (text: string): string => text.normalize('NFKC').toLowerCase()
const bare = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]/gu, '')
/** Whole runs, so that 3 is not found in 30, nor 百 in 三百万. */
const numbersIn = (text: string): readonly string[] =>
  fold(text).match(/\d+(?:\.\d+)?|[零〇一二三四五六七八九十百千万亿两半]+/gu) ?? []

function share(of: readonly string[], known: (part: string) => boolean): number {
  return of.length === 0 ? 1 : of.filter(known).length / of.length
}

/** Neighbours within one clause: where a comma cut something out, new neighbours are no invention. */
function pairsIn(text: string): readonly string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .flatMap((clause) => [...clause].slice(1).map((sign, n) => `${[...clause][n]}${sign}`))
}

/** Made of what was said: letters, pairs and every number. A star means that something personal was masked there. */
export function isOwnWords(text: string, said: string): boolean {
  const letters = [...bare(text)]
  if (letters.length === 0 || text.includes('*')) return false
  const source = bare(said)
  const numbers = new Set(numbersIn(said))
  return (
    share(letters, (sign) => source.includes(sign)) >= SHARE_OF_LETTERS &&
    share(pairsIn(text), (pair) => source.includes(pair)) >= SHARE_OF_PAIRS &&
    numbersIn(text).every((number) => numbers.has(number))
  )
}

/** Said exactly so, for names and places, where one changed letter is another one. */
export function isVerbatim(text: string, said: string): boolean {
  const wanted = bare(text)
  return wanted !== '' && !text.includes('*') && bare(said).includes(wanted)
}
