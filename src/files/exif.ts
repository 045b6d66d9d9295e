import { startsWith, viewOf } from './bytes.ts'

const ORIENTATION_TAG = 0x0112

/**
 * How the camera was held, out of an EXIF block (with or without its `Exif` heading): 2–8.
 * `undefined` for upright, for none, and for anything that does not fit its bytes.
 */
export function orientationIn(exif: Uint8Array): number | undefined {
  const tiff = startsWith(exif, 'Exif\0\0') ? exif.subarray(6) : exif
  const littleEndian = startsWith(tiff, 'II*\0')
  if (tiff.length < 14 || !(littleEndian || startsWith(tiff, 'MM\0*'))) return undefined
  const view = viewOf(tiff)
  const directory = view.getUint32(4, littleEndian)
  if (directory + 2 > tiff.length) return undefined
  const count = view.getUint16(directory, littleEndian)
  for (let entry = directory + 2, left = count; left > 0 && entry + 12 <= tiff.length; entry += 12, left--) {
    if (view.getUint16(entry, littleEndian) !== ORIENTATION_TAG) continue
    const value = view.getUint16(entry + 8, littleEndian)
    return value >= 2 && value <= 8 ? value : undefined
  }
  return undefined
}
