import type { AccountRecord, AccountState, AccountStore } from '../../conversation/account-health.ts'
import { OFFLINE } from '../../outbox/outcome.ts'
import type { Database } from './client.ts'
import { roundOf } from './round.ts'
import type { Table } from './table.ts'

interface AccountRow {
  readonly key: string
  readonly platform: string
  readonly account: string
  readonly state: string
  readonly since: Date
  readonly reportedAt: Date
  readonly detail: string | null
  readonly name: string | null
  readonly link: string | null
  readonly login: string | null
  readonly toldState: string | null
  readonly toldAt: Date | null
}

const ACCOUNTS: Table<AccountRow> = {
  name: 'Account',
  key: 'key',
  columns: [
    'key',
    'platform',
    'account',
    'state',
    'since',
    'reportedAt',
    'detail',
    'name',
    'link',
    'login',
    'toldState',
    'toldAt',
  ],
}

/** It speaks, it is limited, or it does not speak: on the way from one trouble to the next, `since` stays. */
const sort = (state: string) => `CASE WHEN ${state} IN ('online', 'restricted') THEN ${state} ELSE 'away' END`

const REPORT = `INSERT INTO "Account" AS t ("key", "platform", "account", "state", "since", "reportedAt", "detail", "name", "link", "login")
  VALUES ($1, $2, $3, $4, $5, $5, $6, $7, $8, $9)
  ON CONFLICT ("key") DO UPDATE SET "state" = excluded."state", "detail" = excluded."detail",
    "since" = CASE WHEN ${sort('t."state"')} = ${sort('excluded."state"')} THEN t."since" ELSE excluded."since" END,
    "reportedAt" = excluded."reportedAt", "name" = coalesce(excluded."name", t."name"),
    "link" = coalesce(excluded."link", t."link"), "login" = coalesce(excluded."login", t."login")
  WHERE (t."state", t."detail", t."name", t."link", t."login") IS DISTINCT FROM
    (excluded."state", excluded."detail", coalesce(excluded."name", t."name"), coalesce(excluded."link", t."link"),
     coalesce(excluded."login", t."login"))`

export function accountsStorage(database: Database): AccountStore {
  return {
    async report({ name: platform, account }, health, at) {
      const { state, detail = null, name = null, link = null, login = null } = health
      const key = `${platform}:${account}`
      await database.$executeRawUnsafe(REPORT, key, platform, account, state, at, detail, name, link, login)
    },
    async find(key, work) {
      const row = await roundOf(work).get(ACCOUNTS, key)
      return row === undefined ? undefined : toRecord(row)
    },
    list: (work) =>
      roundOf(work).query(async (client) => {
        const rows = await client.$queryRawUnsafe<AccountRow[]>(`SELECT * FROM "Account" ORDER BY "key"`)
        return rows.map(toRecord)
      }),
    listSpeechless: (work) =>
      roundOf(work).query(async (client) => {
        const rows = await client.$queryRawUnsafe<{ key: string }[]>(
          `SELECT "key" FROM "Account" WHERE "state" NOT IN ('online', 'restricted')`,
        )
        return new Set(rows.map(({ key }) => key))
      }),
    countWaiting: (work) =>
      roundOf(work).query(async (client) => {
        const rows = await client.$queryRawUnsafe<{ account: string; n: number }[]>(
          `SELECT "account", count(*)::int AS n FROM "Letter" WHERE "state" = 'waiting' GROUP BY "account"`,
        )
        return new Map(rows.map(({ account, n }) => [account, n]))
      }),
    async markTold({ key, toldState }, state, work) {
      const marked = await roundOf(work).query((client) =>
        // Whoever comes second waits for the first here, and then finds it told.
        client.$executeRawUnsafe(
          `UPDATE "Account" SET "toldState" = $2, "toldAt" = $4
           WHERE "key" = $1 AND "toldState" IS NOT DISTINCT FROM $3`,
          key,
          state,
          toldState ?? null,
          work.at,
        ),
      )
      return marked > 0
    },
    async wakeLetters(key, at) {
      await database.$executeRawUnsafe(
        `UPDATE "Letter" SET "dueAt" = $2 WHERE "account" = $1 AND "state" = 'waiting' AND "failure" = $3 AND "dueAt" > $2`,
        key,
        at,
        OFFLINE,
      )
    },
  }
}

function toRecord(row: AccountRow): AccountRecord {
  const { detail, name, link, login, toldState, toldAt, ...rest } = row
  return {
    key: rest.key,
    platform: rest.platform,
    account: rest.account,
    state: rest.state as AccountState,
    since: rest.since,
    reportedAt: rest.reportedAt,
    ...(detail === null ? {} : { detail }),
    ...(name === null ? {} : { name }),
    ...(link === null ? {} : { link }),
    ...(login === null ? {} : { login }),
    ...(toldState === null ? {} : { toldState: toldState as AccountState }),
    ...(toldAt === null ? {} : { toldAt }),
  }
}
