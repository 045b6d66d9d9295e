/** 排版: an errand, for a page takes longer than a turn may. */
import { z } from 'zod'
import type { Brought, ErrandRun } from '../../../conversation/errand.ts'
import { digest } from '../../../files/digest.ts'
import { briefTexts as texts } from './brief.texts.ts'
import type { BriefMade } from './brief-made.dialogue.ts'
import { BriefSheet, briefPicture } from './brief-sheet.ts'
import type { PapersParts } from './papers-parts.ts'

export const BriefOrder = z.object({ sheets: z.array(BriefSheet).min(1), numbers: z.array(z.string()) })
export type BriefOrder = z.infer<typeof BriefOrder>

export function layBriefErrand({
  papers,
  painter,
  files,
}: Pick<PapersParts, 'papers' | 'painter' | 'files'>): ErrandRun {
  return {
    atOnce: 1,
    async run(data, hands) {
      const { sheets, numbers } = BriefOrder.parse(data)
      const { bytes, pages, chosen } = await papers.brief(sheets)
      // A page without its picture is still a page.
      const [picture] = await painter.paint(briefPicture(sheets[chosen] as BriefSheet)).catch(() => [])
      const named = (ending: string) => texts.fileName(hands.orderedAt, ending)
      const papersMade = [
        { bytes, mediaType: 'application/pdf', name: named('pdf'), kind: 'file' as const },
        ...(picture === undefined
          ? []
          : [{ bytes: picture, mediaType: 'image/png', name: named('png'), kind: 'image' as const }]),
      ]
      const made = papersMade.map((one) => ({ ...one, sha256: digest(one.bytes) }))
      await hands.transactions.inOne(hands.now(), async (work) => {
        for (const { bytes: content, sha256, mediaType, name } of made)
          await files.put(content, { sha256, mediaType, size: content.length, name }, work)
      })
      return brought({
        numbers,
        pages,
        files: made.map(({ sha256, name, kind }) => ({ sha256, name, kind })),
      })
    },
    gaveUp: (data) =>
      brought({ numbers: BriefOrder.safeParse(data).data?.numbers ?? [], pages: 0, files: [] }),
  }
}

const brought = (data: BriefMade): Brought => ({ dialogue: 'oversight.brief-made', data })
