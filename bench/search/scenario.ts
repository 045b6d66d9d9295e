/** What is searched: one measured set by itself, or all of them together among many passages that answer nothing. */

import type { ReadDocument } from '../../src/features/policy/library/policy-document.ts'
import { readDocument } from '../../src/features/policy/reading/read-document.ts'
import { type Question, readCorpus } from './corpus.ts'
import { createDraw, createFiller } from './filler.ts'

export type Scenario = { documents: ReadDocument[]; questions: Question[] }

/** Characters of a passage that answers nothing: from, and how many more at most. */
const SHORTEST = 80
const SPREAD = 240

/** `passages`: filled up to so many. `questions`: at most so many, taken evenly. */
export function readScenario(
  directories: readonly string[],
  { passages, questions }: { passages: number; questions: number },
): Scenario {
  const corpora = directories.map(readCorpus)
  const documents = corpora.flatMap(({ name, rows }) =>
    rows.map(({ doc_id, title, text }) =>
      readDocument({
        name: `${name}/${doc_id}`,
        text,
        format: 'jsonl-row',
        ...(title ? { title } : {}),
      }),
    ),
  )
  const all = corpora.flatMap((corpus) =>
    corpus.questions.map((question) => ({
      ...question,
      answeredBy: new Set([...question.answeredBy].map((doc) => `${corpus.name}/${doc}`)),
    })),
  )
  const step = Math.max(1, all.length / questions)
  const asked = Array.from({ length: Math.min(questions, all.length) }, (_, at) => all[Math.floor(at * step)])
  return { documents: filledUp(documents, passages), questions: asked as Question[] }
}

function filledUp(documents: ReadDocument[], passages: number): ReadDocument[] {
  const texts = documents.flatMap((document) => document.passages.map(({ text }) => text))
  if (texts.length >= passages) return documents
  const filler = createFiller(texts)
  const draw = createDraw(7)
  for (let at = texts.length; at < passages; at += 1) {
    const text = filler(SHORTEST + Math.floor(draw() * SPREAD))
    const passage = { locator: '第1段', heading: '', text, position: 0 }
    documents.push({ doc: `filler/${at}`, title: filler(10), passages: [passage], remarks: [] })
  }
  return documents
}
