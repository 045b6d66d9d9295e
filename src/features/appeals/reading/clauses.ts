/** What was said, cut where people pause: signs, line breaks, and the spaces that stand for commas in chat. */
import { toHalfWidth } from '../../../kernel/chinese-numbers.ts'
import { remembering } from '../../../kernel/remember.ts'
import { forgive } from './forgive.ts'

export type Clause = { readonly text: string; readonly isQuestion: boolean }

const pause = /[\s,，.。、;；:：!！?？…~～|]+/

/** A point between digits is a decimal, a colon between digits a time; neither is a pause. */
const guarded = /(?<=\d)[.:](?=\d)/g

/** Slips put right, signs in half width, nothing empty. The order is the speaker's. */
function split(text: string): Clause[] {
  const said = forgive(toHalfWidth(text)).replace(guarded, (sign) => (sign === '.' ? '\u0001' : '\u0002'))
  const clauses: Clause[] = []
  for (let rest = said; rest !== ''; ) {
    const found = pause.exec(rest)
    const piece = found ? rest.slice(0, found.index) : rest
    if (piece !== '') {
      const plain = piece.replaceAll('\u0001', '.').replaceAll('\u0002', ':')
      clauses.push({ text: plain, isQuestion: found !== null && /[?？]/.test(found[0]) })
    }
    rest = found ? rest.slice(found.index + found[0].length) : ''
  }
  return clauses
}

export const splitClauses = remembering(split)
