/** 待答问题: what the documents did not answer, or answered wrongly, until staff have. */

import type { DocumentAudience } from '../library/document-audience.ts'

/** `nothing`: not found; `nearest`: a weak hit; `wrong`: somebody said that the answer is wrong. */
export type UnansweredReason = 'nothing' | 'nearest' | 'wrong'
/** `drafted`: an answer waits for a second person. */
export type UnansweredState = 'open' | 'drafted' | 'answered' | 'dismissed'

export interface Unanswered {
  /** W-0001; also the name of the document that answers it. */
  readonly number: string
  /** Without numbers and names of people; staff may word it anew. */
  readonly question: string
  /** As `keyOf` gives it for the question as it was asked. */
  readonly key: string
  readonly reason: UnansweredReason
  readonly times: number
  readonly firstAt: Date
  readonly lastAt: Date
  /** Who may read the answer. */
  readonly audience: DocumentAudience
  readonly state: UnansweredState
  readonly answer: string | null
  /** Where staff found it: a document, a telephone call. */
  readonly basis: string | null
  readonly answeredBy: string | null
  readonly answeredAt: Date | null
  /** Set while the answer is out; null again once another is drafted. */
  readonly reviewedBy: string | null
  readonly reviewedAt: Date | null
  /** YYYY-MM-DD after which somebody should look again. */
  readonly lookAgainOn: string | null
  readonly version: number
}

/** An answer of this question is out, also while somebody doubts it. */
export const isPublished = ({ state, reviewedAt }: Unanswered): boolean =>
  reviewedAt !== null && (state === 'answered' || state === 'open')

export const numberInWords = (serial: number): string => `W-${String(serial).padStart(4, '0')}`
