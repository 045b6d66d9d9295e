import { type ChildProcess, execFile, fork } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import pg from 'pg'
import { openStorage, type Storage } from '../../src/adapters/storage/open-storage.ts'
import { importRoster } from '../../src/features/membership/import-roster.ts'
import type { NoticeLine } from '../../src/features/notices/notice-lines.ts'
import { DEFAULT_BURST } from '../../src/inbox/burst.ts'
import { everybody } from '../../src/kernel/audience.ts'
import { removeFolder } from '../support/remove-folder.ts'
import type { HouseOrder, HouseSays, Spoken } from './mailing-house.ts'
import type { PlatformsOrder, PlatformsReport } from './mailing-platforms.ts'
import {
  type MailingScenario,
  type MailingSizes,
  makeMailingScenario,
  REVIEWER,
  STAFF,
} from './mailing-scenario.ts'
import { type ChatEnd, judgeMailing, type MailingVerdict } from './mailing-verdict.ts'
import type { HurriedTime } from './post-time.ts'
import { seeded } from './run-torture.ts'

export interface MailingTortureOptions extends MailingSizes {
  readonly kills: number
  /** Seconds of the experiment in a real one. */
  readonly scale: number
  /** Undefined: an embedded server in a temporary folder. */
  readonly databaseUrl?: string
  readonly log?: (line: string) => void
}

export interface MailingResult {
  readonly verdict: MailingVerdict
  readonly fates: Readonly<Record<string, number>>
  readonly complaints: readonly string[]
  readonly kills: number
}

const START = Date.parse('2026-03-02T09:00:00+08:00')
const TEXT = '全体会员大会改到周五上午九点'
const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url))

/** A broadcast ordered and approved in chat, sent over three platforms by a process that is killed again and again. */
export async function runMailingTorture(options: MailingTortureOptions): Promise<MailingResult> {
  const directory = await mkdtemp(join(tmpdir(), 'niangjia-mailing-'))
  await chmod(directory, 0o755)
  const storage = await openStorage({
    dataDirectory: directory,
    databaseUrl: options.databaseUrl,
    personalKey: '11'.repeat(32),
    burst: DEFAULT_BURST,
    say: () => undefined,
  })
  const children: ChildProcess[] = []
  const client = new pg.Client(storage.url)
  await client.connect()
  try {
    return await observe(options, { storage, directory, children, client })
  } finally {
    for (const child of children) child.kill('SIGKILL')
    await client.end()
    await storage.close()
    await removeFolder(directory)
  }
}

interface Ground {
  readonly storage: Storage
  readonly directory: string
  readonly children: ChildProcess[]
  readonly client: pg.Client
}

