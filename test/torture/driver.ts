import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { ScenarioLine } from './scenario.ts'

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url))

/** A letter as it came out of the process, in the order of the whole run. */
export interface Printed {
  readonly id: string
  readonly to: { readonly kind: string; readonly id: string }
  readonly text: string
}

export interface RunResult {
  readonly printed: readonly Printed[]
  readonly kills: number
  readonly groupKills: number
  readonly starts: number
  readonly complaints: readonly string[]
}

export interface DriverOptions {
  readonly lines: readonly ScenarioLine[]
  readonly kills: number
  readonly environment: Record<string, string>
  /** Gives 0 to 1; seeded, so that a run can be repeated. */
  readonly random: () => number
  readonly log?: (line: string) => void
}

/** Lines sent between two `sync`s: what a platform would hold until it is told "got it". */
const BATCH = 10

/**
 * Feeds the lines to `stdio`, kills the process with signal 9 at random moments, starts it again and resends
 * what was not settled, as a platform does. The last batch is always let through to its end.
 */
export async function drive(options: DriverOptions): Promise<RunResult> {
  const printed: Printed[] = []
  const complaints: string[] = []
  let kills = 0
  let groupKills = 0
  let starts = 0
  let syncs = 0
  let next = 0
  let child: Running | undefined

  for (;;) {
    if (child === undefined) {
      starts++
      child = start(options.environment, printed, complaints)
    }
    const batch = options.lines.slice(next, next + BATCH)
    const left = Math.ceil((options.lines.length - next) / BATCH)
    // As many kills as still have to fit into the batches that are left; what is over comes at the end.
    const mayKill = kills < options.kills
    const kill = mayKill && (left <= 1 || options.random() < (options.kills - kills) / (left * 2))
    const sync = `s-${++syncs}`
    for (const line of batch) child.write(line)
    child.write({ kind: 'sync', id: sync })
    if (kill) {
      // Half of the moments are anywhere, start-up included; half in the thick of it, just after some letter left.
      const moment =
        options.random() < 0.5
          ? pause(options.random() * 1_500)
          : child.printed(1 + Math.floor(options.random() * 12))
      if (await Promise.race([child.settled(sync), moment])) next += batch.length
      const wholeGroup = options.random() < 0.5
      await child.kill(wholeGroup)
      child = undefined
      kills++
      if (wholeGroup) groupKills++
      if (kills % 10 === 0) options.log?.(`${kills} kills, ${next} of ${options.lines.length} lines settled`)
    } else if (await child.settled(sync)) {
      next += batch.length
      if (next >= options.lines.length && !mayKill) {
        await child.end()
        break
      }
    } else child = undefined
  }
  return { printed, kills, groupKills, starts, complaints }
}

interface Running {
  write(line: object): void
  /** True when it settled, false when the process ended before. */
  settled(sync: string): Promise<boolean>
  /** When so many letters came out since it was asked; false, as is the end of the process. */
  printed(count: number): Promise<false>
  kill(wholeGroup: boolean): Promise<void>
  end(): Promise<void>
}

function start(environment: Record<string, string>, printed: Printed[], complaints: string[]): Running {
  // A group of its own, so that the whole of it can be killed without us.
  const child: ChildProcess = spawn(process.execPath, [MAIN, 'stdio'], {
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  })
  const waiting = new Map<string, (settled: boolean) => void>()
  const done = new Set<string>()
  let over = false
  let countdown = 0
  let reached: () => void = () => undefined
  const exited = once(child, 'exit').then(() => undefined)
  child.stdin?.on('error', () => undefined)
  let errors = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    errors = (errors + chunk.toString()).slice(-4_000)
  })
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream })
  lines.on('line', (text) => {
    const line = JSON.parse(text)
    if (line.kind === 'sent') {
      printed.push(line)
      if (--countdown === 0) reached()
    }
    if (line.kind === 'settled') {
      done.add(line.of)
      waiting.get(line.of)?.(true)
    }
    if (line.kind === 'error') complaints.push(line.message)
  })
  const closed = once(lines, 'close').then(() => {
    over = true
    for (const give of waiting.values()) give(false)
    reached()
  })
  return {
    write: (line) => void child.stdin?.write(`${JSON.stringify(line)}\n`),
    settled: (sync) =>
      done.has(sync) || over
        ? Promise.resolve(done.has(sync))
        : new Promise((give) => void waiting.set(sync, give)),
    printed: (count) =>
      new Promise((give) => {
        countdown = count
        reached = () => give(false)
        if (over) reached()
      }),
    async kill(wholeGroup) {
      if (child.pid !== undefined && child.exitCode === null) {
        if (wholeGroup) process.kill(-child.pid, 'SIGKILL')
        else child.kill('SIGKILL')
      }
      await exited
      // What it had printed before it died counts as sent and is still in the pipe.
      await closed
    },
    async end() {
      child.stdin?.end()
      await exited
      await closed
      if (child.exitCode !== 0) complaints.push(`the last process ended with ${child.exitCode}: ${errors}`)
    },
  }
}

const pause = (ms: number) => new Promise<false>((resolve) => setTimeout(() => resolve(false), ms))
