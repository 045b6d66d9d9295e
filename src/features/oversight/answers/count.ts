/** 还有几件, 哪几件: the number, and the first of the list behind it. */
import type { QuestionOf } from '../asking/question.ts'
import { ledgerLines } from '../ledger-lines.texts.ts'
import { type Asking, LINES, MOST_KEPT } from './asking.ts'
import { countTexts as texts } from './count.texts.ts'
import type { Draft } from './draft.ts'
import { measureTexts } from './measure.texts.ts'

export async function answerCount(
  { of, period, order, top }: QuestionOf<'count'>,
  asking: Asking,
): Promise<Draft> {
  const { measures, sight, work } = asking
  const asked = { of, period, order }
  const { total, numbers } = await measures.behind(sight, asked, MOST_KEPT, work)
  const late =
    of === 'open' && total > 0 ? await measures.measure(sight, { of: 'overdue', period }, work) : undefined
  const said = texts.head(of, total, late?.kind === 'count' ? late.n : 0, period?.label ?? '')
  const shown = Math.min(top ?? LINES, LINES, total)
  const head =
    top === null || total <= 1 ? `${said}。` : `${said}，${texts.top(order, Math.min(top, total))}：`
  const left = (top === null ? total : Math.min(top, total)) - shown
  return {
    head,
    lines: await entryLines(numbers.slice(0, shown), asking),
    after: left > 0 ? [texts.rest(left)] : [],
    definition: total === 0 ? '' : measureTexts.definition(of, period !== null),
    figure: {
      lines: [{ label: measureTexts.name(of), n: total, of: null, numbers, asked }],
      isWhole: numbers.length === total,
      shown,
    },
  }
}

export async function entryLines(
  numbers: readonly string[],
  { measures, sight, work, at, directory, calendar }: Asking,
): Promise<readonly string[]> {
  const entries = numbers.length === 0 ? [] : await measures.entries(sight, numbers, work)
  return entries.map((entry) => ledgerLines.line(entry, at, directory, calendar))
}
