import { join } from 'node:path'
import pg from 'pg'
import type { AccountState } from '../../conversation/account-health.ts'
import { isHouseError } from '../../kernel/errors.ts'
import { LEASE_SPACE } from './leases.ts'
import { type AppliedMigration, planMigrations, readMigrations } from './migration-history.ts'

/** What `doctor` asks of the database; nothing is written, and no table is taken for granted. */
export interface DatabaseFacts {
  /** 180003 for 18.3. */
  readonly version: number
  readonly now: Date
  /** Steps that the next start will apply, or why it will refuse. */
  readonly migrations: { readonly pending: number } | { readonly trouble: string }
  /** Undefined before the first start made the tables. */
  readonly house: HouseFacts | undefined
  /** Working calendars that somebody loaded beside the bundled ones. */
  readonly calendarYears?: readonly number[]
}

export interface HouseFacts {
  readonly people: number
  /** Platforms that the roster's groups and accounts are on. */
  readonly platforms: readonly string[]
  readonly failed: number
  readonly uncertain: number
  /** Waiting for longer than an hour past their time: nobody opens their platform. */
  readonly stuck: number
  /** Waiting because their account does not speak. */
  readonly away: number
  readonly accounts: readonly AccountFacts[]
  /** Of documents that are current. */
  readonly passages: number
  /** Vectors that are kept, by the model that made them. */
  readonly embedded: Readonly<Record<string, number>>
  readonly newestBackupAt: Date | undefined
  /** The last moment anything was written down. */
  readonly newestAt: Date | undefined
  /** Keys that sealed fields were written with. */
  readonly sealedWith: readonly string[]
}

/** One of our accounts on a platform, as it was last reported. */
export interface AccountFacts {
  readonly platform: string
  readonly state: AccountState
  readonly since: Date
  readonly detail: string | null
  readonly name: string | null
  readonly toldState: string | null
  /** Letters that wait for it. */
  readonly waiting: number
  /** Some process holds its lease just now. */
  readonly isServed: boolean
}

const AWAY = `"account" IN (SELECT "key" FROM "Account" WHERE "state" NOT IN ('online', 'restricted'))`

const MIGRATIONS = join(import.meta.dirname, '../../../prisma/migrations')

