/** What is said to the policy desk in words that can mean nothing else, and questions about a rule. */

import type { Listening, Reading } from '../../conversation/feature.ts'
import type { Intent } from '../../conversation/reading.ts'
import type { Said } from '../../conversation/said.ts'
import { may } from '../../kernel/person.ts'
import { looksLikeRuleQuestion, PERHAPS, RULE_QUESTION } from './rule-question.ts'

const LIST =
  /^(?:请问|想问下?|现在|目前|都|能查的?|我能查)*(?:有|能查)(?:哪些|什么|啥)(?:政策|政策文件|文件)(?:可以?查|能查)?(?:吗|呢|啊)?$|^(?:政策)?文件(?:清单|列表|目录)$|^(?:列一?下|看看|列出)(?:政策)?文件$/u
const ADD = /^(?:文件|政策|这[个份]文件|把这[个份]?文件|请)*入库(?:吧|一下)?$/u
const REMOVE = /^\s*(?:请|帮我|把)?(?:删除|删掉|移除|撤下)(?:政策)?文件[\s:：]*(.*?)\s*$/su

export function readPolicyWords(said: Said, { by }: Listening): readonly Reading[] {
  const text = said.text.replace(/[@＠][^\s@＠]{1,24}(?:\s|$)/gu, ' ').trim()
  const bare = text.replace(/[\s\p{P}]/gu, '')
  const allowed = may(by.person, 'policy.manage')
  const command = { band: 'command', score: 1 } as const
  if (LIST.test(bare))
    return [{ ...command, dialogue: 'policy.list', words: [text], label: '看政策文件清单' }]
  if (ADD.test(bare))
    return [{ ...command, dialogue: 'policy.add', words: ['入库'], label: '文件入库', data: { allowed } }]
  const removal = REMOVE.exec(text)
  if (removal !== null) {
    const data = { words: removal[1] ?? '', allowed }
    return [{ ...command, dialogue: 'policy.remove', words: ['删除文件'], label: '删除政策文件', data }]
  }
  const { score, words } = looksLikeRuleQuestion(text)
  if (score < PERHAPS) return []
  if (score >= RULE_QUESTION) return [ruleQuestion(score, words)]
  // What may be a question and may be a wish yields to a plain matter, and is asked back beside a doubtful one.
  return [{ ...ruleQuestion(UNSURE, words), band: 'appeal' }]
}

/** Less than the surest half of the matters: those are 0.55 and more. */
const UNSURE = 0.45

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
