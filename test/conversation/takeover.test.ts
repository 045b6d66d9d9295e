import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { expect, test } from 'vitest'
import type { LeaseTimes } from '../../src/adapters/storage/lease-connection.ts'
import { openWire } from '../support/cut-wire.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { until } from '../support/desk.ts'
import { openPollingServer } from '../support/polling-server.ts'
import { removeFolder } from '../support/remove-folder.ts'

const PROCESS = fileURLToPath(new URL('../support/polling-process.ts', import.meta.url))
/** Quicker than an operator has it, and slow enough that a starved process is not taken for a dead one. */
const QUICK: LeaseTimes = { heartbeatMs: 300, validMs: 8_000, freedMs: 12_000 }

/** Real processes on a busy machine take a while to start. */
const PATIENCE_MS = 180_000

/** A messenger that is polled, and the processes on one database that poll it. */
interface Place {
  readonly server: Awaited<ReturnType<typeof openPollingServer>>
  readonly database: TestDatabase
  /** Resolves when it serves or stands by. */
  start(name: string, url?: string, times?: LeaseTimes): Promise<ChildProcess>
  /** Everybody was answered once by the books, and what the books say is what the messenger got. */
  expectEachAnsweredOnce(people: readonly string[]): Promise<void>
}

/** Most of a takeover is waiting for leases to end, so the cases run beside each other, each in a place of its own. */
async function inPlace(play: (place: Place) => Promise<void>): Promise<void> {
  const database = await openTestDatabase()
  const directory = await mkdtemp(join(tmpdir(), 'niangjia-takeover-'))
  const server = await openPollingServer({ sendMs: 150 })
  const running: ChildProcess[] = []
  try {
    await play({
      server,
      database,
      async start(name, url = database.url, times?) {
        const child = startProcess({ name, url, times, directory, server: server.url })
        running.push(child)
        await once(child.stdout as NodeJS.ReadableStream, 'data')
        return child
      },
      expectEachAnsweredOnce: (people) => expectEachAnsweredOnce(people, database, server),
    })
  } finally {
    for (const child of running) {
      if (child.exitCode !== null || child.signalCode !== null) continue
      child.kill('SIGKILL')
      await once(child, 'exit')
    }
    server.close()
    await database.drop()
    await removeFolder(directory)
  }
}

interface Started {
  readonly name: string
  readonly url: string
  readonly times: LeaseTimes | undefined
  readonly directory: string
  readonly server: string
}

function startProcess({ name, url, times, directory, server }: Started): ChildProcess {
  return spawn(process.execPath, [PROCESS, name, server, times === undefined ? '' : JSON.stringify(times)], {
    cwd: directory,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      NIANGJIA_DATA: directory,
      NIANGJIA_KEY: '22'.repeat(32),
      DATABASE_URL: url,
      NIANGJIA_QUIET_PRIVATE_SECONDS: '0',
    },
  })
}

async function read<T>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return (await client.query(sql)).rows as T[]
  } finally {
    await client.end()
  }
}

async function expectEachAnsweredOnce(
  people: readonly string[],
  { url }: TestDatabase,
  server: Place['server'],
): Promise<void> {
  await until(async () => {
    const arrivals = await read<{ state: string; person: string }>(
      url,
      `SELECT "state", "personId" AS person FROM "Arrival"`,
    )
    expect(arrivals.map(({ person }) => person).sort()).toEqual([...people].sort())
    expect(arrivals.filter(({ state }) => state !== 'done')).toEqual([])
    const open = await read(url, `SELECT FROM "Letter" WHERE "state" IN ('waiting', 'sending')`)
    expect(open).toEqual([])
  })
  const letters = await read<{ id: string; state: string; person: string }>(
    url,
    `SELECT "id", "state", "chat"->>'chatId' AS person FROM "Letter" ORDER BY "seq"`,
  )
  expect(letters.map(({ person }) => person).sort()).toEqual([...people].sort())
  const ids = server.sent.map(({ id }) => id)
  expect(ids.length, 'no letter twice').toBe(new Set(ids).size)
  for (const { id, state } of letters) {
    if (state === 'sent') expect(ids).toContain(id)
    else expect(state).toBe('uncertain')
  }
}

