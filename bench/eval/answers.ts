/**
 * How well questions are answered and refused, the whole way from the question to what is told: how far what can be
 * answered is told from what cannot, how often the surest are right, how often the quote holds the answer.
 */

import type { Tier } from '../../src/features/policy/answers/answers.effects.ts'
import type { Answered, NotFound } from '../../src/features/policy/answers/citation.ts'
import { splitSentences } from '../../src/features/policy/reading/split-sentences.ts'
import { percent, quantile, separation, share } from '../search/figures.ts'

export type AnswerCase = {
  question: string
  /** Names of the documents that answer; none where nothing does. */
  answeredBy: ReadonlySet<string>
  /** Answers in few words, any of which may stand in the quote. */
  answers?: readonly string[]
}

export type AnswerCases = {
  answerable: readonly AnswerCase[]
  /** Their document was taken out. */
  unanswerable: readonly AnswerCase[]
  /** Of another field altogether. */
  foreign: readonly AnswerCase[]
}

/** The question's answer as somebody would be told it now. */
export type Consults = (question: string) => Answered | NotFound

type Told = {
  tier: Tier
  confidence: number
  /** The first citation is of a document that answers. */
  isRight: boolean
  /** The answer stands in the first two sentences of the first quote; undefined where none is known. */
  holdsAnswer: boolean | undefined
}

const TIERS: readonly Tier[] = ['sure', 'probable', 'nearest', 'nothing']
/** Share of what can be answered that is kept where refusals are counted. */
const KEPT = 0.9

export type AnswerFigures = ReturnType<typeof measureAnswers>

export function measureAnswers(cases: AnswerCases, consults: Consults) {
  const ask = (some: readonly AnswerCase[]) => some.map((one) => told(one, consults(one.question)))
  const answerable = ask(cases.answerable)
  const unanswerable = ask(cases.unanswerable)
  const foreign = ask(cases.foreign)
  const confidences = (some: readonly Told[]) => some.map(({ confidence }) => confidence)
  const from = quantile(confidences(answerable), 1 - KEPT)
  const refused = (some: readonly Told[]) => share(confidences(some).map((confidence) => confidence < from))
  const known = answerable.flatMap(({ holdsAnswer }) => (holdsAnswer === undefined ? [] : [holdsAnswer]))
  const everything = [...answerable, ...unanswerable]
  return {
    separation: separation(confidences(answerable), confidences(unanswerable)),
    refused: refused(unanswerable),
    separationForeign: separation(confidences(answerable), confidences(foreign)),
    refusedForeign: refused(foreign),
    // Where answers explain in words of their own, none stands in a document and there is nothing to measure.
    holdsAnswer: known.some(Boolean) ? share(known) : Number.NaN,
    /** Of all that was asked, also what cannot be answered. */
    tiers: TIERS.map((tier) => {
      const those = everything.filter((one) => one.tier === tier)
      return { tier, count: those.length, right: share(those.map(({ isRight }) => isRight)) }
    }),
    tiersOfForeign: TIERS.map((tier) => foreign.filter((one) => one.tier === tier).length),
  }
}

/** As lines of a table. */
export function answerRows(figures: AnswerFigures): Record<string, string> {
  const { tiers, tiersOfForeign } = figures
  return {
    'refusal: AUC': figures.separation.toFixed(3),
    'refusal: rejected at 90 % kept, %': percent(figures.refused),
    'another set’s questions: AUC': figures.separationForeign.toFixed(3),
    'another set’s questions: rejected at 90 % kept, %': percent(figures.refusedForeign),
    'answer in the first two sentences quoted, %': percent(figures.holdsAnswer),
    'sure/probable/nearest/nothing': tiers.map(({ count }) => count).join(' / '),
    'right in each, %': tiers.map(({ right }) => percent(right)).join(' / '),
    'the same tiers, another set’s questions': tiersOfForeign.join(' / '),
  }
}

function told({ answeredBy, answers = [] }: AnswerCase, outcome: Answered | NotFound): Told {
  const [first] = outcome.citations
  const doc = first?.doc ?? (outcome.kind === 'notFound' ? outcome.nearest[0]?.doc : undefined)
  const pair = flat(
    splitSentences(first?.quote ?? '')
      .filter((sentence) => sentence.trim() !== '')
      .slice(0, 2)
      .join(''),
  )
  return {
    tier: outcome.tier,
    confidence: outcome.confidence,
    isRight: doc !== undefined && answeredBy.has(doc),
    holdsAnswer: answers.length === 0 ? undefined : answers.some((answer) => pair.includes(flat(answer))),
  }
}

/** Spaces, signs and capitals make no difference to what is said. */
function flat(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\p{P}]/gu, '')
    .toLowerCase()
}
