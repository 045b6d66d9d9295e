import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { removeFolder } from '../../../support/remove-folder.ts'

/** A process of the house that holds the embedded server. */
export interface HouseProcess {
  url: string
  directory: string
  said: string[]
  /** Resolves when a line with these words has been said. */
  hears(words: string): Promise<void>
  /** A clean exit. */
  release(): Promise<void>
  /** kill -9 of the process and everything in its group. */
  kill(): Promise<void>
}

const running = new Set<ChildProcess>()
const folders = new Set<string>()

export async function startHouseProcess(dataDirectory: string, shelter: string): Promise<HouseProcess> {
  const holder = fileURLToPath(new URL('holder.ts', import.meta.url))
  const child = spawn(process.execPath, [holder, dataDirectory, shelter], {
    detached: true,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  running.add(child)
  const exited = once(child, 'exit').then(() => running.delete(child))
  const said: string[] = []
  const lines = createInterface({ input: child.stdout })
  const hears = async (words: string) => {
    while (!said.some((line) => line.includes(words))) await once(lines, 'line')
  }
  const ready = new Promise<{ url: string; directory: string }>((resolve, reject) => {
    lines.on('line', (text) => {
      const line = JSON.parse(text) as { said: string } | { url: string; directory: string }
      if ('said' in line) said.push(line.said)
      else resolve(line)
    })
    child.on('exit', (code) => reject(new Error(`The process ended with ${code} before it had a server.`)))
  })
  return {
    ...(await ready),
    said,
    hears,
    async release() {
      child.stdin.write('\n')
      await exited
    },
    async kill() {
      process.kill(-(child.pid ?? 0), 'SIGKILL')
      await exited
    },
  }
}

/** A folder every user can enter, as an installation's is; gone after the tests. */
export async function makeFolder(mode = 0o755): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'niangjia-house-'))
  await chmod(folder, mode)
  folders.add(folder)
  return folder
}

/** What a test that failed half-way left behind. */
export async function clearAway(): Promise<void> {
  for (const child of running) process.kill(-(child.pid ?? 0), 'SIGKILL')
  for (const folder of folders) await removeFolder(folder)
  folders.clear()
}

/** The single value of a query. */
export async function ask(url: string, query: string): Promise<unknown> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    const { rows } = await client.query<Record<string, unknown>>(query)
    return Object.values(rows[0] ?? {})[0]
  } finally {
    await client.end()
  }
}
