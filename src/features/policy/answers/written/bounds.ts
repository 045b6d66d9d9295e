/** What bounds a text sets: 最高一百万元, 五十万元以上. A sentence may not turn one round. */

import { clausesOf } from './matter-signs.ts'
import { holdsQuantity, quantitiesIn } from './quantities.ts'

type Bound = 'atMost' | 'atLeast'

const FIGURE =
  '[^，。；,;\\n以不最至]{0,3}?([\\d〇零一二两三四五六七八九十百千万亿.,%％百分之]+[^\\d，。；,;\\n]{0,4}?)'
const MOST = '不得超过|不得高于|不得多于|不超过|不高于|不多于|最高|最多|至多|不足|不满|低于|少于'
const LEAST = '不得低于|不得少于|不低于|不少于|最低|最少|至少|超过|高于|多于|大于|已满|年满|达到'
/** Before its figure, or behind it. */
const BEFORE = new RegExp(`(?:(${MOST})|(${LEAST}))${FIGURE}(?=[，。；,;\\n给的予]|$)`, 'gu')
const BEHIND =
  /([\d〇零一二两三四五六七八九十百千万亿.,%％]+[^\d，。；,;\n以之]{0,4}?)(?:(以下|以内|之内|内)|(以上|起))/gu
const WORDS: Readonly<Record<Bound, RegExp>> = {
  atMost: new RegExp(`${MOST}|以内|以下|之内|上限|封顶|内`, 'u'),
  atLeast: new RegExp(
    `(?<!不|不得)(?:超过|高于|多于|大于)|${LEAST.replace('|超过|高于|多于|大于', '')}|以上|下限|起|满`,
    'u',
  ),
}

/** Whether each bound of the sentence is set in what it cites, for the same figure where that is bounded there. */
export function boundsAlike(sentence: string, cited: string): boolean {
  const theirs = boundsIn(cited)
  const figuresAlike = boundsIn(sentence).every(({ figure, bound }) => {
    const same = theirs.filter((other) => holdsQuantity(new Set([other.figure]), figure))
    return same.length === 0 || same.some((other) => other.bound === bound)
  })
  return figuresAlike && clausesOf(sentence).every((clause) => wordsAlike(clause, cited))
}

function boundsIn(text: string): readonly { figure: string; bound: Bound }[] {
  const plain = text.normalize('NFKC').replace(/[^\S\n]+/gu, '')
  const found: { figure: string; bound: Bound }[] = []
  const take = (words: string | undefined, bound: Bound) => {
    for (const figure of quantitiesIn(words ?? '')) found.push({ figure, bound })
  }
  for (const [, most, , words] of plain.matchAll(BEFORE))
    take(words, most === undefined ? 'atLeast' : 'atMost')
  for (const [, words, most] of plain.matchAll(BEHIND)) take(words, most === undefined ? 'atLeast' : 'atMost')
  return found
}

/** Where a figure has no bound beside it, the clauses that hold it must at least know such a word. */
function wordsAlike(clause: string, cited: string): boolean {
  const figures = quantitiesIn(clause)
  const about = clausesOf(cited).filter((other) => {
    const held = quantitiesIn(other)
    return [...figures].some((figure) => holdsQuantity(held, figure))
  })
  return Object.values(WORDS).every(
    (words) =>
      !words.test(clause) ||
      (about.length === 0 ? words.test(cited) : about.some((other) => words.test(other))),
  )
}
