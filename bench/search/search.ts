/**
 * npm run bench:search -- --corpus DIR [--corpus DIR …] [--foreign FILE …] [--json]
 * How well policy search and its refusals do on measured sets. With several corpora each is also asked the
 * others' questions, which it should refuse; --foreign names files of further such questions.
 */

import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { readCorpus } from './corpus.ts'
import { percent } from './figures.ts'
import { type Figures, measure } from './measure.ts'

const { values } = parseArgs({
  options: {
    corpus: { type: 'string', multiple: true },
    foreign: { type: 'string', multiple: true },
    asOf: { type: 'string', default: '2026-01-01' },
    json: { type: 'boolean', default: false },
  },
})
if (values.corpus === undefined) {
  console.error('Usage: npm run bench:search -- --corpus DIR [--corpus DIR …] [--foreign FILE …] [--json]')
  process.exit(2)
}

const corpora = values.corpus.map(readCorpus)
const strangers = (values.foreign ?? []).flatMap(questionsIn)
for (const corpus of corpora) {
  const others = corpora.filter((other) => other !== corpus).flatMap(({ questions }) => questions)
  const foreign = [...others, ...strangers].map((question) => ({
    ...question,
    answeredBy: new Set<string>(),
  }))
  const figures = measure(corpus, foreign, values.asOf)
  if (values.json) console.log(JSON.stringify(figures))
  else print(figures)
}

function questionsIn(file: string): { id: string; question: string }[] {
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line))
}

function print(figures: Figures): void {
  const { curve, ...rest } = figures
  console.log(`\n${rest.corpus}: ${rest.documents} documents, ${rest.passages} passages`)
  console.table({
    'hit@1/5/10, %': [rest.hitAt1, rest.hitAt5, rest.hitAt10].map(percent).join(' / '),
    'query median/p95, ms': `${rest.queryMedianMs.toFixed(2)} / ${rest.queryP95Ms.toFixed(2)}`,
    'index, ms': rest.indexMs.toFixed(0),
    'memory (of it postings), MB': `${rest.megabytes.toFixed(1)} (${rest.postingsMegabytes.toFixed(1)})`,
    'answered of answerable, %': percent(rest.answeredAnswerable),
    'right of those answered, %': percent(rest.rightWhenAnswered),
    'answered of unanswerable, %': percent(rest.answeredUnanswerable),
    'answered of foreign, %': percent(rest.answeredForeign),
    'AUC unanswerable / foreign': `${rest.separationUnanswerable.toFixed(3)} / ${rest.separationForeign.toFixed(3)}`,
    'right among the surest 10/30/50 %': rest.rightAmongSurest.map(percent).join(' / '),
  })
  console.log('answered from a confidence on, %')
  console.table(
    curve.map((row) => ({
      from: row.from,
      answerable: percent(row.answerable),
      unanswerable: percent(row.unanswerable),
      foreign: percent(row.foreign),
    })),
  )
}
