// The database as the schema engine sees it: Prisma's own driver adapter, mended where the engine stumbles.
import { randomBytes } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import pg from 'pg'

const scalarChar = 18
const text = 25

/**
 * @param {string} url a running PostgreSQL; diffs between files need one as well, for the shadow database
 * @returns {import('@prisma/driver-adapter-utils').SqlMigrationAwareDriverAdapterFactory}
 */
export function openFor(url) {
  return {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect: () => connect(url),
    connectToShadowDb: () => connectToShadow(url),
  }
}

/** Runs one statement outside any transaction, in the named database of the same server. */
export async function runOnServer(url, statement, database) {
  const client = new pg.Client({ connectionString: withDatabase(url, database) })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

export function withDatabase(url, database) {
  const other = new URL(url)
  if (database !== undefined) other.pathname = `/${database}`
  return other.href
}

/** A scratch database in which the history of migrations is played through; gone when the engine lets go. */
async function connectToShadow(url) {
  const name = `shadow_${randomBytes(8).toString('hex')}`
  await runOnServer(url, `CREATE DATABASE ${name}`)
  return connect(withDatabase(url, name), () => runOnServer(url, `DROP DATABASE ${name} WITH (FORCE)`))
}

async function connect(url, afterwards = async () => {}) {
  // One connection: the engine takes an advisory lock and expects to be in the same session afterwards.
  const adapter = await new PrismaPg({ connectionString: url, max: 1 }).connect()
  const pool = adapter.underlyingDriver()
  let charColumns = []

  // The catalogue's "char" columns are unknown to the adapter, and the engine wants an empty one as NUL.
  const query = pool.query.bind(pool)
  pool.query = async (request) => {
    const result = await query(request)
    const fields = result.fields ?? []
    charColumns = fields.flatMap((field, index) => (field.dataTypeID === scalarChar ? [index] : []))
    for (const index of charColumns) {
      fields[index].dataTypeID = text
      for (const row of result.rows) row[index] = row[index] === '' ? '\0' : row[index]
    }
    return result
  }
  const { queryRaw, dispose } = adapter
  return Object.assign(adapter, {
    async queryRaw(request) {
      const result = await queryRaw.call(adapter, request)
      for (const index of charColumns) result.columnTypes[index] = ColumnTypeEnum.Character
      return result
    },
    // The adapter cuts a script at every semicolon, also inside a function's body; PostgreSQL takes it whole.
    async executeScript(script) {
      await query(script).catch((error) => adapter.onError(error))
    },
    async dispose() {
      await dispose.call(adapter)
      await afterwards()
    },
  })
}
