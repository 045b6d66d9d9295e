import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { CHAIN_START } from '../../audit/chain.ts'
import { isoShanghai } from '../../kernel/clock.ts'
import { HouseError } from '../../kernel/errors.ts'
import { backupTexts as texts } from './backup.texts.ts'
import { BACKUP_FORMAT, type BackupHeader, type BackupTrailer, PRODUCT_VERSION } from './backup-format.ts'
import { inspectBackup } from './backup-read.ts'
import { isBytes, listTables, PLAIN_SETTINGS, quoted, type TableShape } from './backup-tables.ts'

export interface BackupOptions {
  readonly url: string
  readonly file: string
  /** Replace an existing file, once the new one is whole. */
  readonly force: boolean
  readonly keyId: string
  readonly at: Date
}

export interface BackupReport {
  readonly header: BackupHeader
  readonly trailer: BackupTrailer
  readonly bytes: number
}

/** A file read at a time may be large; ordinary rows are small. */
const ROWS_AT_ONCE = 500
const FILES_AT_ONCE = 1

/**
 * Writes the whole database into one file as it stands in one moment; the house may go on working meanwhile.
 * The file appears under its name only when it is complete, on the disk, and was read back.
 * Throws `database`, or `usage` and `internal` where the file cannot be written.
 */
export async function writeBackup(
  options: BackupOptions,
): Promise<BackupReport | { readonly refused: 'exists' }> {
  const { file, force } = options
  if (!force && (await stat(file).catch(() => undefined)) !== undefined) return { refused: 'exists' }
  const partial = `${file}.partial`
  try {
    await rm(partial, { force: true })
    const target = createWriteStream(partial, { mode: 0o600, flush: true })
    await pipeline(Readable.from(linesOf(options)), createGzip(), target)
    const whole = await inspectBackup(partial)
    const { size } = await stat(partial)
    await rename(partial, file)
    await syncFolder(dirname(file))
    return { ...whole, bytes: size }
  } catch (cause) {
    await rm(partial, { force: true }).catch(() => undefined)
    if (cause instanceof HouseError) throw cause
    const code = String((cause as NodeJS.ErrnoException).code)
    if (['ENOENT', 'EACCES', 'ENOTDIR', 'EISDIR', 'EROFS'].includes(code))
      throw new HouseError('usage', texts.noFolder(file), { cause })
    throw new HouseError('internal', texts.notWritten(file, cause instanceof Error ? cause.message : code), {
      cause,
    })
  }
}

async function* linesOf(options: BackupOptions): AsyncGenerator<string> {
  const client = new pg.Client({ connectionString: options.url, application_name: 'niangjia backup' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY')
    await client.query(PLAIN_SETTINGS)
    const hash = createHash('sha256')
    /** Lines go on a page at a time: a chunk each would keep the packing busier than the reading. */
    const hashed = (...values: readonly unknown[]) => {
      const lines = values.map((value) => `${JSON.stringify(value)}\n`).join('')
      hash.update(lines)
      return lines
    }
    yield hashed(await headerOf(client, options))
    const rows: Record<string, number> = {}
    for (const table of await listTables(client)) {
      yield hashed({ kind: 'table', table: table.name, columns: table.columns })
      rows[table.name] = 0
      for await (const page of pagesOf(client, table)) {
        rows[table.name] = (rows[table.name] ?? 0) + page.length
        yield hashed(...page)
      }
    }
    const trailer: BackupTrailer = { kind: 'end', rows, sha256: hash.digest('hex') }
    yield `${JSON.stringify(trailer)}\n`
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** The first statement of the transaction: what it sees is what the whole backup sees. */
async function headerOf(client: pg.Client, { keyId, at }: BackupOptions): Promise<BackupHeader> {
  const migrations = await client.query<{ name: string; checksum: string }>(
    `SELECT migration_name AS name, checksum FROM "_prisma_migrations"
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name COLLATE "C"`,
  )
  const heads = await client.query<{ seq: string; hash: string }>(
    'SELECT "seq", "hash" FROM "AuditEntry" ORDER BY "seq" DESC LIMIT 1',
  )
  const head = heads.rows[0]
  return {
    kind: 'niangjia.backup',
    format: BACKUP_FORMAT,
    version: PRODUCT_VERSION,
    createdAt: isoShanghai(at),
    migrations: migrations.rows,
    keyId,
    auditHead: head === undefined ? CHAIN_START : { seq: Number(head.seq), hash: head.hash },
  }
}

type Row = readonly (string | null)[]

async function* pagesOf(client: pg.Client, { name, columns }: TableShape): AsyncGenerator<readonly Row[]> {
  const list = columns.map((column) =>
    isBytes(column) ? quoted(column.name) : `${quoted(column.name)}::text`,
  )
  await client.query(
    `DECLARE backup_rows NO SCROLL CURSOR FOR SELECT ${list.join(', ')} FROM ${quoted(name)}`,
  )
  const fetch = `FETCH ${columns.some(isBytes) ? FILES_AT_ONCE : ROWS_AT_ONCE} FROM backup_rows`
  for (;;) {
    const { rows } = await client.query<(string | Buffer | null)[]>({ text: fetch, rowMode: 'array' })
    if (rows.length === 0) break
    yield rows.map((row) => row.map((value) => (Buffer.isBuffer(value) ? value.toString('base64') : value)))
  }
  await client.query('CLOSE backup_rows')
}

/** So that the new name survives a power cut too; file systems that know no such thing do without. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}
