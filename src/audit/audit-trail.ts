import type { Work } from '../kernel/work.ts'

/** Ids, counts and keyed digests; never a name, a phone number or a message's words. */
export type AuditDetail = Readonly<Record<string, string | number | boolean | null>>

/** Somebody did or looked at something. */
export interface AuditNote {
  readonly at: Date
  /** A person's code, `stranger:<account digest>`, `house`, or `sealed` for an asker who must not be named. */
  readonly actor: string
  /** `feature.verb` */
  readonly action: string
  readonly subject: string
  readonly detail: AuditDetail
}

/** Append-only. Notes of one transaction are chained to the stored ones when it commits. */
export interface AuditTrail {
  add(note: AuditNote, work: Work): void
}
