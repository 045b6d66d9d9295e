/** PNG: a row of chunks with a name each. */
import { asciiAt, joined, viewOf } from './bytes.ts'
import { orientationIn } from './exif.ts'
import type { Strip } from './stripped.ts'

/** Chunks that change how the picture looks. Text, times, EXIF and all unknown ones go. */
const KEPT = new Set(
  'IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT bKGD pHYs cICP mDCV cLLI acTL fcTL fdAT'.split(' '),
)

export const stripPng: Strip = (bytes) => {
  const view = viewOf(bytes)
  const kept: Uint8Array[] = [bytes.subarray(0, 8)]
  let orientation: number | undefined
  for (let at = 8; at < bytes.length; ) {
    const name = asciiAt(bytes, at + 4, 4)
    const end = at + 12 + view.getUint32(at)
    if (end > bytes.length) return undefined
    if (name === 'eXIf') orientation ??= orientationIn(bytes.subarray(at + 8, end - 4))
    if (KEPT.has(name)) kept.push(bytes.subarray(at, end))
    // What follows the last chunk is no picture any more.
    if (name === 'IEND')
      return orientation === undefined ? { bytes: joined(kept) } : { bytes: joined(kept), orientation }
    at = end
  }
  return undefined
}
