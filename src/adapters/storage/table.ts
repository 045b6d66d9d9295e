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

/** One writing statement that takes its rows from a JSON parameter and gives back the keys it wrote as `key`. */
export interface Write {
  sql(parameter: string): string
  readonly rows: object
}

/** Rows that are there already are left out; of a versioned table, somebody else's row with that key is left alone. */
export function insertOf<Row extends object>(table: Table<Row>, rows: readonly Row[]): Write {
  const columns = quoted(table.columns)
  const unique = table.once ?? (table.versioned ? table.key : undefined)
  const once = unique === undefined ? '' : ` ON CONFLICT ("${unique}") DO NOTHING`
  return {
    rows,
    sql: (parameter) =>
      `INSERT INTO "${table.name}" (${columns}) SELECT ${columns}
       FROM jsonb_populate_recordset(NULL::"${table.name}", ${parameter}::jsonb)${once} RETURNING "${table.key}"::text AS key`,
  }
}

/** Fewer keys than rows given back means that somebody else was faster. */
export function updateOf<Row extends object>(table: Table<Row>, rows: readonly Row[]): Write {
  const set = table.columns
    .filter((column) => column !== table.key)
    .map((column) => `"${column}" = x."${column}"`)
  const unchanged = table.versioned ? ' AND t."version" = x."version" - 1' : ''
  return {
    rows,
    sql: (parameter) =>
      `UPDATE "${table.name}" t SET ${set.join(', ')}
       FROM jsonb_populate_recordset(NULL::"${table.name}", ${parameter}::jsonb) x
       WHERE t."${table.key}" = x."${table.key}"${unchanged} RETURNING t."${table.key}"::text AS key`,
  }
}

/**
 * All of them as one statement, however many tables they touch: a round pays for one journey to the database
 * instead of ten. No row may be in two of them. Gives each one's keys, in the order given.
 */
export async function writeTogether(
  client: Client,
  writes: readonly Write[],
): Promise<readonly (readonly string[])[]> {
  if (writes.length === 0) return []
  const parts = writes.map((write, n) => `w${n} AS (${write.sql(`$${n + 1}`)})`)
  const keys = writes.map((_, n) => `SELECT ${n} AS n, key FROM w${n}`)
  const written = await client.$queryRawUnsafe<{ n: number; key: string }[]>(
    `WITH ${parts.join(',\n')} ${keys.join(' UNION ALL ')}`,
    ...writes.map(({ rows }) => asJson(rows)),
  )
  const byWrite: string[][] = writes.map(() => [])
  for (const { n, key } of written) byWrite[n]?.push(key)
  return byWrite
}

/** Gives the keys of the rows that were new. */
export async function insertRows<Row extends object>(
  client: Client,
  table: Table<Row>,
  rows: readonly Row[],
): Promise<readonly string[]> {
  const [keys = []] = await writeTogether(client, [insertOf(table, rows)])
  return keys
}
