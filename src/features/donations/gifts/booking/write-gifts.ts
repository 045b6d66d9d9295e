import type { Counters } from '../../../../kernel/counters.ts'
import type { Work } from '../../../../kernel/work.ts'
import type { Drive } from '../../drive.ts'
import { type Gift, giftId } from '../gift.ts'
import type { GiftsStore } from '../gifts.store.ts'
import type { PlannedGift } from './plan-bookings.ts'

/** Numbers and keeps them, in the order planned. `by`: code of whoever enters them. */
export async function writeGifts(
  drive: Drive,
  fresh: readonly PlannedGift[],
  by: string,
  parts: { readonly gifts: GiftsStore; readonly counters: Counters },
  work: Work,
): Promise<readonly Gift[]> {
  const numbers = await Promise.all(fresh.map(() => parts.counters.next('gift', work)))
  return fresh.map(({ given, donor, bookedOn, receipt, consent, consentOf, pledge, source }, n) => {
    const number = numbers[n] as number
    const told = consentOf === 'donor' ? pledge : undefined
    const gift: Gift = {
      id: giftId(number),
      version: 1,
      number,
      drive: drive.id,
      given,
      donor,
      bookedOn,
      ...(receipt === undefined ? {} : { receipt }),
      ...(pledge === undefined ? {} : { pledge: pledge.id }),
      consent,
      ...(told?.consentAt === undefined ? {} : { consentAt: told.consentAt }),
      ...(told?.consentBy === undefined ? {} : { consentBy: told.consentBy }),
      ...(consentOf === 'charity' ? { consentAt: work.at, consentBy: by } : {}),
      state: 'booked',
      source,
      by,
      at: work.at,
    }
    parts.gifts.putGift(gift, work)
    return gift
  })
}
