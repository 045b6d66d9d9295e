import { unpack, zipParts } from '../../files/zip-parts.ts'

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
    for (const part of zipParts(bytes)) {
      left -= part.size
      if (left < 0) return undefined
      if (!SHEET.test(part.name)) continue
      const sheet = Buffer.from(unpack(part))
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

const numberOf = (letters: string) =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
