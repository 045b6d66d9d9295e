import { readFileSync } from 'node:fs'
import { HouseError } from './kernel/errors.ts'

/** A seal of the size of a page is none. */
const MOST_BYTES = 2 * 1024 * 1024

/**
 * The federation's own seal for certificates of thanks, as somebody with the right to it uploaded it; the house draws none.
 * @throws HouseError `configuration` for what cannot be read, is no PNG or JPEG, or is larger than 2 MB.
 */
export function readSeal(path: string | undefined): Uint8Array | undefined {
  if (path === undefined) return undefined
  let bytes: Uint8Array
  try {
    bytes = readFileSync(path)
  } catch (cause) {
    throw new HouseError(
      'configuration',
      `NIANGJIA_SEAL: ${path} cannot be read, check the path and its permissions.`,
      {
        cause,
      },
    )
  }
  const isPng = Buffer.from(bytes.subarray(0, 8)).equals(
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  )
  const isJpeg = bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff
  if (!isPng && !isJpeg)
    throw new HouseError('configuration', `NIANGJIA_SEAL: ${path} is neither a PNG nor a JPEG picture.`)
  if (bytes.length > MOST_BYTES)
    throw new HouseError(
      'configuration',
      `NIANGJIA_SEAL: ${path} is larger than 2 MB, make the picture smaller.`,
    )
  return bytes
}
