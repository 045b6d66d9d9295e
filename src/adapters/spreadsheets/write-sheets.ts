import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import ExcelJS from 'exceljs'
import type { Sheet, SheetCell } from '../../features/donations/disclosure/sheets.ts'
import { plainYuan } from '../../kernel/money.ts'
import { spokenQuantity } from '../../kernel/quantity.ts'

const FONT = { name: '宋体', size: 10 }
const THIN = { style: 'thin', color: { argb: 'FF999999' } } as const
const BORDER = { top: THIN, left: THIN, bottom: THIN, right: THIN }
const HEAD_ROW = 2

const FORMATS: Readonly<Record<SheetCell['kind'], string>> = {
  text: '@',
  count: '0',
  fen: '#,##0.00',
  quantity: '#,##0.###',
}

/** A workbook for offices: a title, headings that stay in sight and are printed on every page, sums below. */
export async function writeSheets(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const stream = new PassThrough()
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false })
  const bytes = buffer(stream)
  for (const sheet of sheets) write(book, sheet)
  await book.commit()
  return bytes
}

function write(book: ExcelJS.stream.xlsx.WorkbookWriter, { name, title, columns, rows, foot }: Sheet): void {
  const sheet = book.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: HEAD_ROW, topLeftCell: 'A3', activeCell: 'A3' }],
    pageSetup: {
      paperSize: 9,
      orientation: columns.length > 4 ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `1:${HEAD_ROW}`,
    },
    headerFooter: { oddFooter: '第 &P 页，共 &N 页' },
  })
  sheet.columns = columns.map(({ width }) => ({ width }))
  sheet.mergeCells(1, 1, 1, columns.length)
  const head = sheet.getCell(1, 1)
  head.value = title
  head.style = { font: { ...FONT, size: 14, bold: true }, numFmt: '@', alignment: { horizontal: 'center' } }
  sheet.getRow(1).height = 26
  sheet.getRow(1).commit()
  const bold = { font: { ...FONT, bold: true } }
  fill(
    sheet.getRow(HEAD_ROW),
    columns.map(({ heading }) => ({ kind: 'text', text: heading })),
    bold,
  )
  rows.forEach((row, n) => void fill(sheet.getRow(HEAD_ROW + 1 + n), row))
  if (foot.length > 0) fill(sheet.getRow(HEAD_ROW + 1 + rows.length), foot, bold)
  sheet.commit()
}

function fill(row: ExcelJS.Row, cells: readonly SheetCell[], more: Partial<ExcelJS.Style> = {}): void {
  for (const [n, one] of cells.entries()) {
    const cell = row.getCell(n + 1)
    cell.value = inCell(one)
    cell.style = {
      font: FONT,
      numFmt: FORMATS[one.kind],
      border: BORDER,
      alignment: {
        vertical: 'top',
        wrapText: true,
        horizontal: one.kind === 'text' ? 'left' : 'right',
      },
      ...more,
    }
  }
  row.commit()
}

/**
 * Strings stay strings, so that no name becomes a formula. A sheet has no integers of fen: the amount's decimal digits
 * are what is written into the file, and only Excel reads them as a number.
 */
function inCell(cell: SheetCell): string | number {
  switch (cell.kind) {
    case 'text':
      return cell.text
    case 'count':
      return cell.count
    case 'fen':
      return Number(plainYuan(cell.fen).replaceAll(',', ''))
    case 'quantity':
      return Number(spokenQuantity(cell.thousandths).replaceAll(',', ''))
  }
}
