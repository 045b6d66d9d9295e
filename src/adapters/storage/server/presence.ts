import { realpath } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { HouseError } from '../../../kernel/errors.ts'
import { type Address, findAddress, houseName } from './address.ts'
import { clusterOf } from './place.ts'
import { isRunning } from './postmaster.ts'
import { serverTexts } from './server.texts.ts'

/** This process's seat at the server: as long as it is held, nobody stops the server. */
export interface Presence {
  address: Address
  /** Resolves when the connection is gone, wanted or not. */
  ended: Promise<void>
  /** Gives the seat up; true where nobody else holds one, and then nobody can take one any more. */
  leave(): Promise<boolean>
  close(): Promise<void>
}

// An advisory lock of two halves never meets the one-number locks that features and Prisma take.
const seat = '28266, 1'
const patienceSeconds = 10

/**
 * Joins the server of this home, or gives undefined where none runs. One that is just coming up or going
 * down is asked again for 10 s; one that still does not answer then is a `database` error.
 */
export async function joinServer(home: string): Promise<Presence | undefined> {
  const deadline = performance.now() + patienceSeconds * 1000
  for (;;) {
    const outcome = await tryToJoin(home)
    if (!('why' in outcome)) return outcome
    if (!(await isRunning(clusterOf(home)))) return undefined
    if (performance.now() > deadline) throw new HouseError('database', serverTexts.notJoined(outcome.why))
    await pause(50)
  }
}

async function tryToJoin(home: string): Promise<Presence | { why: string }> {
  const address = await findAddress(home)
  if (address === undefined) return { why: 'server.json' }
  const client = connectionTo(address, houseName)
  const ended = new Promise<void>((resolve) => client.once('end', () => resolve()))
  try {
    await client.connect()
    // The lock waits for whoever is stopping the server, and then fails with it.
    const { rows } = await client.query<{ directory: string }>(
      `SELECT pg_advisory_lock_shared(${seat}), current_setting('data_directory') AS directory`,
    )
    // A copy of a data directory still names the original's port.
    const directory = await realpath(rows[0]?.directory ?? '')
    if (directory !== (await realpath(clusterOf(home))))
      throw new Error(`127.0.0.1:${address.port} → ${directory}`)
  } catch (error) {
    await client.end().catch(() => undefined)
    return { why: error instanceof Error ? error.message : String(error) }
  }
  return {
    address,
    ended,
    async leave() {
      await client.query(`SELECT pg_advisory_unlock_shared(${seat})`)
      const { rows } = await client.query<{ last: boolean }>(`SELECT pg_try_advisory_lock(${seat}) AS last`)
      return rows[0]?.last === true
    },
    close: () => client.end(),
  }
}

/** Makes the house's database in a server that was just started for the first time. Only under a claim. */
export async function ensureDatabase(address: Address): Promise<void> {
  const client = connectionTo(address, 'postgres')
  await client.connect()
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [houseName])
    if (rowCount === 0) await client.query(`CREATE DATABASE ${houseName}`)
  } finally {
    await client.end()
  }
}

function connectionTo({ port, password }: Address, database: string): pg.Client {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: houseName,
    password,
    database,
    ssl: false,
    keepAlive: true,
    connectionTimeoutMillis: 5000,
    application_name: 'niangjia presence',
  })
  // Without a listener a server going away would end the process; `end` follows and is what we go by.
  client.on('error', () => undefined)
  return client
}
