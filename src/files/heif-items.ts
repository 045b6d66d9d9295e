/** The table of contents of a HEIC picture: which items there are, and where their bytes lie. */
import { asciiAt, viewOf } from './bytes.ts'
import { type Box, boxesIn } from './iso-boxes.ts'

export type Extent = { readonly from: number; readonly to: number }

/** Where EXIF and XMP items lie in the file; `undefined` where the table cannot be read. */
export function metadataExtents(bytes: Uint8Array, meta: Box): Extent[] | undefined {
  // `meta` begins with a version and flags, four bytes, before its boxes.
  const boxes = boxesIn(bytes, meta.content + 4, meta.end)
  const names = boxes?.find(({ type }) => type === 'iinf')
  const places = boxes?.find(({ type }) => type === 'iloc')
  if (!names || !places) return undefined
  const ids = metadataItems(bytes, names)
  if (!ids) return undefined
  const data = boxes?.find(({ type }) => type === 'idat')
  const extents = extentsOf(bytes, places, ids, data?.content)
  return extents?.every(({ to }) => to <= bytes.length) ? extents : undefined
}

function metadataItems(bytes: Uint8Array, names: Box): Set<number> | undefined {
  const view = viewOf(bytes)
  const countSize = bytes[names.content] === 0 ? 2 : 4
  const entries = boxesIn(bytes, names.content + 4 + countSize, names.end)
  const ids = new Set<number>()
  for (const { content } of entries ?? []) {
    const version = bytes[content] ?? 0
    // Versions 0 and 1 have no item types and no pictures of phones; they are not read.
    if (version < 2) return undefined
    const idSize = version === 2 ? 2 : 4
    const id = idSize === 2 ? view.getUint16(content + 4) : view.getUint32(content + 4)
    // After the id and two bytes of protection index. XMP is the item of type `mime`.
    const type = asciiAt(bytes, content + 6 + idSize, 4)
    if (type === 'Exif' || type === 'mime' || type === 'uri ') ids.add(id)
  }
  return entries && ids
}

function extentsOf(bytes: Uint8Array, places: Box, ids: Set<number>, data = 0): Extent[] | undefined {
  const view = viewOf(bytes)
  const version = bytes[places.content] ?? 0
  const sizes = view.getUint16(places.content + 4)
  const [offsetSize, lengthSize, baseSize] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15]
  const indexSize = version === 0 ? 0 : sizes & 15
  let at = places.content + 6
  const read = (size: number): number => {
    if (at + size > places.end) throw new RangeError('the table of places is cut off')
    const value =
      size === 8
        ? Number(view.getBigUint64(at))
        : size === 4
          ? view.getUint32(at)
          : size === 2
            ? view.getUint16(at)
            : 0
    at += size
    return value
  }
  const wide = version < 2 ? 2 : 4
  const extents: Extent[] = []
  for (let items = read(wide); items > 0; items--) {
    const id = read(wide)
    const method = version === 0 ? 0 : read(2) & 15
    read(2)
    // Method 1 counts from the `idat` box; method 2 from another item, which nobody uses for metadata.
    if (method > 1 && ids.has(id)) return undefined
    const base = read(baseSize) + (method === 1 ? data : 0)
    for (let count = read(2); count > 0; count--) {
      read(indexSize)
      const from = base + read(offsetSize)
      const to = from + read(lengthSize)
      if (ids.has(id)) extents.push({ from, to })
    }
  }
  return extents
}
