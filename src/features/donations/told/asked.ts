import type { Drive } from '../drive.ts'
import type { Reconciled } from '../gifts/standing/reconcile.ts'

export interface DriveAsked {
  /** Null: all of them. */
  readonly drive: number | null
  readonly of: 'standing' | 'pledged' | 'booked' | 'used' | 'differences'
}

export interface DriveTold {
  readonly drive: Drive
  readonly found: Reconciled
}
