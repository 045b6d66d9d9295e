import type { WakingStore } from '../../features/appeals/life/waking.store.ts'
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
      const next = await roundOf(work).query((client) =>
        client.appeal.findFirst({
          where: { wakeAt: { not: null }, status: WAKING },
          orderBy: { wakeAt: 'asc' },
          select: { wakeAt: true },
        }),
      )
      return next?.wakeAt ?? undefined
    },
  }
}
