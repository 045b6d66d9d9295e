import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'
import { runCommandLine } from '../../src/commands/run-command-line.ts'
import { run as captured } from '../commands/on-house.ts'
import { openTestDatabase, type TestDatabase } from './database.ts'
import { until } from './desk.ts'
import { removeFolder } from './remove-folder.ts'
import { SMALL_COUNTY } from './small-county.ts'

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url))

/** A line of the protocol, or of whatever a command prints as JSON. */
// biome-ignore lint/suspicious/noExplicitAny: what another process printed is judged by the test itself
export type Printed = any

export interface Running {
  readonly child: ChildProcess
  /** What it printed so far, whole lines. */
  readonly lines: readonly string[]
  readonly out: readonly Printed[]
  errors(): string
  write(line: object | string): void
  /** Writes a `sync` and waits until all that was said before is done and sent. */
  sync(): Promise<void>
  /** Closes its input and gives its exit code. */
  end(): Promise<number>
  exit: Promise<number>
}

/** A command's whole run in this process: the same words, output and exit code, without a process's start. */
let turn: Promise<unknown> = Promise.resolve()
function runHere(args: readonly string[], environment: Record<string, string>) {
  // One at a time: they read this process's environment and write to its output.
  const mine = turn.then(async () => {
    const before = { ...process.env }
    Object.assign(process.env, environment)
    try {
      return await captured(() => runCommandLine(args))
    } finally {
      for (const name of Object.keys(environment)) {
        if (before[name] === undefined) delete process.env[name]
        else process.env[name] = before[name]
      }
    }
  })
  turn = mine.catch(() => undefined)
  return mine
}

/** One data directory and one database as an operator works on them: long runs in processes of their own, commands here. */
export async function openOperator(more: Record<string, string> = {}) {
  const database: TestDatabase = await openTestDatabase()
  const directory = await mkdtemp(join(tmpdir(), 'niangjia-operator-'))
  const running: ChildProcess[] = []
  const environment = { NIANGJIA_DATA: directory, DATABASE_URL: database.url, NIANGJIA_PORT: '0', ...more }

  function start(args: readonly string[], environmentToo: Record<string, string> = {}): Running {
    const child = spawn(process.execPath, [MAIN, ...args], {
      cwd: directory,
      env: { ...process.env, ...environment, ...environmentToo },
    })
    running.push(child)
    const lines: string[] = []
    const out: Printed[] = []
    let errors = ''
    let syncs = 0
    child.stderr.on('data', (chunk: Buffer) => {
      errors += chunk.toString()
    })
    child.stdin.on('error', () => undefined)
    const reader = createInterface({ input: child.stdout })
    reader.on('line', (line) => {
      lines.push(line)
      if (line.startsWith('{')) out.push(JSON.parse(line))
    })
    const exit = once(child, 'close').then(([code]) => {
      expectNoTrace(lines.join('\n') + errors)
      return code as number
    })
    const write = (line: object | string) =>
      void child.stdin.write(`${typeof line === 'string' ? line : JSON.stringify(line)}\n`)
    return {
      child,
      lines,
      out,
      errors: () => errors,
      write,
      async sync() {
        const id = `s-${++syncs}`
        write({ kind: 'sync', id })
        await until(() =>
          expect(
            out.some(({ kind, of }) => kind === 'settled' && of === id),
            errors,
          ).toBe(true),
        )
      },
      end() {
        child.stdin.end()
        return exit
      },
      exit,
    }
  }

  return {
    database,
    directory,
    start,
    /** Runs a command to its end. */
    async run(...args: readonly string[]): Promise<{ code: number; out: readonly Printed[]; text: string }> {
      const { code, out, err } = await runHere(args, { ...environment, NIANGJIA_LOG: 'silent' })
      expectNoTrace(out + err)
      const lines = out.split('\n').filter((line) => line.startsWith('{'))
      return { code, out: lines.map((line) => JSON.parse(line)), text: out + err }
    },
    async close(): Promise<void> {
      for (const child of running) if (child.exitCode === null) child.kill('SIGKILL')
      await database.drop()
      await removeFolder(directory)
    },
  }
}

export type Operator = Awaited<ReturnType<typeof openOperator>>

/** People who run this read sentences; where in the code it happened is for the log, and not as a trace. */
export function expectNoTrace(text: string): void {
  expect(text).not.toMatch(/^\s+at .+:\d+:\d+|\\n\s+at |node:internal/mu)
}

/** Writes a roster down for `import`; gives its path. */
export async function rosterAt(operator: Operator, roster: unknown = SMALL_COUNTY): Promise<string> {
  const file = join(operator.directory, 'roster.json')
  await writeFile(file, JSON.stringify(roster))
  return file
}
