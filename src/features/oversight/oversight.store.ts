import type { Person } from '../../kernel/person.ts'
import type { Work } from '../../kernel/work.ts'
import type { LedgerEntry, LedgerEvent, ToldAct } from './ledger-entry.ts'
import type { Counted, Period, Where } from './question.ts'

/** How far somebody may see on the day of the transaction. Codes of the roster. */
export type Reach =
  | { readonly kind: 'all' }
  | {
      readonly kind: 'scope'
      readonly companies: ReadonlySet<string>
      readonly chambers: ReadonlySet<string>
    }
  | { readonly kind: 'nothing' }

export interface LedgerPage {
  readonly total: number
  /** Open and past their due date, of all that were counted. */
  readonly overdue: number
  readonly entries: readonly LedgerEntry[]
}

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

/**
 * Port, read-only: what oversight reads of the appeals. Every method is handed the person who asks and applies
 * what that person may see inside its statement (kernel/person `may`, kernel/directory `scopeOf` on the day),
 * so nothing above it can see too much. `where` narrows further. Of sealed entries neither asker, company nor
 * words ever leave it, and a question that names a company never finds one.
 */
export interface OversightStore {
  reach(person: Person, mine: boolean, work: Work): Promise<Reach>
  list(person: Person, asked: Asked, page: Slice, work: Work): Promise<LedgerPage>
  find(person: Person, number: string, work: Work): Promise<LedgerEntry | undefined>
  /** Entries that may be meant, newest first: by where, or by words in their text where given. */
  search(
    person: Person,
    where: Where,
    words: readonly string[],
    limit: number,
    work: Work,
  ): Promise<readonly LedgerEntry[]>
  /** In the order it happened; empty where the entry is not to be seen. */
  history(person: Person, number: string, work: Work): Promise<readonly LedgerEvent[]>
  news(person: Person, where: Where, period: Period, slice: Slice, work: Work): Promise<News>
}

export interface Asked {
  readonly counted: Counted
  readonly where: Where
  readonly period: Period | null
}

export interface Slice {
  readonly offset: number
  readonly limit: number
}
