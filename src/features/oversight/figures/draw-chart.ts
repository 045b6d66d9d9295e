/** 画图: an errand, for drawing takes longer than a turn may. */
import { z } from 'zod'
import type { Brought, ErrandRun } from '../../../conversation/errand.ts'
import type { Doing } from '../../../conversation/feature.ts'
import { digest } from '../../../files/digest.ts'
import type { FilesStore } from '../../../files/files.store.ts'
import type { ChartPicture, Painter } from '../../../kernel/picture.ts'
import type { AskEffect } from '../ask.effects.ts'
import { type Drawn, pictureDialogue } from './picture.dialogue.ts'
import { pictureTexts as texts } from './picture.texts.ts'

/** The picture is plain data of our own making; only what names it is read again. */
const Order = z.object({ figure: z.number().int(), picture: z.custom<ChartPicture>() })

export function orderDrawing(
  { figure, picture }: Extract<AskEffect, { kind: 'oversight.draw' }>,
  doing: Doing,
): void {
  doing.order({ kind: 'oversight.draw', data: { figure, picture }, key: `${doing.turnKey}:chart` })
}

export function drawErrand({
  painter,
  files,
}: {
  readonly painter: Painter
  readonly files: FilesStore
}): ErrandRun {
  return {
    atOnce: 1,
    async run(data, hands) {
      const { figure, picture } = Order.parse(data)
      const [bytes] = await painter.paint(picture)
      if (bytes === undefined) return brought({ figure, title: picture.title })
      const file = { sha256: digest(bytes), name: texts.fileName(figure), kind: 'image' as const }
      const kept = { sha256: file.sha256, mediaType: 'image/png', size: bytes.length, name: file.name }
      await hands.transactions.inOne(hands.now(), (work) => files.put(bytes, kept, work))
      return brought({ figure, title: picture.title, file })
    },
    gaveUp: (data) => brought({ figure: Order.safeParse(data).data?.figure ?? 0, title: '' }),
  }
}

const brought = (data: Drawn): Brought => ({ dialogue: pictureDialogue.name, data })
