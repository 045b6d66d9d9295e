import pg from 'pg'
import { expect, test } from 'vitest'
import { openPool } from '../../../src/adapters/storage/client.ts'
import { openTestDatabase } from '../../support/database.ts'

test('a connection that the server ends while nobody listens to it does not end the process', async () => {
  const database = await openTestDatabase()
  const pool = openPool(database.url)
  pool.on('error', () => undefined)
  const admin = new pg.Client(database.url)
  await admin.connect()
  try {
    // Held, with no statement on it and no listener of the holder's: an error would now be uncaught.
    const held = await pool.connect()
    const { rows } = await held.query('SELECT pg_backend_pid() AS pid')
    const ended = new Promise((resolve) => held.once('end', resolve))
    await admin.query('SELECT pg_terminate_backend($1)', [rows[0].pid])
    await ended
    await expect(held.query('SELECT 1')).rejects.toThrow()
    held.release(true)
    expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
  } finally {
    await admin.end()
    await pool.end()
    await database.drop()
  }
})
