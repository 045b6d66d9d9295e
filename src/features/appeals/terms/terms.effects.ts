import type { Effect, Query } from '../../../conversation/dialogue.ts'
import type { CalendarYear } from '../../../kernel/calendar-year.ts'

export type TermsEffect = Effect &
  (
    | { readonly kind: 'appeals.loadCalendar'; readonly year: CalendarYear }
    | {
        readonly kind: 'appeals.changeTerm'
        readonly number: string
        readonly days: number
        readonly reason: string
      }
  )

export type TermsQuery = Query &
  /** The settings, as plain data. */
  (
    | { readonly ask: 'appeals.terms' }
    | { readonly ask: 'appeals.calendar-years' }
    | { readonly ask: 'appeals.calendar-plan'; readonly year: CalendarYear }
    /** When so many working days from now end, and when the longest term of an appeal does. */
    | { readonly ask: 'appeals.term-plan'; readonly number: string; readonly days: number }
  )

export interface TermPlan {
  /** Null where a year is missing: then `missingYear` says which. */
  readonly dueAt: Date | null
  readonly lastAt: Date | null
  readonly most: number
  readonly missingYear: number | null
}

export interface YearsKnown {
  readonly years: readonly number[]
  readonly loaded: readonly number[]
}
