import type { Work } from '../../kernel/work.ts'
import type { Finding, FindingState, Visit, VisitKind } from './visit.ts'

/** Which visits; everything named must hold. */
export interface VisitFilter {
  /** Whose duty it counts for, or who went in somebody's place. */
  readonly who?: string
  /** Days, both included. */
  readonly from?: string
  readonly to?: string
  readonly kind?: VisitKind
  /** Any of these companies. */
  readonly companies?: readonly string[]
  /** Any of these chambers as a whole, or any of the companies. */
  readonly chambers?: readonly string[]
  /** Withdrawn ones too. */
  readonly withdrawn?: true
}

export interface VisitPage {
  readonly total: number
  readonly visits: readonly Visit[]
}

/** Port. `find…` and `put…` are gathered with those of other conversations; the lists are a statement each. */
export interface VisitsStore {
  find(number: number, work: Work): Promise<Visit | undefined>
  /** Version 1 is a new one; otherwise one more than was read, else `storage-conflict`. */
  put(visit: Visit, work: Work): void
  /** The latest day first. */
  list(filter: VisitFilter, offset: number, limit: number, work: Work): Promise<VisitPage>
  /** Recorded within these days, both included, of every leader: what was done of what is owed. */
  listDone(from: string, to: string, work: Work): Promise<readonly Visit[]>
  /** Recorded ones told with the same leader, day, kind and places. */
  listSame(sameness: string, work: Work): Promise<readonly Visit[]>
  findFinding(id: string, work: Work): Promise<Finding | undefined>
  putFinding(finding: Finding, work: Work): void
  /** In order. */
  listFindings(visit: string, work: Work): Promise<readonly Finding[]>
  /** In this state, of recorded visits, the oldest visit first. */
  listByState(state: FindingState, offset: number, limit: number, work: Work): Promise<FindingPage>
}

export interface FindingPage {
  readonly total: number
  readonly findings: readonly Finding[]
}
