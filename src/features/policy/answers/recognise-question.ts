/** Which words are a question about a rule. */

import type { Listening, Reading } from '../../../conversation/feature.ts'
import type { Intent } from '../../../conversation/reading.ts'
import type { Said } from '../../../conversation/said.ts'
import { withoutCalls } from '../said-to-us.ts'
import { leansOnBefore } from './follow-up.ts'
import { looksLikeRuleQuestion, PERHAPS, RULE_QUESTION } from './rule-question.ts'

/** Less than the surest half of the matters: those are 0.55 and more. */
const UNSURE = 0.45
/** Said in reply to an answer of ours. */
const GOES_ON = 0.7

/** Every answer of ours ends so: what answers it goes on with it. */
const OUR_ANSWER = /以文件原文为准|没有查到能?回答/u

export function readQuestion(
  said: Said,
  { answered, inProgress }: Pick<Listening, 'answered' | 'inProgress'> = {},
): readonly Reading[] {
  const text = withoutCalls(said.text)
  const { score, words } = looksLikeRuleQuestion(text)
  if (score < RULE_QUESTION && leansOnBefore(text)) {
    if (answered !== undefined && OUR_ANSWER.test(answered)) return [ruleQuestion(GOES_ON, [text])]
    // What was asked before is not known here; said beside something else it belongs to that.
    if (inProgress === undefined) return [{ ...ruleQuestion(UNSURE, [text]), band: 'appeal' }]
  }
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
