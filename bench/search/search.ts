/**
 * npm run bench:search -- --corpus DIR [--corpus DIR …] [--passages N] [--engine NAME …]
 * Our search beside MiniSearch, FlexSearch, Orama and PostgreSQL's full text search, all on the same tokens: on each
 * measured set (see corpus.ts), and on all of them together among passages that answer nothing, N in all (100,000;
 * 0 leaves this out). What counts is documents found; every engine has processes of its own.
 */

import { execFile } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { parseArgs, promisify } from 'node:util'
import { openStorage } from '../../src/adapters/storage/open-storage.ts'
import { DEFAULT_BURST } from '../../src/inbox/burst.ts'
import { ENGINES } from './engines/engines.ts'
import { percent } from './figures.ts'
import type { Asked, Built, Task } from './measure.ts'

const MOST_MEGABYTES = 8_192
const MOST_MINUTES = 30
/** Of many passages some engines take seconds for a question. */
const QUESTIONS_AMONG_MANY = 200

const { values } = parseArgs({
  options: {
    corpus: { type: 'string', multiple: true },
    passages: { type: 'string', default: '100000' },
    engine: { type: 'string', multiple: true },
  },
})
if (values.corpus === undefined) {
  console.error(
    'Usage: npm run bench:search -- --corpus DIR [--corpus DIR …] [--passages N] [--engine NAME …]',
  )
  process.exit(2)
}
const passages = Number(values.passages)
const folder = await mkdtemp(join(tmpdir(), 'niangjia-search-'))
// PostgreSQL does not run as root, and its own user has to reach the folder.
await chmod(folder, 0o755)
const storage = await openStorage({
  dataDirectory: folder,
  databaseUrl: undefined,
  personalKey: undefined,
  burst: DEFAULT_BURST,
  say: () => undefined,
})
try {
  for (const corpus of values.corpus)
    await compare(basename(corpus), { corpora: [corpus], passages: 0, questions: 10_000 })
  if (passages > 0)
    await compare(`${passages} passages`, {
      corpora: values.corpus,
      passages,
      questions: QUESTIONS_AMONG_MANY,
    })
} finally {
  await storage.close()
  await rm(folder, { recursive: true, force: true })
}

async function compare(title: string, scenario: Pick<Task, 'corpora' | 'passages' | 'questions'>) {
  const table: Record<string, Record<string, string>> = {}
  for (const engine of values.engine ?? Object.keys(ENGINES)) {
    const task = { ...scenario, engine, folder, databaseUrl: storage.url }
    await storage.database.policyIndexPart.deleteMany()
    try {
      const built = await run<Built>({ ...task, part: 'build' })
      table[engine] = row(built, await run<Asked>({ ...task, part: 'ask' }))
    } catch (error) {
      table[engine] = { 'hit@1/5/10, %': `failed: ${reasonIn(error)}` }
    }
  }
  console.log(`\n${title}`)
  console.table(table)
}

function row({ buildMs, keepMs }: Built, asked: Asked): Record<string, string> {
  const outside = asked.megabytesBesides === 0 ? '' : ` + ${asked.megabytesBesides.toFixed(0)} outside`
  return {
    'hit@1/5/10, %': asked.hits.map(percent).join(' / '),
    'build + keep, s': `${(buildMs / 1000).toFixed(1)} + ${(keepMs / 1000).toFixed(1)}`,
    'load, s': (asked.loadMs / 1000).toFixed(2),
    'median / p95, ms': `${asked.medianMs.toFixed(2)} / ${asked.p95Ms.toFixed(2)}`,
    'memory, MB': `${asked.megabytes.toFixed(0)}${outside}`,
  }
}

async function run<Figures>(task: Task): Promise<Figures> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [`--max-old-space-size=${MOST_MEGABYTES}`, join(import.meta.dirname, 'measure.ts'), JSON.stringify(task)],
    { timeout: MOST_MINUTES * 60_000, maxBuffer: 1e7 },
  )
  return JSON.parse(stdout)
}

function reasonIn(error: unknown): string {
  const { killed, stderr = '' } = error as { killed?: boolean; stderr?: string }
  if (killed) return `not done after ${MOST_MINUTES} minutes`
  return /^.*(?:Error|FATAL).*$/mu.exec(stderr)?.[0].slice(0, 120) ?? 'see above'
}
