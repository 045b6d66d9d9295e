import { dayOf } from '../../kernel/clock.ts'
import type { Work } from '../../kernel/work.ts'
import type { MailingStore } from '../../mailings/mailing.store.ts'
import { type MailingState, noLetters, type Tally } from '../../mailings/mailing.ts'
import type { DisclosureStore } from './disclosure/disclosure.store.ts'
import type { DonationsStore } from './donations.store.ts'
import type { Field } from './drive.ts'
import { isEmergency } from './drives/emergency.ts'
import { missingOf } from './drives/gate.ts'
import { mostLetters } from './drives/most-letters.ts'
import type { GiftsStore } from './gifts/gifts.store.ts'
import { type Difference, reconcile } from './gifts/standing/reconcile.ts'

/** A line of `drives --json`. In integer fen, as the charity booked it; goods with what they were valued at. */
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
  /** Money alone, of the three sums. */
  readonly moneyFen: { readonly pledged: number; readonly booked: number; readonly used: number }
  /** Where promised, booked and used do not meet: numbers of entries and amounts, and nobody's name. */
  readonly differences: readonly Difference[]
  /** Of the disclosure list. */
  readonly editions: readonly number[]
  /** Said to be over: nothing of it is sent any more, and nothing pledged. */
  readonly closed: boolean
  /** Whether the list is due every five days. */
  readonly emergency: boolean
  /** How many messages of it one group gets at most. */
  readonly mostPerGroup: number
}

export async function driveLines(
  stores: {
    readonly donations: DonationsStore
    readonly mailings: MailingStore
    readonly gifts: GiftsStore
    readonly disclosures: DisclosureStore
  },
  work: Work,
): Promise<readonly DriveLine[]> {
  const drives = await stores.donations.listAll(work)
  const mailings = new Map(
    (await stores.mailings.listAll('donations', work)).map((mailing) => [mailing.id, mailing]),
  )
  const tallies = await stores.mailings.tallies([...mailings.keys()], work)
  const editions = await stores.disclosures.numbers(work)
  const lines: DriveLine[] = []
  for (const { id, number, fields, mailing, closedAt } of drives) {
    const state = mailings.get(mailing ?? '')?.state ?? 'draft'
    const lacks = state === 'draft' ? missingOf(fields, dayOf(work.at)) : []
    const { gifts } = stores
    const { pledged, booked, used, differences } = reconcile(
      await gifts.listPledges(id, work),
      await gifts.listGifts(id, work),
      await gifts.listUses(id, work),
    )
    lines.push({
      number,
      title: fields.title ?? '',
      state,
      missing: [...new Set(lacks.map(({ field }) => field))],
      letters: tallies.get(mailing ?? '') ?? noLetters,
      pledgedFen: pledged.fen,
      bookedFen: booked.fen,
      usedFen: used.fen,
      moneyFen: { pledged: pledged.moneyFen, booked: booked.moneyFen, used: used.moneyFen },
      differences,
      editions: editions.get(id) ?? [],
      closed: closedAt !== undefined,
      emergency: isEmergency(fields),
      mostPerGroup: mostLetters(fields),
    })
  }
  return lines
}
