import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { inject } from 'vitest'
import { applyMigrations } from '../../src/adapters/storage/migrator.ts'
import { startEmbeddedServer } from '../../src/adapters/storage/server/embedded-server.ts'

export interface TestDatabase {
  url: string
  /** Removes it, whoever is still connected. */
  drop(): Promise<void>
}

const migrations = fileURLToPath(new URL('../../prisma/migrations', import.meta.url))

/** A database of this test file's own, with every migration applied: a clone, some 20 ms. */
export function openTestDatabase(): Promise<TestDatabase> {
  return createFrom(ensureTemplate)
}

/** An empty database, for tests of the migrations themselves. */
export function openEmptyDatabase(): Promise<TestDatabase> {
  return createFrom(async () => 'template0')
}

async function createFrom(findTemplate: (client: pg.Client) => Promise<string>): Promise<TestDatabase> {
  const name = `${inject('testDatabases').prefix}_${randomBytes(6).toString('hex')}`
  await onServer(async (client) => {
    const template = await findTemplate(client)
    // Copying files is three times as fast here as PostgreSQL's default of copying through its log.
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy`)
  })
  return {
    url: withDatabase(await serverUrl(), name),
    drop: () => onServer((client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)),
  }
}

let server: Promise<string> | undefined

/** Given by DATABASE_URL, or joined: test files in other processes share it, and the run's end stops it. */
function serverUrl(): Promise<string> {
  const { serverUrl: given, dataDirectory } = inject('testDatabases')
  server ??= given ? Promise.resolve(given) : startServer(dataDirectory)
  return server
}

async function startServer(dataDirectory: string): Promise<string> {
  const { url } = await startEmbeddedServer({ dataDirectory, say: () => undefined })
  const client = new pg.Client(url)
  await client.connect()
  // Tests lose nothing in a power cut, and databases come and go three times as fast.
  await client.query('ALTER SYSTEM SET fsync = off')
  await client.query('SELECT pg_reload_conf()')
  await client.end()
  return url
}

async function ensureTemplate(client: pg.Client): Promise<string> {
  const template = `${inject('testDatabases').prefix}_template`
  // One test file makes it, the others wait.
  await client.query('SELECT pg_advisory_lock(28266, 2)')
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [template])
    if (rowCount === 0) await makeTemplate(client, template)
  } finally {
    await client.query('SELECT pg_advisory_unlock(28266, 2)')
  }
  return template
}

async function makeTemplate(client: pg.Client, template: string): Promise<void> {
  const unfinished = `${template}_unfinished`
  await client.query(`DROP DATABASE IF EXISTS ${unfinished} WITH (FORCE)`)
  await client.query(`CREATE DATABASE ${unfinished} TEMPLATE template0`)
  await applyMigrations({ url: withDatabase(await serverUrl(), unfinished), directory: migrations })
  await client.query(`ALTER DATABASE ${unfinished} RENAME TO ${template}`)
}

async function onServer(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client(await serverUrl())
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

function withDatabase(url: string, name: string): string {
  const other = new URL(url)
  other.pathname = `/${name}`
  return other.href
}
