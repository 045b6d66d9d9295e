import type { WakingStore } from '../../features/appeals/life/waking.store.ts'
import { Prisma } from './generated/client.ts'
import { roundOf } from './round.ts'

/** The states in which `wakeAt` means something; a merged one keeps its own for the day it is parted again. */
const WAKING = { in: ['paused', 'resolved'] }

export function wakingStorage(): WakingStore {
  return {
    async listDue(most, work) {
      const rows = await roundOf(work).query((client) =>
        client.appeal.findMany({
          where: { wakeAt: { lte: work.at }, status: WAKING },
          orderBy: [{ wakeAt: 'asc' }, { number: 'asc' }],
          take: most,
          select: { number: true },
        }),
      )
      return rows.map(({ number }) => number)
    },
    async nextAt(work) {
      const next = Prisma.sql`SELECT min("wakeAt") FROM "Appeal" WHERE "status" IN ('paused', 'resolved')`
      return (await roundOf(work).glance<Date>(next)) ?? undefined
    },
  }
}
