/** Which fact of a company is asked for next, and what may be pressed for it. */

import type { Choice } from '../../../kernel/letter-draft.ts'
import { isFlag, waysToAnswer } from './company-facts.ts'
import type { MatchedOffer } from './matching.effects.ts'
import { matchingTexts as texts } from './matching.texts.ts'
import { SIZE_LABELS, SIZES } from './profile-fields.ts'

/** Of what is open and not missed; with several the one that most policies wait for. */
export function nextQuestion(offers: readonly MatchedOffer[], skipped: readonly string[]) {
  const waiting = new Map<string, number>()
  for (const { judged } of offers.filter(({ fit }) => fit === 'open'))
    for (const key of new Set(
      judged.flatMap(({ missing }) => missing.find((one) => !skipped.includes(one)) ?? []),
    ))
      waiting.set(key, (waiting.get(key) ?? 0) + 1)
  const [best] = [...waiting].sort(([, one], [, other]) => other - one)
  return best === undefined ? undefined : { key: best[0], decides: best[1] }
}

export function choicesFor(key: string): readonly Choice[] {
  const skip = { id: 'skip', label: texts.skipLabel }
  if (key === 'size') return [...SIZES.map((size) => ({ id: size, label: SIZE_LABELS[size] })), skip]
  if (!isFlag(key)) return []
  const { yes, no } = texts.labels[waysToAnswer(key)]
  return [{ id: 'yes', label: yes }, { id: 'no', label: no }, skip]
}
