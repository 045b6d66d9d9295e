import type { Doing } from '../../../../conversation/feature.ts'
import type { Plan } from '../../../../conversation/previewed-order.ts'
import { orderThanks } from '../../thanks/thank-donors.ts'
import { type Gift, giftId, type Pledge, pledgeId } from '../gift.ts'
import type { NoteOrder } from '../gifts.orders.ts'
import type { GiftsParts } from '../gifts-parts.ts'
import { say } from '../pledging/keep-pledge.ts'
import { isSameDonor } from '../reading/read-donor.ts'
import { refusedBooking } from './book-gifts.ts'
import { bookingTexts as texts } from './booking.texts.ts'

interface Ready {
  readonly gift: Gift
  readonly receipt: string | null
  readonly pledge?: Pledge
}

async function readOrder(
  { number, receipt, pledge: asked }: NoteOrder,
  { gifts }: GiftsParts,
  doing: Doing,
): Promise<
  Ready | { readonly kind: 'refused'; readonly text: string } | Exclude<Plan<never>, { kind: 'ready' }>
> {
  const refused = refusedBooking(doing)
  if (refused !== undefined) return refused
  const gift = await gifts.findGift(giftId(number), doing.work)
  if (gift === undefined) return { kind: 'refused', text: texts.noSuchGift('gift', number) }
  if (gift.state === 'reversed') return { kind: 'refused', text: texts.wasReversed('gift', number) }
  if (receipt !== null) {
    const other = (await gifts.findByReceipt([receipt], doing.work)).find(
      ({ id, state }) => id !== gift.id && state === 'booked',
    )
    if (other !== undefined) return { kind: 'refused', text: texts.receiptTaken(receipt, other.number) }
  }
  if (asked === null) return { gift, receipt }
  const pledge = await gifts.findPledge(pledgeId(asked), doing.work)
  if (pledge === undefined || pledge.drive !== gift.drive || pledge.state === 'withdrawn')
    return { kind: 'refused', text: texts.noSuchPledge(asked) }
  if (!isSameDonor(pledge.donor, gift.donor)) return { kind: 'refused', text: texts.otherDonor(asked) }
  return { gift, receipt, pledge }
}

/** 票据号 that came later, and the pledge that a gift fulfils: what may be added to what was booked. */
export async function planNote(order: NoteOrder, parts: GiftsParts, doing: Doing): Promise<Plan<NoteOrder>> {
  const read = await readOrder(order, parts, doing)
  if (!('gift' in read)) return read
  return { kind: 'ready', order, preview: texts.notePreview(read.gift, read.receipt, read.pledge) }
}

export async function noteGift(order: NoteOrder, parts: GiftsParts, doing: Doing): Promise<void> {
  const read = await readOrder(order, parts, doing)
  if (!('gift' in read))
    return say(doing, 'note', read.kind === 'refused' ? read.text : texts.noSuchGift('gift', order.number))
  const { gift, receipt, pledge } = read
  const { company, person } = pledge?.donor ?? {}
  const donor = {
    ...gift.donor,
    ...(company === undefined ? {} : { company }),
    ...(person === undefined ? {} : { person }),
  }
  const noted: Gift = {
    ...gift,
    version: gift.version + 1,
    donor,
    ...(receipt === null ? {} : { receipt }),
    ...(pledge === undefined ? {} : { pledge: pledge.id }),
  }
  parts.gifts.putGift(noted, doing.work)
  if (pledge !== undefined && gift.thankedAt === undefined) await orderThanks([noted], doing)
  doing.audit('donations.noteGift', gift.id)
  await doing.tell({ kind: 'giftsChanged', drive: gift.drive })
  say(doing, 'note', texts.noted(gift.number))
}
