import type { Listening, Reading } from '../../../conversation/feature.ts'
import type { Said } from '../../../conversation/said.ts'
import { may } from '../../../kernel/person.ts'
import { type AppealNumber, findAppealNumber, findOnlyNumber } from '../reading/appeal-numbers.ts'
import { stripCalls } from '../reading/calls.ts'
import { readFollowUp } from '../reading/follow-ups.ts'
import { readMaterial } from '../reading/material.ts'
import { readMatter } from '../reading/read-matter.ts'
import { looksLikeRuleQuestion } from '../reading/rule-question.ts'
import { looksLikeSmallTalk } from '../reading/small-talk.ts'
import { readingOf } from '../reading-of.ts'
import type { SupplementData } from './supplement.dialogue.ts'
import { hasFiles } from './which-draft.ts'

/** Longer words tell a matter of their own. In characters. */
const LONGEST = 200

/** So short that words which point back tell nothing new. In characters. */
const POINTER = 60

const reading = (score: number, words: readonly string[], number?: AppealNumber): readonly Reading[] => {
  const data: SupplementData = number === undefined ? {} : { number }
  return [readingOf('appeals.supplement', 'own', score, '补充材料', words, data)]
}

/** What goes with an appeal that was filed already: by its number, as an answer to our letter about it, or by the words. */
export function readSupplement(said: Said, { by, answered, inProgress }: Listening): readonly Reading[] {
  // Their work is said in commands, and a reply of theirs to a letter is one.
  if (may(by.person, 'appeal.see-all') || may(by.person, 'appeal.see-dispatched')) return []
  const bare = stripCalls(said.text)
  const files = hasFiles(said)
  if (bare.length > LONGEST || (bare === '' && !files)) return []
  if (bare !== '' && isSomethingElse(bare)) return []
  const letter = answered === undefined ? undefined : findOnlyNumber(answered)
  const material = readMaterial(bare)
  const number = findAppealNumber(bare) ?? letter
  const isAnswer = letter !== undefined
  if (number !== undefined && (files || material !== undefined || isAnswer))
    return reading(isAnswer ? 0.75 : 0.8, [bare], number)
  // In the middle of a draft it is the draft that knows whether these are its own.
  if (inProgress === 'appeals.intake') return []
  if (bare === '') return reading(0.5, [])
  // A whole matter with its papers is a matter of its own, however it begins.
  if (readMatter(bare).isMatter && !(material?.pointsBack === true && bare.length <= POINTER)) return []
  if (material === undefined) return files ? reading(0.4, [bare]) : []
  if (material.pointsBack || files) return reading(0.5, [bare])
  return readMatter(bare).score >= 0.3 ? [] : reading(0.4, [bare])
}

function isSomethingElse(bare: string): boolean {
  return (
    readFollowUp(bare) !== undefined ||
    looksLikeSmallTalk(bare) ||
    looksLikeRuleQuestion(bare) ||
    /[?？]$|^(?:撤回|撤销|取消|解决|没解决|部分解决|不满意|满意|查|看)/.test(bare)
  )
}
