import type { Finding, Visit } from '../../features/visits/visit.ts'
import type { VisitFilter, VisitsStore } from '../../features/visits/visits.store.ts'
import type { Work } from '../../kernel/work.ts'
import { Prisma } from './generated/client.ts'
import { roundOf } from './round.ts'
import type { Table } from './table.ts'

const VISITS: Table<Visit> = {
  name: 'Visit',
  key: 'id',
  versioned: true,
  columns: [
    'id',
    'version',
    'number',
    'kind',
    'leader',
    'deputy',
    'day',
    'companies',
    'chambers',
    'team',
    'place',
    'words',
    'sameness',
    'state',
    'by',
    'at',
    'withdrawnBy',
    'withdrawnAt',
    'reason',
  ],
}

const FINDINGS: Table<Finding> = {
  name: 'VisitFinding',
  key: 'id',
  versioned: true,
  columns: [
    'id',
    'version',
    'visit',
    'n',
    'company',
    'words',
    'category',
    'appeal',
    'state',
    'consent',
    'consentAt',
    'decidedBy',
    'decidedAt',
    'note',
  ],
}

const RECORDED = Prisma.sql`"state" = 'recorded'`
/** Any of these codes stands in a list of codes. */
const anyOf = (column: Prisma.Sql, codes: readonly string[]) => Prisma.sql`${column} ?| ${[...codes]}::text[]`

function conditionOf({ who, from, to, kind, companies, chambers, withdrawn }: VisitFilter): Prisma.Sql {
  const parts = [withdrawn === true ? Prisma.sql`TRUE` : RECORDED]
  if (who !== undefined) parts.push(Prisma.sql`("leader" = ${who} OR "deputy" = ${who})`)
  if (from !== undefined) parts.push(Prisma.sql`"day" >= ${from}`)
  if (to !== undefined) parts.push(Prisma.sql`"day" <= ${to}`)
  if (kind !== undefined) parts.push(Prisma.sql`"kind" = ${kind}`)
  const places = [
    ...(companies === undefined ? [] : [anyOf(Prisma.sql`"companies"`, companies)]),
    ...(chambers === undefined ? [] : [anyOf(Prisma.sql`"chambers"`, chambers)]),
  ]
  if (places.length > 0) parts.push(Prisma.sql`(${Prisma.join(places, ' OR ')})`)
  return Prisma.join(parts, ' AND ')
}

/** Rows as this round sees them: what a list finds is asked for by key, so that it may be changed. */
async function asSeen<Row extends object>(table: Table<Row>, ids: readonly { id: string }[], work: Work) {
  const rows = await Promise.all(ids.map(({ id }) => roundOf(work).get(table, id)))
  return rows.flatMap((row) => row ?? [])
}

export function visitsStorage(): VisitsStore {
  const visitsWhere = async (rest: Prisma.Sql, work: Work) => {
    const ids = await roundOf(work).query((client) =>
      client.$queryRaw<{ id: string }[]>(Prisma.sql`SELECT "id" FROM "Visit" WHERE ${rest}`),
    )
    return asSeen(VISITS, ids, work)
  }
  return {
    find: (number, work) => roundOf(work).get(VISITS, `visit:${number}`),
    put: (visit, work) => roundOf(work).put(VISITS, visit),
    async list(filter, offset, limit, work) {
      const where = conditionOf(filter)
      const rows = await roundOf(work).query((client) =>
        client.$queryRaw<{ total: bigint }[]>(
          Prisma.sql`SELECT count(*) AS total FROM "Visit" WHERE ${where}`,
        ),
      )
      const visits = await visitsWhere(
        Prisma.sql`${where} ORDER BY "day" DESC, "number" DESC LIMIT ${limit} OFFSET ${offset}`,
        work,
      )
      return { total: Number(rows[0]?.total ?? 0), visits }
    },
    listDone: (from, to, work) =>
      visitsWhere(
        Prisma.sql`${RECORDED} AND "day" >= ${from} AND "day" <= ${to} ORDER BY "day", "number"`,
        work,
      ),
    listSame: (sameness, work) =>
      visitsWhere(Prisma.sql`${RECORDED} AND "sameness" = ${sameness} ORDER BY "number"`, work),
    findFinding: (id, work) => roundOf(work).get(FINDINGS, id),
    putFinding: (finding, work) => roundOf(work).put(FINDINGS, finding),
    async listFindings(visit, work) {
      const ids = await roundOf(work).query((client) =>
        client.$queryRaw<{ id: string }[]>(
          Prisma.sql`SELECT "id" FROM "VisitFinding" WHERE "visit" = ${visit} ORDER BY "n"`,
        ),
      )
      return asSeen(FINDINGS, ids, work)
    },
    async listByState(state, offset, limit, work) {
      const of = Prisma.sql`FROM "VisitFinding" f JOIN "Visit" v ON v."id" = f."visit"
        WHERE f."state" = ${state} AND v."state" = 'recorded'`
      const { total, ids } = await roundOf(work).query(async (client) => {
        const [count] = await client.$queryRaw<{ total: bigint }[]>(
          Prisma.sql`SELECT count(*) AS total ${of}`,
        )
        const found = await client.$queryRaw<{ id: string }[]>(
          Prisma.sql`SELECT f."id" ${of} ORDER BY v."number", f."n" LIMIT ${limit} OFFSET ${offset}`,
        )
        return { total: Number(count?.total ?? 0), ids: found }
      })
      return { total, findings: await asSeen(FINDINGS, ids, work) }
    },
  }
}
