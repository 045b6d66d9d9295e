/** 接着问: what is said to an answer that was given: its next lines, one of them, its picture, the list behind it. */
import type { Doing } from '../../../conversation/feature.ts'
import type { ChartPicture } from '../../../kernel/picture.ts'
import type { Standing } from '../../../kernel/standing.ts'
import type { FollowUp } from '../asking/follow-up.ts'
import type { Figure } from '../figures/figure.ts'
import { mayOpen } from '../figures/sight-day.ts'
import { type Answered, only } from './answered.ts'
import { chartQuestion } from './chart-question.ts'
import { findAnswer } from './find-answer.ts'
import { followTexts as texts } from './follow.texts.ts'
import { openLine, tellMatter } from './open-line.ts'
import { tellPage } from './page.ts'
import { standingChart } from './standing.ts'
import { type AnswerParts, spokenFigureOf } from './tell-answer.ts'

export interface Following {
  readonly act: FollowUp
  /** The figure that is gone on with; undefined where there is none, or it is not theirs. */
  readonly figure: Figure | undefined
  /** What the feature says now that keeps it, where a picture of that is wished. */
  readonly standing?: Standing | undefined
}

export async function follow(
  parts: AnswerParts,
  { act, figure, standing }: Following,
  doing: Doing,
): Promise<Answered> {
  const named = 'figure' in act ? act.figure : null
  if (figure === undefined || !mayOpen(figure, doing.by.person))
    return only(named === null ? texts.nothingBefore() : texts.noFigure(named))
  switch (act.act) {
    case 'more':
      return tellPage(parts, figure, 'more', doing)
    case 'line':
      return tellMatter(parts, figure, act.line, doing)
    case 'open':
      return act.line === null
        ? tellPage(parts, figure, 'anew', doing)
        : openLine(parts, figure, act.line, doing)
    case 'sheet':
    case 'link':
      return { kind: act.act, figure: figure.number }
    case 'aloud':
      return only(spokenFigureOf(figure))
    case 'chart':
      return drawn(parts, figure, standing, doing)
  }
}

/** The picture of what was just told; of a plain count the nearest that can be drawn. */
async function drawn(
  parts: AnswerParts,
  figure: Figure,
  standing: Standing | undefined,
  doing: Doing,
): Promise<Answered> {
  const kept = standing === undefined ? undefined : standingChart(standing)
  if (kept !== undefined) return pictured(figure, kept)
  const question = chartQuestion(figure.question)
  if (question === undefined) return only(texts.noChart())
  const found = await findAnswer(question, {
    ...parts,
    person: doing.by.person,
    directory: await doing.directory(),
    work: doing.work,
  })
  doing.audit('oversight.look', figure.id, { question: question.kind, outcome: 'chart' })
  const chart = found.kind === 'told' ? found.draft.chart : undefined
  if (chart === undefined) return only(texts.noChart())
  return pictured(figure, chart)
}

const pictured = ({ number }: Figure, chart: ChartPicture): Answered => ({
  kind: 'told',
  text: texts.drawing(chart.title),
  aloud: chart.title,
  figure: number,
  chart,
})
