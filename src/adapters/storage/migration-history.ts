import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { HouseError } from '../../kernel/errors.ts'
import { migratorTexts } from './migrator.texts.ts'

/** One step of the schema, as it stands in the directory. */
export interface Migration {
  /** The folder's name, `20260302090000_appeals`; their order is the order of application. */
  name: string
  script: string
  /** SHA-256 of the file, lower-case hex, as Prisma writes it. */
  checksum: string
}

/** A row of `_prisma_migrations` that was not rolled back. */
export interface AppliedMigration {
  name: string
  checksum: string
  isFinished: boolean
}

/** The migrations of a directory in order; none where there is no such directory. Throws `migration`. */
export async function readMigrations(directory: string): Promise<Migration[]> {
  const entries = await readdir(directory, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  // By code unit, as Prisma sorts: the machine's language must not change the order.
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(names.sort().map((name) => readMigration(directory, name)))
}

async function readMigration(directory: string, name: string): Promise<Migration> {
  const script = await readFile(join(directory, name, 'migration.sql'), 'utf8').catch((cause: unknown) => {
    throw new HouseError('migration', migratorTexts.unreadable(name), { cause })
  })
  return { name, script, checksum: checksumOf(script) }
}

const checksumOf = (script: string) => createHash('sha256').update(script).digest('hex')

/**
 * What is still to be applied. Throws `migration` where going on would be a guess: a step half applied, a
 * file changed after it was applied, or steps only a newer version knows.
 */
export function planMigrations(
  migrations: readonly Migration[],
  applied: readonly AppliedMigration[],
): Migration[] {
  const known = new Map(migrations.map((migration) => [migration.name, migration]))
  const unknown = applied.filter((row) => !known.has(row.name)).map((row) => row.name)
  // First, because a newer version's half-applied step is for the newer version to explain.
  if (unknown.length > 0) throw new HouseError('migration', migratorTexts.newer(unknown))
  for (const row of applied) {
    if (!row.isFinished) throw new HouseError('migration', migratorTexts.halfApplied(row.name))
    const migration = known.get(row.name)
    if (migration !== undefined && !isSame(migration, row.checksum))
      throw new HouseError('migration', migratorTexts.changed(row.name))
  }
  const done = new Set(applied.map((row) => row.name))
  return migrations.filter((migration) => !done.has(migration.name))
}

/** Git on Windows may turn line ends; the step is still the same. Prisma forgives that too. */
function isSame({ script, checksum }: Migration, recorded: string): boolean {
  if (checksum === recorded) return true
  const unix = script.replaceAll('\r\n', '\n')
  return [unix, unix.replaceAll('\n', '\r\n')].some((variant) => checksumOf(variant) === recorded)
}
