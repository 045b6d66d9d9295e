import type { AppealState, Category } from '../../../kernel/appeal-terms.ts'
import type { Work } from '../../../kernel/work.ts'
import type { LedgerEntry } from './ledger-columns.ts'

/** Which matters a ledger is of. Of one chamber, what is sealed is left out: it would name the company. */
export interface LedgerFilter {
  readonly filedFrom?: Date
  readonly filedBefore?: Date
  readonly states?: readonly AppealState[]
  readonly unit?: string
  readonly category?: Category
  readonly chamber?: string
}

/** Behind which matter the next page begins. */
export interface LedgerPlace {
  readonly filedAt: Date
  readonly number: string
}

/** Port, read-only. */
export interface LedgerStore {
  count(filter: LedgerFilter, work: Work): Promise<number>
  /** Oldest first; a page costs the same wherever it begins. */
  page(
    filter: LedgerFilter,
    after: LedgerPlace | null,
    limit: number,
    work: Work,
  ): Promise<readonly LedgerEntry[]>
  /** By number; what is not there is left out. Rows are as this transaction sees them. */
  find(numbers: readonly string[], work: Work): Promise<ReadonlyMap<string, LedgerEntry>>
}

export const LEDGER_PAGE = 500

/** All of it, a page at a time. `read` opens each page, in one transaction or in one after another. */
export async function* ledgerEntries(
  filter: LedgerFilter,
  store: LedgerStore,
  read: <T>(act: (work: Work) => Promise<T>) => Promise<T>,
): AsyncGenerator<LedgerEntry> {
  let after: LedgerPlace | null = null
  for (;;) {
    const begin: LedgerPlace | null = after
    const page: readonly LedgerEntry[] = await read((work) => store.page(filter, begin, LEDGER_PAGE, work))
    yield* page
    const last = page.at(-1)?.appeal
    if (last === undefined || page.length < LEDGER_PAGE) return
    after = { filedAt: last.filedAt, number: last.number }
  }
}
