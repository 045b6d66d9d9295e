import type { EndingDocument, EndingStore } from '../../features/policy/validity/ending.store.ts'
import type { PolicyDocument as DocumentRow } from './generated/client.ts'
import { roundOf } from './round.ts'

export function policyEndingStorage(): EndingStore {
  return {
    listEnding: (from, to, work) =>
      roundOf(work).query(async (client) => {
        const rows = await client.policyDocument.findMany({
          where: { current: true, endsOn: { gte: new Date(from), lte: new Date(to) } },
          orderBy: [{ endsOn: 'asc' }, { doc: 'asc' }],
        })
        return rows.map(toEnding)
      }),
    takeEndingUntold: (from, to, work) =>
      roundOf(work).query(async (client) => {
        const rows = await client.$queryRawUnsafe<DocumentRow[]>(
          `UPDATE "PolicyDocument" SET "endToldOn" = "endsOn"
           WHERE "current" AND "endsOn" BETWEEN $1::date AND $2::date AND "endToldOn" IS DISTINCT FROM "endsOn" RETURNING *`,
          from,
          to,
        )
        return rows.map(toEnding).sort((one, other) => (one.endsOn < other.endsOn ? -1 : 1))
      }),
    nextEndUntold: (from, work) =>
      roundOf(work).query(async (client) => {
        const [row] = await client.$queryRawUnsafe<{ day: Date | null }[]>(
          `SELECT min("endsOn") AS day FROM "PolicyDocument"
           WHERE "current" AND "endsOn" >= $1::date AND "endToldOn" IS DISTINCT FROM "endsOn"`,
          from,
        )
        return day(row?.day ?? null)
      }),
  }
}

const day = (date: Date | null) => date?.toISOString().slice(0, 10)

const toEnding = (row: DocumentRow): EndingDocument => ({
  id: row.id,
  doc: row.doc,
  title: row.title,
  documentNumber: row.documentNumber ?? undefined,
  endsOn: day(row.endsOn) as string,
})
