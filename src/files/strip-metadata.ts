import { stripGif } from './strip-gif.ts'
import { stripIsoMedia } from './strip-iso-media.ts'
import { stripJpeg } from './strip-jpeg.ts'
import { stripPng } from './strip-png.ts'
import { stripWebp } from './strip-webp.ts'
import type { Strip, Stripped } from './stripped.ts'

const STRIPS: Record<string, Strip> = {
  'image/jpeg': stripJpeg,
  'image/png': stripPng,
  'image/webp': stripWebp,
  'image/gif': stripGif,
  'image/heic': stripIsoMedia,
  'video/mp4': stripIsoMedia,
  'video/quicktime': stripIsoMedia,
  'audio/mp4': stripIsoMedia,
}

/**
 * Takes place, time, device, author and comments out of pictures and films, and what hides behind their
 * end. Only what is needed to show them stays, so that metadata nobody thought of goes too. Pixels and
 * colour profiles are untouched. Other kinds of file come back as they are. Never throws.
 */
export function stripMetadata(bytes: Uint8Array, mediaType: string): Stripped {
  const strip = STRIPS[mediaType]
  if (!strip) return { bytes, isWhole: true }
  try {
    const stripped = strip(bytes)
    return stripped ? { ...stripped, isWhole: true } : { bytes, isWhole: false }
  } catch (error: unknown) {
    // Reading a number beyond the end of the bytes: the file was cut off.
    if (error instanceof RangeError) return { bytes, isWhole: false }
    throw error
  }
}
