import type { Doing } from '../../../../conversation/feature.ts'
import type { Plan } from '../../../../conversation/previewed-order.ts'
import { orderThanks } from '../../thanks/thank-donors.ts'
import { type Gift, type GiftUse, giftId, useId } from '../gift.ts'
import type { ReverseOrder } from '../gifts.orders.ts'
import type { GiftsParts } from '../gifts-parts.ts'
import { say } from '../pledging/keep-pledge.ts'
import { readEntry } from '../reading/read-entry.ts'
import { refusedBooking } from './book-gifts.ts'
import { bookingTexts as texts } from './booking.texts.ts'

type Ready =
  | { readonly what: 'gift'; readonly gift: Gift; readonly reason: string; readonly anew?: Gift }
  | { readonly what: 'use'; readonly use: GiftUse; readonly reason: string }

async function readOrder(
  order: ReverseOrder,
  { gifts }: GiftsParts,
  doing: Doing,
): Promise<{ readonly ready: Ready } | Exclude<Plan<never>, { kind: 'ready' }>> {
  const refused = refusedBooking(doing)
  if (refused !== undefined) return refused
  const { what, number } = order
  const gift = what === 'gift' ? await gifts.findGift(giftId(number), doing.work) : undefined
  const use = what === 'use' ? await gifts.findUse(useId(number), doing.work) : undefined
  const found = gift ?? use
  if (found === undefined) return { kind: 'refused', text: texts.noSuchGift(what, number) }
  if (found.state === 'reversed') return { kind: 'refused', text: texts.wasReversed(what, number) }
  const said = order.texts.map((text) => text.trim()).filter((text) => text !== '')
  if (gift !== undefined && order.anew) {
    const anew = await correctedBy(gift, said, doing)
    return anew === undefined
      ? { kind: 'asking', question: texts.whatInstead() }
      : { ready: { what: 'gift', gift, reason: texts.anewReason(), anew } }
  }
  const reason = said.at(-1)?.slice(0, 100)
  if (reason === undefined) return { kind: 'asking', question: texts.whyReverse() }
  return gift === undefined
    ? { ready: { what: 'use', use: use as GiftUse, reason } }
    : { ready: { what: 'gift', gift, reason } }
}

/** The gift with what was said instead; undefined where nothing of it can be read. */
async function correctedBy(gift: Gift, said: readonly string[], doing: Doing): Promise<Gift | undefined> {
  const directory = await doing.directory()
  let anew: Gift = gift
  for (const text of said) {
    const entry = readEntry(text.replace(/(?:金额|数量|应该?是|改[成为]?|更正[为成]?|写成)/gu, ' '), {
      directory,
      at: doing.work.at,
      of: 'gift',
    })
    anew = {
      ...anew,
      ...(entry.given?.kind === 'given' ? { given: entry.given.given } : {}),
      ...(entry.day === undefined ? {} : { bookedOn: entry.day }),
      ...(entry.receipt === undefined ? {} : { receipt: entry.receipt }),
      ...(/捐赠人|名字|姓名|单位/u.test(text) && entry.donor !== undefined ? { donor: entry.donor } : {}),
    }
  }
  return anew === gift || said.length === 0 ? undefined : anew
}

export async function planReversal(
  order: ReverseOrder,
  parts: GiftsParts,
  doing: Doing,
): Promise<Plan<ReverseOrder>> {
  const read = await readOrder(order, parts, doing)
  if (!('ready' in read)) return read
  const { ready } = read
  const preview =
    ready.what === 'use'
      ? texts.reverseUsePreview(ready.use, ready.reason)
      : ready.anew === undefined
        ? texts.reversePreview(ready.gift, ready.reason)
        : texts.anewPreview(ready.gift, texts.anewLine(ready.anew))
  return { kind: 'ready', order, preview }
}

/** What was booked stays as it was; what is right is another entry. */
export async function reverseGift(order: ReverseOrder, parts: GiftsParts, doing: Doing): Promise<void> {
  const read = await readOrder(order, parts, doing)
  if (!('ready' in read)) return say(doing, 'reverse', read.kind === 'refused' ? read.text : read.question)
  const { gifts, counters } = parts
  const { work } = doing
  const { ready } = read
  const by = doing.by.person.code ?? ''
  const reversal = { by, at: work.at, reason: ready.reason }
  if (ready.what === 'use') {
    const { use } = ready
    gifts.putUse({ ...use, version: use.version + 1, state: 'reversed', reversal }, work)
    doing.audit('donations.reverse', use.id)
    await doing.tell({ kind: 'giftsChanged', drive: use.drive })
    return say(doing, 'reverse', texts.reversed('use', use.number))
  }
  const { gift, anew } = ready
  gifts.putGift({ ...gift, version: gift.version + 1, state: 'reversed', reversal }, work)
  doing.audit('donations.reverse', gift.id)
  let fresh: number | undefined
  if (anew !== undefined) {
    fresh = await counters.next('gift', work)
    const { thankedAt: _thanked, source: _source, ...rest } = anew
    const entry: Gift = { ...rest, id: giftId(fresh), version: 1, number: fresh, by, at: work.at }
    gifts.putGift(entry, work)
    doing.audit('donations.book', entry.id, { drive: entry.drive })
    await doing.tell({ kind: 'giftBooked', drive: entry.drive, gift: entry.id })
    await orderThanks([entry], doing)
  }
  await doing.tell({ kind: 'giftsChanged', drive: gift.drive })
  say(
    doing,
    'reverse',
    fresh === undefined ? texts.reversed('gift', gift.number) : texts.corrected(gift.number, fresh),
  )
}
