/**
 * One engine on one scenario, in a process of its own: `build` builds and keeps it, `ask` loads what was kept, as after
 * a restart, and asks. Prints its figures as a line of JSON. Run by search.ts.
 */

import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { Engine } from './engines/engine.ts'
import { ENGINES } from './engines/engines.ts'
import { quantile, share } from './figures.ts'
import { readScenario, type Scenario } from './scenario.ts'

export type Task = {
  engine: string
  part: 'build' | 'ask'
  folder: string
  databaseUrl: string
  corpora: string[]
  passages: number
  questions: number
}

export type Built = { passages: number; buildMs: number; keepMs: number }
export type Asked = {
  hits: [number, number, number]
  loadMs: number
  medianMs: number
  p95Ms: number
  /** Of this process after loading and asking, without the garbage; and outside of it. */
  megabytes: number
  megabytesBesides: number
}

const TOP = 10
const WARM_UP = 20

const task: Task = JSON.parse(process.argv[2] ?? '')
const engine = await (ENGINES[task.engine] as NonNullable<(typeof ENGINES)[string]>)(task)
console.log(JSON.stringify(task.part === 'build' ? await build(engine, task) : await ask(engine, task)))
process.exit(0)

async function build(built: Engine, { corpora, ...size }: Task): Promise<Built> {
  const { documents } = readScenario(corpora, size)
  const [, buildMs] = await timed(() => built.build(documents))
  const [, keepMs] = await timed(() => built.keep())
  return { passages: documents.reduce((sum, { passages }) => sum + passages.length, 0), buildMs, keepMs }
}

async function ask(asked: Engine, { corpora, questions: most }: Task): Promise<Asked> {
  const { questions } = readScenario(corpora, { passages: 0, questions: most })
  const before = memory()
  const [, loadMs] = await timed(() => asked.load())
  // The first questions pay for the compiler; they are asked twice.
  for (const { question } of questions.slice(0, WARM_UP)) await asked.search(question, TOP)
  const { ranks, times } = await askAll(asked, questions)
  const hitAt = (most: number) => share(ranks.map((rank) => rank > 0 && rank <= most))
  return {
    hits: [hitAt(1), hitAt(5), hitAt(TOP)],
    loadMs,
    medianMs: quantile(times, 0.5),
    p95Ms: quantile(times, 0.95),
    megabytes: (memory() - before) / 1e6,
    megabytesBesides: ((await asked.bytesBesides?.()) ?? 0) / 1e6,
  }
}

async function askAll(asked: Engine, questions: Scenario['questions']) {
  const ranks: number[] = []
  const times: number[] = []
  for (const { question, answeredBy } of questions) {
    const [docs, milliseconds] = await timed(() => asked.search(question, TOP))
    ranks.push(docs.findIndex((doc) => answeredBy.has(doc)) + 1)
    times.push(milliseconds)
  }
  return { ranks, times }
}

async function timed<Result>(act: () => Promise<Result>): Promise<[Result, number]> {
  const started = performance.now()
  const result = await act()
  return [result, performance.now() - started]
}

/** Bytes held after a collection. */
function memory(): number {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}
