import { legible } from '../../kernel/legible.ts'
import type { Picture } from '../../kernel/picture.ts'
import type { Canvas, Sheet } from './canvas.ts'
import { layBrief } from './lay-brief.ts'
import { layCertificate } from './lay-certificate.ts'
import { layChart } from './lay-chart.ts'
import { layPoster } from './lay-poster.ts'
import { layTable } from './lay-table.ts'

/** The sheets of a picture, before they are drawn: the same for the same picture. */
export async function laySheets(picture: Picture, has: Canvas['has']): Promise<readonly Sheet[]> {
  const write = (words: string) => legible(words, has)
  switch (picture.kind) {
    case 'poster':
      return [layPoster(picture, write)]
    case 'certificate':
      return [layCertificate(picture, write)]
    case 'table':
      return layTable(picture, write)
    case 'chart':
      return [await layChart(picture, write)]
    case 'brief':
      return [layBrief(picture, write)]
  }
}

export async function drawPicture(picture: Picture, canvas: Canvas): Promise<readonly Uint8Array[]> {
  const pages: Uint8Array[] = []
  for (const sheet of await laySheets(picture, canvas.has)) pages.push(await canvas.draw(sheet))
  return pages
}
