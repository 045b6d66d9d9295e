import type { Prisma } from './generated/client.ts'

/** A table whose rows are written many at a time, from one JSON parameter. */
export interface Table<Row extends object> {
  readonly name: string
  /** Its primary key, a single text column. */
  readonly key: keyof Row & string
  /** Every column that we write; the database fills the others. */
  readonly columns: readonly (keyof Row & string)[]
  /** Updates then check that the row is one version behind, and conflict otherwise. */
  readonly versioned?: boolean
  /** A unique column by which a row added twice is recognised and left out. */
  readonly once?: keyof Row & string
}

export type Client = Prisma.TransactionClient

const BROKEN = /\\u0000|\\u[dD][89a-fA-F]/

/** PostgreSQL takes neither NUL nor half a surrogate pair; people's messages contain both at times. */
export function asJson(value: object): string {
  const json = JSON.stringify(value)
  if (!BROKEN.test(json)) return json
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'string' ? part.replaceAll('\u0000', '').toWellFormed() : part,
  )
}

const quoted = (names: readonly string[], prefix = '') => names.map((name) => `${prefix}"${name}"`).join(', ')

export async function selectByKeys<Row extends object>(
  client: Client,
  table: Table<Row>,
  keys: readonly string[],
): Promise<readonly Row[]> {
  const sql = `SELECT * FROM "${table.name}" WHERE "${table.key}" = ANY($1::text[])`
  return client.$queryRawUnsafe<Row[]>(sql, keys)
}

/** Gives the keys of the rows that were new; of a versioned table, somebody else's row with that key is left alone. */
export async function insertRows<Row extends object>(
  client: Client,
  table: Table<Row>,
  rows: readonly Row[],
): Promise<readonly string[]> {
  const columns = quoted(table.columns)
  const unique = table.once ?? (table.versioned ? table.key : undefined)
  const once = unique === undefined ? '' : ` ON CONFLICT ("${unique}") DO NOTHING`
  const added = await client.$queryRawUnsafe<{ key: string }[]>(
    `INSERT INTO "${table.name}" (${columns}) SELECT ${columns}
     FROM jsonb_populate_recordset(NULL::"${table.name}", $1::jsonb)${once} RETURNING "${table.key}" AS key`,
    asJson(rows),
  )
  return added.map((row) => row.key)
}

/** Gives how many rows were really updated: fewer than given means somebody else was faster. */
export async function updateRows<Row extends object>(
  client: Client,
  table: Table<Row>,
  rows: readonly Row[],
): Promise<number> {
  const set = table.columns
    .filter((column) => column !== table.key)
    .map((column) => `"${column}" = x."${column}"`)
  const unchanged = table.versioned ? ' AND t."version" = x."version" - 1' : ''
  return client.$executeRawUnsafe(
    `UPDATE "${table.name}" t SET ${set.join(', ')}
     FROM jsonb_populate_recordset(NULL::"${table.name}", $1::jsonb) x
     WHERE t."${table.key}" = x."${table.key}"${unchanged}`,
    asJson(rows),
  )
}
