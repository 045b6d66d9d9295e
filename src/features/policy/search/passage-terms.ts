import type { DocumentFacts, Passage } from '../library/policy-document.ts'
import { articleTokensOf, clauseTokensOf, tokensOf } from './tokens.ts'

/** What a word of the title or the heading counts for beside one of the text. More than once gained nothing. */
const TITLE_TIMES = 1

/** The terms by which a passage is found, each with how often it counts. Another way of making them: `KEPT_FORMAT`. */
export function termsOfPassage(document: DocumentFacts, passage: Passage): Map<string, number> {
  const terms = new Map<string, number>()
  const count = (tokens: readonly string[], times: number) => {
    for (const token of tokens) terms.set(token, (terms.get(token) ?? 0) + times)
  }
  count(tokensOf(`${document.title} ${passage.heading}`), TITLE_TIMES)
  count(tokensOf(passage.text), 1)
  count(articleTokensOf(`${document.title} ${passage.locator}`).slice(0, 1), TITLE_TIMES)
  count(clauseTokensOf(passage.locator), TITLE_TIMES)
  return terms
}
