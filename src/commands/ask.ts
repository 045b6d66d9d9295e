import { z } from 'zod'
import type { Consulted } from '../features/policy/answers/consult.ts'
import type { Eyes } from '../features/policy/library/document-audience.ts'
import { dayOf } from '../kernel/clock.ts'
import { HouseError } from '../kernel/errors.ts'
import { printJson, printLine } from './command-line.ts'
import { eyesOption } from './docs.ts'
import { type DocsHouse, policyOf } from './docs-add.ts'
import { linesOf, readJsonLines } from './json-lines.ts'
import { withHouse } from './with-house.ts'

/** A day, or a time of which the day counts. */
const AsOf = z.union([z.iso.date(), z.iso.datetime({ offset: true })])
const Asked = z.object({
  id: z.union([z.string(), z.number()]),
  question: z.string().min(1),
  asOf: AsOf.nullish(),
})

export interface AskOptions {
  readonly eyes: Eyes
}

/** `ask "question"`, readable; without a question `ask --json`, which reads lines from standard input. */
export async function askCommand(options: {
  question: string | undefined
  asOf: string | undefined
  audience: string | undefined
  json: boolean
  demo: boolean
}): Promise<number> {
  const eyes = eyesOption(options.audience)
  const { question, asOf } = options
  if (asOf !== undefined && !AsOf.safeParse(asOf).success) {
    throw new HouseError('usage', '--as-of takes a day, for example 2025-06-01.')
  }
  if (question === undefined) {
    if (!options.json)
      throw new HouseError('usage', 'Ask a question (ask "…"), or give --json and lines on standard input.')
    return withHouse(options, (house) => askLines(house, linesOf(process.stdin), { eyes }, printJson))
  }
  return withHouse(options, async (house) => {
    const lines = [JSON.stringify({ id: '1', question, asOf })]
    if (options.json) return askLines(house, lines, { eyes }, printJson)
    return askLines(house, lines, { eyes }, (answer) =>
      printLine(String((answer as { text?: string; error?: string }).text)),
    )
  })
}

/** `ask --json`: a line in, a line out, in order. Gives the exit code: 1 where a line was wrong. */
export async function askLines(
  house: DocsHouse,
  lines: AsyncIterable<string> | Iterable<string>,
  { eyes }: AskOptions,
  print: (answer: object) => Promise<void>,
): Promise<number> {
  const policy = policyOf(house)
  await policy.ready(house.clock.now())
  let wrong = 0
  for await (const line of readJsonLines(lines, Asked)) {
    if (!line.ok) {
      wrong += 1
      await print({ error: line.error, line: line.line })
      continue
    }
    const { id, question, asOf } = line.value
    const now = house.clock.now()
    const asked = asOf ? { asOf: dayIn(asOf) } : {}
    const consulted = await policy.answer(
      question,
      { today: dayOf(now), eyes, ...asked },
      {
        transactions: house.storage.transactions,
        at: () => house.clock.now(),
        signal: UNENDING,
        patienceMs: policy.patienceMs,
      },
    )
    await print({ id, ...answerLine(consulted) })
  }
  return wrong > 0 ? 1 : 0
}

/** A command that is stopped is stopped whole. */
const UNENDING = new AbortController().signal

const dayIn = (asOf: string) => (asOf.length === 10 ? asOf : dayOf(new Date(asOf)))

/** As other programs read it: citations with what is known about each document besides, and how sure it is. */
function answerLine({ outcome }: Consulted): object {
  const { text, tier, citations, confidence } = outcome
  if (outcome.kind === 'notFound')
    return { answered: false, tier, text, nearest: outcome.nearest, citations, confidence }
  const written = outcome.written === true ? { written: true } : {}
  return { answered: true, tier, text, citations, confidence, ...written }
}
