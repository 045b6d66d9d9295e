import type { FilesStore } from '../../files/files.store.ts'
import type { Counters } from '../../kernel/counters.ts'
import type { Painter } from '../../kernel/picture.ts'
import type { Road } from '../../mailings/mailing-road.ts'
import { isProposal } from './disclosure/disclosure.store.ts'
import type { DisclosureParts } from './disclosure/disclosure-parts.ts'
import { mayDisclosureLeave } from './disclosure/leave-disclosure.ts'
import type { DonationsStore } from './donations.store.ts'
import { passesGate } from './drives/passes-gate.ts'
import type { GiftsStore } from './gifts/gifts.store.ts'

export interface DonationsParts extends DisclosureParts {
  readonly donations: DonationsStore
  readonly gifts: GiftsStore
  readonly files: FilesStore
  readonly counters: Counters
  /** Draws posters, certificates and tables: only ever in an errand. */
  readonly painter: Painter
}

/** The way of every broadcast of a drive; nothing of it leaves but through the gate. */
export function donationsRoad(parts: DonationsParts): Road {
  const { mailings, refusals, outbox, workdays, quietHours, capabilitiesOf, silentDonors } = parts
  const acts = { prepare: 'drive.prepare', approve: 'drive.approve', stop: 'drive.stop' } as const
  return {
    owner: 'donations',
    noun: '募捐',
    acts,
    mailings,
    refusals,
    outbox,
    workdays,
    quietHours,
    capabilitiesOf,
    ...(silentDonors === undefined ? {} : { silentDonors }),
    mayLeave: (mailing, doing) =>
      isProposal(mailing.id) ? mayDisclosureLeave(parts, mailing, doing) : passesGate(parts, mailing, doing),
  }
}
