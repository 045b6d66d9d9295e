/**
 * What a passage stands in counts too: of two that say the same, the one whose work says more of what was asked. A
 * work is all that bears one title: a document with its editions, or the articles of a rule that are kept one by one.
 */

import type { DocumentFacts } from '../library/policy-document.ts'
import { workTitle } from './named-document.ts'
import { createNumbers } from './numbers.ts'

/** How many of its passages speak for a work, and what their mean counts for beside a passage's own score. */
const SPEAKERS = 5
// Measured on lay questions to statutes: two points of hit@10, and anything from 0.2 to 0.6 does about as well;
// paragraphs of encyclopaedias do not mind.
const SHARE = 0.3
/** Passages that come into question; all others stay as they are. */
const LOOKED_AT = 1_000
const STEPS = 1_024

export type Works = {
  /** The next passages are of this document. */
  add(facts: DocumentFacts, passages: number): void
  /** Raises the best of the scores, which are by passage, by what their works say. */
  raise(scores: Float64Array): void
}

export function createWorks(): Works {
  const numbers = new Map<string, number>()
  /** By passage its work; by work how many passages speak for it. */
  const workOf = createNumbers()
  const speakers = createNumbers()

  return {
    add({ title, kind }, passages) {
      // A reviewed answer is short by nature, and a work by itself; of anything else several passages that fit are
      // better than one.
      const name = kind === 'answer' ? '' : workTitle(title)
      const work = name === '' ? undefined : numbers.get(name)
      const number = work ?? speakers.length
      if (work === undefined) {
        if (name !== '') numbers.set(name, number)
        speakers.push(kind === 'answer' ? Math.min(SPEAKERS, Math.max(1, passages)) : SPEAKERS)
      }
      for (let passage = 0; passage < passages; passage += 1) workOf.push(number)
    },
    raise(scores) {
      const looked = bestPlaces(scores)
      const best = new Map<number, number[]>()
      for (const passage of looked) {
        const score = scores[passage] as number
        const work = workOf.at(passage)
        const there = best.get(work)
        if (there === undefined) best.set(work, [score])
        else there.push(score)
      }
      for (const [work, said] of best) {
        const loudest = said.sort((one, other) => other - one).slice(0, SPEAKERS)
        const sum = loudest.reduce((total, score) => total + score, 0)
        best.set(work, [(SHARE * sum) / speakers.at(work)])
      }
      for (const passage of looked) {
        const [raise = 0] = best.get(workOf.at(passage)) ?? []
        scores[passage] = (scores[passage] as number) + raise
      }
    },
  }
}

/** Where the highest values stand, about `LOOKED_AT` of them, in their order: those of equal worth all or none. */
function bestPlaces(values: Float64Array): number[] {
  let highest = 0
  for (let place = 0; place < values.length; place += 1) {
    if ((values[place] as number) > highest) highest = values[place] as number
  }
  if (highest === 0) return []
  const counts = new Uint32Array(STEPS + 1)
  const scale = STEPS / highest
  for (let place = 0; place < values.length; place += 1) {
    const step = ((values[place] as number) * scale) | 0
    counts[step] = (counts[step] as number) + 1
  }
  let from = STEPS
  let found = counts[STEPS] as number
  while (from > 1 && found < LOOKED_AT) {
    from -= 1
    found += counts[from] as number
  }
  const places: number[] = []
  for (let place = 0; place < values.length; place += 1) {
    const value = values[place] as number
    if (value > 0 && ((value * scale) | 0) >= from) places.push(place)
  }
  return places
}
