/** Which words are a question about a rule. */

import type { Reading } from '../../../conversation/feature.ts'
import type { Intent } from '../../../conversation/reading.ts'
import type { Said } from '../../../conversation/said.ts'
import { withoutCalls } from '../said-to-us.ts'
import { looksLikeRuleQuestion, PERHAPS, RULE_QUESTION } from './rule-question.ts'

/** Less than the surest half of the matters: those are 0.55 and more. */
const UNSURE = 0.45

export function readQuestion(said: Said): readonly Reading[] {
  const { score, words } = looksLikeRuleQuestion(withoutCalls(said.text))
  if (score < PERHAPS) return []
  if (score >= RULE_QUESTION) return [ruleQuestion(score, words)]
  // What may be a question and may be a wish yields to a plain matter, and is asked back beside a doubtful one.
  return [{ ...ruleQuestion(UNSURE, words), band: 'appeal' }]
}

/** What a model may begin by taking words for a question about a rule; the search finds out whether it is one. */
export function openedByModel(intent: Intent): Reading | undefined {
  return intent === 'policyQuestion' ? ruleQuestion(RULE_QUESTION, []) : undefined
}

const ruleQuestion = (score: number, words: readonly string[]): Reading => ({
  band: 'policy',
  dialogue: 'policy.answer',
  score,
  words,
  label: '查政策',
})
