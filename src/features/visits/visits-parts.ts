import type { Category } from '../../kernel/appeal-terms.ts'
import type { Counters } from '../../kernel/counters.ts'
import type { LiveCalendar } from '../../kernel/live-calendar.ts'
import type { QuietHours } from '../../kernel/quiet-hours.ts'
import type { Work } from '../../kernel/work.ts'
import type { VisitsStore } from './visits.store.ts'

/** An open appeal that a finding may belong to, as somebody of the office reads it. */
export interface LikeMatter {
  readonly number: string
  /** 水电气，车间停电，办理中 */
  readonly line: string
  /** The same trouble or, where no trouble is named, the same field: what 还没完 must mean. */
  readonly isSameField: boolean
  /** By the rules that find the same trouble twice. */
  readonly isLikely: boolean
}

/** Port: what the appeals know of a problem. They fulfil it; this feature never reads them. */
export interface Matters {
  /** Which field some words speak of, and whether they name a trouble. Pure. */
  read(words: string): { readonly category: Category | null; readonly isTrouble: boolean }
  /** Open ones of this company, the likeliest first. Sealed ones never: they are no company's. */
  alike(
    problem: { readonly company: string; readonly words: string; readonly category: Category | null },
    work: Work,
  ): Promise<readonly LikeMatter[]>
  /** One by its number, unless it is sealed; `isOpen` false where nothing more is done about it. */
  find(
    number: string,
    work: Work,
  ): Promise<
    | {
        readonly number: string
        readonly company: string | null
        readonly line: string
        readonly isOpen: boolean
        /** How it stands, for a critique visit's follow-up. */
        readonly status: string
      }
    | undefined
  >
}

/** What the desks of this feature work with. */
export interface VisitsParts {
  readonly visits: VisitsStore
  readonly matters: Matters
  readonly counters: Counters
  readonly workdays: LiveCalendar
  readonly quietHours: QuietHours
}
