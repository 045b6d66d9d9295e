import { momentsOf, type Scope } from '../ledger/scope.ts'
import type { RatesFilter } from './rates.store.ts'

/** Before any federation kept a ledger in a database. */
const BEGINNING = new Date('2000-01-01T00:00:00+08:00')
const DAY_MS = 86_400_000

/** Without a period everything up to now; what falls due later is not counted anyway. */
export function ratesFilterOf(scope: Scope, now: Date): RatesFilter {
  const { from, before } = momentsOf(scope)
  return {
    span: { from: from ?? BEGINNING, before: before ?? new Date(now.getTime() + DAY_MS) },
    ...(scope.unit === null ? {} : { unit: scope.unit }),
    ...(scope.category === null ? {} : { category: scope.category }),
    ...(scope.chamber === null ? {} : { chamber: scope.chamber }),
  }
}
