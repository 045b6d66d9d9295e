import type { ErrandsStore, StoredErrand } from '../../conversation/errands.store.ts'
import { accountKey, type Chat, type PlatformPerson } from '../../kernel/chat.ts'
import type { Database } from './client.ts'
import type { Errand as ErrandRow } from './generated/client.ts'
import { roundOf } from './round.ts'
import type { Table } from './table.ts'

const ERRANDS: Table<ErrandRow> = {
  name: 'Errand',
  key: 'id',
  once: 'id',
  columns: ['id', 'kind', 'data', 'account', 'chat', 'person', 'orderedAt'],
}

export function errandsStorage(database: Database): ErrandsStore {
  return {
    keep(errand, work) {
      const { id, kind, data, chat, person, orderedAt } = errand
      const row = { id, kind, data, account: accountKey(chat), chat, person, orderedAt }
      roundOf(work).add(ERRANDS, row as unknown as ErrandRow)
    },
    remove(id, work) {
      roundOf(work).alongside({
        rows: [{ id }],
        sql: (parameter) =>
          `DELETE FROM "Errand" t USING jsonb_to_recordset(${parameter}::jsonb) x("id" text)
           WHERE t."id" = x."id" RETURNING t."id" AS key`,
      })
    },
    async list(accounts) {
      const rows = await database.errand.findMany({
        where: { account: { in: [...accounts] } },
        orderBy: { orderedAt: 'asc' },
      })
      return rows.map(toErrand)
    },
  }
}

const toErrand = ({ id, kind, data, chat, person, orderedAt }: ErrandRow): StoredErrand => ({
  id,
  kind,
  data,
  chat: chat as unknown as Chat,
  person: person as unknown as PlatformPerson,
  orderedAt,
})
