import type { MembershipStore, RosterChange } from '../../features/membership/membership.store.ts'
import type { Roster } from '../../features/membership/roster.ts'
import { dayOf } from '../../kernel/clock.ts'
import type { Directory } from '../../kernel/directory.ts'
import type { Work } from '../../kernel/work.ts'
import { ACCOUNTS, accountKeyOf, boundAccounts, toAccount } from './bound-accounts.ts'
import { conflict } from './conflict.ts'
import { loadDirectory } from './directory.storage.ts'
import { groupBinding } from './group-binding.storage.ts'
import { compareRoster } from './roster.storage.ts'
import { roundOf } from './round.ts'
import { asJson, type Client, type Table } from './table.ts'

interface VersionRow {
  readonly id: string
  readonly version: bigint
}

const VERSIONS: Table<VersionRow> = { name: 'RosterVersion', key: 'id', columns: ['id', 'version'] }

/** Raised with every change of the roster or its accounts, in the same transaction. */
async function raiseVersion(client: Client): Promise<void> {
  await client.$executeRawUnsafe(
    `INSERT INTO "RosterVersion" ("id", "version") VALUES ('roster', 1)
     ON CONFLICT ("id") DO UPDATE SET "version" = "RosterVersion"."version" + 1`,
  )
}

export function membershipStorage(): MembershipStore {
  const accounts = boundAccounts()
  let cached: { readonly version: string; readonly directory: Promise<Directory> } | undefined

  return {
    async directory(work) {
      const round = roundOf(work)
      const row = await round.get(VERSIONS, 'roster')
      // What has an `until` is gone on the day after, whether or not somebody changed the roster.
      const version = `${row?.version ?? 0n} on ${dayOf(work.at)}`
      if (cached?.version === version) return cached.directory
      const directory = round.query((client) => loadDirectory(client, Number(row?.version ?? 0n), work.at))
      cached = { version, directory }
      directory.catch(() => {
        cached = undefined
      })
      return directory
    },
    async findAccount(platform, accountId, work) {
      const row = await roundOf(work).get(ACCOUNTS, accountKeyOf(platform, accountId))
      return row === undefined ? undefined : toAccount(row)
    },
    async listAccounts(person, work) {
      const row = await roundOf(work).get(VERSIONS, 'roster')
      return accounts.list(person, row?.version ?? 0n, work)
    },
    async bind({ platform, accountId, person, boundBy, chat }, work) {
      await roundOf(work).query(async (client) => {
        const bound = {
          person,
          boundBy,
          boundAt: work.at,
          ...(chat === undefined ? {} : { chat: { ...chat } }),
        }
        const key = accountKeyOf(platform, accountId)
        await client.personAccount.upsert({
          where: { key },
          update: bound,
          create: { key, platform, accountId, ...bound },
        })
        await raiseVersion(client)
      })
      accounts.changed(work)
    },
    noteSeen(account, chat, work) {
      accounts.noteSeen(account, chat, work.at)
      roundOf(work).atEnd(async (client) => {
        await client.$executeRawUnsafe(
          `UPDATE "PersonAccount" SET "lastSeenAt" = $2, "chat" = $3::jsonb WHERE "key" = $1`,
          accountKeyOf(account.platform, account.accountId),
          work.at,
          asJson(chat),
        )
      })
    },
    takeIn(roster, apply, work) {
      accounts.changed(work)
      return takeIn(roster, apply, work)
    },
    ...groupBinding(raiseVersion),
    async addCode(code, work) {
      await roundOf(work).query((client) =>
        client.bindingCode.create({
          data: {
            digest: code.digest,
            person: code.person,
            issuedBy: code.issuedBy,
            issuedAt: work.at,
            expiresAt: code.expiresAt,
          },
        }),
      )
    },
    async findCode(digest, work) {
      const row = await roundOf(work).query((client) => client.bindingCode.findUnique({ where: { digest } }))
      return row === null ? undefined : { ...row, usedAt: row.usedAt ?? undefined }
    },
    async useCode(digest, usedBy, work) {
      const { count } = await roundOf(work).query((client) =>
        client.bindingCode.updateMany({ where: { digest, usedAt: null }, data: { usedAt: work.at, usedBy } }),
      )
      // Two found it unused at the same moment: the second reads again and finds it used.
      if (count === 0) throw conflict('BindingCode')
    },
  }
}

async function takeIn(roster: Roster, apply: boolean, work: Work): Promise<readonly RosterChange[]> {
  return roundOf(work).query(async (client) => {
    const { differences, write } = await compareRoster(client, roster, work.at)
    if (apply && differences.length > 0) {
      await write()
      await raiseVersion(client)
    }
    return differences
  })
}
