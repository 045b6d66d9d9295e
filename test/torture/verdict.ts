import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { RunResult } from './driver.ts'
import type { Scenario } from './scenario.ts'

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url))
const run = promisify(execFile)

export interface LedgerLine {
  readonly number: string
  readonly sources: readonly string[]
}
export interface LetterLine {
  readonly id: string
  readonly key: string
  readonly chat: string
  readonly state: string
}

/** What the house itself says, by its own commands. */
export async function readBooks(
  environment: Record<string, string>,
): Promise<{ ledger: LedgerLine[]; letters: LetterLine[] }> {
  const verb = async (name: string) => {
    const { stdout } = await run(process.execPath, [MAIN, name, '--json'], {
      env: { ...process.env, ...environment },
      maxBuffer: 64 * 1024 * 1024,
    })
    return stdout
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line))
  }
  return { ledger: await verb('ledger'), letters: await verb('letters') }
}

export interface Verdict {
  readonly appeals: number
  readonly expected: number
  /** Message ids that made no appeal, or more than one. */
  readonly lost: readonly string[]
  readonly doubled: readonly string[]
  readonly letters: Readonly<Record<string, number>>
  /** Letters printed more than once, printed but unknown, or neither printed nor marked uncertain. */
  readonly sentTwice: readonly string[]
  readonly unknown: readonly string[]
  readonly unaccounted: readonly string[]
  /** Pairs of letters to one chat that left in another order than they were written. */
  readonly outOfOrder: readonly string[]
}

/** Holds what came out of the processes against what the house has written down. */
export function judge(
  scenario: Scenario,
  result: RunResult,
  books: { ledger: readonly LedgerLine[]; letters: readonly LetterLine[] },
): Verdict {
  const made = new Map<string, number>()
  for (const { sources } of books.ledger)
    for (const source of sources) made.set(source, (made.get(source) ?? 0) + 1)
  const times = new Map<string, number>()
  for (const { id } of result.printed) times.set(id, (times.get(id) ?? 0) + 1)
  const known = new Map(books.letters.map((letter, position) => [letter.id, { ...letter, position }]))
  const states: Record<string, number> = {}
  for (const { state } of books.letters) states[state] = (states[state] ?? 0) + 1
  const outOfOrder: string[] = []
  const lastIn = new Map<string, number>()
  for (const { id } of result.printed) {
    const letter = known.get(id)
    if (letter === undefined) continue
    if (letter.position < (lastIn.get(letter.chat) ?? -1)) outOfOrder.push(id)
    lastIn.set(letter.chat, letter.position)
  }
  return {
    appeals: books.ledger.length,
    expected: scenario.matters.length,
    lost: scenario.matters.filter((id) => !made.has(id)),
    doubled: scenario.matters.filter((id) => (made.get(id) ?? 0) > 1),
    letters: states,
    sentTwice: [...times].filter(([, n]) => n > 1).map(([id]) => id),
    unknown: [...times.keys()].filter((id) => !known.has(id)),
    unaccounted: books.letters
      .filter(({ id, state }) => (state === 'sent' ? !times.has(id) : state !== 'uncertain'))
      .map(({ id, state }) => `${id}:${state}`),
    outOfOrder,
  }
}
