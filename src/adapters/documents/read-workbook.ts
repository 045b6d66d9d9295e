import ExcelJS from 'exceljs'
import type { FileContents } from '../../features/policy/reading/document-reader.ts'
import { type SourceTable, TABLE_MARK } from '../../features/policy/reading/source-table.ts'
import { unpack, zipParts } from '../../files/zip-parts.ts'
import { documentTexts as texts } from './documents.texts.ts'
import { gatherTable } from './table-grid.ts'

const MOST_UNPACKED_BYTES = 20 * 1024 * 1024
const MOST_ROWS = 20_000
const MOST_COLUMNS = 60
/** What may be chosen in a cell: said of a whole column, the library says it of a million cells. */
const NOT_READ = ['dataValidations', 'conditionalFormatting']

/** Every visible sheet is a table, called as its sheet is. */
export async function readWorkbook(bytes: Uint8Array): Promise<FileContents | { readonly reason: string }> {
  const book = new ExcelJS.Workbook()
  try {
    let unpacked = 0
    for (const part of zipParts(bytes)) {
      unpacked += part.size
      if (unpacked > MOST_UNPACKED_BYTES) return { reason: texts.tooMuchInside() }
      // The library believes no size: what is larger than the zip says is found here.
      unpack(part)
    }
    await book.xlsx.load(new Uint8Array(bytes).buffer as never, { ignoreNodes: NOT_READ })
  } catch {
    return { reason: texts.broken('Excel') }
  }
  const lines: string[] = []
  const tables: SourceTable[] = []
  const hidden: string[] = []
  for (const sheet of book.worksheets) {
    if (sheet.state !== 'visible') {
      hidden.push(sheet.name)
      continue
    }
    const rows: { text: string }[][] = []
    sheet.eachRow((row) => {
      if (row.hidden || rows.length >= MOST_ROWS) return
      const cells: { text: string }[] = []
      for (let at = 1; at <= Math.min(sheet.columnCount, MOST_COLUMNS); at++) {
        if (!sheet.getColumn(at).hidden) cells.push({ text: textOf(row.getCell(at)) })
      }
      rows.push(cells)
    })
    const table = gatherTable(rows)
    if (table === undefined) continue
    // Sheet1 says nothing; a name that somebody chose is a heading.
    const title = /^sheet\s*\d*$|^工作表\s*\d*$/iu.test(sheet.name) ? {} : { title: sheet.name }
    if ('lines' in table) lines.push(...table.lines)
    else {
      tables.push({ ...table, ...title })
      lines.push(TABLE_MARK)
    }
  }
  if (lines.length === 0) return { reason: texts.noText() }
  const title = titleOf(tables[0])
  if (title !== undefined) lines.unshift(`# ${title}`)
  const remarks = hidden.length === 0 ? [] : [texts.hiddenSheets(hidden)]
  return { text: lines.join('\n'), format: 'paragraphs', tables, remarks }
}

/** The text across the first row, or else the name that somebody gave the first sheet. */
function titleOf(table: SourceTable | undefined): string | undefined {
  const [first, ...rest] = new Set(table?.rows[0])
  return (rest.length === 0 ? first : undefined) ?? table?.title
}

/** As it is shown: a share as per cent, a day as a day, the result of a formula; of merged cells what the first says. */
function textOf(cell: ExcelJS.Cell): string {
  const from = cell.isMerged ? cell.master : cell
  const value = from.type === ExcelJS.ValueType.Formula ? from.result : from.value
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (typeof value === 'number') return shown(value, from.numFmt ?? '')
  if (typeof value === 'object') return 'error' in value ? '' : from.text.trim()
  return String(value).trim()
}

function shown(value: number, format: string): string {
  const digits = /%/u.test(format) ? value * 100 : value
  // 0.1 + 0.2: what a cell shows has no sixteen digits.
  return `${Number(digits.toPrecision(12))}${/%/u.test(format) ? '%' : ''}`
}
