/** How sure an answer is of being one, by what speaks for it. */

import type { Tier } from './answers.effects.ts'
import type { Evidence } from './evidence.ts'

/**
 * From here on, and where the clause stands apart: of 401 lay questions to statutes (60 without an answer) one in four
 * is sure, nine in ten of those rightly, whether each article is a document or each statute; of running text nearly all.
 */
export const SURE = 0.75
/** A neighbouring clause that says nearly as much may be the one that is meant: without this, eight in ten were right. */
const APART = 0.1
/** Of questions in a document's own words nineteen in twenty reach it, and one in eight whose passage is missing. */
export const PROBABLE = 0.6
/** One in twenty questions from another field altogether reaches it. */
export const NEAREST = 0.25

export type Standing = {
  /** As `confidenceIn` gives it. */
  confidence: number
  /** The passage is part of a rule: the neighbouring article looks as good, and the nearest is worth showing. */
  isRule: boolean
  /** What is quoted looks as an answer to this question does: a figure where one is asked for. */
  fits: boolean
  /** An amount, a number of days or of a telephone is asked for, and there is none in the whole passage. */
  cannotAnswer: boolean
  /** The question speaks of something that no document knows. */
  speaksOfUnknown: boolean
  evidence: Pick<Evidence, 'missing' | 'apart'>
}

export function tierOf(standing: Standing): Tier {
  const { isRule, confidence, cannotAnswer } = standing
  const weakest: Tier = isRule && confidence >= NEAREST ? 'nearest' : 'nothing'
  if (cannotAnswer) return weakest
  const tier = byConfidence(standing) ?? weakest
  if (!standing.speaksOfUnknown) return tier
  return tier === 'sure' ? 'probable' : weakest
}

function byConfidence({ confidence, isRule, fits, evidence }: Standing): Tier | undefined {
  const standsApart = !isRule || evidence.apart >= APART
  if (confidence >= SURE && fits && standsApart && evidence.missing === 0) return 'sure'
  return confidence >= PROBABLE ? 'probable' : undefined
}
