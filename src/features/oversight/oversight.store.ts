import type { Work } from '../../kernel/work.ts'
import type { Period } from './asking/question.ts'
import type { LedgerEntry, LedgerEvent, ToldAct } from './ledger-entry.ts'
import type { Sight, Slice } from './sight.ts'

export type { Reach, Slice } from './sight.ts'

/** One entry with the last thing that happened to it in the period. */
export interface NewsItem {
  readonly entry: LedgerEntry
  readonly event: LedgerEvent
}

export interface News {
  /** How many entries each act touched; acts that touched none are left out. */
  readonly touched: Readonly<Partial<Record<ToldAct, number>>>
  /** Open entries whose due date passed in the period. */
  readonly fellOverdue: number
  /** Entries touched in all. */
  readonly total: number
  /** Newest first. */
  readonly items: readonly NewsItem[]
}

/** Who asks, and by the responsibilities of which day: without narrowing, for what is named by its number. */
export type Seer = Pick<Sight, 'person' | 'day'>

/**
 * Port, read-only: what oversight reads of the appeals. Every method is handed who asks and by which day's
 * responsibilities (a day to come counts as today), and applies what that person may see inside its statement
 * (kernel/person `may`, kernel/directory `scopeOf` on the day), so nothing above it can see too much. `where` narrows
 * further. Of sealed entries neither asker, company nor words ever leave it, and a question that names a company never
 * finds one.
 */
export interface OversightStore {
  find(seer: Seer, number: string, work: Work): Promise<LedgerEntry | undefined>
  /** Entries that may be meant, newest first: by where, or by words in their text where given. */
  search(sight: Sight, words: readonly string[], limit: number, work: Work): Promise<readonly LedgerEntry[]>
  /** In the order it happened; empty where the entry is not to be seen. */
  history(seer: Seer, number: string, work: Work): Promise<readonly LedgerEvent[]>
  news(sight: Sight, period: Period, slice: Slice, work: Work): Promise<News>
}
