/**
 * npm run eval -- PATH [--lexicon FILE|none] [--json]
 * Policy answers on measured sets, without any model: how well what answers is found, what is refused, how often the
 * quote holds the answer. PATH is a folder with sets as subfolders; each is also asked the others' questions, which it
 * should refuse. `--lexicon none` shows what search does by itself.
 */

import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { consult } from '../../src/features/policy/answers/consult.ts'
import { createLexicon } from '../../src/features/policy/search/lexicon/lexicon.ts'
import { readLexiconFile } from '../../src/read-lexicon-file.ts'
import { type Corpus, readCorpus } from '../search/corpus.ts'
import { answerRows, measureAnswers } from './answers.ts'
import { libraryOf } from './eval-library.ts'
import { measureRetrieval, retrievalRows } from './retrieval.ts'

const TODAY = '2026-01-01'
const FILES = ['corpus.jsonl', 'questions.jsonl', 'unanswerable.jsonl']

const { values, positionals } = parseArgs({
  options: { lexicon: { type: 'string' }, json: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const [path] = positionals
if (path === undefined) {
  console.error(`Usage: npm run eval -- PATH [--lexicon FILE|none] [--json]
PATH is a folder with one folder for each set, for example law/ and wiki-reading/, each with
  corpus.jsonl        {"doc_id","title","text"}
  questions.jsonl     {"id","question","answers":[…],"doc_id" or "doc_ids":[…]}
  unanswerable.jsonl  {"id","question"}
The sets are not part of this repository. Without them there is nothing to measure.`)
  process.exit(2)
}
const folders = setsIn(path)
if (folders.length === 0) {
  console.error(
    `${path}: no folder in it has ${FILES.join(', ')}. Run without PATH to see what belongs there.`,
  )
  process.exit(2)
}

const lines = values.lexicon === 'none' ? [] : readLexiconFile(values.lexicon)
const lexicon = createLexicon(lines)
const corpora = folders.map(readCorpus)
const table: Record<string, Record<string, string>> = {}
for (const corpus of corpora) {
  const rows = await measure(corpus)
  if (values.json) console.log(JSON.stringify({ set: corpus.name, lexiconLines: lines.length, ...rows }))
  for (const [row, value] of Object.entries(rows)) table[row] = { ...table[row], [corpus.name]: value }
}
if (!values.json) {
  console.log(`lexicon: ${lines.length} lines`)
  console.table(table)
}

async function measure(corpus: Corpus): Promise<Record<string, string>> {
  const library = await libraryOf(corpus, lexicon.wordingsOf)
  const finds = (question: string) => library.search(question, { top: 10, eyes: 'all' }).map(({ doc }) => doc)
  const foreign = corpora.filter((other) => other !== corpus).flatMap(({ questions }) => questions)
  const cases = {
    answerable: corpus.questions,
    unanswerable: corpus.unanswerable,
    foreign: foreign.map((question) => ({ ...question, answeredBy: new Set<string>() })),
  }
  const consults = (question: string) => consult(library, question, { today: TODAY, eyes: 'all' }).outcome
  return {
    'documents / questions': `${corpus.rows.length} / ${corpus.questions.length}`,
    ...retrievalRows(measureRetrieval(corpus.questions, finds)),
    ...answerRows(measureAnswers(cases, consults)),
  }
}

function setsIn(folder: string): string[] {
  const isSet = (candidate: string) => FILES.every((file) => existsSync(join(candidate, file)))
  if (isSet(folder)) return [folder]
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name))
    .filter(isSet)
}
