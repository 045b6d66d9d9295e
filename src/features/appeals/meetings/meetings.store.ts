import type { Work } from '../../../kernel/work.ts'
import type { Appeal } from '../appeal.ts'

/** Who is asked to a meeting: from the roster, or by name only, to be called by telephone. */
export interface Attendee {
  readonly kind: 'unit' | 'company' | 'person' | 'outside'
  readonly code: string | null
  readonly name: string
}

/** 协调会: called, and afterwards minuted. */
export interface Meeting {
  /** XT-YYYY-001 */
  readonly number: string
  readonly heldAt: Date
  readonly place: string | null
  /** Numbers of appeals. */
  readonly appeals: readonly string[]
  readonly attendees: readonly Attendee[]
  /** Empty until it was minuted. */
  readonly minutes: string
  /** Who called it, then who minuted it. */
  readonly recordedBy: string
  readonly recordedAt: Date
}

/** Port. `find`, `add` and `save` are gathered; the lists are a statement each. */
export interface MeetingsStore {
  find(number: string, work: Work): Promise<Meeting | undefined>
  add(meeting: Meeting, work: Work): void
  save(meeting: Meeting, work: Work): void
  /** The newest first. */
  list(limit: number, work: Work): Promise<readonly Meeting[]>
  /** Appeals that wait for a meeting, the longest waiting first, and how many. */
  listAwaiting(
    offset: number,
    limit: number,
    work: Work,
  ): Promise<{ readonly total: number; readonly appeals: readonly Appeal[] }>
}
