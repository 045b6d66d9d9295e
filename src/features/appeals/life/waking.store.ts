import type { Work } from '../../../kernel/work.ts'

/**
 * Port. What the house does by itself with an appeal, at its `wakeAt`: a pause ends, a follow-up that nobody answered
 * is asked once more or closes. A statement each.
 */
export interface WakingStore {
  /** Numbers of appeals that are due by now, the longest overdue first. */
  listDue(most: number, work: Work): Promise<readonly string[]>
  nextAt(work: Work): Promise<Date | undefined>
}
