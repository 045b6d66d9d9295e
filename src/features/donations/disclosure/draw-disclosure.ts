/** 画公示图: an errand; the preview comes back with it, or without it where it could not be drawn. */
import type { Brought, ErrandRun } from '../../../conversation/errand.ts'
import { digest } from '../../../files/digest.ts'
import type { FileRef } from '../../../kernel/letter-draft.ts'
import { type DisclosureOrder, Drawing, withFiles } from './disclosure.effects.ts'
import type { DisclosureParts } from './disclosure-parts.ts'

export function drawDisclosureErrand({
  painter,
  files,
}: Pick<DisclosureParts, 'painter' | 'files'>): ErrandRun {
  return {
    atOnce: 1,
    async run(data, hands) {
      const { order, picture } = Drawing.parse(data)
      const pages = await painter.paint(picture)
      const drawn = pages.map((bytes, page) => {
        const name = `公示${pages.length > 1 ? `-${page + 1}` : ''}.png`
        const ref: FileRef = { sha256: digest(bytes), name, kind: 'image' }
        return { bytes, ref }
      })
      await hands.transactions.inOne(hands.now(), async (work) => {
        for (const { bytes, ref } of drawn) {
          const { sha256, name } = ref
          await files.put(bytes, { sha256, mediaType: 'image/png', size: bytes.length, name }, work)
        }
      })
      return brought(
        withFiles(
          order,
          drawn.map(({ ref }) => ref),
        ),
      )
    },
    gaveUp: (data) => brought(Drawing.parse(data).order),
  }
}

const brought = (order: DisclosureOrder): Brought => ({ dialogue: 'donations.disclosing', data: order })
