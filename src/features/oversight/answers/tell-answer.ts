/** Answers a question: finds what is so, keeps the number with what is behind it, and leaves a note in the audit. */
import type { Doing } from '../../../conversation/feature.ts'
import type { LiveCalendar } from '../../../kernel/live-calendar.ts'
import type { Standing } from '../../../kernel/standing.ts'
import type { Question } from '../asking/question.ts'
import type { Heard } from '../asking/settled.ts'
import type { Figure } from '../figures/figure.ts'
import { type FiguresParts, keepFigure } from '../figures/keep-figure.ts'
import type { MeasuresStore } from '../measures/measures.store.ts'
import type { OversightStore } from '../oversight.store.ts'
import { spokenAnswer } from './aloud.ts'
import { type Answered, only } from './answered.ts'
import { compose } from './compose.ts'
import type { Draft } from './draft.ts'
import { type Found, findAnswer } from './find-answer.ts'

export interface AnswerParts extends FiguresParts {
  readonly store: OversightStore
  readonly measures: MeasuresStore
  readonly workdays?: LiveCalendar
}

export interface ToBeAnswered {
  readonly question: Question
  readonly heard: readonly Heard[]
  readonly wantsOthers?: boolean
  readonly standing?: Standing | undefined
}

export async function tellAnswer(
  parts: AnswerParts,
  { question, heard, standing, wantsOthers = false }: ToBeAnswered,
  doing: Doing,
): Promise<Answered> {
  const { work } = doing
  const directory = await doing.directory()
  const { person } = doing.by
  const found = await findAnswer(question, {
    ...parts,
    person,
    directory,
    work,
    standing,
    calendar: parts.workdays?.calendar,
  })
  noteLook(question, found, doing)
  if (found.kind === 'refused') return only(found.text)
  if (found.kind === 'several') return found
  const { draft, footing, day } = found
  const figure =
    draft.figure === undefined || person.code === undefined
      ? null
      : await keepFigure(
          parts,
          { person: person.code, question, day, said: draft.head, ...draft.figure },
          work,
        )
  const unread = 'unread' in question ? question.unread : null
  return {
    kind: 'told',
    text: compose(draft, {
      at: work.at,
      footing,
      figure: figure?.number ?? null,
      heard,
      unread,
      isNarrower: wantsOthers && footing?.reach.kind === 'scope',
    }),
    aloud: standing?.aloud ?? aloudOf(draft, question),
    figure: figure?.number ?? null,
    chart: draft.chart ?? null,
  }
}

/** Groups are read out after the head where they are what was asked for. */
const READ_OUT: ReadonlySet<Question['kind']> = new Set(['ranking', 'age'])

/** An answer for the ear. */
function aloudOf({ head, figure }: Draft, question: Question): string {
  const isThree = question.kind === 'rate' && question.of === null
  const reads = READ_OUT.has(question.kind) || isThree
  // The first group stands in the head already, but for the three rates.
  // What is too little to be ranked was told after the lines, and read out it would sound ranked.
  const told = figure === undefined ? [] : figure.lines.slice(isThree ? 1 : 2, 1 + figure.shown)
  return spokenAnswer(head, reads ? told : [])
}

/** The same of a number that was told before. */
export const spokenFigureOf = ({ said, lines, question, shown }: Figure): string =>
  aloudOf(
    { head: said, lines: [], after: [], definition: '', figure: { lines, isWhole: true, shown } },
    question,
  )

/** Codes and counts only: the audit outlives what it is about. */
function noteLook(question: Question, found: Found, doing: Doing): void {
  doing.audit('oversight.look', subjectOf(question), {
    question: question.kind,
    ...('of' in question ? { of: question.of } : {}),
    outcome: found.kind === 'refused' ? found.why : found.kind,
    count: found.kind === 'told' ? (found.draft.figure?.lines[0]?.n ?? 1) : 0,
  })
}

function subjectOf(question: Question): string {
  if (question.kind === 'number') return `appeal:${question.numbers[0] ?? ''}`
  if (!('where' in question)) return question.kind
  const { company, chamber, unit, leader } = question.where
  if (company !== null) return `company:${company}`
  if (chamber !== null) return `chamber:${chamber}`
  if (leader !== null) return `leader:${leader}`
  return unit === null ? 'scope' : `unit:${unit}`
}
