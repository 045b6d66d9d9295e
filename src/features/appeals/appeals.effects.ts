/** What the dialogues of this feature want done and want to know, as plain data. */
import type { Effect, Query } from '../../conversation/dialogue.ts'
import type { Piece } from '../../conversation/said.ts'
import type { Category, Urgency } from '../../kernel/appeal-terms.ts'
import type { Chat } from '../../kernel/chat.ts'
import type { FileRef } from '../../kernel/letter-draft.ts'
import type { Appeal, AppealEvent, Named, Source } from './appeal.ts'
import type { DraftPiece } from './intake/intake-state.ts'
import type { AppealNumber } from './reading/appeal-numbers.ts'
import type { EmergencyNumber } from './reading/dangers.ts'

/** An appeal as its asker agreed to it, before it has a history. */
export interface FilingDraft {
  readonly category: Category
  readonly urgency: Urgency
  readonly company: Named | null
  readonly sealed: boolean
  /** Nothing of them is to be kept at all; then `sealed` too. */
  readonly anonymous: boolean
  readonly summary: string
  readonly text: string
  readonly place: string | null
  /** What is wanted, in the asker's words. */
  readonly wish: string | null
  readonly files: readonly FileRef[]
  readonly sources: readonly Source[]
  /** Where it belongs by law; it is then filed as referred. */
  readonly route: string | null
  readonly emergency: readonly EmergencyNumber[]
  readonly askerName: string
}

/** As it was said, or as it stood in another draft already: then it knows its place. */
export type BegunPiece = Piece | DraftPiece

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
    | { readonly kind: 'appeals.begin'; readonly pieces: readonly BegunPiece[] }
    /** Words and files that came after an appeal was filed, added to it. */
    | { readonly kind: 'appeals.supplement'; readonly number: string; readonly pieces: readonly DraftPiece[] }
    /** Something that goes with one of their filed appeals, said in the middle of a draft. */
    | { readonly kind: 'appeals.offer-supplement'; readonly pieces: readonly DraftPiece[] }
    /** 撤回, said right after an emergency was filed. */
    | { readonly kind: 'appeals.offer-withdrawal'; readonly number: string }
  )

/** Of the asker's desk. */
export type AskerEffect = Effect &
  (
    | { readonly kind: 'appeals.remind'; readonly number: string }
    | { readonly kind: 'appeals.withdraw'; readonly number: string }
    | { readonly kind: 'appeals.rate'; readonly number: string; readonly answer: FollowUpAnswer }
    /** About another of their appeals than the one being asked about. */
    | {
        readonly kind: 'appeals.answer-other'
        readonly number: AppealNumber
        readonly outcome: FollowUpAnswer['outcome']
      }
  )

/** Of the desk that dispatches. */
export type DispatchEffect = Effect &
  (
    | {
        readonly kind: 'appeals.dispatch'
        readonly number: string
        readonly unit: string
        /** Codes of the units that help. */
        readonly supporting: readonly string[]
        readonly days: number
      }
    /** The lead and its term stay; these help too. */
    | { readonly kind: 'appeals.support'; readonly number: string; readonly supporting: readonly string[] }
  )

/** Of the unit's desk. */
export type UnitEffect = Effect &
  (
    | { readonly kind: 'appeals.acknowledge'; readonly number: string }
    | { readonly kind: 'appeals.sendBack'; readonly number: string; readonly reason: string }
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
export type ListKind =
  | 'open'
  | 'undispatched'
  | 'today'
  | 'overdue'
  | 'resolved'
  | 'dueSoon'
  | 'handled'
  | 'paused'
  | 'sentBack'
  /** 待回访: resolved, and the asker has not said yet whether it is so. */
  | 'awaiting'
  | 'closed'
  | 'withdrawn'
  | 'referred'
  | 'merged'
  /** Whatever became of it. */
  | 'all'

/** A list as somebody asked for it, before the roster says whom they named. */
export interface ListAsked {
  readonly list: ListKind
  readonly page: number
  readonly category?: Category
  readonly urgency?: Urgency
  readonly period?: { readonly from: string; readonly to: string; readonly words: string }
  /** Names that only the roster can tell apart: a unit's, a company's, a town's. */
  readonly names: readonly string[]
}

/** A list as it was asked for, with codes of the roster instead of words. */
export interface ListWish {
  readonly list: ListKind
  readonly unit?: string
  readonly category?: Category
  readonly urgency?: Urgency
  readonly chamber?: string
  readonly companies?: readonly string[]
  /** Of a company that the roster does not know: what its name contains. */
  readonly companyName?: string
  readonly place?: string
  /** Days in China, both included: when it was filed, or is due, or was done, as the list has it. */
  readonly from?: string
  readonly to?: string
}

export type AppealsQuery = Query &
  (
    | { readonly ask: 'appeals.number' }
    | { readonly ask: 'appeals.own' }
    | { readonly ask: 'appeals.lookup'; readonly number: AppealNumber }
    | {
        readonly ask: 'appeals.list'
        readonly wish: ListWish
        readonly asked: ListAsked
        readonly page: number
      }
    | { readonly ask: 'appeals.last-list' }
    | { readonly ask: 'appeals.unit-list' }
    | {
        readonly ask: 'appeals.plan'
        readonly number: string
        /** Codes, the lead first. */
        readonly units: readonly string[]
        readonly days: number
      }
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
      /** Their unit only helps: it reads and reports, and moves nothing. */
      readonly supporting?: true
      readonly history: readonly AppealEvent[]
    }

/** What dispatching would mean. */
export interface DispatchPlan {
  /** Null where the calendar of that year is not loaded. */
  readonly dueAt: Date | null
  /** The year to load, where there is no `dueAt`. */
  readonly missingYear?: number
  /** The lead first. */
  readonly units: readonly UnitPlan[]
  /** The lead had it already and sent it back: when, and why. */
  readonly sentBack: { readonly at: Date; readonly reason: string } | null
  /** Who has it now and would lose it. */
  readonly before: string | null
  /** 首接: the unit that had it first, where it went from hand to hand. */
  readonly first: string | null
  /** Whether a page can be given to a unit nobody can write to. */
  readonly hasPages: boolean
}

export interface UnitPlan {
  readonly code: string
  readonly name: string
  /** Names of those who will be told, and of those who cannot be written to. */
  readonly told: readonly string[]
  readonly unreached: readonly string[]
}

/** How many a list shows at once. */
export const PAGE_SIZE = 10

export interface ListedPage {
  readonly total: number
  readonly appeals: readonly Appeal[]
  /** Of each, in working days; null where a year's calendar is not loaded. */
  readonly ages: readonly (number | null)[]
  readonly page: number
}
