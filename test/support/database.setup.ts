import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbeddedServer } from '../../src/adapters/storage/server/embedded-server.ts'

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
  const dataDirectory = await mkdtemp(join(tmpdir(), 'niangjia-test-'))
  // As root the server runs as another user, who must get in; its own folder inside stays closed.
  await chmod(dataDirectory, 0o755)
  const serverUrl = process.env.DATABASE_URL || undefined
  project.provide('testDatabases', { prefix, dataDirectory, serverUrl })
  return async () => {
    if (serverUrl !== undefined) await dropDatabases(serverUrl, prefix)
    else if (await stat(join(dataDirectory, 'postgres')).catch(() => undefined))
      await stopServer(dataDirectory)
    await rm(dataDirectory, { recursive: true, force: true })
  }
}

async function stopServer(dataDirectory: string): Promise<void> {
  // Joining and leaving as the last one: the test files' processes are gone by now.
  const server = await startEmbeddedServer({ dataDirectory, say: () => undefined })
  await server.release()
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
