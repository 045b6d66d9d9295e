import { readSheet, type SheetData } from 'read-excel-file/node'
import { HouseError } from '../../kernel/errors.ts'

const SHEETS = [
  'federation',
  'chambers',
  'companies',
  'units',
  'people',
  'responsibilities',
  'groups',
] as const
/** Columns that hold several values, separated by 、 , ， ; or a new line. */
const LISTS = new Set(['aliases', 'tags', 'categories', 'roles'])

/**
 * A roster workbook as the same structure as the JSON file: a sheet per section, the first row names the
 * columns. `accounts` is written as `platform:id`, several separated like other lists.
 */
export async function readRosterSheets(path: string): Promise<unknown> {
  const content: Record<string, unknown> = {}
  for (const sheet of SHEETS) {
    const rows = await sheetRows(path, sheet)
    if (rows === undefined) continue
    content[sheet] = sheet === 'federation' ? rows[0] : rows
  }
  if (Object.keys(content).length === 0) {
    throw new HouseError(
      'import',
      `${path} has none of the sheets ${SHEETS.join(', ')}; name the sheets so and try again.`,
    )
  }
  return content
}

async function sheetRows(path: string, sheet: string): Promise<Record<string, unknown>[] | undefined> {
  let data: SheetData
  try {
    data = await readSheet(path, sheet)
  } catch (cause) {
    if (/sheet/iu.test(String(cause)) && /not found/iu.test(String(cause))) return undefined
    throw new HouseError(
      'import',
      `${path} cannot be read as an .xlsx workbook; save it again from the spreadsheet program.`,
      { cause },
    )
  }
  const [head, ...body] = data
  if (head === undefined) return []
  const names = head.map((cell) => String(cell ?? '').trim())
  return body.filter((row) => row.some((cell) => cell !== null)).map((row) => rowObject(names, row))
}

function rowObject(names: readonly string[], row: SheetData[number]): Record<string, unknown> {
  const result: Record<string, unknown> = {}
  for (const [i, name] of names.entries()) {
    const cell = row[i]
    if (name === '' || cell === null || cell === undefined || cell === '') continue
    const text = cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell).trim()
    const parts = () =>
      text
        .split(/[、,，;；\n]+/u)
        .map((part) => part.trim())
        .filter((part) => part !== '')
    if (LISTS.has(name)) result[name] = parts()
    else if (name === 'accounts') result[name] = parts().map(accountOf)
    else result[name] = text
  }
  return result
}

function accountOf(text: string): { platform: string; id: string } {
  const at = text.indexOf(':')
  return { platform: text.slice(0, at), id: text.slice(at + 1) }
}
