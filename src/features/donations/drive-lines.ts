import { dayOf } from '../../kernel/clock.ts'
import type { Work } from '../../kernel/work.ts'
import type { MailingStore } from '../../mailings/mailing.store.ts'
import { type MailingState, noLetters, type Tally } from '../../mailings/mailing.ts'
import type { DonationsStore } from './donations.store.ts'
import type { Field } from './drive.ts'
import { missingOf } from './drives/gate.ts'

/** A line of `drives --json`. Money is in integer fen, as the charity booked it. */
export interface DriveLine {
  readonly number: number
  readonly title: string
  readonly state: 'draft' | MailingState
  /** What stands between a draft and its preview; empty once it was put on the road. */
  readonly missing: readonly Field[]
  readonly letters: Tally
  readonly pledgedFen: number
  readonly bookedFen: number
  readonly usedFen: number
  /** Of the disclosure list. */
  readonly editions: readonly number[]
}

export async function driveLines(
  stores: { readonly donations: DonationsStore; readonly mailings: MailingStore },
  work: Work,
): Promise<readonly DriveLine[]> {
  const drives = await stores.donations.listAll(work)
  const mailings = new Map(
    (await stores.mailings.listAll('donations', work)).map((mailing) => [mailing.id, mailing]),
  )
  const tallies = await stores.mailings.tallies([...mailings.keys()], work)
  return drives.map(({ number, fields, mailing }) => {
    const state = mailings.get(mailing ?? '')?.state ?? 'draft'
    const lacks = state === 'draft' ? missingOf(fields, dayOf(work.at)) : []
    return {
      number,
      title: fields.title ?? '',
      state,
      missing: [...new Set(lacks.map(({ field }) => field))],
      letters: tallies.get(mailing ?? '') ?? noLetters,
      // Nothing is pledged, booked or disclosed through this house yet.
      pledgedFen: 0,
      bookedFen: 0,
      usedFen: 0,
      editions: [],
    }
  })
}
