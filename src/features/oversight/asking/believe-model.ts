/** What a model made of the words, as a reading like any other: whatever does not stand in the text is dropped. Pure. */
import { findPeriod } from '../../../kernel/spoken-period.ts'
import { ModelQuestion } from './model-question.ts'
import { type Asked, plainText } from './read-asked.ts'
import { MINE_SIGN, OTHERS_SIGN } from './words/forms-said.ts'

/** A model's reading never outweighs one of the grammar's own. */
const SCORE = 0.6

/** Undefined where the answer is not of the closed shape. Its names are looked up in the roster like everybody's. */
export function fromModel(answer: unknown, said: string, at: Date): Asked | undefined {
  const read = ModelQuestion.safeParse(answer)
  if (!read.success) return undefined
  const text = plainText(said)
  const stands = (words: string | null): string | null =>
    words !== null && words.trim() !== '' && text.includes(words.trim()) ? words.trim() : null
  const time = (words: string | null): string | null => {
    const found = stands(words)
    return found !== null && findPeriod(found, at) !== undefined ? found : null
  }
  const model: ModelQuestion = {
    ...read.data,
    names: read.data.names.flatMap((name) => stands(name) ?? []),
    period: time(read.data.period),
    comparedWith: time(read.data.comparedWith),
    // 我包的 narrows; a model that makes it up would hide half of a figure.
    mine: read.data.mine && MINE_SIGN.test(text),
  }
  return {
    text,
    kind: model.kind,
    score: SCORE,
    words: [...model.names],
    needsPrevious: false,
    mine: model.mine,
    wantsOthers: OTHERS_SIGN.test(text),
    model,
  }
}
