/** The parts of a zip, by its directory, which is what programs open it by; local headers may lie. */
import { inflateRawSync } from 'node:zlib'

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL_HEADER = 30
const DEFLATED = 8
const MOST_PARTS = 2_000

export interface ZipPart {
  readonly name: string
  readonly method: number
  /** Unpacked, as the directory says. */
  readonly size: number
  readonly bytes: Uint8Array
}

/** Nothing is unpacked. @throws RangeError where the directory does not fit the file. */
export function* zipParts(bytes: Uint8Array): Generator<ZipPart> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  // A comment of at most 64 KB may follow the directory's end.
  while (end > 0 && end > bytes.length - 65_558 && view.getUint32(end, true) !== END) end--
  if (end < 0 || view.getUint32(end, true) !== END) throw new RangeError('no zip')
  const parts = view.getUint16(end + 10, true)
  if (parts > MOST_PARTS) throw new RangeError('too many parts')
  let at = view.getUint32(end + 16, true)
  for (let n = 0; n < parts; n++) {
    if (view.getUint32(at, true) !== ENTRY) throw new RangeError('no entry')
    const nameLength = view.getUint16(at + 28, true)
    const local = view.getUint32(at + 42, true)
    const from = local + LOCAL_HEADER + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    yield {
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      size: view.getUint32(at + 24, true),
      bytes: bytes.subarray(from, from + view.getUint32(at + 20, true)),
    }
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
}

/** @throws RangeError where it is more than the directory said: that is a lie, and nothing beyond it is unpacked. */
export function unpack({ method, bytes, size }: ZipPart): Uint8Array {
  return method === DEFLATED ? inflateRawSync(bytes, { maxOutputLength: Math.max(size, 1) }) : bytes
}
