/** Whether somebody asks what a rule says, as against asking for something to be done. */

import { ACTION_SIGNS } from './action-signs.ts'
import { RULE_SIGNS } from './rule-signs.ts'

/** At this score and above it is taken for a question about a rule. */
export const RULE_QUESTION = 0.5
/** Below that, from here on, it may be one: 能不能 of something that no rule is known for. */
export const PERHAPS = 0.4

/** `score` from 0 to 1; `words` are those that spoke for it, as they were said. */
export function looksLikeRuleQuestion(said: string): { score: number; words: string[] } {
  const text = said.normalize('NFKC').replace(/@\S+/gu, ' ').trim()
  let score = 0
  const words: string[] = []
  for (const { weight, words: pattern } of [...RULE_SIGNS, ...ACTION_SIGNS]) {
    const match = pattern.exec(text)
    if (match === null) continue
    score += weight
    if (weight > 0) words.push(match[0].trim())
  }
  return { score: Math.min(1, Math.max(0, Math.round(score * 100) / 100)), words }
}
