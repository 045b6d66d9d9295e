import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, stat, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbeddedServer } from '../../src/adapters/storage/server/embedded-server.ts'
import { removeFolder } from './remove-folder.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    testDatabases: {
      /** In the name of every database of this run, so that two runs may share a server. */
      prefix: string
      /** The data directory of this run's embedded server, unless `serverUrl` is there. */
      dataDirectory: string
      serverUrl: string | undefined
    }
  }
}

/**
 * Once per run of the tests: a place for their databases, and its removal at the end. The server itself is
 * started by the first test file that asks for a database; runs without such a file never start one.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const prefix = `niangjia_test_${randomBytes(4).toString('hex')}`
  const dataDirectory = await mkdtemp(join(await quickestPlace(), 'niangjia-test-'))
  // As root the server runs as another user, who must get in; its own folder inside stays closed.
  await chmod(dataDirectory, 0o755)
  const serverUrl = process.env.DATABASE_URL || undefined
  // Processes that tests start load the same code again and again: read compiled, it takes half as long.
  process.env.NODE_COMPILE_CACHE ??= join(dataDirectory, 'compiled')
  project.provide('testDatabases', { prefix, dataDirectory, serverUrl })
  return async () => {
    if (serverUrl !== undefined) await dropDatabases(serverUrl, prefix)
    else if (await stat(join(dataDirectory, 'postgres')).catch(() => undefined))
      await stopServer(dataDirectory)
    await removeFolder(dataDirectory)
  }
}

const IN_MEMORY = '/dev/shm'
const ENOUGH_BYTES = 4 * 1024 ** 3

/** A database is five hundred small files: a few milliseconds in memory, half a second on many a disk. */
async function quickestPlace(): Promise<string> {
  const room = await statfs(IN_MEMORY).catch(() => undefined)
  const isRoomy = room !== undefined && room.bavail * room.bsize > ENOUGH_BYTES
  return isRoomy && process.availableMemory() > 2 * ENOUGH_BYTES ? IN_MEMORY : tmpdir()
}

/** Whoever leaves last stops it; a test file's process that has just ended may still seem to be there. */
async function stopServer(dataDirectory: string): Promise<void> {
  const isRunning = () => stat(join(dataDirectory, 'postgres/cluster/postmaster.pid')).catch(() => undefined)
  for (let tries = 0; tries < 100 && (await isRunning()); tries++) {
    const server = await startEmbeddedServer({ dataDirectory, say: () => undefined })
    await server.release()
    if (await isRunning()) await pause(50)
  }
}

async function dropDatabases(serverUrl: string, prefix: string): Promise<void> {
  const client = new pg.Client(serverUrl)
  await client.connect()
  const { rows } = await client.query<{ name: string }>(
    'SELECT datname AS name FROM pg_database WHERE starts_with(datname, $1)',
    [prefix],
  )
  for (const { name } of rows) await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  await client.end()
}
