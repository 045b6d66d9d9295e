import { unpack, type ZipPart, zipParts } from '../../files/zip-parts.ts'

/** Of the parts that are read: a rule of 300 pages takes some 5 MB, and its pictures are not unpacked at all. */
const MOST_UNPACKED_BYTES = 20 * 1024 * 1024

/**
 * The parts of an office document by name, unpacked when they are asked for. A zip of a few kilobytes can unpack to
 * gigabytes: no part beyond the limit is unpacked, whatever the zip says of itself.
 * @returns undefined where it is no zip.
 */
export function officeParts(bytes: Uint8Array): ((name: string) => string | undefined) | undefined {
  const parts = new Map<string, ZipPart>()
  try {
    for (const part of zipParts(bytes)) parts.set(part.name, part)
  } catch {
    return undefined
  }
  let left = MOST_UNPACKED_BYTES
  return (name) => {
    const part = parts.get(name)
    if (part === undefined) return undefined
    left -= part.size
    if (left < 0) throw new RangeError('unpacks to more than allowed')
    return new TextDecoder().decode(unpack(part))
  }
}
