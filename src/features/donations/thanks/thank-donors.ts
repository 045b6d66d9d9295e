import type { Doing } from '../../../conversation/feature.ts'
import type { Chat } from '../../../kernel/chat.ts'
import type { Gift } from '../gifts/gift.ts'
import type { GiftsParts } from '../gifts/gifts-parts.ts'
import type { DrawOrder } from './draw-certificates.ts'
import type { ThankEffect } from './thank.dialogue.ts'
import { thanksTexts as texts } from './thanks.texts.ts'

/** As many certificates as one errand draws: some five seconds. */
const AT_ONCE = 50

/** Whether somebody is known who can be thanked: whoever pledged it. */
const mayBeThanked = ({ donor, pledge }: Gift) => donor.person !== undefined || pledge !== undefined

export async function orderThanks(gifts: readonly Gift[], doing: Doing): Promise<void> {
  const some = gifts.filter(mayBeThanked)
  if (some.length === 0) return
  const { federation, companies } = await doing.directory()
  for (let n = 0; n < some.length; n += AT_ONCE) {
    const part = some.slice(n, n + AT_ONCE)
    const shown = new Set(part.flatMap(({ donor }) => (donor.company === undefined ? [] : [donor.company])))
    const data: DrawOrder = {
      gifts: part.map(({ id }) => id),
      federation,
      companies: [...shown].flatMap((code): [string, string][] => {
        const name = companies.get(code)?.name
        return name === undefined ? [] : [[code, name]]
      }),
    }
    doing.order({ kind: 'donations.draw-certificates', data, key: `${doing.turnKey}:certificates:${n}` })
  }
}

/** In private, once for each gift; a gift that was reversed meanwhile is not thanked for. */
export async function thankDonors({ drawn }: ThankEffect, parts: GiftsParts, doing: Doing): Promise<void> {
  for (const { gift: id, file } of drawn) {
    const gift = await parts.gifts.findGift(id, doing.work)
    if (gift === undefined || gift.state !== 'booked' || gift.thankedAt !== undefined) continue
    const drive = await parts.donations.find(gift.drive, doing.work)
    const to = await chatOf(gift, parts, doing)
    if (drive === undefined || to === undefined) continue
    doing.post(`${gift.id}:thanks`, {
      to,
      text: texts.letter(gift, drive, file !== undefined),
      origin: 'automatic',
      ...(file === undefined ? {} : { files: [file] }),
    })
    parts.gifts.putGift({ ...gift, version: gift.version + 1, thankedAt: doing.work.at }, doing.work)
  }
}

async function chatOf(
  { donor, pledge }: Gift,
  { gifts }: GiftsParts,
  doing: Doing,
): Promise<Chat | undefined> {
  if (donor.person !== undefined) return doing.reach(donor.person)
  const promised = pledge === undefined ? undefined : await gifts.findPledge(pledge, doing.work)
  return promised?.home
}
