import type { Doing } from '../../../conversation/feature.ts'
import type { DonationsParts } from '../donations.service.ts'
import { driveId } from '../drive.ts'
import type { Declinable, DeclineEffect } from './decline.dialogue.ts'
import { declineTexts as texts } from './decline.texts.ts'
import type { Declining } from './decline-words.ts'
import { openDrives } from './open-drives.ts'

/** Which drives somebody can mean: the one they name, the one whose letter they answer, or all that go on. */
export async function mayDecline(
  parts: DonationsParts,
  { number, title }: Declining,
  doing: Doing,
): Promise<Declinable> {
  if (doing.by.person.code === undefined) return { problem: texts.unknownPerson() }
  if (number !== undefined) {
    const drive = await parts.donations.find(driveId(number), doing.work)
    // A draft is nobody's business but the staff's.
    if (drive?.openedAt === undefined) return { problem: texts.noSuch(number) }
    return { drives: [{ number, title: drive.fields.title ?? '' }] }
  }
  const open = (await openDrives(parts, doing.work)).map(({ number: n, fields }) => ({
    number: n,
    title: fields.title ?? '',
  }))
  const answered = open.filter((one) => one.title === title)
  return { drives: answered.length > 0 ? answered : open }
}

export async function declineDrive(
  { refusals }: DonationsParts,
  { number, declines }: DeclineEffect,
  doing: Doing,
): Promise<void> {
  const { code } = doing.by.person
  if (code === undefined) return
  if (declines) refusals.refuse(code, `drive:${number}`, doing.work)
  else refusals.accept(code, `drive:${number}`, doing.work)
}