async function observe(
  options: MailingTortureOptions,
  { storage, directory, children, client }: Ground,
): Promise<MailingResult> {
  const scenario = makeMailingScenario(options)
  await moveIn(storage, client, scenario.roster, options)
  options.log?.('the roster is in')
  const random = seeded(options.seed + 1)
  const platforms = spawn('mailing-platforms.ts', children)
  platforms.send({ fates: scenario.fates, text: TEXT } satisfies PlatformsOrder)
  const { port } = (await heard(platforms)) as { port: number }
  const time: HurriedTime = { realStart: Date.now(), start: START, scale: options.scale }
  const complaints: string[] = []

  async function start(): Promise<ChildProcess> {
    const house = spawn('mailing-house.ts', children)
    const order: HouseOrder = { time, databaseUrl: storage.url, dataDirectory: directory, port }
    house.send(order)
    await new Promise<void>((resolve, reject) => {
      house.once('exit', (code, signal) => reject(new Error(`The house ended with ${code ?? signal}.`)))
      house.on('message', (said: HouseSays) => {
        if (said.kind === 'complaint') complaints.push(said.text)
        if (said.kind === 'open') resolve()
      })
    })
    return house
  }

  let house = await start()
  let kills = 0
  async function kill(why: string): Promise<void> {
    if (kills >= options.kills) return
    kills++
    house.kill('SIGKILL')
    await once(house, 'exit')
    house = await start()
    options.log?.(`killed ${why}`)
  }
  /** A platform hands in what was not acknowledged once more: the same message. */
  async function speak(spoken: Spoken): Promise<void> {
    const stored = new Promise<void>((resolve) => {
      house.on('message', (said: HouseSays) => {
        if (said.kind === 'stored' && said.id === spoken.id) resolve()
      })
    })
    house.send(spoken)
    await stored
  }

  const order = { text: TEXT, audience: everybody, topic: 'meeting' }
  await speak({ id: 'order', person: STAFF, text: `发 ${JSON.stringify(order)}` })
  await pause(random() * 300)
  const isLong = options.kills > 2
  if (isLong) await kill('while it was planned')
  await until(client, `SELECT FROM "Mailing" WHERE "state" = 'awaitingApproval'`)
  await until(
    client,
    `SELECT FROM "Letter" WHERE "chat"->>'chatId' = '${REVIEWER}' AND "state" IN ('sent', 'uncertain')`,
  )
  await speak({ id: 'yes', person: REVIEWER, choice: 'yes' })
  await pause(random() * 200)
  if (isLong) await kill('while it was approved')
  // At these numbers of chats left the process is killed.
  const total = scenario.chats.length
  const rest = options.kills - kills
  const killsAt = Array.from({ length: rest }, (_, n) =>
    Math.floor((total * (rest - n - random() * 0.8)) / (rest + 1)),
  )
  for (let left = await leftOf(client, total); left > 0; left = await leftOf(client, total)) {
    if (killsAt[0] !== undefined && left <= killsAt[0]) {
      killsAt.shift()
      await kill(`with ${left} chats left`)
    }
    await pause(50)
  }
  await until(client, `SELECT FROM "Mailing" WHERE "settledAt" IS NOT NULL`)
  await until(
    client,
    `SELECT FROM "Letter" WHERE "key" = 'mailing:notice:1:settled' AND "state" IN ('sent', 'uncertain')`,
  )
  house.send('end')
  await once(house, 'exit')
  platforms.send('report')
  const report = (await heard(platforms)) as PlatformsReport
  const { rows: ends } = await client.query<ChatEnd>(
    `SELECT (r."chat"->>'platform') || ':' || (r."chat"->>'chatId') AS "chat", r."state" AS "recipient",
       min(l."state") AS "letter", count(l."id")::int AS "letters"
     FROM "MailingRecipient" r LEFT JOIN "Letter" l ON l."mailing" = r."mailing" AND l."chatKey" = r."chatKey"
     GROUP BY r."id"`,
  )
  const line = await noticesJson(storage.url, directory)
  return { verdict: judgeMailing({ scenario, report, ends, line }), fates: report.fates, complaints, kills }
}

/** The roster, everybody's private chat open, as if each had said hello once. */
async function moveIn(
  storage: Storage,
  client: pg.Client,
  roster: MailingScenario['roster'],
  { databaseUrl }: MailingTortureOptions,
): Promise<void> {
  // Only processes are killed, and a disk that others use is four times as slow in hurried time.
  if (databaseUrl === undefined) {
    await client.query('ALTER SYSTEM SET fsync = off')
    await client.query('SELECT pg_reload_conf()')
  }
  // A little at a time: one import of ten thousand people is one long transaction.
  for (let n = 0; n < roster.people.length; n += 500) {
    const { errors } = await importRoster(
      { ...roster, people: roster.people.slice(n, n + 500) },
      { store: storage.membership, transactions: storage.transactions, at: new Date(START), dryRun: false },
    )
    if (errors.length > 0) throw new Error(JSON.stringify(errors.slice(0, 3)))
  }
  await client.query(
    `INSERT INTO "Contact" ("key", "account", "openedAt", "wroteAt")
     SELECT "platform" || ':' || "platform" || ':private:' || "accountId", "platform" || ':' || "platform", now(), now()
     FROM "PersonAccount"`,
  )
}

/** Chats whose end is not known yet; all of them before it left. */
async function leftOf(client: pg.Client, total: number): Promise<number> {
  const { rows } = await client.query<{ done: string }>(
    `SELECT count(*) AS "done" FROM "Letter" WHERE "mailing" IS NOT NULL AND "state" IN ('sent', 'failed', 'uncertain')`,
  )
  return total - Number(rows[0]?.done)
}

async function until(client: pg.Client, sql: string): Promise<void> {
  while ((await client.query(sql)).rowCount === 0) await pause(50)
}

/** What the command prints, in a process of its own. */
async function noticesJson(url: string, directory: string): Promise<NoticeLine> {
  const environment = { NIANGJIA_DATA: directory, DATABASE_URL: url, NIANGJIA_LOG: 'silent' }
  const { stdout } = await promisify(execFile)(process.execPath, [MAIN, 'notices', '--json'], {
    env: { ...process.env, ...environment },
  })
  return JSON.parse(stdout.trim().split('\n')[0] ?? '{}') as NoticeLine
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

function spawn(file: string, children: ChildProcess[]): ChildProcess {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), { execArgv: [] })
  children.push(child)
  return child
}

const heard = async (child: ChildProcess): Promise<unknown> => (await once(child, 'message'))[0]
