import type { Doing } from '../../../conversation/feature.ts'
import { everybody } from '../../../kernel/audience.ts'
import { may } from '../../../kernel/person.ts'
import { mailingTexts } from '../../../mailings/mailing.texts.ts'
import { confirmationOf } from '../../../mailings/mailing-confirmation.ts'
import type { DonationsParts } from '../donations.service.ts'
import { donationsTexts as texts } from '../donations.texts.ts'
import { type Drive, driveId } from '../drive.ts'
import type { Begun, DriveEffect } from './prepare-state.ts'

type Keep = Extract<DriveEffect, { kind: 'donations.keep' }>

/** What may still be written: nothing that awaits approval or went out, and nothing that is closed. */
export async function isOpen(
  { mailings }: Pick<DonationsParts, 'mailings'>,
  drive: Drive,
  doing: Doing,
): Promise<boolean> {
  if (drive.closedAt !== undefined) return false
  const mailing = drive.mailing === undefined ? undefined : await mailings.find(drive.mailing, doing.work)
  return mailing === undefined || mailing.state === 'refused' || mailing.state === 'withdrawn'
}

/** A short number by which somebody else agrees to it. */
export async function nextConfirmation({ counters }: DonationsParts, doing: Doing): Promise<string> {
  return confirmationOf('donations', await counters.next('confirmation:donations', doing.work))
}

export async function begin(parts: DonationsParts, number: number | undefined, doing: Doing): Promise<Begun> {
  const confirmation = await nextConfirmation(parts, doing)
  if (number === undefined) {
    const fresh = await parts.counters.next('drive', doing.work)
    return { number: fresh, confirmation, fields: {}, audience: everybody }
  }
  const drive = await parts.donations.find(driveId(number), doing.work)
  if (drive === undefined) return { problem: texts.noSuchDraft(number) }
  if (!(await isOpen(parts, drive, doing))) {
    if (drive.closedAt !== undefined) return { problem: texts.notADraft(number, '已经结束') }
    const mailing = await parts.mailings.find(drive.mailing ?? '', doing.work)
    return { problem: texts.notADraft(number, mailingTexts.state[mailing?.state ?? 'sent']) }
  }
  const { fields, audience } = drive
  return { number, confirmation, fields: { ...fields }, audience }
}

export async function keepDraft(
  parts: DonationsParts,
  { number, fields, audience }: Keep,
  doing: Doing,
): Promise<void> {
  const { code } = doing.by.person
  if (code === undefined || !may(doing.by.person, 'drive.prepare')) return
  const id = driveId(number)
  const before = await parts.donations.find(id, doing.work)
  if (before === undefined) {
    const drive: Drive = {
      id,
      version: 1,
      number,
      fields,
      audience,
      preparedBy: code,
      createdAt: doing.work.at,
      reminded: [],
    }
    parts.donations.add(drive, doing.work)
  } else if (await isOpen(parts, before, doing)) {
    parts.donations.put({ ...before, version: before.version + 1, fields, audience }, doing.work)
  }
}