/** Throws what the driver throws where the database cannot be reached. */
export async function readDatabaseFacts(url: string): Promise<DatabaseFacts> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'niangjia doctor',
    connectionTimeoutMillis: 5_000,
  })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const { rows } = await client.query<{ version: number; now: Date; migrated: boolean }>(
      `SELECT current_setting('server_version_num')::int AS version, clock_timestamp() AS now,
         to_regclass('public._prisma_migrations') IS NOT NULL AS migrated`,
    )
    const { version, now, migrated } = rows[0] as { version: number; now: Date; migrated: boolean }
    const migrations = await planOf(migrated ? await historyOf(client) : [])
    // Questions to tables that an older or newer program made otherwise would only confuse.
    const isCurrent = 'pending' in migrations && migrations.pending === 0
    if (!isCurrent) return { version, now, migrations, house: undefined }
    const { rows: years } = await client.query<{ year: number }>(`SELECT "year" FROM "CalendarYear"`)
    return {
      ...{ version, now, migrations, house: await readHouse(client) },
      calendarYears: years.map(({ year }) => year),
    }
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function historyOf(client: pg.Client): Promise<AppliedMigration[]> {
  const { rows } = await client.query<AppliedMigration>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS "isFinished"
     FROM public."_prisma_migrations" WHERE rolled_back_at IS NULL`,
  )
  return rows
}

async function planOf(history: readonly AppliedMigration[]): Promise<DatabaseFacts['migrations']> {
  try {
    return { pending: planMigrations(await readMigrations(MIGRATIONS), history).length }
  } catch (error) {
    if (isHouseError(error)) return { trouble: error.message }
    throw error
  }
}

async function readHouse(client: pg.Client): Promise<HouseFacts> {
  const { rows } = await client.query<{
    people: number
    platforms: string[]
    failed: number
    uncertain: number
    stuck: number
    away: number
    passages: number
    embedded: Record<string, number>
    newestBackupAt: Date | null
    newestAt: Date | null
  }>(
    `SELECT (SELECT count(*)::int FROM "Person") AS people,
       (SELECT coalesce(array_agg(DISTINCT p), '{}') FROM (SELECT "platform" AS p FROM "Group" UNION SELECT "platform" FROM "PersonAccount") x) AS platforms,
       (SELECT count(*)::int FROM "Letter" WHERE "state" = 'failed') AS failed,
       (SELECT count(*)::int FROM "Letter" WHERE "state" = 'uncertain') AS uncertain,
       (SELECT count(*)::int FROM "Letter" WHERE "state" = 'waiting' AND "dueAt" < clock_timestamp() - interval '1 hour' AND NOT ${AWAY}) AS stuck,
       (SELECT count(*)::int FROM "Letter" WHERE "state" = 'waiting' AND ${AWAY}) AS away,
       (SELECT coalesce(sum("passages"), 0)::int FROM "PolicyDocument" WHERE "current") AS passages,
       (SELECT coalesce(jsonb_object_agg("model", n), '{}') FROM (SELECT "model", count(*)::int AS n FROM "PolicyEmbedding" GROUP BY 1) e) AS embedded,
       (SELECT max("at") FROM "AuditEntry" WHERE "subject" = 'backup' AND "action" = 'house.backup') AS "newestBackupAt",
       greatest((SELECT max("at") FROM "AuditEntry"), (SELECT max("at") FROM "Arrival"), (SELECT max("sentAt") FROM "Letter")) AS "newestAt"`,
  )
  const [facts] = rows
  if (facts === undefined) throw new Error('SELECT without a row')
  const { newestBackupAt, newestAt, ...rest } = facts
  return {
    ...rest,
    newestBackupAt: newestBackupAt ?? undefined,
    newestAt: newestAt ?? undefined,
    accounts: await listAccounts(client),
    sealedWith: await listSealingKeys(client),
  }
}

/** PostgreSQL shows a lock's second number without its sign. */
async function listAccounts(client: pg.Client): Promise<readonly AccountFacts[]> {
  const { rows } = await client.query<AccountFacts>(
    `SELECT a."platform", a."state", a."since", a."detail", a."name", a."toldState",
       (SELECT count(*)::int FROM "Letter" l WHERE l."account" = a."key" AND l."state" = 'waiting') AS waiting,
       EXISTS (SELECT FROM pg_locks k JOIN pg_database d ON d.oid = k.database AND d.datname = current_database()
               WHERE k.locktype = 'advisory' AND k.classid = $1 AND k.objid::bigint = (hashtext(a."key")::bigint & 4294967295)
                 AND k.objsubid = 2 AND k.granted) AS "isServed"
     FROM "Account" a ORDER BY a."key"`,
    [LEASE_SPACE],
  )
  return rows
}

/** Sealed fields are named for it (`sealedAsker`), and each says which key opens it: v1.<key>.<content>. */
async function listSealingKeys(client: pg.Client): Promise<readonly string[]> {
  const { rows: columns } = await client.query<{ table: string; column: string }>(
    `SELECT table_name AS table, column_name AS column FROM information_schema.columns
     WHERE table_schema = 'public' AND column_name LIKE 'sealed%' AND data_type = 'text'`,
  )
  const keys = new Set<string>()
  for (const { table, column } of columns) {
    const { rows } = await client.query<{ key: string }>(
      `SELECT DISTINCT split_part("${column}", '.', 2) AS key FROM "${table}" WHERE "${column}" LIKE 'v1.%'`,
    )
    for (const { key } of rows) keys.add(key)
  }
  return [...keys]
}
