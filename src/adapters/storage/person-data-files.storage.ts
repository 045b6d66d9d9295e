import type { PersonTable } from './person-data-anonymised.ts'
import type { Who } from './person-data-who.storage.ts'
import type { Client } from './table.ts'

/** SHA-256 as it stands in any row that refers to a file. */
const DIGEST = '[0-9a-f]{64}'

/** Files that rows about this person refer to: what they sent and what was sent to them. */
export async function listFilesOf(
  tables: readonly PersonTable[],
  who: Who,
  client: Client,
): Promise<readonly string[]> {
  const found = new Set<string>()
  for (const one of tables) {
    // The audit's hashes look like files and are none.
    if (one.decision === 'nobody' || one.decision === 'kept' || one.table === 'StoredFile') continue
    const rows = await client.$queryRawUnsafe<{ sha256: string }[]>(
      `SELECT DISTINCT m[1] AS "sha256" FROM "${one.table}" t, regexp_matches(t::text, $2, 'g') m WHERE ${one.whose}`,
      JSON.stringify(who),
      `(${DIGEST})`,
    )
    for (const { sha256 } of rows) found.add(sha256)
  }
  const files = await client.storedFile.findMany({
    where: { sha256: { in: [...found] } },
    select: { sha256: true },
  })
  return files.map(({ sha256 }) => sha256)
}

/** The same picture may have been sent by somebody else, or be a document: then it stays. Asks every table there is. */
export async function deleteUnusedFiles(
  files: readonly string[],
  client: Client,
  storedBefore?: Date,
): Promise<void> {
  if (files.length === 0) return
  const tables = await client.$queryRawUnsafe<{ name: string }[]>(
    `SELECT table_name::text AS name FROM information_schema.tables
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name NOT IN ('StoredFile', '_prisma_migrations')`,
  )
  const used = new Set<string>()
  for (const { name } of tables) {
    const rows = await client.$queryRawUnsafe<{ sha256: string }[]>(
      `SELECT DISTINCT m[1] AS "sha256" FROM "${name}" t, regexp_matches(t::text, $1, 'g') m`,
      `(${files.join('|')})`,
    )
    for (const { sha256 } of rows) used.add(sha256)
  }
  await client.storedFile.deleteMany({
    where: {
      sha256: { in: files.filter((file) => !used.has(file)) },
      ...(storedBefore === undefined ? {} : { storedAt: { lt: storedBefore } }),
    },
  })
}
