import { type Notice, OPEN_DAYS } from '../../features/notices/notice.ts'
import type { NoticesStore } from '../../features/notices/notices.store.ts'
import type { Doubt } from '../../features/notices/receipts/doubt.ts'
import type { Receipt, ReceiptHow, ReceiptKind } from '../../features/notices/receipts/receipt.ts'
import type { Work } from '../../kernel/work.ts'
import { Prisma } from './generated/client.ts'
import { roundOf } from './round.ts'
import type { Table } from './table.ts'

/** What a row has where the domain has nothing. */
type Nullable<T, K extends keyof T> = Omit<T, K> & { readonly [P in K]-?: Exclude<T[P], undefined> | null }

type NoticeRow = Nullable<
  Required<Pick<Notice, 'quietly'>> & Notice,
  'openFrom' | 'answerBy' | 'remindedAt' | 'remindFrom' | 'talliedAt' | 'listedAt'
>

type ReceiptRow = Omit<Nullable<Receipt, 'words' | 'by'>, 'kind' | 'how'> & {
  readonly kind: string
  readonly how: string
}

type DoubtRow = Omit<Nullable<Doubt, 'person'>, 'kind'> & { readonly kind: string }

const NOTICES: Table<NoticeRow> = {
  name: 'Notice',
  key: 'id',
  versioned: true,
  columns: [
    'id',
    'version',
    'number',
    'people',
    'awaitsReceipts',
    'chats',
    'openFrom',
    'answerBy',
    'quietly',
    'remindedAt',
    'remindFrom',
    'talliedAt',
    'listedAt',
  ],
}

const RECEIPTS: Table<ReceiptRow> = {
  name: 'NoticeReceipt',
  key: 'id',
  versioned: true,
  columns: ['id', 'version', 'notice', 'person', 'kind', 'words', 'how', 'by', 'at'],
}

const DOUBTS: Table<DoubtRow> = {
  name: 'NoticeDoubt',
  key: 'id',
  versioned: true,
  columns: ['id', 'version', 'notice', 'number', 'person', 'shown', 'words', 'kind', 'chat', 'at'],
}

/** Without what is null. */
function present<T extends object>(row: object): T {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as T
}

const toRow = (notice: Notice): NoticeRow => ({
  ...notice,
  openFrom: notice.openFrom ?? null,
  answerBy: notice.answerBy ?? null,
  quietly: notice.quietly ?? false,
  remindedAt: notice.remindedAt ?? null,
  remindFrom: notice.remindFrom ?? null,
  talliedAt: notice.talliedAt ?? null,
  listedAt: notice.listedAt ?? null,
})

const toReceipt = (row: ReceiptRow): Receipt =>
  present<Receipt>({ ...row, kind: row.kind as ReceiptKind, how: row.how as ReceiptHow })

export function noticesStorage(): NoticesStore {
  const notices = async (work: Work, rest: string, ...values: unknown[]) => {
    const rows = await roundOf(work).query((client) =>
      client.$queryRawUnsafe<NoticeRow[]>(`SELECT * FROM "Notice" ${rest}`, ...values),
    )
    return rows.map((row) => present<Notice>(row))
  }
  const receipts = async (work: Work, rest: string, ...values: unknown[]) => {
    const rows = await roundOf(work).query((client) =>
      client.$queryRawUnsafe<ReceiptRow[]>(
        `SELECT * FROM "NoticeReceipt" ${rest} ORDER BY "at", "id"`,
        ...values,
      ),
    )
    return rows.map(toReceipt)
  }
  const awaiting = (column: 'chats' | 'people', value: string, since: Date, work: Work) =>
    notices(
      work,
      `WHERE "awaitsReceipts" AND ("openFrom" >= $1 OR ("openFrom" IS NOT NULL AND "answerBy" >= $1 + interval '${OPEN_DAYS} days')) AND "${column}" @> $2::jsonb ORDER BY "openFrom" DESC, "number" DESC LIMIT 5`,
      since,
      JSON.stringify([value]),
    )
  const remove = (work: Work, sql: string, value: unknown) =>
    roundOf(work).query(async (client) => void (await client.$executeRawUnsafe(sql, value)))
  return {
    async find(id, work) {
      const row = await roundOf(work).get(NOTICES, id)
      return row === undefined ? undefined : present<Notice>(row)
    },
    add: (notice, work) => roundOf(work).add(NOTICES, toRow(notice)),
    put: (notice, work) => roundOf(work).put(NOTICES, toRow(notice)),
    listAwaitingIn: (chat, since, work) => awaiting('chats', chat, since, work),
    listAwaitingOf: (person, since, work) => awaiting('people', person, since, work),
    async listTimed(since, work) {
      const any = Prisma.sql`SELECT FROM "Notice" WHERE "awaitsReceipts" AND "openFrom" >= ${since}`
      if (!(await roundOf(work).isAny(any))) return []
      return notices(
        work,
        `WHERE "awaitsReceipts" AND "openFrom" >= $1 AND ("remindFrom" IS NOT NULL OR ("answerBy" IS NOT NULL AND ("remindedAt" IS NULL OR "listedAt" IS NULL))) ORDER BY "number"`,
        since,
      )
    },
    listAll: (work) => notices(work, 'ORDER BY "number"'),
    async findReceipt(id, work) {
      const row = await roundOf(work).get(RECEIPTS, id)
      return row === undefined ? undefined : toReceipt(row)
    },
    putReceipt: (receipt, work) =>
      roundOf(work).put(RECEIPTS, { ...receipt, words: receipt.words ?? null, by: receipt.by ?? null }),
    dropReceipt: (id, work) => remove(work, 'DELETE FROM "NoticeReceipt" WHERE "id" = $1', id),
    listReceipts: (notice, work) => receipts(work, 'WHERE "notice" = $1', notice),
    listAllReceipts: (work) => receipts(work, ''),
    async listDoubts(notice, work) {
      const rows = await roundOf(work).query((client) =>
        client.$queryRawUnsafe<DoubtRow[]>(
          'SELECT * FROM "NoticeDoubt" WHERE "notice" = $1 ORDER BY "number"',
          notice,
        ),
      )
      return rows.map((row) => present<Doubt>(row))
    },
    addDoubt: (doubt, work) => roundOf(work).add(DOUBTS, { ...doubt, person: doubt.person ?? null }),
    dropDoubts: (ids, work) => remove(work, 'DELETE FROM "NoticeDoubt" WHERE "id" = ANY($1::text[])', ids),
    dropOldDoubts: (since, work) =>
      remove(
        work,
        'DELETE FROM "NoticeDoubt" d USING "Notice" n WHERE n."id" = d."notice" AND n."openFrom" < $1',
        since,
      ),
    async oldestDoubted(work) {
      const oldest = Prisma.sql`SELECT min(n."openFrom") FROM "NoticeDoubt" d JOIN "Notice" n ON n."id" = d."notice"`
      return (await roundOf(work).glance<Date>(oldest)) ?? undefined
    },
  }
}
