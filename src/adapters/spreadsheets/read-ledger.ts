import { readSheet, type SheetData } from 'read-excel-file/universal'
import type { ReturnedRow, ReturnedSheet } from '../../features/appeals/ledger/ledger-books.ts'
import { ID_HEADING, ledgerColumns, VERSION_HEADING } from '../../features/appeals/ledger/ledger-columns.ts'
import { correctableColumns } from '../../features/appeals/ledger/ledger-mark.ts'
import { bookTexts as texts } from './book.texts.ts'
import { inspectWorkbook } from './inspect-workbook.ts'

/** As many as a ledger of some 60,000 matters takes; a workbook that unpacks to more is refused unread. */
const MOST_UNPACKED_BYTES = 150 * 1024 * 1024
const MOST_COLUMNS = 200
/** Title, time, headings, and a few that somebody put above. */
const ROWS_ABOVE = 20

/** Never throws for what is wrong with the file: that is said in words for whoever sent it. */
export async function readLedger(bytes: Uint8Array, mostRows: number): Promise<ReturnedSheet> {
  const extent = inspectWorkbook(bytes, MOST_UNPACKED_BYTES)
  if (extent === undefined) return { ok: false, reason: texts.noWorkbook() }
  if (extent.rows > mostRows + ROWS_ABOVE)
    return { ok: false, reason: texts.tooManyRows(extent.rows, mostRows) }
  if (extent.columns > MOST_COLUMNS) return { ok: false, reason: texts.tooManyColumns(extent.columns) }
  let data: SheetData
  try {
    data = await readSheet(bytes.slice().buffer)
  } catch {
    return { ok: false, reason: texts.noWorkbook() }
  }
  const at = data.slice(0, ROWS_ABOVE).findIndex((row) => row.includes(ID_HEADING))
  const headings = data[at]?.map((cell) => String(cell ?? '').trim())
  if (headings === undefined) return { ok: false, reason: texts.noLedger(ID_HEADING) }
  const columnOf = (heading: string) => headings.indexOf(heading)
  const version = columnOf(VERSION_HEADING)
  if (version < 0) return { ok: false, reason: texts.noLedger(VERSION_HEADING) }
  const there = correctableColumns.filter(({ heading }) => columnOf(heading) >= 0)
  const headingOf = (key: string) => ledgerColumns.find((column) => column.key === key)?.heading ?? key
  const rows: ReturnedRow[] = []
  for (const [n, row] of data.entries()) {
    const cell = (column: number) => textOf(column < 0 ? null : row[column])
    if (n <= at || row.every((value) => textOf(value) === '')) continue
    rows.push({
      row: n + 1,
      number: cell(columnOf(ID_HEADING)),
      version: cell(version),
      shownNumber: cell(columnOf(headingOf('number'))),
      place: cell(columnOf(headingOf('place'))),
      cells: Object.fromEntries(there.map(({ key, heading }) => [key, cell(columnOf(heading))])),
    })
  }
  const missingColumns = correctableColumns
    .filter((column) => !there.includes(column))
    .map(({ heading }) => heading)
  const above = data.slice(0, at).flat().map(textOf).join('\n')
  const written = /共 (\d{1,7}) 件/u.exec(above)?.[1]
  return { ok: true, rows, missingColumns, written: written === undefined ? null : Number(written) }
}

function textOf(value: SheetData[number][number] | undefined): string {
  if (value === null || value === undefined) return ''
  return (value instanceof Date ? value.toISOString().slice(0, 10) : String(value)).trim()
}
