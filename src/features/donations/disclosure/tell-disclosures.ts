import type { Doing } from '../../../conversation/feature.ts'
import { isoShanghai } from '../../../kernel/clock.ts'
import { may } from '../../../kernel/person.ts'
import { driveId, numberOfDrive } from '../drive.ts'
import { disclosureTexts as texts } from './disclosure.texts.ts'
import type { DisclosureParts } from './disclosure-parts.ts'
import { pageOf } from './page-address.ts'
import { owedFor } from './remind.ts'
import { rhythmTexts } from './rhythm.texts.ts'

const MOST = 10

/** Where the lists are, for anybody; staff are told as well what is owed of the drive they named. */
export async function tellDisclosures(
  parts: DisclosureParts,
  number: number | undefined,
  doing: Doing,
): Promise<string> {
  const { work } = doing
  const newest = await parts.disclosures.listNewest(MOST, work)
  const named = newest.filter(({ drive }) => number === undefined || drive === driveId(number))
  const dayOfHead = ({ issuedAt, proposedAt }: (typeof newest)[number]) =>
    isoShanghai(issuedAt ?? proposedAt).slice(0, 10)
  const where =
    named.length === 0
      ? texts.whereNone()
      : texts.where(
          named.map((head) => {
            const one = numberOfDrive(head.drive)
            return {
              number: one,
              title: head.title,
              edition: head.edition,
              day: dayOfHead(head),
              page: pageOf(parts.publicUrl, one),
            }
          }),
        )
  const drive = number === undefined ? undefined : await parts.donations.find(driveId(number), work)
  if (drive === undefined || !may(doing.by.person, 'drive.see')) return where
  const [head] = named
  const latest = head === undefined ? {} : { latest: { edition: head.edition, day: dayOfHead(head) } }
  const owed = owedFor(drive, (await parts.disclosures.lastOf(work)).get(drive.id))
  return `${rhythmTexts.standing(drive.number, drive.fields.title ?? '', { ...latest, owed })}\n${where}`
}
