/** What an answer from documents is: their own words with where they stand, or the nearest titles. */

import type { Validity } from './validity.ts'

export type Citation = {
  doc: string
  title: string
  locator: string
  /** Verbatim. */
  quote: string
  documentNumber?: string
  issuedOn?: string
  effectiveOn?: string
  endsOn?: string
  validity: Validity
}

export type Answered = { kind: 'answered'; text: string; citations: Citation[]; confidence: number }
export type NotFound = { kind: 'notFound'; text: string; nearest: { doc: string; title: string }[] }
