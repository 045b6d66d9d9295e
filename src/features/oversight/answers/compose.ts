/** An answer as it is read: the number, what to know before the lines, five lines, how to get the rest, the footing. */

import type { Heard } from '../asking/settled.ts'
import { spokenFigure } from '../figures/figure.ts'
import { composeTexts as texts } from './compose.texts.ts'
import type { Draft } from './draft.ts'
import { type Footing, footingTexts } from './footing.texts.ts'

export interface Composing {
  readonly at: Date
  readonly footing: Footing | null
  readonly figure: number | null
  /** Names that were not said as the roster writes them. */
  readonly heard: readonly Heard[]
  readonly unread: string | null
  /** All was asked about, and only what they answer for is told. */
  readonly isNarrower?: boolean
}

export function compose(
  draft: Draft,
  { at, footing, figure, heard, unread, isNarrower = false }: Composing,
): string {
  const code = figure === null ? '' : spokenFigure(figure)
  const foot =
    footing === null
      ? draft.figure === undefined
        ? []
        : [[footingTexts.asOf(at), draft.definition, code].filter((part) => part !== '').join('；')]
      : [footingTexts.footing(footing, draft.definition, code)]
  return [
    draft.head,
    ...(heard.length === 0 ? [] : [texts.heard(heard)]),
    ...(isNarrower ? [texts.narrower()] : []),
    ...(unread === null ? [] : [texts.unread(unread)]),
    ...numbered(draft.lines, 1),
    ...draft.after,
    ...foot,
  ].join('\n')
}

/** So that 第二个 can be said of any of them, also on the next page. */
export const numbered = (lines: readonly string[], from: number): readonly string[] =>
  lines.map((line, i) => `${from + i}. ${line}`)
