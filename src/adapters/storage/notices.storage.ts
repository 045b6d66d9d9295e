import type { Notice } from '../../features/notices/notice.ts'
import type { NoticesStore } from '../../features/notices/notices.store.ts'
import type { Receipt, ReceiptKind } from '../../features/notices/receipts/receipt.ts'
import type { Work } from '../../kernel/work.ts'
import { roundOf } from './round.ts'
import type { Table } from './table.ts'

interface NoticeRow extends Omit<Notice, 'openFrom'> {
  readonly openFrom: Date | null
}

interface ReceiptRow extends Omit<Receipt, 'words' | 'kind'> {
  readonly kind: string
  readonly words: string | null
}

const NOTICES: Table<NoticeRow> = {
  name: 'Notice',
  key: 'id',
  versioned: true,
  columns: ['id', 'version', 'number', 'people', 'awaitsReceipts', 'chats', 'openFrom'],
}

const RECEIPTS: Table<ReceiptRow> = {
  name: 'NoticeReceipt',
  key: 'id',
  versioned: true,
  columns: ['id', 'version', 'notice', 'person', 'kind', 'words', 'at'],
}

const toNotice = ({ openFrom, ...row }: NoticeRow): Notice => (openFrom === null ? row : { ...row, openFrom })

const toReceipt = ({ words, kind, ...row }: ReceiptRow): Receipt => ({
  ...row,
  kind: kind as ReceiptKind,
  ...(words === null ? {} : { words }),
})

export function noticesStorage(): NoticesStore {
  const notices = (work: Work, rest: string, ...values: unknown[]) =>
    roundOf(work).query((client) =>
      client.$queryRawUnsafe<NoticeRow[]>(`SELECT * FROM "Notice" ${rest}`, ...values),
    )
  const receipts = (work: Work, rest: string, ...values: unknown[]) =>
    roundOf(work).query((client) =>
      client.$queryRawUnsafe<ReceiptRow[]>(
        `SELECT * FROM "NoticeReceipt" ${rest} ORDER BY "at", "id"`,
        ...values,
      ),
    )
  const awaiting = async (column: 'chats' | 'people', value: string, since: Date, work: Work) => {
    const where = `WHERE "awaitsReceipts" AND "openFrom" >= $1 AND "${column}" @> $2::jsonb ORDER BY "openFrom" DESC LIMIT 1`
    const [row] = await notices(work, where, since, JSON.stringify([value]))
    return row === undefined ? undefined : toNotice(row)
  }
  return {
    async find(id, work) {
      const row = await roundOf(work).get(NOTICES, id)
      return row === undefined ? undefined : toNotice(row)
    },
    add: (notice, work) => roundOf(work).add(NOTICES, { ...notice, openFrom: notice.openFrom ?? null }),
    put: (notice, work) => roundOf(work).put(NOTICES, { ...notice, openFrom: notice.openFrom ?? null }),
    findAwaitingIn: (chat, since, work) => awaiting('chats', chat, since, work),
    findAwaitingOf: (person, since, work) => awaiting('people', person, since, work),
    listAll: async (work) => (await notices(work, 'ORDER BY "number"')).map(toNotice),
    async findReceipt(id, work) {
      const row = await roundOf(work).get(RECEIPTS, id)
      return row === undefined ? undefined : toReceipt(row)
    },
    putReceipt: (receipt, work) => roundOf(work).put(RECEIPTS, { ...receipt, words: receipt.words ?? null }),
    listReceipts: async (notice, work) =>
      (await receipts(work, 'WHERE "notice" = $1', notice)).map(toReceipt),
    listAllReceipts: async (work) => (await receipts(work, '')).map(toReceipt),
  }
}
