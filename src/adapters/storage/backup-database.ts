import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startEmbeddedServer } from './server/embedded-server.ts'

export interface Whereabouts {
  readonly dataDirectory: string
  /** Unset: the embedded server of the data directory. */
  readonly databaseUrl: string | undefined
}

/** The house's database as it is, without touching its tables. */
export async function withDatabase<T>(
  { dataDirectory, databaseUrl }: Whereabouts,
  say: (line: string) => void,
  act: (url: string, directory: string | undefined) => Promise<T>,
): Promise<T> {
  if (databaseUrl !== undefined) return act(databaseUrl, undefined)
  const server = await startEmbeddedServer({ dataDirectory, say })
  try {
    return await act(server.url, server.directory)
  } finally {
    await server.release()
  }
}

/**
 * An empty database for a trial, removed afterwards: on the same server, or on an embedded one of its own
 * where our role there may not make databases.
 */
export async function withScratchDatabase<T>(url: string, act: (url: string) => Promise<T>): Promise<T> {
  const name = `niangjia_trial_${randomBytes(6).toString('hex')}`
  const isMade = await onServer(url, `CREATE DATABASE ${name} TEMPLATE template0`).then(
    () => true,
    (error: { code?: string }) => {
      if (error.code === '42501') return false
      throw error
    },
  )
  if (!isMade) return withScratchServer(act)
  try {
    const scratch = new URL(url)
    scratch.pathname = `/${name}`
    return await act(scratch.href)
  } finally {
    await onServer(url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  }
}

async function withScratchServer<T>(act: (url: string) => Promise<T>): Promise<T> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'niangjia-trial-'))
  // As root the server runs as another user, who must get in; its own folder inside stays closed.
  await chmod(dataDirectory, 0o755)
  try {
    return await withDatabase({ dataDirectory, databaseUrl: undefined }, () => undefined, act)
  } finally {
    await rm(dataDirectory, { recursive: true, force: true })
  }
}

async function onServer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'niangjia trial' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end().catch(() => undefined)
  }
}
