import type { Writable } from 'node:stream'
import ExcelJS from 'exceljs'
import type { LedgerHead, LedgerRow } from '../../features/appeals/ledger/ledger-books.ts'
import {
  type CellValue,
  ID_HEADING,
  type LedgerColumn,
  ledgerColumns,
  VERSION_HEADING,
} from '../../features/appeals/ledger/ledger-columns.ts'

/** What offices print with, and what every machine there has. */
const FONT = { name: '宋体', size: 10 }
const THIN = { style: 'thin', color: { argb: 'FF999999' } } as const
const BORDER = { top: THIN, left: THIN, bottom: THIN, right: THIN }
const HEAD_ROW = 3
const READ_ONLY = 'FFE7E6E6'
const CORRECTABLE = 'FFFFF2CC'
const SHANGHAI_OFFSET_MS = 8 * 3_600_000

/** Text stays text also after somebody typed into the cell: no formula, no number made of an 编号, no date. */
const FORMATS: Readonly<Record<LedgerColumn['kind'], string>> = {
  text: '@',
  number: '0',
  moment: 'yyyy-mm-dd hh:mm',
}

const styles = ledgerColumns.map(({ kind }) => ({
  font: FONT,
  numFmt: FORMATS[kind],
  border: BORDER,
  alignment: { vertical: 'top', wrapText: true, horizontal: kind === 'text' ? 'left' : 'center' },
})) as readonly Partial<ExcelJS.Style>[]

/** Sheets know no zones: the wall clock in China is what is written. */
const wallTime = (at: Date) => new Date(at.getTime() + SHANGHAI_OFFSET_MS)

const cellOf = (value: CellValue) => (value instanceof Date ? wallTime(value) : value)

/** Writes the sheet row by row, so that memory stays the same however long the ledger is. Ends the stream. */
export async function writeLedger(
  { title, subtitle }: LedgerHead,
  rows: AsyncIterable<LedgerRow> | Iterable<LedgerRow>,
  stream: Writable,
): Promise<number> {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false })
  const width = ledgerColumns.length
  const sheet = book.addWorksheet('诉求台账', {
    views: [{ state: 'frozen', xSplit: 2, ySplit: HEAD_ROW, topLeftCell: 'C4', activeCell: 'C4' }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `1:${HEAD_ROW}`,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: '第 &P 页，共 &N 页' },
  })
  sheet.columns = [
    ...ledgerColumns.map((column) => ({ width: column.width })),
    { width: 14, hidden: true },
    { width: 18, hidden: true },
  ]
  banner(sheet, 1, title, { ...FONT, size: 16, bold: true }, 30)
  banner(sheet, 2, subtitle, FONT, 32)
  const head = sheet.getRow(HEAD_ROW)
  head.values = [...ledgerColumns.map(({ heading }) => heading), ID_HEADING, VERSION_HEADING]
  ledgerColumns.forEach(({ correctable }, n) => {
    head.getCell(n + 1).style = {
      font: { ...FONT, bold: true },
      border: BORDER,
      alignment: { vertical: 'middle', horizontal: 'center', wrapText: true },
      fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: correctable ? CORRECTABLE : READ_ONLY } },
    }
  })
  head.height = 24
  head.commit()
  let count = 0
  for await (const row of rows) {
    const line = sheet.getRow(HEAD_ROW + ++count)
    line.values = [...row.cells.map(cellOf), row.number, row.version] as ExcelJS.CellValue[]
    styles.forEach((style, n) => {
      line.getCell(n + 1).style = style
    })
    line.getCell(width + 1).numFmt = '@'
    line.getCell(width + 2).numFmt = '@'
    line.commit()
  }
  const last = HEAD_ROW + Math.max(count, 1)
  sheet.autoFilter = { from: { row: HEAD_ROW, column: 1 }, to: { row: last, column: width } }
  chooseAmong(sheet, last)
  sheet.commit()
  await book.commit()
  return count
}

type Sheet = ReturnType<ExcelJS.stream.xlsx.WorkbookWriter['addWorksheet']>

function banner(sheet: Sheet, row: number, text: string, font: object, height: number): void {
  sheet.mergeCells(row, 1, row, ledgerColumns.length)
  const cell = sheet.getCell(row, 1)
  cell.value = text
  cell.style = { font, numFmt: '@', alignment: { vertical: 'middle', horizontal: 'center', wrapText: true } }
  sheet.getRow(row).height = height
}

/** A closed list is chosen from, not typed. */
function chooseAmong(sheet: Sheet, last: number): void {
  ledgerColumns.forEach(({ among, correctable, heading }, n) => {
    if (among === undefined || correctable === undefined) return
    const letter = sheet.getColumn(n + 1).letter
    const address = `${letter}${HEAD_ROW + 1}:${letter}${last}`
    // The type of the streaming sheet leaves this out; it is there.
    const { dataValidations } = sheet as unknown as {
      dataValidations: { add(at: string, rule: object): void }
    }
    dataValidations.add(address, {
      type: 'list',
      allowBlank: true,
      formulae: [`"${among.join(',')}"`],
      showErrorMessage: true,
      errorTitle: heading,
      error: '请从列表里选',
    })
  })
}
