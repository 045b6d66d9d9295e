/** A measured set of questions: corpus.jsonl, questions.jsonl and unanswerable.jsonl in one folder. */

import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { JsonlRow } from '../../src/features/policy/reading/read-document.ts'

const Question = z.object({
  id: z.string(),
  question: z.string(),
  doc_id: z.string().nullish(),
  /** Where several documents answer. */
  doc_ids: z.array(z.string()).nullish(),
  /** In few words, any of which is right. */
  answers: z.array(z.string()).nullish(),
})

export type Question = {
  id: string
  question: string
  answeredBy: ReadonlySet<string>
  answers: readonly string[]
}
export type Corpus = {
  name: string
  rows: z.infer<typeof JsonlRow>[]
  questions: Question[]
  unanswerable: Question[]
}

/** Throws with the file and line where a row is not of the expected shape. */
export function readCorpus(directory: string): Corpus {
  return {
    name: basename(directory),
    rows: readRows(join(directory, 'corpus.jsonl'), JsonlRow),
    questions: readRows(join(directory, 'questions.jsonl'), Question).map(toQuestion),
    unanswerable: readRows(join(directory, 'unanswerable.jsonl'), Question).map(toQuestion),
  }
}

function toQuestion({ id, question, doc_id, doc_ids, answers }: z.infer<typeof Question>): Question {
  const answering = doc_ids ?? (doc_id === null || doc_id === undefined ? [] : [doc_id])
  return { id, question, answeredBy: new Set(answering), answers: answers ?? [] }
}

function readRows<Row>(file: string, schema: z.ZodType<Row>): Row[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((line, at) => ({ line, at: at + 1 }))
    .filter(({ line }) => line.trim() !== '')
    .map(({ line, at }) => {
      const row = schema.safeParse(JSON.parse(line))
      if (!row.success) throw new Error(`${file}, line ${at}: ${z.prettifyError(row.error)}`)
      return row.data
    })
}
