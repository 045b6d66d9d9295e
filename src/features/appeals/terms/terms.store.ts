import type { Work } from '../../../kernel/work.ts'

/** Port. Both are a statement, asked when a calendar changed and when the house opens. */
export interface TermsStore {
  /** Open appeals that lack a deadline for want of a calendar. */
  listWithoutTerm(work: Work): Promise<readonly string[]>
  /** Those, and the open ones with a deadline from `from` on. */
  listAffected(from: Date, work: Work): Promise<readonly string[]>
}
