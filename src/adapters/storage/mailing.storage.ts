import type { Work } from '../../kernel/work.ts'
import type { MailingStore } from '../../mailings/mailing.store.ts'
import type { Mailing } from '../../mailings/mailing.ts'
import { Prisma } from './generated/client.ts'
import { mailingRecipientsStorage } from './mailing-recipients.storage.ts'
import { MAILINGS, type MailingRow, toMailing, toMailingRow } from './mailing-row.ts'
import { mailingTallyStorage } from './mailing-tally.storage.ts'
import { roundOf } from './round.ts'

export function mailingStorage(): MailingStore {
  const select = async (work: Work, where: string, ...values: unknown[]) => {
    const rows = await roundOf(work).query((client) =>
      client.$queryRawUnsafe<MailingRow[]>(`SELECT * FROM "Mailing" WHERE ${where}`, ...values),
    )
    return rows.map(toMailing)
  }
  /** Through the round's own memory, so that what follows may write it. */
  const known = async (work: Work, found: readonly Mailing[]) => {
    const rows = await Promise.all(found.map(({ id }) => roundOf(work).get(MAILINGS, id)))
    return rows.filter((row) => row !== undefined).map(toMailing)
  }
  return {
    ...mailingRecipientsStorage(),
    ...mailingTallyStorage(),
    async find(id, work) {
      const row = await roundOf(work).get(MAILINGS, id)
      return row === undefined ? undefined : toMailing(row)
    },
    add: (mailing, work) => roundOf(work).add(MAILINGS, toMailingRow(mailing)),
    put: (mailing, work) => roundOf(work).put(MAILINGS, toMailingRow(mailing)),
    async findByNumber(owner, number, work) {
      const found =
        number === undefined
          ? await select(work, `"owner" = $1 ORDER BY "preparedAt" DESC, "number" DESC LIMIT 1`, owner)
          : await select(
              work,
              `"owner" = $1 AND "number" = $2 ORDER BY "preparedAt" DESC LIMIT 1`,
              owner,
              number,
            )
      return (await known(work, found))[0]
    },
    async findByConfirmation(owner, confirmation, work) {
      const where = `"confirmation" = $2 AND "owner" = $1 ORDER BY "preparedAt" DESC LIMIT 1`
      return (await known(work, await select(work, where, owner, confirmation)))[0]
    },
    async listOpen(owner, work) {
      if (!(await roundOf(work).isAny(Prisma.sql`SELECT FROM "Mailing" WHERE "settledAt" IS NULL`))) return []
      const where = `"owner" = $1 AND "settledAt" IS NULL AND "state" IN ('scheduled', 'sending', 'paused', 'stopped') ORDER BY "preparedAt"`
      return known(work, await select(work, where, owner))
    },
    listAll: (owner, work) => select(work, `"owner" = $1 ORDER BY "number", "preparedAt"`, owner),
    async listRevisionsOf(id, work) {
      return known(work, await select(work, `"revises" = $1 ORDER BY "preparedAt" DESC`, id))
    },
  }
}
