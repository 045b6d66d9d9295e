import { readFile } from 'node:fs/promises'
import readWorkbook, { type SheetData } from 'read-excel-file/universal'
import { HouseError } from '../../kernel/errors.ts'
import { inspectWorkbook } from './inspect-workbook.ts'
import { NOTE, type RosterColumn, type RosterSheet, rosterSheets } from './roster-columns.ts'

const MOST_UNPACKED_BYTES = 150 * 1024 * 1024
const MOST_ROWS = 60_000
const DAYS_TO_1970 = 25_569
const MOST_COLUMNS = 200

export interface RosterWorkbook {
  /** The same structure as the JSON file. */
  readonly content: unknown
  /** Where the n-th entry of a section stands, as people see it: 人员 表第 7 行. */
  placeOf(section: string, entry: number): string | undefined
}

/**
 * A roster workbook: a sheet per section, by its Chinese name or the section's, the first row the headings by either.
 * The row of explanations that the template has is passed over.
 * @throws HouseError `import` that says what is wrong with the file, or which heading nothing is known of.
 */
export async function readRosterSheets(path: string): Promise<RosterWorkbook> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new HouseError('import', `The roster ${path} cannot be read: check the path and its permissions.`, {
      cause,
    })
  })
  const extent = inspectWorkbook(bytes, MOST_UNPACKED_BYTES)
  if (extent !== undefined && (extent.rows > MOST_ROWS || extent.columns > MOST_COLUMNS))
    throw new HouseError(
      'import',
      `${path} has more than ${MOST_ROWS} rows or ${MOST_COLUMNS} columns; delete the empty ones.`,
    )
  const sheets =
    extent === undefined ? undefined : await readWorkbook(bytes.slice().buffer).catch(() => undefined)
  if (sheets === undefined)
    throw new HouseError(
      'import',
      `${path} cannot be read as an .xlsx workbook; save it again from the spreadsheet program.`,
    )
  const content: Record<string, unknown> = {}
  const places = new Map<string, readonly number[]>()
  for (const layout of rosterSheets) {
    const found = sheets.find(({ sheet }) => sheet === layout.name || sheet === layout.section)
    if (found === undefined) continue
    const { entries, rows } = entriesOf(found.data, layout, path)
    places.set(layout.section, rows)
    content[layout.section] = layout.section === 'federation' ? entries[0] : entries
  }
  if (places.size === 0) {
    const names = rosterSheets.map(({ name, section }) => `${name} (${section})`).join(', ')
    throw new HouseError(
      'import',
      `${path} has none of the sheets ${names}; \`import --template FILE\` writes them.`,
    )
  }
  return {
    content,
    placeOf(section, entry) {
      const row = places.get(section)?.[entry - 1]
      const name = rosterSheets.find((one) => one.section === section)?.name
      return row === undefined ? undefined : `“${name}”表第 ${row} 行`
    },
  }
}

function entriesOf(data: SheetData, { name, columns }: RosterSheet, path: string) {
  const [head = [], ...body] = data
  const layout = head.map((cell) => {
    const heading = String(cell ?? '')
      .trim()
      .replace(/[*＊]$/u, '')
    if (heading === '') return undefined
    const column = columns.find((one) => one.heading === heading || one.key === heading)
    if (column === undefined)
      throw new HouseError(
        'import',
        `${path}: sheet ${name} has the heading ${heading}, which no column of a roster has.`,
      )
    return column
  })
  const entries: Record<string, unknown>[] = []
  const rows: number[] = []
  for (const [n, row] of body.entries()) {
    const first = row.find((cell) => cell !== null)
    if (first === undefined || String(first).startsWith(NOTE)) continue
    const entry: Record<string, unknown> = {}
    for (const [at, column] of layout.entries()) {
      const value = column === undefined ? undefined : cellValue(row[at], column)
      if (column !== undefined && value !== undefined) entry[column.key] = value
    }
    entries.push(entry)
    rows.push(n + 2)
  }
  return { entries, rows }
}

function cellValue(cell: SheetData[number][number] | undefined, { kind, among }: RosterColumn): unknown {
  if (cell === null || cell === undefined) return undefined
  const text = (cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell)).trim()
  if (text === '') return undefined
  const stands = (value: string) => among?.get(value) ?? value
  switch (kind) {
    case 'list':
      return partsOf(text).map(stands)
    case 'accounts':
      return partsOf(text).map(accountOf)
    case 'deputies':
      return partsOf(text).map(deputyOf)
    case 'day':
      // A date in a cell that is formatted as text comes as days since 1899.
      if (typeof cell === 'number')
        return new Date((cell - DAYS_TO_1970) * 86_400_000).toISOString().slice(0, 10)
      return text.replace(/^(\d{4})[/.年](\d{1,2})[/.月](\d{1,2})日?$/u, (_all, year, month, date) =>
        [year, month.padStart(2, '0'), date.padStart(2, '0')].join('-'),
      )
    case 'text':
      return stands(text)
  }
}

/** Several values are separated by 、 , ， ; or a new line. */
const partsOf = (text: string) =>
  text
    .split(/[、,，;；\n]+/u)
    .map((part) => part.trim())
    .filter((part) => part !== '')

function accountOf(text: string): { platform: string; id: string } {
  const at = text.search(/[:：]/u)
  return { platform: text.slice(0, at), id: text.slice(at + 1) }
}

/** li, li(2026-03-01至2026-03-31), li(2026-03-01至), li(至2026-03-31). */
function deputyOf(text: string): Record<string, string> {
  const [, person = text, from = '', until = ''] =
    /^([^(（]+)[(（]\s*([\d-]*)\s*(?:至|到|~)?\s*([\d-]*)\s*[)）]$/u.exec(text) ?? []
  return { person: person.trim(), ...(from === '' ? {} : { from }), ...(until === '' ? {} : { until }) }
}
