/** 画证书: an errand of the turn that booked the gifts, for a picture takes longer than a turn may. */
import { z } from 'zod'
import type { Brought, ErrandHands, ErrandRun } from '../../../conversation/errand.ts'
import { digest } from '../../../files/digest.ts'
import type { Directory } from '../../../kernel/directory.ts'
import type { FileRef } from '../../../kernel/letter-draft.ts'
import type { CertificatePicture } from '../../../kernel/picture.ts'
import type { GiftsParts } from '../gifts/gifts-parts.ts'
import { certificatePicture } from './certificate.ts'
import type { Certificates } from './thank.dialogue.ts'
import { thanksTexts as texts } from './thanks.texts.ts'

export const DrawOrder = z.object({
  gifts: z.array(z.string()),
  /** What of the roster the certificates show. */
  federation: z.string(),
  companies: z.array(z.tuple([z.string(), z.string()])),
})
export type DrawOrder = z.infer<typeof DrawOrder>

export function drawCertificatesErrand(parts: GiftsParts): ErrandRun {
  return {
    atOnce: 1,
    async run(data, hands) {
      const order = DrawOrder.parse(data)
      const drawn: Certificates['drawn'][number][] = []
      for (const id of order.gifts) drawn.push(await drawOne(id, order, parts, hands))
      return brought({ drawn })
    },
    gaveUp: (data) =>
      brought({ drawn: (DrawOrder.safeParse(data).data?.gifts ?? []).map((gift) => ({ gift })) }),
  }
}

const brought = (data: Certificates): Brought => ({ dialogue: 'donations.thank', data })

async function drawOne(
  id: string,
  { federation, companies }: DrawOrder,
  parts: GiftsParts,
  hands: ErrandHands,
): Promise<Certificates['drawn'][number]> {
  const found = await hands.transactions.inOne(hands.now(), async (work) => {
    const gift = await parts.gifts.findGift(id, work)
    const drive = gift === undefined ? undefined : await parts.donations.find(gift.drive, work)
    return gift === undefined || drive === undefined ? undefined : { gift, drive }
  })
  if (found === undefined) return { gift: id }
  const { gift, drive } = found
  const named = new Map(companies.map(([code, name]) => [code, { code, name, aliases: [], tags: [] }]))
  const directory: Pick<Directory, 'companies' | 'federation'> = { federation, companies: named }
  const picture = certificatePicture(gift, drive, directory, hands.orderedAt, parts.seal)
  const bytes = await paint(picture, parts)
  if (bytes === undefined) return { gift: id }
  const file: FileRef = { sha256: digest(bytes), name: texts.fileName(gift), kind: 'image' }
  const kept = { sha256: file.sha256, mediaType: 'image/png', size: bytes.length, name: file.name }
  await hands.transactions.inOne(hands.now(), (work) => parts.files.put(bytes, kept, work))
  return { gift: id, file }
}

/** One that cannot be drawn does not keep the others waiting: its donor is thanked in words. */
async function paint(picture: CertificatePicture, { painter }: GiftsParts): Promise<Uint8Array | undefined> {
  try {
    return (await painter.paint(picture))[0]
  } catch {
    return undefined
  }
}
