/** 画海报: an errand, for drawing takes longer than a turn may. What comes back is shown before it can be submitted. */
import { z } from 'zod'
import type { Brought, ErrandRun } from '../../../conversation/errand.ts'
import type { Doing } from '../../../conversation/feature.ts'
import { digest } from '../../../files/digest.ts'
import type { FileRef } from '../../../kernel/letter-draft.ts'
import type { DonationsParts } from '../donations.service.ts'
import { DriveFields, driveId } from '../drive.ts'
import { isOpen } from './keep-draft.ts'
import type { Drawn, DrawnQuery, KeepPoster } from './poster.dialogue.ts'
import { posterTexts as texts } from './poster.texts.ts'
import { posterDigest, posterOf, posterPicture } from './poster.ts'

const Order = z.object({
  number: z.number().int(),
  of: z.string(),
  fields: DriveFields,
  federation: z.string(),
})
type Order = z.infer<typeof Order>

/** Orders the picture of the draft as it stands; nothing where it is drawn already. */
export async function orderPoster(parts: DonationsParts, number: number, doing: Doing): Promise<void> {
  const drive = await parts.donations.find(driveId(number), doing.work)
  const { federation } = await doing.directory()
  if (drive === undefined || posterOf(drive, federation)?.file !== undefined) return
  const { fields } = drive
  const of = posterDigest(fields, federation)
  const data: Order = { number, of, fields: { ...fields }, federation }
  doing.order({ kind: 'donations.draw', data, key: `${doing.turnKey}:poster` })
}

export function drawPosterErrand({ painter, files }: Pick<DonationsParts, 'painter' | 'files'>): ErrandRun {
  return {
    atOnce: 1,
    async run(data, hands) {
      const { number, of, fields, federation } = Order.parse(data)
      const [bytes] = await painter.paint(posterPicture(fields, federation))
      if (bytes === undefined) return brought({ number, of })
      const file: FileRef = { sha256: digest(bytes), name: texts.fileName(number), kind: 'image' }
      const kept = { sha256: file.sha256, mediaType: 'image/png', size: bytes.length, name: file.name }
      await hands.transactions.inOne(hands.now(), (work) => files.put(bytes, kept, work))
      return brought({ number, of, file })
    },
    gaveUp(data) {
      const order = Order.safeParse(data).data
      return brought({ number: order?.number ?? 0, of: order?.of ?? '' })
    },
  }
}

const brought = (data: Drawn): Brought => ({ dialogue: 'donations.poster', data })

/** Whether what was drawn is still what the draft says, and whether somebody may still submit it. */
export async function isCurrent(
  parts: DonationsParts,
  { number, of }: DrawnQuery,
  doing: Doing,
): Promise<boolean> {
  const drive = await parts.donations.find(driveId(number), doing.work)
  if (drive === undefined || !(await isOpen(parts, drive, doing))) return false
  return posterDigest(drive.fields, (await doing.directory()).federation) === of
}

export async function keepPoster(
  parts: DonationsParts,
  { number, of, file }: KeepPoster,
  doing: Doing,
): Promise<void> {
  if (!(await isCurrent(parts, { ask: 'donations.isCurrent', number, of }, doing))) return
  const drive = await parts.donations.find(driveId(number), doing.work)
  if (drive === undefined) return
  const poster = { of, ...(file === undefined ? {} : { file }) }
  parts.donations.put({ ...drive, version: drive.version + 1, poster }, doing.work)
}
