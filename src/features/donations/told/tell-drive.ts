/** 募捐怎么样了, for another feature to say: sums and numbers of entries, never who gave. */
import type { Doing } from '../../../conversation/feature.ts'
import { may } from '../../../kernel/person.ts'
import type { Standing } from '../../../kernel/standing.ts'
import type { DonationsParts } from '../donations.service.ts'
import { type Drive, driveId } from '../drive.ts'
import type { GiftsParts } from '../gifts/gifts-parts.ts'
import { type Reconciled, reconcile } from '../gifts/standing/reconcile.ts'
import type { DriveAsked, DriveTold } from './asked.ts'
import { toldTexts as texts } from './told.texts.ts'

export async function tellDrive(
  parts: GiftsParts,
  { drive: number, of }: DriveAsked,
  doing: Doing,
): Promise<Standing | undefined> {
  if (!may(doing.by.person, 'drive.see')) return undefined
  const drives = await drivesSeen(parts, doing)
  const asked = number === null ? drives : drives.filter(({ id }) => id === driveId(number))
  if (asked.length === 0) return undefined
  const told: DriveTold[] = []
  for (const drive of asked.toReversed()) told.push({ drive, found: await reconciled(parts, drive, doing) })
  doing.audit('donations.see', number === null ? 'drives' : driveId(number), { of, drives: told.length })
  const [one, ...others] = told
  if (one === undefined) return undefined
  return others.length === 0 ? texts.one(one, of) : texts.all(told, of)
}

/** What was submitted: a draft is its preparers' own. The oldest first. */
export async function drivesSeen({ donations }: DonationsParts, doing: Doing): Promise<readonly Drive[]> {
  const all = await donations.listAll(doing.work)
  return all.filter((one) => (one.mailing ?? one.openedAt ?? one.closedAt) !== undefined)
}

async function reconciled({ gifts }: GiftsParts, { id }: Drive, { work }: Doing): Promise<Reconciled> {
  const [pledges, booked, uses] = await Promise.all([
    gifts.listPledges(id, work),
    gifts.listGifts(id, work),
    gifts.listUses(id, work),
  ])
  return reconcile(pledges, booked, uses)
}
