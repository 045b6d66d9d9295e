import type { Doing } from '../../../conversation/feature.ts'
import { chatKey } from '../../../kernel/chat.ts'
import { dayOf } from '../../../kernel/clock.ts'
import type { MailingStore } from '../../../mailings/mailing.store.ts'
import type { Mailing } from '../../../mailings/mailing.ts'
import type { DonationsStore } from '../donations.store.ts'
import { donationsTexts as texts } from '../donations.texts.ts'
import { type Drive, driveId } from '../drive.ts'
import type { GiftsStore } from '../gifts/gifts.store.ts'
import { callText } from './call-text.ts'
import { missingOf } from './gate.ts'
import { fullBefore } from './letters-cap.ts'
import { reportTexts } from './report.texts.ts'
import { isReportId, isStillTrue, reportOf } from './report-text.ts'

interface CapParts {
  readonly donations: DonationsStore
  readonly mailings: MailingStore
}
interface GateParts extends CapParts {
  readonly gifts: GiftsStore
}

/**
 * The last look before anything of a drive leaves: asked on every way out, at the second person's yes, by the clock,
 * and before each batch of letters, for days may have passed since it was prepared. True, or why it may not.
 */
export async function passesGate(parts: GateParts, mailing: Mailing, doing: Doing): Promise<true | string> {
  const { number, revisesHow } = mailing
  // What was wrong may always be taken back; another text than the one from the form never goes out.
  if (revisesHow === 'withdraw') return true
  if (revisesHow !== undefined) return texts.noCorrection(number)
  const drive = await parts.donations.find(driveId(number), doing.work)
  if (drive === undefined) return texts.noSuchDraft(number)
  if (drive.closedAt !== undefined) return texts.closed(number)
  const lacks = missingOf(drive.fields, dayOf(doing.work.at))
  if (lacks.length > 0) return texts.stillLacking(number, drive.fields, lacks)
  const { federation } = await doing.directory()
  const isTrue = isReportId(mailing.id)
    ? isStillTrue(mailing, await reportOf(parts, drive, mailing.preparedAt, federation, doing.work))
    : isTheCall(drive, mailing, federation)
  if (!isTrue) return isReportId(mailing.id) ? reportTexts.changed(number) : texts.changedMeanwhile(number)
  return passesCap(parts, drive, mailing, doing)
}

function isTheCall(
  { mailing, fields, poster }: Drive,
  { id, text, files }: Mailing,
  federation: string,
): boolean {
  return (
    mailing === id &&
    text === callText(fields, federation) &&
    files.map(({ sha256 }) => sha256).join() === (poster?.file?.sha256 ?? '')
  )
}

/** Whether none of its groups had its most of the drive already. Disclosure asks this of its own broadcasts. */
export async function passesCap(
  parts: CapParts,
  drive: Drive,
  mailing: Mailing,
  doing: Doing,
): Promise<true | string> {
  const full = await fullBefore(parts, mailing, drive, doing.work)
  if (full.size === 0) return true
  const recipients = await parts.mailings.listRecipients(mailing.id, doing.work)
  const over = recipients.filter(({ state, chat }) => state === 'owed' && full.has(chatKey(chat)))
  return over.length === 0
    ? true
    : texts.hadTheirMost(
        mailing.number,
        over.map(({ title }) => title),
      )
}
