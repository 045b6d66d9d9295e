/** JPEG: a row of segments, then the picture itself. */
import { joined, startsWith, viewOf } from './bytes.ts'
import { orientationIn } from './exif.ts'
import type { Strip } from './stripped.ts'

const START_OF_SCAN = 0xda
const END_OF_IMAGE = 0xd9

/** Everything that decoders need: tables, frames and scans (C0–CF, DA–DF without the end marks). */
function isPicture(marker: number): boolean {
  return (marker >= 0xc0 && marker <= 0xcf) || (marker >= 0xda && marker <= 0xdf)
}

/** Marks without a length: restarts, and the reserved 01. */
function standsAlone(marker: number): boolean {
  return marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)
}

export const stripJpeg: Strip = (bytes) => {
  if (!startsWith(bytes, [0xff, 0xd8])) return undefined
  const view = viewOf(bytes)
  const kept: Uint8Array[] = [bytes.subarray(0, 2)]
  let orientation: number | undefined
  let hasScan = false
  let at = 2
  while (at < bytes.length) {
    if (bytes[at] !== 0xff) return undefined
    while (bytes[at] === 0xff) at++
    const marker = bytes[at++]
    // Cut off: what of the picture came through can still be looked at.
    if (marker === undefined || marker === END_OF_IMAGE) break
    if (standsAlone(marker)) continue
    const end = at + 2 <= bytes.length ? at + view.getUint16(at) : bytes.length + 1
    if (end > bytes.length && hasScan) break
    if (end > bytes.length || end < at + 2) return undefined
    const content = bytes.subarray(at + 2, end)
    if (marker === 0xe1) orientation ??= orientationIn(content)
    for (const part of keptOf(marker, content)) kept.push(segment(marker, part))
    at = end
    if (marker !== START_OF_SCAN) continue
    hasScan = true
    const scan = bytes.subarray(at, endOfScan(bytes, at))
    kept.push(scan)
    at += scan.length
  }
  // What follows the end mark (a second picture, a film) is dropped with whatever it says.
  if (!hasScan) return undefined
  kept.push(Uint8Array.of(0xff, END_OF_IMAGE))
  return orientation === undefined ? { bytes: joined(kept) } : { bytes: joined(kept), orientation }
}

/** What stays of a segment: of JFIF its density without the thumbnail, the colour profile, Adobe's colour mark. */
function keptOf(marker: number, content: Uint8Array): Uint8Array[] {
  if (isPicture(marker)) return [content]
  if (marker === 0xe0 && startsWith(content, 'JFIF\0') && content.length >= 14) {
    return [joined([content.subarray(0, 12), Uint8Array.of(0, 0)])]
  }
  if (marker === 0xe2 && startsWith(content, 'ICC_PROFILE\0')) return [content]
  if (marker === 0xee && startsWith(content, 'Adobe')) return [content.subarray(0, 12)]
  return []
}

function segment(marker: number, content: Uint8Array): Uint8Array {
  const length = content.length + 2
  return joined([Uint8Array.of(0xff, marker, length >> 8, length & 0xff), content])
}

/** A scan ends at the first mark that is neither an escaped FF, a restart, nor filling. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1]
    if (next === undefined) return at
    if (next !== 0x00 && next !== 0xff && !standsAlone(next)) return at
  }
  return bytes.length
}
