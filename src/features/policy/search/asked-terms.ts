/** What a question asks for: its terms, each with how telling it is among the documents at hand. */

import { withoutAskingWords } from './question-words.ts'
import { articleTokensOf, clauseTokensOf, tokensOf } from './tokens.ts'
import type { Wording } from './wording.ts'

// Asking words are a weak hint (“需要哪些材料” likes a clause with 需要): measured, none at all lost
// 1.5 points of hit@1 on statutes, all of it lost 1.3 on encyclopaedia paragraphs.
const ASKING_SHARE = 0.4
// Who names an article by its number means that one.
const ARTICLE_SHARE = 4
// What the documents themselves say needs no other wording: measured on the words of lay questions, any share from
// 0.1 to 1 was better than none.
const KNOWN_SHARE = 0.3

export type AskedTerm = {
  token: string
  /** Inverse document frequency: natural logarithm, about 0 for what stands everywhere. */
  weight: number
  /** What it counts for in the search: the weight by how often it is said, less for asking words. */
  worth: number
  /** Part of an asking word (哪些, 能不能): says nothing about whether a passage answers. */
  asking: boolean
  /** False where no passage holds it at all. */
  known: boolean
  /** The other wording it comes from; left out for the question's own. */
  wording?: Wording
}

export type Frequencies = { passages: number; count: (token: string) => number }

export function askedTerms(question: string, { passages, count }: Frequencies): AskedTerm[] {
  const content = tokenCounts(withoutAskingWords(question))
  // Most articles are one passage: a 款 has a token of its own only where it was split off.
  const clauses = clauseTokensOf(question).filter((token) => count(token) > 0)
  const articles = new Set([...articleTokensOf(question), ...clauses])
  for (const token of articles) content.set(token, 1)
  const everything = tokenCounts(question)
  const tokens = [...content.keys(), ...[...everything.keys()].filter((token) => !content.has(token))]
  return tokens.map((token) => {
    const holding = count(token)
    const weight = rarity(holding, passages)
    const times = content.get(token)
    const said = Math.log2(1 + (times ?? everything.get(token) ?? 1))
    const share = times === undefined ? ASKING_SHARE : articles.has(token) ? ARTICLE_SHARE : 1
    return { token, weight, worth: weight * said * share, asking: times === undefined, known: holding > 0 }
  })
}

/** The terms that wordings add to those of the question; of several that bring the same one, for what it is worth most. */
export function termsOfWordings(
  wordings: readonly Wording[],
  asked: readonly AskedTerm[],
  { passages, count }: Frequencies,
): AskedTerm[] {
  const own = new Set(asked.filter(({ asking }) => !asking).map(({ token }) => token))
  const terms = new Map<string, AskedTerm>()
  for (const wording of wordings) {
    const share = wording.weight / (1 + KNOWN_SHARE * Math.log2(1 + holdingAll(wording.instead ?? '', count)))
    for (const token of tellingTokens(wording.text)) {
      const holding = count(token)
      const weight = rarity(holding, passages)
      const worth = weight * share
      if (own.has(token) || (terms.get(token)?.worth ?? 0) >= worth) continue
      terms.set(token, { token, weight, worth, asking: false, known: holding > 0, wording })
    }
  }
  return [...terms.values()]
}

/** In how many passages the words may stand at most: their rarest pair. */
function holdingAll(words: string, count: Frequencies['count']): number {
  return words === '' ? 0 : Math.min(...tellingTokens(words).map(count))
}

/** Without single characters, unless there is nothing else: a wording is a guess, and 业 of 就业 would find anything. */
function tellingTokens(words: string): string[] {
  const tokens = new Set([...tokensOf(words), ...articleTokensOf(words)])
  const telling = [...tokens].filter((token) => !/^\p{Script=Han}$/u.test(token))
  return telling.length > 0 ? telling : [...tokens]
}

/** Inverse document frequency as BM25 has it: natural logarithm, never below 0. */
function rarity(holding: number, passages: number): number {
  return Math.log(1 + (passages - holding + 0.5) / (holding + 0.5))
}

function tokenCounts(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const token of tokensOf(text)) counts.set(token, (counts.get(token) ?? 0) + 1)
  return counts
}
