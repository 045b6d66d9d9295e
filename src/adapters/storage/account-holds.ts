import type { Outcome } from '../../outbox/outbox.store.ts'
import type { Client } from './table.ts'

/**
 * How long an account is to be left alone is kept beside its health, so that a process that takes it over keeps to it.
 * The row may not be there yet: a platform that never reports counts as online.
 */
export async function keepHolds(client: Client, outcomes: readonly Outcome[]): Promise<void> {
  for (const { hold, at } of outcomes) {
    if (hold === undefined) continue
    const [platform, ...account] = hold.account.split(':')
    await client.$executeRawUnsafe(
      `INSERT INTO "Account" ("key", "platform", "account", "state", "since", "reportedAt", "heldUntil")
       VALUES ($1, $2, $3, 'online', $4, $4, $5)
       ON CONFLICT ("key") DO UPDATE SET "heldUntil" = greatest("Account"."heldUntil", excluded."heldUntil")`,
      hold.account,
      platform,
      account.join(':'),
      at,
      hold.until,
    )
  }
}

export async function readHeldUntil(client: Client, account: string): Promise<Date | undefined> {
  const [row] = await client.$queryRawUnsafe<{ heldUntil: Date | null }[]>(
    `SELECT "heldUntil" FROM "Account" WHERE "key" = $1`,
    account,
  )
  return row?.heldUntil ?? undefined
}
