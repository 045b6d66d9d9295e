import type { Consent, Donor, Given } from '../gift.ts'

/** What the charity booked, as one line of words or one row of its sheet says it. */
export interface BookedEntry {
  /** Line or row, from 1, as whoever wrote it counts. */
  readonly row: number
  readonly given: Given
  /** Undefined where only a pledge is named. */
  readonly donor?: Donor
  /** `2026-11-20` */
  readonly bookedOn: string
  readonly receipt?: string
  readonly consent?: Consent
  /** Number of the pledge that it names. */
  readonly pledge?: number
}

/** Money spent or goods handed on. */
export interface UsedEntry {
  readonly row: number
  readonly given: Given
  readonly usedOn: string
  readonly to: string
  readonly purpose: string
}

export interface WrongRow {
  readonly row: number
  readonly reason: string
}
