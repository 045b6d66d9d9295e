/** What was said that no document says: where a line of the lexicon is missing. Pure. */

import { withoutAskingWords } from '../question-words.ts'
import { fold } from '../tokens.ts'

const LONGEST = 8
/** Of each question: what else is unknown in it is mostly the way of asking. */
const MOST = 1

/**
 * The longest stretch of the question, of two to eight characters, of which no pair stands in any document (过桥);
 * none where every pair does. `isKnown` says of a pair of characters whether any document has it.
 */
export function unknownWords(question: string, isKnown: (pair: string) => boolean): string[] {
  const runs = fold(withoutAskingWords(question)).match(/\p{Script=Han}+/gu) ?? []
  const stretches = runs.flatMap((run) => unknownIn([...run], isKnown))
  return [...new Set(stretches)].sort((one, other) => other.length - one.length).slice(0, MOST)
}

function unknownIn(characters: readonly string[], isKnown: (pair: string) => boolean): string[] {
  const found: string[] = []
  let from: number | undefined
  for (let at = 0; at < characters.length; at += 1) {
    const pair = `${characters[at]}${characters[at + 1] ?? ''}`
    const isUnknown = at + 1 < characters.length && !isKnown(pair)
    if (isUnknown) from ??= at
    else if (from !== undefined) {
      // 口保 in 出口保险 is no word: two known ones meet there.
      const isSeam = at - from === 1 && from > 0
      if (!isSeam) found.push(trimmed(characters, from, at, isKnown))
      from = undefined
    }
  }
  return found.filter((word) => word.length >= 2 && word.length <= LONGEST)
}

/** Without what belongs to the known word before or after it: 过桥, not 过桥资, where 资金 is known. */
function trimmed(
  characters: readonly string[],
  from: number,
  last: number,
  isKnown: (pair: string) => boolean,
): string {
  const pair = (at: number) => `${characters[at] ?? ''}${characters[at + 1] ?? ''}`
  const start = from > 0 && isKnown(pair(from - 1)) && last - from > 1 ? from + 1 : from
  const end = last + 1 < characters.length && isKnown(pair(last)) && last - start > 1 ? last : last + 1
  return characters.slice(start, end).join('')
}
