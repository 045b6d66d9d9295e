import type { DonationsStore } from '../../features/donations/donations.store.ts'
import type { Drive, DriveFields, Poster } from '../../features/donations/drive.ts'
import type { AudienceSpec } from '../../kernel/audience.ts'
import type { Work } from '../../kernel/work.ts'
import { Prisma } from './generated/client.ts'
import { roundOf } from './round.ts'
import type { Table } from './table.ts'

interface DriveRow {
  readonly id: string
  readonly version: number
  readonly number: number
  readonly draft: DriveFields
  readonly audience: AudienceSpec
  readonly mailing: string | null
  readonly preparedBy: string
  readonly createdAt: Date
  readonly openedAt: Date | null
  readonly closedAt: Date | null
  readonly closedBy: string | null
  readonly poster: Poster | null
  readonly reminded: readonly string[]
}

const DRIVES: Table<DriveRow> = {
  name: 'Drive',
  key: 'id',
  versioned: true,
  columns: [
    'id',
    'version',
    'number',
    'draft',
    'audience',
    'mailing',
    'preparedBy',
    'createdAt',
    'openedAt',
    'closedAt',
    'closedBy',
    'poster',
    'reminded',
  ],
}

const toRow = ({ fields, ...drive }: Drive): DriveRow => ({
  ...drive,
  draft: fields,
  mailing: drive.mailing ?? null,
  openedAt: drive.openedAt ?? null,
  closedAt: drive.closedAt ?? null,
  closedBy: drive.closedBy ?? null,
  poster: drive.poster ?? null,
})

const toDrive = ({ draft, mailing, openedAt, closedAt, closedBy, poster, ...row }: DriveRow): Drive => ({
  ...row,
  fields: draft,
  ...(mailing === null ? {} : { mailing }),
  ...(openedAt === null ? {} : { openedAt }),
  ...(closedAt === null ? {} : { closedAt }),
  ...(closedBy === null ? {} : { closedBy }),
  ...(poster === null ? {} : { poster }),
})

/** Recipients whose letter is not written yet have none; broadcasts older than the recipients' table have only letters. */
const LETTERS_BY_CHAT = `
  WITH out AS (
    SELECT "id" FROM "Mailing"
    WHERE "owner" = 'donations' AND "number" = $1 AND "id" <> $2 AND "revises" IS NULL
      AND "state" NOT IN ('awaitingApproval', 'refused', 'withdrawn')
  )
  SELECT "chatKey", count(DISTINCT mailing)::int AS count FROM (
    SELECT "chatKey", "mailing" AS mailing FROM "MailingRecipient"
    WHERE "mailing" IN (SELECT "id" FROM out) AND "state" = 'owed'
    UNION ALL
    SELECT "chatKey", "mailing" AS mailing FROM "Letter"
    WHERE "mailing" IN (SELECT "id" FROM out) AND "state" NOT IN ('failed', 'cancelled')
  ) told GROUP BY "chatKey"`

export function donationsStorage(): DonationsStore {
  const select = (work: Work, rest: string) =>
    roundOf(work).query((client) => client.$queryRawUnsafe<DriveRow[]>(`SELECT * FROM "Drive" ${rest}`))
  return {
    async find(id, work) {
      const row = await roundOf(work).get(DRIVES, id)
      return row === undefined ? undefined : toDrive(row)
    },
    add: (drive, work) => roundOf(work).add(DRIVES, toRow(drive)),
    put: (drive, work) => roundOf(work).put(DRIVES, toRow(drive)),
    async findNewest(work) {
      const [row] = await select(work, 'ORDER BY "number" DESC LIMIT 1')
      return row === undefined ? undefined : toDrive(row)
    },
    async listAll(work) {
      if (!(await roundOf(work).isAny(Prisma.sql`SELECT FROM "Drive"`))) return []
      return (await select(work, 'ORDER BY "number"')).map(toDrive)
    },
    async lettersByChat(number, except, work) {
      const rows = await roundOf(work).query((client) =>
        client.$queryRawUnsafe<{ chatKey: string; count: number }[]>(LETTERS_BY_CHAT, number, except ?? ''),
      )
      return new Map(rows.map(({ chatKey, count }) => [chatKey, count]))
    },
  }
}
