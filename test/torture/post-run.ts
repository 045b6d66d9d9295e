import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { openStorage, type Storage } from '../../src/adapters/storage/open-storage.ts'
import { DEFAULT_BURST } from '../../src/inbox/burst.ts'
import { removeFolder } from '../support/remove-folder.ts'
import type { EmulatorOrder, EmulatorReport } from './post-emulator.ts'
import { makePostScenario, type PostScenario, type PostSizes } from './post-scenario.ts'
import type { SenderOrder, SenderSays } from './post-sender.ts'
import { type HurriedTime, hurriedClock } from './post-time.ts'
import { judgePost, type LetterEnd, type PostVerdict, type Span } from './post-verdict.ts'
import { seeded } from './run-torture.ts'

export interface PostTortureOptions extends PostSizes {
  readonly kills: number
  /** Seconds of the experiment in a real one. */
  readonly scale: number
  /** Undefined: an embedded server in a temporary folder. */
  readonly databaseUrl?: string
  readonly log?: (line: string) => void
}

export interface PostResult {
  readonly verdict: PostVerdict
  readonly complaints: readonly string[]
  readonly questions: number
  /** Letters that left while the platform was known to want patience. */
  readonly impatient: number
  /** How long letters were on their way, there and back, the shortest first. */
  readonly took: readonly number[]
}

const QUESTION_EVERY_MS = 1_500
const START = Date.parse('2026-03-02T09:00:00+08:00')

/** A broadcast written into the outbox, a platform with faults in a process of its own, a sender that is killed. */
export async function runPostTorture(options: PostTortureOptions): Promise<PostResult> {
  const directory = await mkdtemp(join(tmpdir(), 'niangjia-post-'))
  await chmod(directory, 0o755)
  const storage = await openStorage({
    dataDirectory: directory,
    databaseUrl: options.databaseUrl,
    personalKey: '11'.repeat(32),
    burst: DEFAULT_BURST,
    say: () => undefined,
  })
  const children: ChildProcess[] = []
  try {
    const scenario = makePostScenario(options)
    await write(storage, scenario)
    return await observe(options, scenario, { storage, directory, children })
  } finally {
    for (const child of children) child.kill('SIGKILL')
    await storage.close()
    await removeFolder(directory)
  }
}

async function write({ transactions, outbox }: Storage, scenario: PostScenario): Promise<void> {
  const at = new Date(START)
  const base = {
    origin: 'approved',
    state: 'waiting',
    tries: 0,
    dueAt: at,
    writtenAt: at,
    messageIds: [],
  } as const
  for (let n = 0; n < scenario.letters.length; n += 1_000) {
    await transactions.inOne(at, async (work) => {
      for (const letter of scenario.letters.slice(n, n + 1_000))
        outbox.add({ ...base, ...letter, key: letter.id, mailing: 'n-1' }, work)
    })
  }
}

interface House {
  readonly storage: Storage
  readonly directory: string
  readonly children: ChildProcess[]
}

async function observe(
  options: PostTortureOptions,
  scenario: PostScenario,
  { storage, directory, children }: House,
): Promise<PostResult> {
  const time: HurriedTime = { realStart: Date.now(), start: START, scale: options.scale }
  const { now } = hurriedClock(time)
  const random = seeded(options.seed + 1)
  const complaints: string[] = []
  const took: number[] = []
  let impatient = 0
  const { letters: _letters, ...rest } = scenario
  const emulator = spawn('post-emulator.ts', children)
  const order: EmulatorOrder = {
    time,
    scenario: rest,
    seed: options.seed,
    questionEveryMs: QUESTION_EVERY_MS,
  }
  emulator.send(order)
  const { port } = (await heard(emulator)) as { port: number }
  const apiRoot = `http://127.0.0.1:${port}`
  const client = new pg.Client(storage.url)
  await client.connect()
  // Only processes are killed, and a disk that others use is four times as slow in hurried time.
  if (options.databaseUrl === undefined) {
    await client.query('ALTER SYSTEM SET fsync = off')
    await client.query('SELECT pg_reload_conf()')
  }

  async function start(): Promise<ChildProcess> {
    const sender = spawn('post-sender.ts', children)
    const to: SenderOrder = { time, databaseUrl: storage.url, dataDirectory: directory, apiRoot }
    sender.send(to)
    await new Promise<void>((resolve, reject) => {
      sender.once('exit', (code, signal) => reject(new Error(`The sender ended with ${code ?? signal}.`)))
      sender.on('message', (said: SenderSays) => {
        if (said.complaint !== undefined) complaints.push(said.complaint)
        if (said.impatient) impatient++
        took.push(...(said.took ?? []))
        if (said.open) resolve()
      })
    })
    return sender
  }

  const left = async () => {
    const { rows } = await client.query<{ left: string }>(
      `SELECT count(*) AS left FROM "Letter" WHERE "state" IN ('waiting', 'sending') AND "mailing" IS NOT NULL`,
    )
    return Number(rows[0]?.left)
  }

  // At these numbers of letters left the process is killed.
  const total = scenario.letters.length
  const killsAt = Array.from({ length: options.kills }, (_, n) =>
    Math.floor((total * (options.kills - n - random() * 0.8)) / (options.kills + 1)),
  )
  const dead: Span[] = []
  let sender = await start()
  emulator.send('ask')
  for (let waiting = await left(); waiting > 0; waiting = await left()) {
    if (killsAt[0] !== undefined && waiting <= killsAt[0]) {
      killsAt.shift()
      const from = now()
      sender.kill('SIGKILL')
      await once(sender, 'exit')
      sender = await start()
      dead.push({ from, to: now() })
      options.log?.(`killed with ${waiting} letters left`)
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  emulator.send('quiet')
  await settled(client)
  sender.send('end')
  await once(sender, 'exit')
  const { rows } = await client.query<LetterEnd>(
    `SELECT "text", "state", "failure", "mailing", "writtenAt" FROM "Letter" ORDER BY "seq"`,
  )
  await client.end()
  emulator.send('report')
  const report = (await heard(emulator)) as EmulatorReport
  const verdict = judgePost({ scenario, report, ends: rows, dead })
  took.sort((a, b) => a - b)
  return { verdict, complaints, questions: Object.keys(report.asked).length, impatient, took }
}

/** The last questions are answered. */
async function settled(client: pg.Client): Promise<void> {
  for (let quiet = 0; quiet < 5; ) {
    await new Promise((resolve) => setTimeout(resolve, 100))
    const { rowCount } = await client.query(
      `SELECT FROM "Letter" WHERE "state" IN ('waiting', 'sending') UNION ALL SELECT FROM "Arrival" WHERE "state" = 'waiting'`,
    )
    quiet = rowCount === 0 ? quiet + 1 : 0
  }
}

function spawn(file: string, children: ChildProcess[]): ChildProcess {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), { execArgv: [] })
  children.push(child)
  return child
}

const heard = async (child: ChildProcess): Promise<unknown> => (await once(child, 'message'))[0]
