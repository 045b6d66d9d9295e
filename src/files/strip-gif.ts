/** GIF: pictures and extensions in a row. Comments and application data (XMP) go, the loop count stays. */
import { joined, startsWith } from './bytes.ts'
import type { Strip } from './stripped.ts'

const EXTENSION = 0x21
const PICTURE = 0x2c
const TRAILER = 0x3b
const GRAPHIC_CONTROL = 0xf9
const APPLICATION = 0xff

export const stripGif: Strip = (bytes) => {
  const header = 13 + colourTable(bytes[10] ?? 0)
  if (header > bytes.length) return undefined
  const kept: Uint8Array[] = [bytes.subarray(0, header)]
  for (let at = header; at < bytes.length; ) {
    const begin = at
    const mark = bytes[at]
    if (mark === TRAILER) break
    if (mark === EXTENSION) at = endOfBlocks(bytes, at + 2)
    else if (mark === PICTURE) at = endOfBlocks(bytes, at + 11 + colourTable(bytes[at + 9] ?? 0))
    else return undefined
    if (at > bytes.length) return undefined
    if (mark === PICTURE || isShown(bytes, begin)) kept.push(bytes.subarray(begin, at))
  }
  // Many programs forget the trailer; what follows it is dropped.
  return { bytes: joined([...kept, Uint8Array.of(TRAILER)]) }
}

function isShown(bytes: Uint8Array, at: number): boolean {
  const label = bytes[at + 1]
  return label === GRAPHIC_CONTROL || (label === APPLICATION && startsWith(bytes, 'NETSCAPE2.0', at + 3))
}

/** Bytes of the colour table that these flags announce. */
function colourTable(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0
}

/** Sub-blocks carry their length in front; a length of nothing ends them. Beyond the end: one past it. */
function endOfBlocks(bytes: Uint8Array, from: number): number {
  let at = from
  for (let length = bytes[at]; length !== undefined; length = bytes[at]) {
    at += length + 1
    if (length === 0) return at
  }
  return bytes.length + 1
}
