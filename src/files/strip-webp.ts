/** WebP: chunks in a RIFF box, with flags up front that say which there are. */
import { asciiAt, joined, startsWith, viewOf } from './bytes.ts'
import { orientationIn } from './exif.ts'
import type { Strip } from './stripped.ts'

const KEPT = new Set(['VP8 ', 'VP8L', 'VP8X', 'ANIM', 'ANMF', 'ALPH', 'ICCP'])
const EXIF_FLAG = 0x08
const XMP_FLAG = 0x04

export const stripWebp: Strip = (bytes) => {
  const view = viewOf(bytes)
  const size = view.getUint32(4, true) + 8
  if (size > bytes.length || !startsWith(bytes, 'RIFF')) return undefined
  const chunks: Uint8Array[] = []
  let orientation: number | undefined
  for (let at = 12; at < size; ) {
    const name = asciiAt(bytes, at, 4)
    const length = view.getUint32(at + 4, true)
    const end = at + 8 + length + (length % 2)
    if (at + 8 + length > size) return undefined
    if (name === 'EXIF') orientation ??= orientationIn(bytes.subarray(at + 8, at + 8 + length))
    if (KEPT.has(name))
      chunks.push(name === 'VP8X' ? unflagged(bytes.slice(at, end)) : bytes.subarray(at, end))
    at = end
  }
  if (chunks.length === 0) return undefined
  const body = joined(chunks)
  const head = bytes.slice(0, 12)
  viewOf(head).setUint32(4, body.length + 4, true)
  const whole = joined([head, body])
  return orientation === undefined ? { bytes: whole } : { bytes: whole, orientation }
}

/** Decoders may complain of a flag whose chunk is missing. */
function unflagged(chunk: Uint8Array): Uint8Array {
  chunk[8] = (chunk[8] ?? 0) & ~(EXIF_FLAG | XMP_FLAG)
  return chunk
}
