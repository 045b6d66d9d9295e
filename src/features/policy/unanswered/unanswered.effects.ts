/** What the talk about questions that wait asks for before its step, and what it wants done. */

import type { Effect, Query } from '../../../conversation/dialogue.ts'
import type { OrderEffect, PlanQuery } from '../../../conversation/previewed-order.ts'
import type { AnswersEffect } from '../answers/answers.effects.ts'
import type { OfficeOrder } from './office-order.ts'

/** `waiting`, `answered`, or one question by its number. */
export type OfficeList =
  | { readonly list: 'waiting' | 'answered'; readonly page: number }
  | { readonly number: string }

/** What a word of feedback is about. */
export type About =
  | { readonly kind: 'asking'; readonly asking: string; readonly question: string }
  | { readonly kind: 'answer'; readonly number: string; readonly question: string }

/** The text of our letter that is answered, or the number of a reviewed answer that is named. */
export interface AnswerNamed {
  readonly letter: string | null
  readonly number: string | null
}

export type UnansweredQuery =
  | PlanQuery<OfficeOrder, 'policy.plan-office'>
  | (Query & { readonly ask: 'policy.officeList'; readonly wanted: OfficeList })
  | (Query & { readonly ask: 'policy.answerMeant' } & AnswerNamed)

export type NoteAsking = Extract<AnswersEffect, { kind: 'policy.noteAsking' }>

export type OfficeEffect = OrderEffect<OfficeOrder, 'policy.office'>

export type NoteFeedback = Effect & {
  readonly kind: 'policy.noteFeedback'
  readonly about: About
  readonly note: string
}

export type UnansweredEffect = NoteAsking | OfficeEffect | NoteFeedback
