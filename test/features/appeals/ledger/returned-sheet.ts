import ExcelJS from 'exceljs'

/** A ledger in somebody's spreadsheet program: cells by heading and number, saved again by another program than ours. */
export async function inSpreadsheet(path: string) {
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(path)
  const sheet = book.worksheets[0] as ExcelJS.Worksheet
  const headRow = 3
  const columnOf = (heading: string) => {
    const values = sheet.getRow(headRow).values as unknown[]
    const at = values.indexOf(heading)
    if (at < 0) throw new Error(`There is no column ${heading}.`)
    return at
  }
  const rowOf = (number: string) => {
    let found: number | undefined
    sheet.eachRow((row, n) => {
      if (n > headRow && String(row.getCell(columnOf('编号')).value) === number) found = n
    })
    if (found === undefined) throw new Error(`There is no row ${number}.`)
    return found
  }
  return {
    sheet,
    cell: (number: string, heading: string) => sheet.getCell(rowOf(number), columnOf(heading)),
    rowOf,
    columnOf,
    save: (to: string) => book.xlsx.writeFile(to),
  }
}
