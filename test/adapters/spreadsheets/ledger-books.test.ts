import { deflateRawSync } from 'node:zlib'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inspectWorkbook } from '../../../src/adapters/spreadsheets/inspect-workbook.ts'
import { ledgerBooks } from '../../../src/adapters/spreadsheets/ledger-books.ts'
import type { Appeal } from '../../../src/features/appeals/appeal.ts'
import { type LedgerEntry, ledgerColumns } from '../../../src/features/appeals/ledger/ledger-columns.ts'
import { ledgerRows } from '../../../src/features/appeals/ledger/ledger-rows.ts'
import { planImport } from '../../../src/features/appeals/ledger/plan-import.ts'
import { APPEAL, DIRECTORY } from '../../features/appeals/county.ts'

const books = ledgerBooks()
const HEAD = { title: '云岭县企业诉求台账', subtitle: '截至 2026-03-02 09:00　共 3 件' }

async function* streamed(entries: readonly LedgerEntry[]) {
  yield* entries
}
const entry = (number: string, more: Partial<Appeal> = {}, progress: string | null = null): LedgerEntry => ({
  appeal: { ...APPEAL, number, ...more },
  progress,
})
const written = (entries: readonly LedgerEntry[]) =>
  books.write(HEAD, ledgerRows(streamed(entries), DIRECTORY))

async function opened(bytes: Uint8Array) {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes.slice().buffer)
  return book.worksheets[0] as ExcelJS.Worksheet
}

test('the sheet is one that an office prints as it is', async () => {
  const sheet = await opened(await written([entry('2026-0012'), entry('2026-0013')]))
  expect(sheet.getCell('A1').value).toBe(HEAD.title)
  expect(sheet.getCell('V1').master.address).toBe('A1')
  expect(sheet.getCell('A2').value).toBe(HEAD.subtitle)
  expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 3 })
  expect(sheet.autoFilter).toBe('A3:V5')
  expect(sheet.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', printTitlesRow: '1:3' })
  const headings = (sheet.getRow(3).values as string[]).slice(1)
  expect(headings.slice(0, 6)).toEqual(['序号', '编号', '登记时间', '类别', '紧急程度', '企业'])
  expect(headings.slice(-2)).toEqual(['行标识', '版本'])
  for (const n of [headings.length, headings.length - 1]) expect(sheet.getColumn(n).hidden).toBe(true)
  expect(sheet.getCell('J4').alignment).toMatchObject({ wrapText: true })
  expect(sheet.getCell('D4').dataValidation).toMatchObject({ type: 'list' })
})

test('a date is a date that shows the clock on a wall in China', async () => {
  const at = new Date('2026-03-01T00:30:00+08:00')
  const sheet = await opened(await written([entry('2026-0012', { filedAt: at })]))
  const cell = sheet.getCell('C4')
  expect(cell.type).toBe(ExcelJS.ValueType.Date)
  // A spreadsheet knows no zones; libraries hand its wall clock out as if it were in Greenwich.
  expect((cell.value as Date).toISOString()).toBe('2026-03-01T00:30:00.000Z')
  expect(cell.numFmt).toBe('yyyy-mm-dd hh:mm')
})

test('text that looks like a formula stays text, wherever it stands', async () => {
  const evil = ['=SUM(A1:A9)', '+1-1', '-2+3', '@SUM(1)', '=cmd|" /C calc"!A0', '\t=1+1', '\r=2']
  const sheet = await opened(
    await written(
      evil.map((text, n) => entry(`2026-00${n + 10}`, { text, company: { code: null, name: text } }, text)),
    ),
  )
  sheet.eachRow((row) =>
    row.eachCell((cell) => {
      expect(cell.formula).toBeUndefined()
      expect([
        ExcelJS.ValueType.String,
        ExcelJS.ValueType.Number,
        ExcelJS.ValueType.Date,
        ExcelJS.ValueType.Merge,
      ]).toContain(cell.type)
    }),
  )
  expect(sheet.getCell('J4').value).toBe('=SUM(A1:A9)')
  expect(sheet.getCell('J4').numFmt).toBe('@')
})

test('of a sealed one there is neither company nor asker nor chamber nor leader, and the words as units read them', async () => {
  const sealed = { sealed: true, company: null, asker: null, outward: '某企业反映欠款', text: '五峰反映欠款' }
  const sheet = await opened(await written([entry('2026-0012', { ...sealed, chamber: 'machinery' })]))
  const row = Object.fromEntries(
    ledgerColumns.map(({ key }, n) => [key, sheet.getRow(4).getCell(n + 1).value]),
  )
  expect(row).toMatchObject({
    company: '（身份封存）',
    asker: null,
    chamber: null,
    town: null,
    leader: null,
    text: '某企业反映欠款',
  })
})

