/** 第二个, 明细12-3: one matter of a list, or the matters behind one line of an answer told by groups. */
import type { Doing } from '../../../conversation/feature.ts'
import { NOWHERE, type Question } from '../asking/question.ts'
import type { Figure, FigureLine } from '../figures/figure.ts'
import { keepFigure } from '../figures/keep-figure.ts'
import { listedLine } from '../figures/listed.ts'
import { sightDayOf } from '../figures/sight-day.ts'
import { isRate } from '../measures/measure-kinds.ts'
import { type Answered, only } from './answered.ts'
import { MOST_KEPT } from './asking.ts'
import { followTexts as texts } from './follow.texts.ts'
import { tellPage } from './page.ts'
import { type AnswerParts, tellAnswer } from './tell-answer.ts'

/** 第二个详细说说, counted as it was told. */
export async function tellMatter(
  parts: AnswerParts,
  figure: Figure,
  line: number,
  doing: Doing,
): Promise<Answered> {
  const listed = listedLine(figure)
  if (listed === undefined) return openLine(parts, figure, line, doing)
  const number = listed.numbers[line - 1]
  if (number === undefined) return only(texts.noLine(line, listed.numbers.length, figure.number))
  return tellAnswer(parts, { question: { kind: 'number', numbers: [number] }, heard: [] }, doing)
}

/** 明细12-3: of an answer by groups that group's list, of a list its third matter. */
export async function openLine(
  parts: AnswerParts,
  figure: Figure,
  line: number,
  doing: Doing,
): Promise<Answered> {
  const group = figure.lines.length > 1 ? figure.lines[line] : undefined
  if (group === undefined)
    return listedLine(figure) === undefined
      ? only(texts.noLine(line, Math.max(0, figure.lines.length - 1), figure.number))
      : tellMatter(parts, figure, line, doing)
  return openGroup(parts, figure, line, group, doing)
}

/** The list becomes a number of its own, so that one can go on with it: 继续, 第二个, 给我表格. */
async function openGroup(
  parts: AnswerParts,
  figure: Figure,
  line: number,
  group: FigureLine,
  doing: Doing,
): Promise<Answered> {
  const { work, by } = doing
  const many = group.of ?? group.n
  const { asked } = group
  if (many === 0 || by.person.code === undefined) return only(`${group.label}：${texts.noMatters()}`)
  const isKept = group.numbers.length > 0
  if (!isKept && asked === undefined) return only(texts.noMatters())
  const where = 'where' in figure.question ? figure.question.where : NOWHERE
  const numbers =
    isKept || asked === undefined
      ? group.numbers
      : (
          await parts.measures.behind(
            { person: by.person, day: sightDayOf(figure, work.at), where },
            asked,
            MOST_KEPT,
            work,
          )
        ).numbers
  const value = group.told ?? (group.of === null ? `${group.n} 件` : `${group.n}/${group.of}`)
  const said = `${texts.openedLine(figure.number, line, group.label, value)}${isKept ? '' : texts.notKept()}`
  const opened = await keepFigure(
    parts,
    {
      person: by.person.code,
      question: questionOf(figure, group),
      day: figure.day,
      said,
      lines: [{ ...group, label: group.label, n: numbers.length, of: null, numbers }],
      isWhole: numbers.length >= many,
      shown: 0,
    },
    work,
  )
  return tellPage(parts, opened, 'anew', doing)
}

/** The question this list answers by itself, so that 上个月呢 asks it of another month. */
function questionOf({ question }: Figure, { asked }: FigureLine): Question {
  const where = 'where' in question ? question.where : NOWHERE
  const code = asked?.by?.code ?? null
  const narrowed = asked?.by === undefined || code === null ? where : { ...where, [asked.by.grouping]: code }
  return {
    kind: 'count',
    of: asked === undefined ? 'all' : isRate(asked.of) ? 'done' : asked.of,
    where: narrowed,
    period: asked?.period ?? null,
    order: 'usual',
    top: null,
    unread: null,
  }
}
