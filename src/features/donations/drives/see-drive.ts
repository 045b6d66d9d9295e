import type { Doing } from '../../../conversation/feature.ts'
import { dayAndHour, dayOf } from '../../../kernel/clock.ts'
import { may } from '../../../kernel/person.ts'
import type { Work } from '../../../kernel/work.ts'
import { mailingTexts } from '../../../mailings/mailing.texts.ts'
import { noLetters } from '../../../mailings/mailing.ts'
import type { DonationsParts } from '../donations.service.ts'
import { donationsTexts } from '../donations.texts.ts'
import { type Drive, driveId } from '../drive.ts'
import { figuresOf } from './drive-figures.ts'
import type { AskedAbout } from './drive-words.ts'
import { missingOf } from './gate.ts'
import { type DriveView, seeTexts as texts } from './see.texts.ts'

/** Drafts are the staff's own; a leader hears of what was submitted. */
export async function seeDrives(parts: DonationsParts, order: AskedAbout, doing: Doing): Promise<string> {
  const { person } = doing.by
  if (!may(person, 'drive.see')) return texts.mayNot()
  const seesDrafts = may(person, 'drive.prepare')
  const all = (await parts.donations.listAll(doing.work)).filter(
    ({ mailing, closedAt }) => seesDrafts || mailing !== undefined || closedAt !== undefined,
  )
  const at = dayAndHour(doing.work.at, doing.work.at)
  const { number } = order
  if (order.all === true && all.length > 0)
    return texts.list(await Promise.all(all.toReversed().map((one) => viewOf(parts, one, doing.work))), at)
  const named = order.title
  const drive =
    number !== undefined
      ? all.find(({ id }) => id === driveId(number))
      : named === undefined
        ? all.at(-1)
        : all.findLast(({ fields }) => fields.title?.includes(named))
  return drive === undefined ? texts.none(number) : texts.one(await viewOf(parts, drive, doing.work), at)
}

async function viewOf(parts: DonationsParts, drive: Drive, work: Work): Promise<DriveView> {
  const { number, fields, id } = drive
  const mailing = drive.mailing === undefined ? undefined : await parts.mailings.find(drive.mailing, work)
  const tally =
    mailing === undefined ? undefined : (await parts.mailings.tallies([mailing.id], work)).get(mailing.id)
  const state = drive.closedAt === undefined ? (mailing?.state ?? 'draft') : 'closed'
  return {
    number,
    fields,
    state,
    figures: await figuresOf(parts.gifts, id, work),
    letters: tally === undefined ? '' : mailingTexts.counts({ ...noLetters, ...tally }),
    ...(state === 'draft'
      ? { missing: donationsTexts.draftStanding(number, fields.title, missingOf(fields, dayOf(work.at))) }
      : {}),
  }
}
