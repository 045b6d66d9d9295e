import type { Doing } from '../../../../conversation/feature.ts'
import { isoShanghai } from '../../../../kernel/clock.ts'
import { may } from '../../../../kernel/person.ts'
import type { Drive } from '../../drive.ts'
import { drivesThatLeft } from '../booking/drive-meant.ts'
import type { GiftsParts } from '../gifts-parts.ts'
import { speakerOf } from '../pledging/keep-pledge.ts'
import { reconcile } from './reconcile.ts'
import type { Told } from './standing.dialogues.ts'
import { standingTexts as texts } from './standing.texts.ts'

const titleOf = ({ number, fields: { title = '' } }: Drive) =>
  `募捐${number}${title === '' ? '' : `“${title}”`}`

export async function tellReconciled(
  number: number | undefined,
  parts: GiftsParts,
  doing: Doing,
): Promise<Told> {
  const { person, chat, audience } = doing.by
  // Donors' names stand in it: not for everybody who may see the sums.
  if (!may(person, 'gift.book') && !may(person, 'drive.approve')) return { text: texts.notForYou() }
  const drives = await drivesThatLeft(parts, doing)
  const drive =
    number === undefined && drives.length === 1 ? drives[0] : drives.find((one) => one.number === number)
  if (drive === undefined)
    return { text: number === undefined ? texts.which(drives.map(titleOf)) : texts.noSuch(number) }
  const pledges = await parts.gifts.listPledges(drive.id, doing.work)
  const gifts = await parts.gifts.listGifts(drive.id, doing.work)
  const found = reconcile(pledges, gifts, await parts.gifts.listUses(drive.id, doing.work))
  doing.audit('donations.reconcile', drive.id)
  const text = texts.reconciled(
    titleOf(drive),
    found,
    new Map(pledges.map((one) => [one.number, one])),
    new Map(gifts.map((one) => [one.number, one])),
    isoShanghai(doing.work.at).slice(0, 16).replace('T', ' '),
  )
  return chat.kind === 'group' && audience !== 'internal' ? { text, here: texts.onlyInPrivate() } : { text }
}

/** Of the speaker alone; of a company's gifts those that they entered themselves. */
export async function tellMine(parts: GiftsParts, doing: Doing): Promise<Told> {
  const whose = { person: doing.by.person.code, account: speakerOf(doing) }
  const isTheirs = ({ donor, by }: { readonly donor: { readonly person?: string }; readonly by: string }) =>
    donor.person === undefined
      ? by === whose.account && whose.person === undefined
      : donor.person === whose.person
  const pledges = (await parts.gifts.listPledgesOf(whose, doing.work)).filter(isTheirs)
  const drives = new Map((await parts.donations.listAll(doing.work)).map((drive) => [drive.id, drive]))
  const title = (id: string) => {
    const drive = drives.get(id)
    return drive === undefined ? '' : titleOf(drive)
  }
  const booked = new Map<string, Awaited<ReturnType<typeof parts.gifts.listGifts>>>()
  for (const drive of new Set(pledges.map((pledge) => pledge.drive)))
    booked.set(drive, await parts.gifts.listGifts(drive, doing.work))
  const ofPledges = pledges.map((pledge) => ({
    pledge,
    title: title(pledge.drive),
    gifts: (booked.get(pledge.drive) ?? []).filter(
      (gift) => gift.pledge === pledge.id && gift.state === 'booked',
    ),
  }))
  const others = (await parts.gifts.listGiftsOf(whose, doing.work))
    .filter(
      (gift) => isTheirs(gift) && gift.state === 'booked' && !pledges.some(({ id }) => id === gift.pledge),
    )
    .map((gift) => ({ gift, title: title(gift.drive) }))
  const isNothing = pledges.length + others.length === 0
  return {
    text: isNothing ? texts.nothingOfYours() : texts.mine(ofPledges, others),
    here: texts.mineInGroup(),
  }
}
