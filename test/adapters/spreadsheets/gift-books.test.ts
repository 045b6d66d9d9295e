import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { giftBooks } from '../../../src/adapters/spreadsheets/gift-books.ts'
import {
  readBookedRows,
  readUsedRows,
  totalDiffers,
} from '../../../src/features/donations/gifts/booking/read-sheet-rows.ts'
import { spokenGiven } from '../../../src/features/donations/gifts/spoken-given.ts'
import type { Directory } from '../../../src/kernel/directory.ts'

const AT = new Date('2026-03-02T10:00:00+08:00')
const company = { code: 'tianhe', name: '天禾农机有限公司', aliases: ['天禾农机'], tags: [] }
const directory = { companies: new Map([[company.code, company]]) } as unknown as Directory

async function sheetOf(rows: readonly (readonly unknown[])[]) {
  const book = new ExcelJS.Workbook()
  book.addWorksheet('到账').addRows(rows as unknown[][])
  const sheet = await giftBooks().read(new Uint8Array(await book.xlsx.writeBuffer()), 100)
  if (!sheet.ok) throw new Error(sheet.reason)
  return sheet
}

test('a charity’s list is read as it is written: title above, a total below, amounts as the sheet shows them', async () => {
  const sheet = await sheetOf([
    ['云岭县慈善总会捐赠收入明细'],
    ['序号', '捐赠单位（个人）', '捐赠金额（元）', '入账日期', '捐赠票据号', '是否公开', '备注'],
    [1, '天禾农机', 50000, new Date('2026-02-27T00:00:00Z'), '0012345', '是', ''],
    [2, '何志平', 0.1 + 0.2, '2026年2月28日', '', '匿名', ''],
    [3, '王小明', '1,000.50', '2026-02-28', 'A-7', '是', '未成年'],
    [4, '张三 13800000000', '伍佰元整', '2月28日', '', '', ''],
    ['合计', '', 51500.8, '', '', '', ''],
  ])
  const { entries, wrong } = readBookedRows(sheet, directory, AT)
  expect(wrong).toEqual([])
  expect(entries).toMatchObject([
    {
      row: 3,
      donor: { kind: 'company', company: 'tianhe' },
      given: { fen: 5_000_000 },
      bookedOn: '2026-02-27',
      receipt: '0012345',
      consent: 'named',
    },
    { row: 4, donor: { kind: 'person', name: '何志平' }, given: { fen: 30 }, consent: 'anonymous' },
    { row: 5, donor: { kind: 'minor' }, given: { fen: 100_050 } },
    { row: 6, donor: { kind: 'person', name: '张三' }, given: { fen: 50_000 } },
  ])
  expect(totalDiffers(sheet, entries)).toBeUndefined()
  expect(totalDiffers(sheet, entries.slice(1))).toEqual(['51,500.80 元', '1,500.80 元'])
})

test('what is wrong with a row is said, and the others are taken', async () => {
  const sheet = await sheetOf([
    ['捐赠人', '金额', '物资名称', '数量', '单位', '价值', '估价方', '日期', '署名'],
    ['甲', '五六万', '', '', '', '', '', '2026-02-28', ''],
    ['乙', '', '大米', '两三百', '袋', '', '', '2026-02-28', ''],
    ['丙', '', '大米', 20, '袋', 8000, '', '2026-02-28', ''],
    ['丁', '', '大米', 20, '袋', 8000, '慈善总会', '2026-02-28', ''],
    ['戊', 100, '', '', '', '', '', '2026-03-09', ''],
    ['己', 100, '', '', '', '', '', '2026-02-30', ''],
    ['庚', 100, '', '', '', '', '', '', ''],
    ['辛', 100, '', '', '', '', '', '2026-02-28', '看情况'],
    ['壬', '', '', '', '', '', '', '2026-02-28', ''],
    ['癸', 0.001, '', '', '', '', '', '2026-02-28', ''],
  ])
  const { entries, wrong } = readBookedRows(sheet, directory, AT)
  expect(entries.map(({ given }) => spokenGiven(given))).toEqual(['大米 20 袋（慈善总会估价 8,000.00 元）'])
  expect(wrong.map(({ row }) => row)).toEqual([2, 3, 4, 6, 7, 8, 9, 10, 11])
  expect(wrong.find(({ row }) => row === 4)?.reason).toContain('谁估的价')
})

test('amounts in ten thousands are read as such', async () => {
  const sheet = await sheetOf([
    ['捐赠人', '捐款金额（万元）', '到账日期'],
    ['甲', 0.35, '2026-02-28'],
    ['乙', '12', '2026-02-28'],
  ])
  expect(readBookedRows(sheet, directory, AT).entries.map(({ given }) => given.fen)).toEqual([
    350_000, 12_000_000,
  ])
})

test('a list of what was spent is told from one of what came in', async () => {
  const sheet = await sheetOf([
    ['支出日期', '支出金额', '接收单位', '用途'],
    ['2026-02-28', 20000, '柳溪镇', '购买水泵'],
    ['2026-02-28', 1, '', '购买水泵'],
  ])
  expect(sheet.kind).toBe('uses')
  const { entries, wrong } = readUsedRows(sheet, AT)
  expect(entries).toMatchObject([
    { given: { fen: 2_000_000 }, to: '柳溪镇', purpose: '购买水泵', usedOn: '2026-02-28' },
  ])
  expect(wrong).toHaveLength(1)
})

test('what is no such list is refused in words', async () => {
  const book = new ExcelJS.Workbook()
  book.addWorksheet('a').addRows([
    ['姓名', '电话'],
    ['甲', '1'],
  ])
  const bytes = new Uint8Array(await book.xlsx.writeBuffer())
  expect(await giftBooks().read(bytes, 100)).toMatchObject({ ok: false })
  expect(await giftBooks().read(new TextEncoder().encode('捐赠人,金额'), 100)).toMatchObject({ ok: false })
  const long = new ExcelJS.Workbook()
  long
    .addWorksheet('a')
    .addRows([['捐赠人', '金额', '日期'], ...Array.from({ length: 300 }, () => ['甲', 1, '2026-02-28'])])
  expect(await giftBooks().read(new Uint8Array(await long.xlsx.writeBuffer()), 100)).toMatchObject({
    ok: false,
  })
})
