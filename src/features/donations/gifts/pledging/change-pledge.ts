import type { Doing } from '../../../../conversation/feature.ts'
import type { Plan } from '../../../../conversation/previewed-order.ts'
import { openDrives } from '../../drives/open-drives.ts'
import type { Given, Pledge } from '../gift.ts'
import type { ChangeOrder } from '../gifts.orders.ts'
import type { GiftsParts } from '../gifts-parts.ts'
import { say } from './keep-pledge.ts'
import { pledgingTexts as texts } from './pledging.texts.ts'
import { changedGiven } from './read-change.ts'
import { bookedOf, pledgeMeant } from './withdraw-pledge.ts'

interface Ready {
  readonly pledge: Pledge
  readonly given: Given
}
type NotReady = Exclude<Plan<never>, { kind: 'ready' }>

async function readOrder(order: ChangeOrder, parts: GiftsParts, doing: Doing): Promise<Ready | NotReady> {
  const refused = (text: string): NotReady => ({ kind: 'refused', text })
  const pledge = await pledgeMeant(order, parts, doing)
  if (!('id' in pledge))
    return pledge.length === 0
      ? refused(order.number === null ? texts.nothingToChange() : texts.noPledge(order.number))
      : { kind: 'asking', question: texts.whichToChange(pledge) }
  if (pledge.state === 'withdrawn') return refused(texts.alreadyWithdrawn(pledge.number))
  const booked = bookedOf(pledge, await parts.gifts.listGifts(pledge.drive, doing.work))
  if (booked !== undefined) return refused(texts.alreadyBooked(pledge.number, booked.number))
  const open = await openDrives(parts, doing.work)
  if (!open.some(({ id }) => id === pledge.drive)) return refused(texts.overForChange(pledge.number))
  const given = changedGiven(pledge.given, order)
  if (given === undefined) return refused(texts.changeUnclear(pledge, order.words))
  if (given.kind === 'goods' && given.fen !== undefined && given.valuedBy === undefined)
    return refused(texts.changeUnclear(pledge, order.words))
  return { pledge, given }
}

export async function planChange(
  order: ChangeOrder,
  parts: GiftsParts,
  doing: Doing,
): Promise<Plan<ChangeOrder>> {
  const read = await readOrder(order, parts, doing)
  if (!('pledge' in read)) return read
  const { pledge, given } = read
  return {
    kind: 'ready',
    order: { ...order, number: pledge.number, seen: pledge.version },
    preview: texts.askChange(pledge, given),
  }
}

/** Only what was shown: a pledge that somebody changed since is shown again when it is asked for. */
export async function changePledge(order: ChangeOrder, parts: GiftsParts, doing: Doing): Promise<void> {
  const read = await readOrder(order, parts, doing)
  if (!('pledge' in read)) return say(doing, 'change', read.kind === 'refused' ? read.text : read.question)
  const { pledge, given } = read
  if (pledge.version !== order.seen) return say(doing, 'change', texts.changedMeanwhile())
  parts.gifts.putPledge({ ...pledge, version: pledge.version + 1, given }, doing.work)
  doing.audit('donations.changePledge', pledge.id)
  say(doing, 'change', texts.changedPledge(pledge.number, given))
}
