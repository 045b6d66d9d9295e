/** What an answer from documents is: their own words with where they stand, or the nearest that there is. */

import type { Validity } from '../validity/validity.ts'

export type Citation = {
  doc: string
  /** Of the version that is cited. */
  document: string
  title: string
  locator: string
  /** Counts from 0 in the document. */
  position: number
  /** Verbatim. */
  quote: string
  documentNumber?: string
  issuedOn?: string
  effectiveOn?: string
  endsOn?: string
  /** Who answered, where the document is a reviewed answer of the staff (答问). */
  answeredBy?: string
  page?: number
  link?: string
  /** Read from a picture of it, and nobody has looked yet. */
  unchecked?: true
  validity: Validity
}

export type Answered = {
  kind: 'answered'
  tier: 'sure' | 'probable'
  text: string
  citations: Citation[]
  /** 0 to 1. */
  confidence: number
  /** A model worded it, and what it wrote was checked. */
  written?: true
  /** What the first clause said before, or says by now, and where: said after the answer, whoever words that. */
  edition?: { told: string; citation: Citation }
  /** As it is said in a group, where that is more than the first citation. */
  brief?: string
}

export type NotFound = {
  kind: 'notFound'
  tier: 'nearest' | 'nothing'
  text: string
  nearest: { doc: string; title: string }[]
  /** What is shown as the nearest clause; none in the tier `nothing`. */
  citations: Citation[]
  confidence: number
}
