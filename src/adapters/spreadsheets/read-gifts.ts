import { readSheet, type SheetData } from 'read-excel-file/universal'
import type { GiftSheet, SheetRow } from '../../features/donations/gifts/booking/gift-books.ts'
import { bookTexts as texts } from './book.texts.ts'
import { type GiftColumns, giftColumns, isTotal } from './gift-columns.ts'
import { inspectWorkbook } from './inspect-workbook.ts'

const MOST_UNPACKED_BYTES = 150 * 1024 * 1024
const MOST_COLUMNS = 100
/** A title, a note, and the headings themselves. */
const ROWS_ABOVE = 20

/** Never throws for what is wrong with the file: that is said in words for whoever sent it. */
export async function readGifts(bytes: Uint8Array, mostRows: number): Promise<GiftSheet> {
  const extent = inspectWorkbook(bytes, MOST_UNPACKED_BYTES)
  if (extent === undefined) return { ok: false, reason: texts.noWorkbook() }
  if (extent.rows > mostRows + ROWS_ABOVE)
    return { ok: false, reason: texts.tooManyRows(extent.rows, mostRows) }
  if (extent.columns > MOST_COLUMNS) return { ok: false, reason: texts.noGifts() }
  let data: SheetData
  try {
    data = await readSheet(bytes.slice().buffer)
  } catch {
    return { ok: false, reason: texts.noWorkbook() }
  }
  const lines = data.map((row) => row.map(textOf))
  const at = lines.slice(0, ROWS_ABOVE).findIndex((cells) => giftColumns(cells) !== undefined)
  const columns = giftColumns(lines[at] ?? [])
  if (columns === undefined) return { ok: false, reason: texts.noGifts() }
  const rows: SheetRow[] = []
  let total: { row: number; words: string } | undefined
  for (const [n, cells] of lines.entries()) {
    if (n <= at || cells.every((cell) => cell === '')) continue
    const row = rowOf(cells, n + 1, columns)
    if (!isTotal(cells)) rows.push(row)
    // Subtotals are passed over; the last such row sums up the whole.
    else if (row.amount !== '') total = { row: row.row, words: row.amount }
  }
  const { kind, inTenThousands } = columns
  return { ok: true, kind, inTenThousands, rows, ...(total === undefined ? {} : { total }) }
}

function rowOf(cells: readonly string[], row: number, { places }: GiftColumns): SheetRow {
  const cell = (column: Exclude<keyof SheetRow, 'row'>) => cells[places.get(column) ?? -1] ?? ''
  return {
    row,
    donor: cell('donor'),
    amount: cell('amount'),
    item: cell('item'),
    quantity: cell('quantity'),
    unit: cell('unit'),
    worth: cell('worth'),
    valuedBy: cell('valuedBy'),
    day: cell('day'),
    receipt: cell('receipt'),
    consent: cell('consent'),
    pledge: cell('pledge'),
    age: cell('age'),
    note: cell('note'),
    to: cell('to'),
    purpose: cell('purpose'),
  }
}

/**
 * As the sheet shows it: a workbook keeps 0.1 + 0.2 as 0.30000000000000004 and shows the fifteen digits that count. From
 * here on a number is its digits.
 */
function textOf(value: SheetData[number][number] | undefined): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (typeof value === 'number') return String(Number(value.toPrecision(15)))
  return String(value).trim()
}
