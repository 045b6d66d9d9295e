import type { Doing } from '../../../../conversation/feature.ts'
import type { Plan } from '../../../../conversation/previewed-order.ts'
import { readOrdinal } from '../../../../kernel/chinese-numbers.ts'
import { may } from '../../../../kernel/person.ts'
import { type Gift, type Pledge, pledgeId } from '../gift.ts'
import type { WithdrawOrder } from '../gifts.orders.ts'
import type { GiftsParts } from '../gifts-parts.ts'
import { say, speakerOf } from './keep-pledge.ts'
import { pledgingTexts as texts } from './pledging.texts.ts'

/** Somebody's own, also what they pledged for their company; staff may take back what they entered for others. */
const isTheirs = (pledge: Pledge, doing: Doing): boolean =>
  pledge.by === speakerOf(doing) ||
  (pledge.donor.person !== undefined && pledge.donor.person === doing.by.person.code)

export const bookedOf = (pledge: Pledge, gifts: readonly Gift[]): Gift | undefined =>
  gifts.find((gift) => gift.pledge === pledge.id && gift.state === 'booked')

/** The pledge that is meant, of those that stand; several or none where that is open. */
export async function pledgeMeant(
  { number, texts: said }: WithdrawOrder,
  { gifts }: GiftsParts,
  doing: Doing,
): Promise<Pledge | readonly Pledge[]> {
  const isStaff = may(doing.by.person, 'gift.book')
  if (number !== null) {
    const pledge = await gifts.findPledge(pledgeId(number), doing.work)
    return pledge !== undefined && (isStaff || isTheirs(pledge, doing)) ? pledge : []
  }
  const whose = { person: doing.by.person.code, account: speakerOf(doing) }
  const own = (await gifts.listPledgesOf(whose, doing.work)).filter(
    (pledge) => pledge.state === 'pledged' && isTheirs(pledge, doing),
  )
  const booked = new Set<string>()
  for (const drive of new Set(own.map((pledge) => pledge.drive)))
    for (const gift of await gifts.listGifts(drive, doing.work))
      if (gift.state === 'booked' && gift.pledge !== undefined) booked.add(gift.pledge)
  const open = own.filter(({ id }) => !booked.has(id))
  const place = readOrdinal(said.at(-1) ?? '')
  const chosen = open.length > 1 && said.length > 1 && place !== undefined ? open[place - 1] : undefined
  return chosen ?? (open.length === 1 ? (open[0] as Pledge) : open)
}

export async function planWithdrawal(
  order: WithdrawOrder,
  parts: GiftsParts,
  doing: Doing,
): Promise<Plan<WithdrawOrder>> {
  const meant = await pledgeMeant(order, parts, doing)
  if (!('id' in meant))
    return meant.length === 0
      ? { kind: 'refused', text: texts.noPledge(order.number) }
      : { kind: 'asking', question: texts.whichPledge(meant) }
  if (meant.state === 'withdrawn') return { kind: 'refused', text: texts.alreadyWithdrawn(meant.number) }
  const booked = bookedOf(meant, await parts.gifts.listGifts(meant.drive, doing.work))
  if (booked !== undefined) return { kind: 'refused', text: texts.alreadyBooked(meant.number, booked.number) }
  return {
    kind: 'ready',
    order: { ...order, number: meant.number },
    preview: texts.askWithdraw(meant, !isTheirs(meant, doing)),
  }
}

export async function withdrawPledge(order: WithdrawOrder, parts: GiftsParts, doing: Doing): Promise<void> {
  const plan = await planWithdrawal(order, parts, doing)
  if (plan.kind !== 'ready')
    return say(doing, 'withdraw', plan.kind === 'refused' ? plan.text : plan.question)
  const pledge = await parts.gifts.findPledge(pledgeId(order.number ?? 0), doing.work)
  if (pledge === undefined) return
  parts.gifts.putPledge(
    { ...pledge, version: pledge.version + 1, state: 'withdrawn', endedAt: doing.work.at },
    doing.work,
  )
  doing.audit('donations.withdrawPledge', pledge.id)
  say(doing, 'withdraw', texts.withdrawn(pledge.number))
}
