/** The signs of a text that carry its matter. */

/** Particles, pronouns, what an answer is put together with, and figures: those are compared as such (quantities.ts). */
const EMPTY = new Set(
  '的了是在和与或及对将把被由从向到为以于其这那该此您你我们它他她也都就又还再要会能可以需请按照依据根据规定如果则即并且而且所因此但不过等者之中内时后前上下有无不得应当须经给予一二三四五六七八九十两百千万亿元'.split(
    '',
  ),
)
const SIGN = /\p{Script=Han}|[a-z]+/giu

export const matterSigns = (text: string): readonly string[] =>
  [...text.normalize('NFKC').toLowerCase().matchAll(SIGN)]
    .map(([sign]) => sign)
    .filter((sign) => !EMPTY.has(sign))

export interface SharedMatter {
  /** Of what a sentence says, the share that stands in the other text; 1 where it says nothing. */
  readonly share: number
  /** The most signs in a row of which none stands there. */
  readonly longestOwn: number
}

export function sharedMatter(sentence: string, other: string): SharedMatter {
  const held = new Set(matterSigns(other))
  const said = matterSigns(sentence).map((sign) => held.has(sign))
  let own = 0
  let longestOwn = 0
  for (const stands of said) {
    own = stands ? 0 : own + 1
    longestOwn = Math.max(longestOwn, own)
  }
  return { share: said.length === 0 ? 1 : said.filter((stands) => stands).length / said.length, longestOwn }
}

/** Fewer signs hold no pairs worth counting. */
const SHORT_CLAUSE = 4

/** Of each clause's pairs of signs the share that stands in the other text; the least of them all, 1 where none is long enough. */
export function leastSharedClause(sentence: string, other: string): number {
  const held = new Set(pairsOf(other))
  const shares = clausesOf(sentence)
    .map(pairsOf)
    .filter((pairs) => pairs.length >= SHORT_CLAUSE - 1)
    .map((pairs) => pairs.filter((pair) => held.has(pair)).length / pairs.length)
  return Math.min(1, ...shares)
}

function pairsOf(text: string): readonly string[] {
  const signs = matterSigns(text)
  return signs.slice(1).map((sign, at) => `${signs[at]}${sign}`)
}

/** Of what a clause says, the share that stands in another text; 0 where it says nothing. */
export function shareIn(text: string, clause: string): number {
  return matterSigns(clause).length === 0 ? 0 : sharedMatter(clause, text).share
}

export const clausesOf = (text: string): readonly string[] =>
  text.split(/[，。；！？,;!?\n]/u).filter((clause) => clause.trim() !== '')
