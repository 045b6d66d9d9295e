/** What somebody means who, offered to file an unanswered question, says neither yes nor no. */

import { leansOnBefore } from './follow-up.ts'
import { looksLikeRuleQuestion, RULE_QUESTION } from './rule-question.ts'

export type OfferReply = 'another-question' | 'leave-it' | 'matter' | 'unclear'

const LEAVES_IT =
  /谢|不用|不必|不麻烦|算了|再看|再说|再问|知道了|明白|懂了|先这样|没事|(?:我|俺)?自己(?:去|来|找|问|查)|打扰|回头/u
/** Shorter than this nothing can be taken up from it. */
const SHORTEST_MATTER = 8

export function readOfferReply(text: string): OfferReply {
  if (looksLikeRuleQuestion(text).score >= RULE_QUESTION) return 'another-question'
  const bare = text.replace(/@\S+/gu, '').replace(/[\s\p{P}]/gu, '')
  if (LEAVES_IT.test(bare) && bare.length < 20) return 'leave-it'
  if (leansOnBefore(text)) return 'another-question'
  // What remains is long enough to be what happened: the intake reads it back before anything is filed.
  return bare.length >= SHORTEST_MATTER ? 'matter' : 'unclear'
}
