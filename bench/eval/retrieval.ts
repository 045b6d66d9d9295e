/** How well what answers a question is found. */

import type { Question } from '../search/corpus.ts'
import { percent, quantile, share } from '../search/figures.ts'

/** Names of documents, best first, ten at most. */
export type Finds = (question: string) => readonly string[]

type Found = { id: string; rank: number; milliseconds: number }

const TOP = 10

/** Ranks count from 1; 0 where none of the ten answers. */
export function measureRetrieval(questions: readonly Question[], finds: Finds) {
  // The first questions pay for the compiler; they are asked twice.
  for (const { question } of questions.slice(0, 50)) finds(question)
  const found: Found[] = questions.map(({ id, question, answeredBy }) => {
    const started = performance.now()
    const docs = finds(question)
    const milliseconds = performance.now() - started
    return { id, rank: docs.findIndex((doc) => answeredBy.has(doc)) + 1, milliseconds }
  })
  const half = (rest: number) => found.filter(({ id }) => lastNumber(id) % 2 === rest)
  return { all: figuresOf(found), odd: figuresOf(half(1)), even: figuresOf(half(0)), found }
}

export type RetrievalFigures = ReturnType<typeof measureRetrieval>

/** As lines of a table. The halves by number tell what was meant in general from what was made for one half. */
export function retrievalRows({ all, odd, even, found }: RetrievalFigures): Record<string, string> {
  const hits = ({ at1, at5, at10 }: Hits) => [at1, at5, at10].map(percent).join(' / ')
  const times = found.map(({ milliseconds }) => milliseconds)
  return {
    'hit@1/5/10, %': hits(all),
    'hit@1/5/10, % (odd numbers)': hits(odd),
    'hit@1/5/10, % (even numbers)': hits(even),
    'MRR@10, %': percent(all.mrr),
    'a search, median / p95, ms': `${quantile(times, 0.5).toFixed(2)} / ${quantile(times, 0.95).toFixed(2)}`,
  }
}

type Hits = { at1: number; at5: number; at10: number; mrr: number }

function figuresOf(found: readonly Found[]): Hits {
  const at = (most: number) => share(found.map(({ rank }) => rank > 0 && rank <= most))
  const mrr = found.reduce((sum, { rank }) => sum + (rank > 0 ? 1 / rank : 0), 0) / found.length
  return { at1: at(1), at5: at(5), at10: at(TOP), mrr }
}

const lastNumber = (id: string) => Number(/(\d+)\D*$/u.exec(id)?.[1] ?? 0)
