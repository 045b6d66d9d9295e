/**
 * npm run eval:samples -- PATH [--misses]
 * Seventy questions of our own on a folder of samples (a newspaper page and seven regulations, two of them in two
 * editions): forty that they answer, twenty that they do not, ten whose answer changed with a new edition. Asked on
 * the command line of a house of its own, as of 1 March 2026 where a question names no day.
 */

import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { judge, type Question, type Told } from './sample-verdict.ts'

const { values, positionals } = parseArgs({
  options: { misses: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const root = join(import.meta.dirname, '../..')
const path = [positionals[0] ?? '', join(positionals[0] ?? '', 'samples')].find(holdsSamples)
if (path === undefined) {
  console.error(`Usage: npm run eval:samples -- PATH [--misses]
PATH is a folder with newspaper-page-2021.txt and policies/*.md, or one that holds it as samples/.
Without it there is nothing to ask: the questions are here, the documents are not.`)
  process.exit(2)
}

const { PATH, HOME } = process.env
const AS_OF = '2026-03-01'
const questions = readFileSync(join(import.meta.dirname, 'samples.jsonl'), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Question)
const data = mkdtempSync(join(tmpdir(), 'niangjia-samples-'))
chmodSync(data, 0o755)
try {
  run(['docs', 'add', join(path, 'newspaper-page-2021.txt'), join(path, 'policies')])
  const lines = questions.map(({ id, question, asOf }) =>
    JSON.stringify({ id, question, asOf: dayFor(question, asOf) }),
  )
  const told = run(['ask', '--json'], `${lines.join('\n')}\n`)
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Told & { id: string })
  report(new Map(told.map((one) => [one.id, one])))
} finally {
  rmSync(data, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
}

function report(told: ReadonlyMap<string, Told>): void {
  const verdicts = questions.map((question) => {
    const answer = told.get(question.id)
    return { question, answer, verdict: answer === undefined ? 'no answer came' : judge(question, answer) }
  })
  console.log('questions          asked  right')
  for (const [kind, name] of [
    ['answer', 'answered         '],
    ['none', 'not in the texts '],
    ['changed', 'changed since    '],
  ]) {
    const of = verdicts.filter(({ question }) => question.kind === kind)
    const right = of.filter(({ verdict }) => verdict === undefined).length
    console.log(`${name}  ${String(of.length).padStart(5)}  ${String(right).padStart(5)}`)
  }
  if (!values.misses) return
  for (const { question, answer, verdict } of verdicts) {
    if (verdict !== undefined)
      console.log(`\n${question.id} ${question.question}\n  ${verdict}\n${answer?.text ?? ''}`)
  }
}

/** A question that names its own time is asked without another. */
function dayFor(question: string, asOf: string | undefined): string | undefined {
  return asOf ?? (/\d{4}年签|修订前/u.test(question) ? undefined : AS_OF)
}

function run(verb: readonly string[], input = ''): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(root, 'src/launch.mjs'), ...verb], {
    input,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    // Nothing of this machine's settings: no model, no lexicon of somebody's own.
    env: { PATH, HOME, NIANGJIA_DATA: data },
  })
  if (status !== 0) throw new Error(`niangjia ${verb.join(' ')} failed:\n${stderr}\n${stdout}`)
  return stdout
}

function holdsSamples(folder: string): boolean {
  return existsSync(join(folder, 'newspaper-page-2021.txt')) && existsSync(join(folder, 'policies'))
}
