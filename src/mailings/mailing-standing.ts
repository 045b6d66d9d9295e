import type { FileRef } from '../kernel/letter-draft.ts'
import type { MailingState } from './mailing.ts'
import type { MailingOwner } from './mailing-confirmation.ts'

export interface About {
  readonly id?: string
  readonly number?: number
  readonly confirmation?: string
}

/** What a dialogue asks about a broadcast: by its id, its number, its confirmation; or the newest. */
export interface StandingQuery<Owner extends MailingOwner = MailingOwner> extends About {
  readonly ask: `${Owner}.standing`
}

/** A broadcast as whoever asks may see it. */
export interface Standing {
  readonly id: string
  readonly number: number
  readonly title: string
  readonly text: string
  readonly confirmation: string
  readonly state: MailingState
  readonly by: string
  /** Whether the asker may approve it: not their own, and not without the role. */
  readonly mine: 'may' | 'own' | 'no'
  readonly groups: string
  readonly findings: string
  /** Empty while nothing was written yet. */
  readonly counts: string
  readonly troubles: string
  /** What goes with it, for whoever has to agree to it. */
  readonly files?: readonly FileRef[]
  /** 周一 08:00, where it waits for its time. */
  readonly when?: string
}
