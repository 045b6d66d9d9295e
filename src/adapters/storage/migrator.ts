import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { HouseError } from '../../kernel/errors.ts'
import { type AppliedMigration, type Migration, planMigrations, readMigrations } from './migration-history.ts'
import { migratorTexts } from './migrator.texts.ts'

export interface MigratorOptions {
  /** The database. Only its `public` schema is used. */
  url: string
  /** The folder of migrations: `prisma/migrations` of this installation. */
  directory: string
}

/** The lock Prisma's own command line takes: the two never migrate one database at the same time. */
const lock = 72707369

// As Prisma makes it, so that its command line reads what we wrote and the other way round.
const historyTable = `CREATE TABLE public."_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`

/**
 * Brings the database up to this installation's schema, at every start; one query where nothing is to do.
 * Each step is applied whole or not at all. Throws `migration` where somebody has to look first, and
 * `database` where the database cannot be reached.
 */
export async function applyMigrations({ url, directory }: MigratorOptions): Promise<{ applied: string[] }> {
  const migrations = await readMigrations(directory)
  const client = new pg.Client({ connectionString: url, application_name: 'niangjia migrator' })
  client.on('error', () => undefined)
  await client.connect().catch((cause: unknown) => {
    throw new HouseError('database', migratorTexts.unreachable(reason(cause)), { cause })
  })
  try {
    const pending = planMigrations(migrations, (await findHistory(client)) ?? [])
    if (pending.length === 0) return { applied: [] }
    await client.query('SELECT pg_advisory_lock($1)', [lock])
    return { applied: await applyPending(client, migrations) }
  } finally {
    // The lock goes with the connection.
    await client.end().catch(() => undefined)
  }
}

/** Reads the history again, now that the lock is ours: another process may have applied everything meanwhile. */
async function applyPending(client: pg.Client, migrations: readonly Migration[]): Promise<string[]> {
  const history = await findHistory(client)
  if (history === undefined) await beginHistory(client)
  const applied: string[] = []
  for (const migration of planMigrations(migrations, history ?? [])) {
    await applyMigration(client, migration)
    applied.push(migration.name)
  }
  return applied
}

async function applyMigration(client: pg.Client, { name, script, checksum }: Migration): Promise<void> {
  try {
    await client.query('BEGIN')
    await client.query(script)
    // A dump's script may have emptied the search path. clock_timestamp: now() stands still inside a transaction.
    await client.query(
      `INSERT INTO public."_prisma_migrations"
         (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    )
    await client.query('COMMIT')
  } catch (cause) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw new HouseError('migration', migratorTexts.failed(name, reason(cause)), { cause })
  }
}

/** Undefined where the database has no history yet. */
async function findHistory(client: pg.Client): Promise<AppliedMigration[] | undefined> {
  try {
    const { rows } = await client.query<AppliedMigration>(
      `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS "isFinished"
       FROM public."_prisma_migrations" WHERE rolled_back_at IS NULL ORDER BY started_at`,
    )
    return rows
  } catch (cause) {
    if ((cause as { code?: string }).code === '42P01') return undefined
    throw new HouseError('database', migratorTexts.unreachable(reason(cause)), { cause })
  }
}

/** Somebody else's tables in the database mean that DATABASE_URL points to the wrong one. */
async function beginHistory(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query(
    `SELECT FROM pg_class c
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
       AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
     LIMIT 1`,
  )
  if (rowCount !== 0) throw new HouseError('migration', migratorTexts.notEmpty())
  await client.query(historyTable)
}

const reason = (cause: unknown) => (cause instanceof Error ? cause.message : String(cause))
