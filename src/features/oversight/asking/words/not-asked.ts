/** Words that belong to other desks, or to the documents. */
import {
  COUNT_FORM,
  ELSEWHERE,
  FILING,
  LAW_SIGN,
  LIST_FORM,
  MINE_SIGN,
  OWN_MATTER,
  RULE_SIGN,
} from './forms-said.ts'
import { plainWords } from './plain-words.ts'

/** Words that belong to other desks, whatever else is in them. */
export function isElsewhere(said: string): boolean {
  const text = plainWords(said)
  if (ELSEWHERE.test(text) || LAW_SIGN.test(text)) return true
  if (FILING.test(text) && !COUNT_FORM.test(text) && !LIST_FORM.test(text)) return true
  return !MINE_SIGN.test(text) && OWN_MATTER.test(text)
}

export const isOfRules = (said: string): boolean => RULE_SIGN.test(plainWords(said))
