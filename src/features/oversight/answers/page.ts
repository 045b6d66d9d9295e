/** A figure in chat: its list or its lines, from the beginning or from where they were left. */
import type { Doing } from '../../../conversation/feature.ts'
import type { Figure, FigureLine } from '../figures/figure.ts'
import { spokenFigure } from '../figures/figure.ts'
import { listedLine } from '../figures/listed.ts'
import { sightDayOf } from '../figures/sight-day.ts'
import { ledgerLines } from '../ledger-lines.texts.ts'
import type { Answered } from './answered.ts'
import { LINES } from './asking.ts'
import { followTexts as texts } from './follow.texts.ts'
import { footingTexts } from './footing.texts.ts'
import { percent } from './measure.texts.ts'
import { type AnswerParts, spokenFigureOf } from './tell-answer.ts'

export async function tellPage(
  parts: AnswerParts,
  figure: Figure,
  from: 'anew' | 'more',
  doing: Doing,
): Promise<Answered> {
  const line = listedLine(figure)
  const offset = from === 'anew' ? 0 : figure.shown
  const page =
    line === undefined
      ? groupPage(figure, offset)
      : await matterPage(parts, figure, line.numbers, offset, from, doing)
  const shown = Math.min(offset + LINES, page.total)
  const at = doing.work.at
  parts.figures.noteShown(figure.id, shown, doing.work)
  doing.audit('oversight.openFigure', figure.id, { offset, count: page.lines.length })
  const head =
    from === 'anew'
      ? figure.at.getTime() === at.getTime()
        ? figure.said
        : texts.opened(figure.number, figure.at, at, figure.said)
      : offset >= page.total
        ? texts.noMore()
        : texts.goesOn(offset + 1, shown, page.total)
  const text = [
    head,
    ...page.lines,
    ...(shown < page.total ? [texts.rest(page.total - shown)] : []),
    ...(page.hidden > 0 ? [texts.hidden(page.hidden)] : []),
    ...(figure.isWhole || line === undefined ? [] : [texts.notWhole()]),
    [
      footingTexts.asOf(at),
      ...(line === undefined ? [] : [texts.presentState()]),
      spokenFigure(figure.number),
    ].join('；'),
  ].join('\n')
  return { kind: 'told', text, aloud: spokenFigureOf(figure), figure: figure.number, chart: null }
}

interface Page {
  readonly lines: readonly string[]
  readonly total: number
  /** Matters of the figure that may not be seen now. */
  readonly hidden: number
}

function groupPage({ lines }: Figure, offset: number): Page {
  const groups = lines.length > 1 ? lines.slice(1) : lines
  return {
    lines: groups
      .slice(offset, offset + LINES)
      .map((line, i) => `${offset + i + 1}. ${line.label}${valueWords(line)}`),
    total: groups.length,
    hidden: 0,
  }
}

/** Nothing for what another feature keeps: its line is complete already. */
function valueWords({ n, of, told, asked, numbers }: FigureLine): string {
  if (told !== undefined) return ` ${told}`
  if (of !== null) return of === 0 ? ' 没有可算的（0 件）' : ` ${percent({ n, of })}（${n}/${of}）`
  return asked === undefined && numbers.length === 0 ? '' : ` ${n} 件`
}

/** Numbered as they were told, so that 第二个 stays the second where the first may not be seen any more. */
async function matterPage(
  { measures, workdays }: AnswerParts,
  figure: Figure,
  numbers: readonly string[],
  offset: number,
  from: 'anew' | 'more',
  { by, work, directory }: Doing,
): Promise<Page> {
  const seer = { person: by.person, day: sightDayOf(figure, work.at) }
  const asked = numbers.slice(offset, offset + LINES)
  // Opened anew, the whole list is looked at once, so that it is said how many of it are gone from view.
  const entries = await measures.entries(seer, from === 'anew' ? numbers : asked, work)
  const seen = new Map(entries.map((entry) => [entry.number, entry]))
  const roster = await directory()
  return {
    lines: asked.flatMap((number, i) => {
      const entry = seen.get(number)
      return entry === undefined
        ? []
        : [`${offset + i + 1}. ${ledgerLines.line(entry, work.at, roster, workdays?.calendar)}`]
    }),
    total: numbers.length,
    hidden: (from === 'anew' ? numbers.length : asked.length) - entries.length,
  }
}