test('whatever people wrote, a sheet that nobody touched comes back without a change', async () => {
  const words = fc.string({ unit: 'binary', maxLength: 60 })
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(words, fc.option(words)), { minLength: 1, maxLength: 8 }),
      async (many) => {
        const entries = many.map(([text, resolution], n) =>
          entry(`2026-${1000 + n}`, { text, resolution, version: n + 1 }, text),
        )
        const sheet = await books.read(await written(entries), 100)
        if (!sheet.ok) throw new Error(sheet.reason)
        const current = new Map(entries.map((one) => [one.appeal.number, one]))
        const plan = planImport(sheet, current, DIRECTORY, { move: true })
        expect(plan).toMatchObject({ changes: [], conflicts: [], wrong: [], unchanged: entries.length })
      },
    ),
    { numRuns: 40 },
  )
})

test('twenty thousand rows come back as they went out', async () => {
  const entries = Array.from({ length: 20_000 }, (_, n) =>
    entry(
      `2026-${String(n + 1).padStart(4, '0')}`,
      { version: (n % 7) + 1, text: `第${n}件` },
      n % 3 === 0 ? `办到第${n}步` : null,
    ),
  )
  const sheet = await books.read(await written(entries), 20_000)
  if (!sheet.ok) throw new Error(sheet.reason)
  const plan = planImport(sheet, new Map(entries.map((one) => [one.appeal.number, one])), DIRECTORY, {
    move: true,
  })
  expect(plan).toMatchObject({ changes: [], conflicts: [], wrong: [], unchanged: 20_000, missingColumns: [] })
})

test('a text longer than a cell can hold is cut, said, and still no change', async () => {
  const long = entry('2026-0012', { text: '长'.repeat(100_000), resolution: '办'.repeat(40_000) })
  const bytes = await written([long])
  expect(String((await opened(bytes)).getCell('J4').value)).toMatch(/（全文 100000 字，见系统）$/u)
  const sheet = await books.read(bytes, 10)
  if (!sheet.ok) throw new Error(sheet.reason)
  expect(planImport(sheet, new Map([['2026-0012', long]]), DIRECTORY, { move: true }).unchanged).toBe(1)
})

/** A zip of one part, whose directory may claim any size. */
function zip(name: string, content: Buffer, claimed = content.length): Uint8Array {
  const packed = deflateRawSync(content)
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(packed.length, 18)
  local.writeUInt32LE(claimed, 22)
  local.writeUInt16LE(name.length, 26)
  const central = Buffer.alloc(46)
  central.writeUInt32LE(0x02014b50, 0)
  central.writeUInt16LE(8, 10)
  central.writeUInt32LE(packed.length, 20)
  central.writeUInt32LE(claimed, 24)
  central.writeUInt16LE(name.length, 28)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(30 + name.length + packed.length, 16)
  return Buffer.concat([local, Buffer.from(name), packed, central, Buffer.from(name), end])
}

const SHEET = 'xl/worksheets/sheet1.xml'
const MB = 1024 * 1024

test('what would unpack to more than allowed is not unpacked, also where the zip lies about it', async () => {
  const bomb = Buffer.alloc(64 * MB, 'a')
  expect(inspectWorkbook(zip(SHEET, bomb), 32 * MB)).toBeUndefined()
  expect(inspectWorkbook(zip(SHEET, bomb, 1000), 32 * MB)).toBeUndefined()
  expect(await books.read(zip(SHEET, Buffer.from('<worksheet/>')), 10)).toMatchObject({ ok: false })
})

test('two cells at the ends of the sheet are not laid out into seventeen thousand million', async () => {
  const sheet = Buffer.from('<worksheet><c r="A1"/><c t="s" r="XFD1048576"/></worksheet>')
  expect(inspectWorkbook(zip(SHEET, sheet), MB)).toEqual({ rows: 1_048_576, columns: 16_384 })
  expect(await books.read(zip(SHEET, sheet), 5_000)).toMatchObject({
    ok: false,
    reason: expect.stringContaining('1048576 行'),
  })
})

test.each([
  ['nothing', new Uint8Array()],
  ['noise', Uint8Array.from({ length: 5_000 }, (_, n) => (n * 7919) % 251)],
  ['a zip that is cut off', zip(SHEET, Buffer.from('<worksheet/>')).slice(0, 60)],
])('%s is no workbook, and said so', async (_what, bytes) => {
  expect(await books.read(bytes, 10)).toMatchObject({ ok: false, reason: expect.stringContaining('.xlsx') })
})

test('another workbook than a ledger is refused in words', async () => {
  const book = new ExcelJS.Workbook()
  book.addWorksheet('名单').addRow(['姓名', '电话'])
  const bytes = new Uint8Array(await book.xlsx.writeBuffer())
  expect(await books.read(bytes, 10)).toMatchObject({ ok: false, reason: expect.stringContaining('行标识') })
})
