import type { TermsStore } from '../../features/appeals/terms/terms.store.ts'
import type { Work } from '../../kernel/work.ts'
import { roundOf } from './round.ts'

const OPEN = `"status" IN ('filed', 'accepted', 'dispatched', 'inProgress', 'paused', 'sentBack')`
/** Older appeals have one deadline only, which they keep. */
const WITHOUT = `("dueAt" IS NULL OR ("contactDueAt" IS NOT NULL AND "resolveDueAt" IS NULL))`

export function termsStorage(): TermsStore {
  async function numbers(
    where: string,
    work: Work,
    ...values: readonly unknown[]
  ): Promise<readonly string[]> {
    const rows = await roundOf(work).query((client) =>
      client.$queryRawUnsafe<{ number: string }[]>(
        `SELECT "number" FROM "Appeal" WHERE ${OPEN} AND ${where} ORDER BY "number"`,
        ...values,
      ),
    )
    return rows.map(({ number }) => number)
  }
  return {
    listWithoutTerm: (work) => numbers(WITHOUT, work),
    listAffected: (from, work) =>
      numbers(`(${WITHOUT} OR greatest("dueAt", "contactDueAt", "resolveDueAt") >= $1)`, work, from),
  }
}
