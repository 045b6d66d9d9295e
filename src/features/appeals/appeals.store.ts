import type { AppealState, Category, Urgency } from '../../kernel/appeal-terms.ts'
import type { Work } from '../../kernel/work.ts'
import type { Appeal, AppealEvent, Asker, MarkedSource, Source } from './appeal.ts'

/** Whose appeals are meant: by roster code, and by the account for what was filed before it was bound. */
export interface Identity {
  readonly code: string | null
  /** platform:person */
  readonly account: string
}

export interface AppealFilter {
  readonly states?: readonly AppealState[]
  readonly unit?: string
  /** 协办: a unit that helps. */
  readonly supportingUnit?: string
  readonly filedFrom?: Date
  readonly filedBefore?: Date
  readonly dueBefore?: Date
  readonly dueFrom?: Date
  readonly resolvedFrom?: Date
  readonly resolvedBefore?: Date
  readonly category?: Category
  readonly urgency?: Urgency
  /** A code; sealed appeals are no chamber's here. */
  readonly chamber?: string
  /** Codes; sealed appeals are nobody's here. */
  readonly companies?: readonly string[]
  /** Part of a company's name as somebody said it. */
  readonly companyName?: string
  /** Part of the place's name, or where one of these companies is. */
  readonly place?: { readonly name: string; readonly companies: readonly string[] }
  /** The asker has not said what became of it. */
  readonly isUnanswered?: true
}

export interface Page {
  readonly total: number
  readonly appeals: readonly Appeal[]
}

/**
 * Port. `find`, `add`, `save`, `note`, `addSources`, `listSources` and `markSource` are gathered with those
 * of other conversations; the lists are a statement each and see what this transaction wrote.
 */
export interface AppealsStore {
  find(number: string, work: Work): Promise<Appeal | undefined>
  /** A new appeal, version 1. The asker of a sealed one is written by the codec for personal fields only. */
  add(appeal: Appeal, asker: Asker, work: Work): void
  /** The appeal as it is now, `version` as it was read; fails as `storage-conflict` when somebody was faster. */
  save(appeal: Appeal, work: Work): Promise<void>
  /** The same where what is known of the asker changed too: sealed after it was filed. */
  saveWithAsker(appeal: Appeal, asker: Asker, work: Work): Promise<void>
  /** Who brought it, sealed or not: only for writing to them, never for showing. */
  askerOf(number: string, work: Work): Promise<Asker | undefined>
  isOwn(number: string, who: Identity, work: Work): Promise<boolean>
  note(event: AppealEvent, work: Work): void
  /** A message may be a source of several appeals; added twice to one it is one. */
  addSources(number: string, sources: readonly Source[], work: Work): Promise<void>
  /** Every appeal this message went into. */
  listSources(source: Source, work: Work): Promise<readonly MarkedSource[]>
  /** `text` is what the message says now, null when it was taken back. What it said stays in the appeal. */
  markSource(source: Source, number: string, text: string | null, work: Work): Promise<void>
  /** Newest first. */
  listOwn(who: Identity, work: Work): Promise<readonly Appeal[]>
  /** Oldest first, `limit` of them from `offset`, and how many there are. */
  list(filter: AppealFilter, offset: number, limit: number, work: Work): Promise<Page>
  /** In the order it happened. */
  history(number: string, work: Work): Promise<readonly AppealEvent[]>
}
