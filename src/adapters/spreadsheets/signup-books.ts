import type { SignupBooks, SignupSheet } from '../../features/signups/book/signup-books.ts'

const FONT = { name: '宋体', size: 10 }
const THIN = { style: 'thin', color: { argb: 'FF999999' } } as const
const BORDER = { top: THIN, left: THIN, bottom: THIN, right: THIN }
const HEAD_ROW = 3
/** Of the columns, in the order of their headings. */
const WIDTHS = [6, 28, 12, 26, 18, 7, 7, 7, 10, 14, 18]

/** exceljs takes a tenth of a second and 40 MB to load: only whoever writes a sheet pays. */
export function signupBooks(): SignupBooks {
  return { write }
}

async function write({ title, subtitle, headings, rows }: SignupSheet): Promise<Uint8Array> {
  const { default: ExcelJS } = await import('exceljs')
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('接龙名单', {
    views: [{ state: 'frozen', ySplit: HEAD_ROW }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  })
  sheet.columns = headings.map((_, n) => ({ width: WIDTHS[n] ?? 12 }))
  for (const [row, text, size] of [
    [1, title, 16],
    [2, subtitle, 10],
  ] as const) {
    sheet.mergeCells(row, 1, row, headings.length)
    const cell = sheet.getCell(row, 1)
    cell.value = text
    cell.style = {
      font: { ...FONT, size, bold: row === 1 },
      numFmt: '@',
      alignment: { horizontal: 'center', wrapText: true },
    }
  }
  const lines = [headings, ...rows]
  for (const [n, values] of lines.entries()) {
    const line = sheet.getRow(HEAD_ROW + n)
    for (const [at, value] of values.entries()) {
      const cell = line.getCell(at + 1)
      cell.value = value
      cell.style = {
        font: { ...FONT, bold: n === 0 },
        border: BORDER,
        // Text stays text also after somebody typed into the cell: =SUM(A1) is what a person wrote.
        numFmt: typeof value === 'number' ? '0' : '@',
        alignment: {
          vertical: 'top',
          wrapText: true,
          horizontal: typeof value === 'number' ? 'center' : 'left',
        },
      }
    }
  }
  return new Uint8Array(await book.xlsx.writeBuffer())
}
