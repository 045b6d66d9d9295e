/** When two askings are one question: by their telling characters, whatever their order and politeness. */

import { inTurn } from '../answers/follow-up.ts'
import { withoutAskingWords } from '../search/question-words.ts'

const WORD = /[a-z]+|\d+(?:\.\d+)?/gu
/** A phone number that was masked, or a name that was taken out, says nothing about what is asked. */
const TAKEN_OUT = /\d*\*+\d*|某企业|某人/gu
/** One of these more, another year, or what a talk went on with, is another question. */
const TURNS = /^(?:[不未无非没免外内前后]|\d.*|[a-z]+|>.*)$/u
/** Of all characters of two questions, how many they share. Chosen by reason: one character in eight may differ. */
const ALIKE = 0.85

/** Words in Latin letters and numbers whole, other characters one by one, sorted; empty where nothing is asked. */
export function keyOf(question: string): string {
  const [last = '', ...before] = inTurn(question)
  if (before.length === 0) return [...new Set(partsOf(question))].sort().join(' ')
  // 那要多久 and 那要多少 went on with the same: what they have in common is no likeness.
  const own = `>${[...new Set(partsOf(last))].sort().join('')}`
  return [...new Set([own, ...before.flatMap(partsOf)])].sort().join(' ')
}

function partsOf(question: string): string[] {
  const bare = withoutAskingWords(question.replace(TAKEN_OUT, ' ')).toLowerCase()
  const words = bare.match(WORD) ?? []
  return [...words, ...[...bare.replace(WORD, '')].filter((sign) => /\p{L}/u.test(sign))]
}

/** Whether two keys are of one question asked with a character or two more or less. */
export function isAlike(key: string, other: string): boolean {
  if (key === other) return true
  const one = new Set(key.split(' '))
  const two = new Set(other.split(' '))
  const apart = [...one.symmetricDifference(two)]
  if (apart.some((part) => TURNS.test(part))) return false
  return 1 - apart.length / one.union(two).size >= ALIKE
}
