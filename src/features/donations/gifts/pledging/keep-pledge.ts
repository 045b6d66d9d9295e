import type { Doing } from '../../../../conversation/feature.ts'
import { type Pledge, pledgeId } from '../gift.ts'
import type { PledgeOrder } from '../gifts.orders.ts'
import type { GiftsParts } from '../gifts-parts.ts'
import { readPledge } from './plan-pledge.ts'
import { pledgingTexts as texts } from './pledging.texts.ts'

/** Who says something, for the record: a code, or of a stranger the account. */
export const speakerOf = ({ by }: Doing): string => by.person.code ?? `${by.home.platform}:${by.personId}`

export const say = (doing: Doing, what: string, text: string) =>
  doing.post(`${doing.turnKey}:${what}`, { to: doing.by.home, text, origin: 'automatic' })

/** Read anew from the words, so that a drive that ended meanwhile takes nothing. */
export async function keepPledge(order: PledgeOrder, parts: GiftsParts, doing: Doing): Promise<void> {
  const read = await readPledge(order, parts, doing)
  if (!('ready' in read))
    return say(doing, 'pledge', read.kind === 'refused' ? read.text : texts.changedMeanwhile())
  const { drive, given, donor, consent, isAsked } = read.ready
  const number = await parts.counters.next('pledge', doing.work)
  const by = speakerOf(doing)
  const pledge: Pledge = {
    id: pledgeId(number),
    version: 1,
    number,
    drive: drive.id,
    given,
    donor,
    consent,
    ...(isAsked ? { consentAt: doing.work.at, consentBy: by } : {}),
    state: 'pledged',
    by,
    at: doing.work.at,
    ...(doing.by.person.code === undefined ? { home: doing.by.home } : {}),
  }
  parts.gifts.putPledge(pledge, doing.work)
  doing.audit('donations.pledge', pledge.id, { drive: drive.id })
  say(doing, 'pledge', order.forOther ? texts.recordedForOther(pledge) : texts.recorded(pledge, drive))
  if (doing.group !== undefined && !order.forOther)
    doing.post(`${pledge.id}:group`, {
      to: doing.group,
      text: texts.recordedInGroup(number),
      origin: 'automatic',
    })
}
