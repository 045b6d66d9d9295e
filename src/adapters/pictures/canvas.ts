import { type MeasuredNode, type Node, Renderer, setGlyphCacheMaxBytes } from '@takumi-rs/core'
import { charactersOf } from './font-characters.ts'
import { fontFiles, KAI, readFont, SANS } from './fonts.ts'

/** Everything is laid out in these units and drawn one and a half times as fine; a phone shows 390 of its own. */
const FINENESS = 1.5
/** A page of a table has some five hundred different glyphs at two sizes. */
const GLYPH_BYTES = 4 * 1024 * 1024

/** One sheet to be drawn; as high as what is on it where no height is given. */
export interface Sheet {
  readonly width: number
  readonly height?: number
  readonly root: Node
}

export interface Canvas {
  /** Whether one of the fonts has this code point. */
  has(code: number): boolean
  draw(sheet: Sheet): Promise<Uint8Array>
  measure(sheet: Sheet): Promise<MeasuredNode>
}

/** Loads the fonts: some 100 ms and 80 MB outside the heap, given back when the process ends. */
export async function openCanvas(): Promise<Canvas> {
  setGlyphCacheMaxBytes(GLYPH_BYTES)
  const renderer = new Renderer({ cacheMaxBytes: 0 })
  const known = new Set<number>()
  for (const file of fontFiles()) {
    const data = await readFont(file)
    await renderer.registerFont({ data, name: file.family })
    // The bold cut has what the regular one has.
    for (const code of charactersOf(data)) known.add(code)
  }
  const options = ({ width, height }: Sheet, scale: number) => ({
    width: Math.round(width * scale),
    ...(height === undefined ? {} : { height: Math.round(height * scale) }),
    devicePixelRatio: scale,
    fontFamilies: [SANS, KAI],
    lang: 'zh-CN',
  })
  return {
    has: (code) => known.has(code),
    draw: (sheet) => renderer.render(sheet.root, options(sheet, FINENESS)),
    measure: (sheet) => renderer.measure(sheet.root, options(sheet, 1)),
  }
}
