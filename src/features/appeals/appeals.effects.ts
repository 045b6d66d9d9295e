/** What the dialogues of this feature want done and want to know, as plain data. */
import type { Effect, Query } from '../../conversation/dialogue.ts'
import type { Piece } from '../../conversation/said.ts'
import type { Category, Urgency } from '../../kernel/appeal-terms.ts'
import type { Chat } from '../../kernel/chat.ts'
import type { FileRef } from '../../kernel/letter-draft.ts'
import type { Appeal, AppealEvent, Named, Source } from './appeal.ts'
import type { AppealNumber } from './reading/appeal-numbers.ts'
import type { EmergencyNumber } from './reading/dangers.ts'

/** An appeal as its asker agreed to it, before it has a history. */
export interface FilingDraft {
  readonly category: Category
  readonly urgency: Urgency
  readonly company: Named | null
  readonly sealed: boolean
  readonly summary: string
  readonly text: string
  readonly files: readonly FileRef[]
  readonly sources: readonly Source[]
  /** Where it belongs by law; it is then filed as referred. */
  readonly route: string | null
  readonly emergency: readonly EmergencyNumber[]
  readonly askerName: string
}

/** Of the intake desk. */
export type IntakeEffect = Effect &
  (
    | {
        readonly kind: 'appeals.file'
        readonly number: string
        readonly draft: FilingDraft
        /** Filed before it was read back; the letter then asks for corrections. */
        readonly unread: boolean
        /** What is asked beside the receipt then. */
        readonly questions: readonly string[]
        /** The group it began in, where the frame does not know it. */
        readonly group: Chat | null
      }
    | { readonly kind: 'appeals.amend'; readonly number: string; readonly draft: FilingDraft }
    /** Words said in the middle of something else, or beside another matter, that are a matter of their own. */
    | { readonly kind: 'appeals.begin'; readonly pieces: readonly Piece[] }
  )

/** Of the asker's desk. */
export type AskerEffect = Effect &
  (
    | { readonly kind: 'appeals.remind'; readonly number: string }
    | { readonly kind: 'appeals.withdraw'; readonly number: string }
    | { readonly kind: 'appeals.rate'; readonly number: string; readonly answer: FollowUpAnswer }
  )

/** Of the staff's desk. */
export type DispatchEffect = Effect & {
  readonly kind: 'appeals.dispatch'
  readonly number: string
  readonly unit: string
  readonly days: number
}

/** Of the unit's desk. */
export type UnitEffect = Effect &
  (
    | { readonly kind: 'appeals.acknowledge'; readonly number: string }
    | { readonly kind: 'appeals.sendBack'; readonly number: string; readonly reason: string }
    | { readonly kind: 'appeals.resolve'; readonly number: string; readonly done: string }
  )

export type AppealsEffect = IntakeEffect | AskerEffect | DispatchEffect | UnitEffect

/** What the asker says of the outcome; `again` brings it back to whoever had it. */
export interface FollowUpAnswer {
  readonly outcome: 'solved' | 'partly' | 'unsolved'
  readonly satisfaction: 'satisfied' | 'unsatisfied' | null
  readonly note: string | null
  readonly again: boolean
}

/** `open`: everything that still owes somebody something. */
export type ListKind = 'open' | 'undispatched' | 'today' | 'overdue' | 'resolved'

export type AppealsQuery = Query &
  (
    | { readonly ask: 'appeals.number' }
    | { readonly ask: 'appeals.own' }
    | { readonly ask: 'appeals.lookup'; readonly number: AppealNumber }
    | { readonly ask: 'appeals.list'; readonly list: ListKind; readonly page: number }
    | { readonly ask: 'appeals.unit-list' }
    | { readonly ask: 'appeals.plan'; readonly unit: string; readonly days: number }
  )

/** What came of looking for a number, within what this person may see. */
export type Lookup =
  /** Not there, or not theirs to see: the same to them. */
  | { readonly kind: 'none' }
  /** No such number this year, but last year's: to be asked about. */
  | { readonly kind: 'last-year'; readonly number: string }
  | {
      readonly kind: 'found'
      readonly appeal: Appeal
      readonly as: 'staff' | 'unit' | 'asker'
      readonly history: readonly AppealEvent[]
    }

/** What dispatching to a unit would mean. */
export interface DispatchPlan {
  /** Null where the calendar of that year is not loaded. */
  readonly dueAt: Date | null
  readonly handlers: number
  /** Of them, those that the house can write to. */
  readonly reachable: number
}

/** How many a list shows at once. */
export const PAGE_SIZE = 10

export interface ListedPage {
  readonly total: number
  readonly appeals: readonly Appeal[]
  readonly page: number
}
