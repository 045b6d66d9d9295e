import type pg from 'pg'
import { HouseError } from '../../kernel/errors.ts'
import { backupTexts as texts } from './backup.texts.ts'
import type { BackupHeader, BackupTrailer } from './backup-format.ts'
import { readBackup } from './backup-read.ts'
import { isBytes, listTables, quoted, type TableShape } from './backup-tables.ts'

/** A batch goes to the database when either is reached. */
const MOST_ROWS = 1_000
const MOST_CHARACTERS = 4_000_000

/**
 * Puts every row of a backup into tables that are there and empty. Part of the caller's transaction, which
 * must be rolled back when this throws: the file's last line is only known to be right at the end.
 */
export async function loadRows(
  client: pg.Client,
  file: string,
): Promise<{ header: BackupHeader; trailer: BackupTrailer }> {
  const shapes = new Map((await listTables(client)).map((table) => [table.name, table]))
  let header: BackupHeader | undefined
  let load: ReturnType<typeof loader> | undefined
  for await (const item of readBackup(file)) {
    if (item.kind === 'header') header = item.header
    else if (item.kind === 'row') await load?.add(item.json)
    else {
      await load?.finish()
      if (item.kind === 'trailer' && header !== undefined) return { header, trailer: item.trailer }
      if (item.kind === 'table') {
        const { table, columns } = item.table
        const shape = shapes.get(table)
        // The migrations are the same, so this is a file somebody made by hand.
        if (shape === undefined) throw new HouseError('import', texts.altered(file))
        const types = new Map(shape.columns.map((column) => [column.name, column]))
        const known = columns.map(({ name }) => types.get(name))
        if (known.some((column) => column === undefined)) throw new HouseError('import', texts.altered(file))
        load = loader(client, { name: table, columns: known as TableShape['columns'] })
      }
    }
  }
  throw new HouseError('import', texts.half(file))
}

function loader(client: pg.Client, { name, columns }: TableShape) {
  const list = columns.map((column) => quoted(column.name)).join(', ')
  const values = columns.map((column, i) =>
    isBytes(column) ? `decode(r->>${i}, 'base64')` : `(r->>${i})::${column.type}`,
  )
  const sql = `INSERT INTO ${quoted(name)} (${list}) SELECT ${values.join(', ')} FROM jsonb_array_elements($1::jsonb) r`
  let batch: string[] = []
  let characters = 0

  async function finish(): Promise<void> {
    if (batch.length === 0) return
    const { rowCount } = await client.query(sql, [`[${batch.join(',')}]`])
    if (rowCount !== batch.length) throw new HouseError('import', texts.wrongCount(name))
    batch = []
    characters = 0
  }

  return {
    finish,
    async add(json: string): Promise<void> {
      batch.push(json)
      characters += json.length
      if (batch.length >= MOST_ROWS || characters >= MOST_CHARACTERS) await finish()
    },
  }
}

/** Numbers that the database hands out go on behind the highest that was restored. */
export async function resetSequences(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string; column: string; sequence: string }>(
    `SELECT c.relname AS name, a.attname AS column, pg_get_serial_sequence(format('%I', c.relname), a.attname) AS sequence
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
       AND pg_get_serial_sequence(format('%I', c.relname), a.attname) IS NOT NULL`,
  )
  for (const { name, column, sequence } of rows) {
    await client.query(
      `SELECT setval($1::regclass, m) FROM (SELECT max(${quoted(column)}) AS m FROM ${quoted(name)}) x WHERE m IS NOT NULL`,
      [sequence],
    )
  }
}
