import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { HouseError } from '../../kernel/errors.ts'
import { backupTexts as texts } from './backup.texts.ts'
import { type Aftermath, settleAfterRestore } from './backup-aftermath.storage.ts'
import type { BackupHeader } from './backup-format.ts'
import { loadRows, resetSequences } from './backup-load.storage.ts'
import { inspectBackup } from './backup-read.ts'
import { listTables, PLAIN_SETTINGS, quoted } from './backup-tables.ts'
import { readMigrations } from './migration-history.ts'
import { applyMigrations } from './migrator.ts'

export interface RestoreOptions {
  readonly url: string
  readonly file: string
  readonly at: Date
  /** The house stood still from the backup on (a move to another machine): nothing was sent since. */
  readonly isMove: boolean
  /** This installation's own by default. */
  readonly migrations?: string
}

export interface RestoreReport extends Aftermath {
  readonly header: BackupHeader
  readonly rows: Readonly<Record<string, number>>
}

const MIGRATIONS = join(import.meta.dirname, '../../../prisma/migrations')

/**
 * Takes a backup into an empty database, whole or not at all. A backup of an older version is restored into
 * that version's tables and these are then brought up to date.
 * Throws `import` (the file), `database` (not empty, in use), `migration` or `audit`, each with what to do.
 */
export async function restoreBackup(options: RestoreOptions): Promise<RestoreReport> {
  const { url, file, at, isMove, migrations = MIGRATIONS } = options
  const { header } = await inspectBackup(file)
  await makeTables({ url, file, migrations }, header)
  const client = new pg.Client({ connectionString: url, application_name: 'niangjia restore' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('BEGIN')
    await client.query(PLAIN_SETTINGS)
    await lockEmptyTables(client)
    const { trailer } = await loadRows(client, file)
    await resetSequences(client)
    const aftermath = await settleAfterRestore(client, { header, at, isMove })
    await client.query('COMMIT')
    await applyMigrations({ url, directory: migrations })
    return { header, rows: trailer.rows, ...aftermath }
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw error
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** The tables exactly as they were when the backup was made. */
async function makeTables(
  { url, file, migrations }: Required<Pick<RestoreOptions, 'url' | 'file' | 'migrations'>>,
  header: BackupHeader,
): Promise<void> {
  const ours = new Map((await readMigrations(migrations)).map(({ name, checksum }) => [name, checksum]))
  if (header.migrations.some(({ name, checksum }) => ours.get(name) !== checksum))
    throw new HouseError('migration', texts.newerSchema(file, header.version))
  const directory = await mkdtemp(join(tmpdir(), 'niangjia-restore-'))
  try {
    for (const { name } of header.migrations)
      await cp(join(migrations, name), join(directory, name), { recursive: true })
    await applyMigrations({ url, directory }).catch((error: unknown) => {
      // Known to us and not to the backup: somebody already opened this database with the newer program.
      const isAhead =
        header.migrations.length < ours.size && error instanceof HouseError && error.code === 'migration'
      throw isAhead ? new HouseError('database', texts.newerDatabase(), { cause: error }) : error
    })
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

/** Nobody else may write while we fill them; a running house is refused rather than waited for. */
async function lockEmptyTables(client: pg.Client): Promise<void> {
  const tables = (await listTables(client)).map(({ name }) => name)
  await client.query(`SET LOCAL lock_timeout = '5s'`)
  await client
    .query(`LOCK TABLE ${tables.map(quoted).join(', ')} IN ACCESS EXCLUSIVE MODE`)
    .catch((cause: unknown) => {
      throw new HouseError('database', texts.inUse(), { cause })
    })
  for (const table of tables) {
    const { rows } = await client.query<{ any: boolean }>(
      `SELECT EXISTS (SELECT FROM ${quoted(table)}) AS any`,
    )
    if (rows[0]?.any) throw new HouseError('database', texts.notEmpty(table))
  }
}
