import { inflateRawSync } from 'node:zlib'

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL_HEADER = 30
const DEFLATED = 8
const MOST_PARTS = 2_000
const SHEET = /^xl\/worksheets\/[^/]+\.xml$/u

export interface WorkbookExtent {
  /** Of the largest sheet, counted to its last cell also where only that one is filled. */
  readonly rows: number
  readonly columns: number
}

/**
 * Looks at a workbook before it is read: a zip of a few kilobytes can unpack to gigabytes, and two cells far apart make
 * a reader lay out every cell between them. Nothing is unpacked beyond the limit, whatever the zip says of itself.
 * @returns undefined where it is no workbook, or more than `mostBytes` when unpacked.
 */
export function inspectWorkbook(bytes: Uint8Array, mostBytes: number): WorkbookExtent | undefined {
  let left = mostBytes
  let rows = 0
  let columns = 0
  try {
    for (const part of partsOf(bytes)) {
      left -= part.size
      if (left < 0) return undefined
      if (!SHEET.test(part.name)) continue
      const sheet = part.method === DEFLATED ? inflate(part.bytes, part.size) : Buffer.from(part.bytes)
      for (const [, column = '', row = '0'] of sheet
        .toString('latin1')
        .matchAll(/\sr="([A-Z]{0,3})(\d{1,7})"/gu)) {
        rows = Math.max(rows, Number(row))
        columns = Math.max(columns, numberOf(column))
      }
    }
  } catch {
    return undefined
  }
  return rows === 0 && columns === 0 && left === mostBytes ? undefined : { rows, columns }
}

/** More than the zip's directory said is a lie, and an error. */
const inflate = (bytes: Uint8Array, size: number) =>
  inflateRawSync(bytes, { maxOutputLength: Math.max(size, 1) })

interface Part {
  readonly name: string
  readonly method: number
  /** Unpacked, as the directory says. */
  readonly size: number
  readonly bytes: Uint8Array
}

/** @throws RangeError where the directory does not fit the file. */
function* partsOf(bytes: Uint8Array): Generator<Part> {
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

const numberOf = (letters: string) =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
