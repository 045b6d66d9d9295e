/** Run as a process of its own: draws the pictures that it is handed, one after another, until whoever began it is gone. */

import type { Picture } from '../../kernel/picture.ts'
import { openCanvas } from './canvas.ts'
import { drawPicture } from './draw-picture.ts'

export type Painted =
  | { readonly ok: true; readonly pages: readonly Uint8Array[] }
  | { readonly ok: false; readonly reason: string }

const opened = openCanvas()
// Told to whoever hands in a picture.
opened.catch(() => undefined)

async function paint(picture: Picture): Promise<Painted> {
  try {
    return { ok: true, pages: await drawPicture(picture, await opened) }
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) }
  }
}

process.on('message', (picture: Picture) => {
  void paint(picture).then((painted) => process.send?.(painted))
})
process.on('disconnect', () => process.exit())
