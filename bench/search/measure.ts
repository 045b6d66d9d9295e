/** Runs one corpus: how well it is found, how often it is answered or refused, how fast, how large. */

import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { answerFrom } from '../../src/features/policy/answers/answer-from.ts'
import { confidenceIn, weigh } from '../../src/features/policy/answers/evidence.ts'
import { readDocument } from '../../src/features/policy/reading/read-document.ts'
import { createPassageIndex, type PassageIndex } from '../../src/features/policy/search/passage-index.ts'
import type { Corpus, Question } from './corpus.ts'
import { quantile, rightAmongSurest, separation, share } from './figures.ts'

const TOP = 10
const SURENESS = Array.from({ length: 10 }, (_, step) => step / 10)

type Asked = { rank: number; confidence: number; isAnswered: boolean; isRight: boolean; milliseconds: number }
export type Figures = ReturnType<typeof measure>

/** `foreign` are questions from another field, which this corpus cannot answer; `asOf` is the day of asking. */
export function measure(corpus: Corpus, foreign: readonly Question[], asOf: string) {
  const before = memory()
  const started = performance.now()
  const index = createPassageIndex()
  for (const { doc_id, title, text } of corpus.rows)
    index.add(readDocument({ name: doc_id, text, format: 'jsonl-row', ...(title ? { title } : {}) }))
  const indexMilliseconds = performance.now() - started
  const megabytes = (memory() - before) / 1e6

  const ask = (questions: readonly Question[]) => questions.map((question) => askOne(index, question, asOf))
  // The first questions pay for the compiler; they are asked twice.
  ask(corpus.questions.slice(0, 50))
  const answerable = ask(corpus.questions)
  const unanswerable = ask(corpus.unanswerable)
  const elsewhere = ask(foreign)
  const confidences = (asked: readonly Asked[]) => asked.map(({ confidence }) => confidence)
  const answered = (asked: readonly Asked[]) => share(asked.map(({ isAnswered }) => isAnswered))
  return {
    corpus: corpus.name,
    documents: index.documents,
    passages: index.passages,
    hitAt1: hitAt(answerable, 1),
    hitAt5: hitAt(answerable, 5),
    hitAt10: hitAt(answerable, TOP),
    queryMedianMs: quantile(
      answerable.map(({ milliseconds }) => milliseconds),
      0.5,
    ),
    queryP95Ms: quantile(
      answerable.map(({ milliseconds }) => milliseconds),
      0.95,
    ),
    indexMs: indexMilliseconds,
    megabytes,
    postingsMegabytes: index.bytes / 1e6,
    answeredAnswerable: answered(answerable),
    rightWhenAnswered: share(answerable.filter(({ isAnswered }) => isAnswered).map(({ isRight }) => isRight)),
    answeredUnanswerable: answered(unanswerable),
    answeredForeign: answered(elsewhere),
    separationUnanswerable: separation(confidences(answerable), confidences(unanswerable)),
    separationForeign: separation(confidences(answerable), confidences(elsewhere)),
    rightAmongSurest: [0.1, 0.3, 0.5].map((part) => rightAmongSurest(answerable, part)),
    /** What would be answered from each confidence on: answerable, unanswerable, foreign. */
    curve: SURENESS.map((from) => ({
      from,
      answerable: share(confidences(answerable).map((value) => value >= from)),
      unanswerable: share(confidences(unanswerable).map((value) => value >= from)),
      foreign: share(confidences(elsewhere).map((value) => value >= from)),
    })),
  }
}

function askOne(index: PassageIndex, { question, answeredBy }: Question, asOf: string): Asked {
  const started = performance.now()
  const hits = index.search(question, { top: TOP })
  const milliseconds = performance.now() - started
  const [best, next] = hits
  const answer = answerFrom(question, hits, { asOf })
  const confidence = best === undefined ? 0 : confidenceIn(weigh(best, next))
  return {
    rank: hits.findIndex(({ doc }) => answeredBy.has(doc)) + 1,
    confidence,
    isAnswered: answer.kind === 'answered',
    // Right where any of the cited documents is one that answers.
    isRight: answer.kind === 'answered' && answer.citations.some(({ doc }) => answeredBy.has(doc)),
    milliseconds,
  }
}

function hitAt(asked: readonly Asked[], rank: number): number {
  return share(asked.map((one) => one.rank > 0 && one.rank <= rank))
}

/** Bytes held after a collection, without the garbage. */
function memory(): number {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}
