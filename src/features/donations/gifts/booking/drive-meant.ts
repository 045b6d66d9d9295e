import type { Doing } from '../../../../conversation/feature.ts'
import { type Drive, driveId } from '../../drive.ts'
import type { GiftsParts } from '../gifts-parts.ts'
import { readDriveNumber } from '../reading/read-entry.ts'
import { bookingTexts as texts } from './booking.texts.ts'

/** States of a call that reached somebody: before that nothing can have been given because of it. */
const WENT_OUT = ['sending', 'sent', 'stopped', 'paused']

/** Drives whose call left, also those that are over, the newest first. */
export async function drivesThatLeft(
  { donations, mailings }: GiftsParts,
  doing: Doing,
): Promise<readonly Drive[]> {
  const left = new Set(
    (await mailings.listAll('donations', doing.work)).flatMap(({ id, state }) =>
      WENT_OUT.includes(state) ? [id] : [],
    ),
  )
  const all = await donations.listAll(doing.work)
  return all
    .filter(({ mailing }) => mailing !== undefined && left.has(mailing))
    .sort((a, b) => b.number - a.number)
}

/** The drive that the words name, or the only one there is; otherwise what to say. */
export async function driveMeant(
  said: readonly string[],
  parts: GiftsParts,
  doing: Doing,
): Promise<
  | { readonly drive: Drive }
  | { readonly kind: 'asking'; readonly question: string }
  | { readonly kind: 'refused'; readonly text: string }
> {
  const drives = await drivesThatLeft(parts, doing)
  const number = said.map(readDriveNumber).findLast((one) => one !== undefined)
  if (number !== undefined) {
    const drive = drives.find(({ id }) => id === driveId(number))
    return drive === undefined ? { kind: 'refused', text: texts.noSuchDrive(number) } : { drive }
  }
  const [only] = drives
  if (only === undefined) return { kind: 'refused', text: texts.whichDrive([]) }
  return drives.length === 1 ? { drive: only } : { kind: 'asking', question: texts.whichDrive(drives) }
}