test.concurrent(
  'a killed process is followed by the one that stands by: nothing lost, nothing twice, one poller',
  () =>
    inPlace(async ({ server, start, expectEachAnsweredOnce }) => {
      const first = await start('first')
      await start('second')
      const people = Array.from({ length: 40 }, (_, n) => `u-${n}`)
      for (const person of people.slice(0, 20)) server.says(person, '你能做什么')
      // In the thick of it: some letters are out, some on their way, some not written.
      await until(() => expect(server.sent.length).toBeGreaterThan(5))
      first.kill('SIGKILL')
      for (const person of people.slice(20)) server.says(person, '你能做什么')
      await until(() => expect(server.isPolling('second')).toBe(true))
      await expectEachAnsweredOnce(people)
      expect(server.pollers()).toEqual(['first', 'second'])
      expect(server.together).toEqual([])
      expect(server.sent.some(({ by }) => by === 'second')).toBe(true)
    }),
  PATIENCE_MS,
)

test.concurrent(
  'a process that the database cannot hear stops polling before another begins, and follows it in turn',
  () =>
    inPlace(async ({ server, database, start, expectEachAnsweredOnce }) => {
      const wire = await openWire(database.url)
      try {
        await start('first', wire.url, QUICK)
        const second = await start('second', database.url, QUICK)
        server.says('u-1', '你能做什么')
        await expectEachAnsweredOnce(['u-1'])
        wire.hang()
        await until(() => expect(server.isPolling('second')).toBe(true))
        server.says('u-2', '你能做什么')
        await expectEachAnsweredOnce(['u-1', 'u-2'])
        expect(server.together).toEqual([])
        wire.mend()
        server.says('u-3', '你能做什么')
        await expectEachAnsweredOnce(['u-1', 'u-2', 'u-3'])
        expect(server.pollers()).toEqual(['first', 'second'])
        second.kill('SIGKILL')
        await until(() => expect(server.isPolling('first')).toBe(true))
        server.says('u-4', '你能做什么')
        await expectEachAnsweredOnce(['u-1', 'u-2', 'u-3', 'u-4'])
        expect(server.pollers()).toEqual(['first', 'second', 'first'])
        expect(server.together).toEqual([])
      } finally {
        wire.close()
      }
    }),
  PATIENCE_MS,
)

test.concurrent(
  'what a process heard and could not write down is heard by the one that follows',
  () =>
    inPlace(async ({ server, database, start, expectEachAnsweredOnce }) => {
      const wire = await openWire(database.url)
      try {
        await start('first', wire.url, QUICK)
        await start('second', database.url, QUICK)
        wire.hang()
        server.says('u-1', '你能做什么')
        await until(() => expect(server.isPolling('second')).toBe(true))
        await expectEachAnsweredOnce(['u-1'])
        // What the first still has in its hands is stored by now, and was seen before.
        wire.mend()
        server.says('u-2', '你能做什么')
        await expectEachAnsweredOnce(['u-1', 'u-2'])
        expect(server.pollers()).toEqual(['first', 'second'])
        expect(server.together).toEqual([])
      } finally {
        wire.close()
      }
    }),
  PATIENCE_MS,
)

test.concurrent(
  'a process that was frozen finds another in its place when it wakes, and stays away',
  () =>
    inPlace(async ({ server, database, start, expectEachAnsweredOnce }) => {
      const first = await start('first', database.url, QUICK)
      await start('second', database.url, QUICK)
      server.says('u-1', '你能做什么')
      await expectEachAnsweredOnce(['u-1'])
      first.kill('SIGSTOP')
      await until(() => expect(server.isPolling('second')).toBe(true))
      first.kill('SIGCONT')
      server.says('u-2', '你能做什么')
      await expectEachAnsweredOnce(['u-1', 'u-2'])
      server.says('u-3', '你能做什么')
      await expectEachAnsweredOnce(['u-1', 'u-2', 'u-3'])
      expect(server.pollers()).toEqual(['first', 'second'])
      expect(server.sent.filter(({ by }) => by === 'first')).toHaveLength(1)
    }),
  PATIENCE_MS,
)
