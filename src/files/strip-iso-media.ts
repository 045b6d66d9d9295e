/**
 * HEIC, MP4, MOV, M4A: boxes within boxes that point at each other by offset. Nothing may move, so
 * metadata is overwritten with zeros where it lies, and its box renamed to `free`.
 */
import { metadataExtents } from './heif-items.ts'
import { type Box, boxesIn } from './iso-boxes.ts'
import type { Strip } from './stripped.ts'

/** Boxes that hold boxes on the way to metadata. */
const PARENTS = new Set(['moov', 'trak', 'mdia', 'minf', 'moof', 'traf'])
/** Place, author, device, names of things; and `uuid`, which carries XMP. A film plays without them. */
const BLANKED = new Set(['udta', 'meta', 'uuid', 'free', 'skip', 'wide'])

export const stripIsoMedia: Strip = (bytes) => {
  const copy = bytes.slice()
  const boxes = boxesIn(copy, 0, copy.length)
  const meta = boxes?.find(({ type }) => type === 'meta')
  const isFilm = boxes?.some(({ type }) => type === 'moov' || type === 'moof') ?? false
  if (!boxes || !(isFilm || meta)) return undefined
  if (meta && !isFilm) {
    // In a HEIC the outermost `meta` is the table of contents: only the items it calls metadata go.
    const extents = metadataExtents(copy, meta)
    if (!extents) return undefined
    for (const { from, to } of extents) copy.fill(0, from, to)
  }
  const rest = boxes.filter((box) => isFilm || box !== meta)
  return rest.every((box) => blank(copy, box)) ? { bytes: copy } : undefined
}

function blank(bytes: Uint8Array, box: Box): boolean {
  if (BLANKED.has(box.type)) {
    bytes.fill(0, box.content, box.end)
    bytes.set([0x66, 0x72, 0x65, 0x65], box.at + 4)
    return true
  }
  if (!PARENTS.has(box.type)) return true
  const inner = boxesIn(bytes, box.content, box.end)
  return inner?.every((child) => blank(bytes, child)) ?? false
}
