import type { DocumentFacts, Passage } from '../library/policy-document.ts'
import type { Hit } from './hit.ts'
import type { Records } from './records.ts'

/** `record` of its facts and note; its passages are numbered from `first` on. */
export type Held = { id: string; doc: string; record: number; first: number; count: number }

/** By passage: what it scored, and by what it was ranked. */
export type Ranking = { scores: Float64Array; places: Float64Array }

type Scored = { number: number; score: number; place: number }

const MOST_OTHERS = 4

/** The best passage of a document that was found, with what stands around it. */
export function composeHit(
  held: Held,
  ranking: Ranking,
  { records, texts }: { records: Records; texts: Records },
): Omit<Hit, 'asked' | 'also'> {
  const { id, doc, record, first, count } = held
  const [best, ...rest] = rankedIn(held, ranking) as [Scored, ...Scored[]]
  const [document] = records.read<[DocumentFacts, unknown]>(record)
  const read = (number: number) => texts.read<Passage>(number)
  const passage = read(best.number)
  // A reviewed answer is found by the question it answers; its words follow, and may share none with what was asked.
  const following = passage.kind === 'question' ? upTo(MOST_OTHERS, best.number + 1, first + count) : []
  const others = new Set([...following, ...rest.map(({ number }) => number)])
  return {
    id,
    doc,
    title: document.title,
    ...passage,
    score: best.score,
    document,
    others: [...others].slice(0, MOST_OTHERS).map(read),
    ...(best.number === first ? {} : { previous: read(best.number - 1) }),
    ...(best.number === first + count - 1 ? {} : { next: read(best.number + 1) }),
  }
}

/** Those of a document's passages that were found, best first. */
function rankedIn({ first, count }: Held, { scores, places }: Ranking): Scored[] {
  return upTo(count, first, first + count)
    .map((number) => ({ number, score: scores[number] as number, place: places[number] as number }))
    .filter(({ place }) => place > 0)
    .sort((one, other) => other.place - one.place || other.score - one.score || one.number - other.number)
}

function upTo(most: number, from: number, end: number): number[] {
  return Array.from({ length: Math.max(0, Math.min(most, end - from)) }, (_, at) => from + at)
}
