import type { LikenessPair, TwiceStore } from '../../features/appeals/twice/twice.store.ts'
import { categories as all, appealStates, isOpen } from '../../kernel/appeal-terms.ts'
import { type AppealRow, toAppeal } from './appeals-rows.storage.ts'
import { Prisma } from './generated/client.ts'
import { roundOf } from './round.ts'
import type { Table } from './table.ts'

interface LikenessRow extends LikenessPair {
  readonly id: string
}

/** `other` is empty where an appeal only waits to be looked at. */
const LIKENESS: Table<LikenessRow> = {
  name: 'AppealLikeness',
  key: 'id',
  once: 'id',
  columns: ['id', 'number', 'other', 'reasons', 'proposedAt', 'decidedBy', 'decidedAt', 'decision'],
}

/** Resolved so lately that somebody may still tell of the same trouble. */
const LATELY_MS = 3 * 86_400_000
const idOf = ({ number, other }: Pick<LikenessPair, 'number' | 'other'>) => `${number}:${other}`

export function twiceStorage(): TwiceStore {
  return {
    mark(number, work) {
      const undecided = { decidedBy: null, decidedAt: null, decision: null }
      const mark = { number, other: '', reasons: {}, proposedAt: work.at, ...undecided }
      roundOf(work).add(LIKENESS, { ...mark, id: idOf(mark) })
    },
    hasMarked: (work) => roundOf(work).isAny(Prisma.sql`SELECT FROM "AppealLikeness" WHERE "other" = ''`),
    takeMarked(limit, work) {
      return roundOf(work).query(async (client) => {
        const rows = await client.$queryRaw<{ number: string }[]>`
          DELETE FROM "AppealLikeness" WHERE "id" IN (
            SELECT "id" FROM "AppealLikeness" WHERE "other" = '' ORDER BY "number" LIMIT ${limit} FOR UPDATE SKIP LOCKED
          ) RETURNING "number"`
        return rows.map(({ number }) => number).sort()
      })
    },
    async listAround({ categories, from, anyFrom }, limit, work) {
      const states = [...appealStates.filter(isOpen), 'merged']
      const rows = await roundOf(work).query((client) =>
        client.appeal.findMany({
          where: {
            AND: [
              {
                OR: [
                  { category: { in: [...categories] }, filedAt: { gte: from } },
                  // Named one by one, because the index begins with the category.
                  { category: { in: [...all] }, filedAt: { gte: anyFrom } },
                ],
              },
              {
                OR: [
                  { status: { in: states } },
                  { status: 'resolved', resolvedAt: { gte: new Date(work.at.getTime() - LATELY_MS) } },
                ],
              },
            ],
          },
          orderBy: [{ filedAt: 'desc' }, { number: 'desc' }],
          take: limit,
        }),
      )
      return (rows as unknown as AppealRow[]).map(toAppeal)
    },
    find: (number, other, work) => roundOf(work).get(LIKENESS, idOf({ number, other })),
    add(pair, work) {
      roundOf(work).add(LIKENESS, { ...pair, id: idOf(pair) })
    },
    decide(pair, decision, by, work) {
      const row = { ...pair, id: idOf(pair), decision, decidedBy: by, decidedAt: work.at }
      roundOf(work).put(LIKENESS, row)
    },
    async listOpen(limit, work) {
      const rows = await roundOf(work).query((client) =>
        client.appealLikeness.findMany({
          where: { decidedAt: null, other: { not: '' } },
          orderBy: [{ proposedAt: 'desc' }, { id: 'desc' }],
          take: limit,
        }),
      )
      return rows as unknown as readonly LikenessPair[]
    },
    async listOpenOf(number, work) {
      const rows = await roundOf(work).query((client) =>
        client.appealLikeness.findMany({
          where: { decidedAt: null, OR: [{ number, other: { not: '' } }, { other: number }] },
          orderBy: { id: 'asc' },
        }),
      )
      return rows as unknown as readonly LikenessPair[]
    },
    async listFollowers(number, work) {
      const rows = await roundOf(work).query(
        (client) => client.$queryRaw<AppealRow[]>`
          WITH RECURSIVE below AS (
            SELECT a.* FROM "Appeal" a WHERE a."mergedInto" = ${number} AND a."status" = 'merged'
            UNION ALL
            SELECT a.* FROM "Appeal" a JOIN below b ON a."mergedInto" = b."number" WHERE a."status" = 'merged'
          ) SELECT * FROM below ORDER BY "filedAt", "number"`,
      )
      return rows.map(toAppeal)
    },
  }
}
