import { execFile } from 'node:child_process'
import { chmod, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { removeFolder } from '../support/remove-folder.ts'
import { drive, type RunResult } from './driver.ts'
import { makeScenario } from './scenario.ts'
import { judge, readBooks, type Verdict } from './verdict.ts'

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url))

export interface TortureOptions {
  readonly people: number
  readonly messages: number
  readonly kills: number
  readonly seed: number
  /** Undefined: an embedded server in a temporary folder, which the killed processes share and leave behind. */
  readonly databaseUrl?: string
  readonly log?: (line: string) => void
}

/** The whole experiment: a fresh house, the scenario with its kills, and the verdict. */
export async function runTorture(options: TortureOptions): Promise<{ verdict: Verdict; result: RunResult }> {
  const directory = await mkdtemp(join(tmpdir(), 'niangjia-torture-'))
  await chmod(directory, 0o755)
  const environment = {
    NIANGJIA_DATA: directory,
    NIANGJIA_LOG: 'silent',
    ...(options.databaseUrl === undefined ? {} : { DATABASE_URL: options.databaseUrl }),
  }
  try {
    const scenario = makeScenario(options.people, options.messages)
    const roster = join(directory, 'roster.json')
    await writeFile(roster, JSON.stringify(scenario.roster))
    await promisify(execFile)(process.execPath, [MAIN, 'import', roster], {
      env: { ...process.env, ...environment },
    })
    const result = await drive({
      ...options,
      lines: scenario.lines,
      environment,
      random: seeded(options.seed),
    })
    return { result, verdict: judge(scenario, result, await readBooks(environment)) }
  } finally {
    await removeFolder(directory)
  }
}

/** Mulberry32: the same seed gives the same moments. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
