import type { Doing } from '../../../conversation/feature.ts'
import type { DonationsParts } from '../donations.service.ts'
import { driveId } from '../drive.ts'

/**
 * Something of a drive was agreed to. The drive's row is written each time, so that of two that were agreed to at once
 * the second is looked at again, with the letters of the first counted.
 */
export async function noteOpened(
  { donations, mailings }: DonationsParts,
  mailingId: string,
  doing: Doing,
): Promise<void> {
  const mailing = await mailings.find(mailingId, doing.work)
  const drive = await donations.find(driveId(mailing?.number ?? 0), doing.work)
  if (drive === undefined) return
  const isOut = drive.mailing === mailingId && mailing?.state === 'sending'
  const openedAt = drive.openedAt ?? (isOut ? doing.work.at : undefined)
  donations.put(
    { ...drive, version: drive.version + 1, ...(openedAt === undefined ? {} : { openedAt }) },
    doing.work,
  )
}
