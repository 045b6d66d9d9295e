import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rosterSheets } from '../../../src/adapters/spreadsheets/roster-columns.ts'
import { readRosterSheets } from '../../../src/adapters/spreadsheets/roster-sheets.ts'
import { writeRosterTemplate } from '../../../src/adapters/spreadsheets/roster-template.ts'
import { readRoster } from '../../../src/features/membership/roster.ts'
import { SECTIONS } from '../../../src/features/membership/roster-rows.ts'

let directory: string
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'niangjia-roster-'))
})
afterAll(() => rm(directory, { recursive: true, force: true }))

const NOBODY = {
  chambers: new Set<string>(),
  companies: new Set<string>(),
  units: new Set<string>(),
  people: new Set<string>(),
  groupChats: new Map<string, string>(),
}

async function filled(fill: (book: ExcelJS.Workbook) => void): Promise<string> {
  const path = join(directory, `${Math.random()}.xlsx`)
  await writeRosterTemplate(path)
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(path)
  fill(book)
  await book.xlsx.writeFile(path)
  return path
}

/** Puts values under headings, as somebody who fills in the template does. */
function put(
  book: ExcelJS.Workbook,
  sheet: string,
  row: number,
  values: Record<string, ExcelJS.CellValue>,
): void {
  const page = book.getWorksheet(sheet) as ExcelJS.Worksheet
  const headings = (page.getRow(1).values as (string | undefined)[]).map((one) =>
    String(one ?? '').replace('*', ''),
  )
  for (const [heading, value] of Object.entries(values)) {
    const at = headings.indexOf(heading)
    if (at < 0) throw new Error(`${sheet} has no column ${heading}.`)
    page.getCell(row, at).value = value
  }
}

test('the template has every column that a roster knows, and an empty one is no entry', async () => {
  for (const { section, columns } of rosterSheets.filter(({ section }) => section !== 'federation')) {
    const known = Object.keys(SECTIONS[section as keyof typeof SECTIONS].shape)
    expect(columns.map(({ key }) => key).toSorted(), section).toEqual(known.toSorted())
  }
  const { content } = await readRosterSheets(await filled(() => undefined))
  const { roster, errors } = readRoster(content, NOBODY)
  expect(errors).toEqual([])
  expect([roster.chambers, roster.companies, roster.units, roster.people, roster.groups].flat()).toEqual([])
})

test('what is filled in is read as the roster file has it, closed values by their Chinese names', async () => {
  const path = await filled((book) => {
    put(book, '工商联', 3, { 名称: '云岭县工商业联合会' })
    put(book, '商会', 3, { 代码: 'tea', 名称: '茶业商会' })
    put(book, '企业', 3, { 代码: 'qingya', 名称: '青芽茶业有限公司', 简称: '青芽、青芽茶', 商会代码: 'tea' })
    put(book, '承办单位', 3, {
      代码: 'finance',
      名称: '金融办',
      负责类别: '融资、拖欠账款',
      负责人代码: 'jin',
    })
    put(book, '人员', 3, {
      代码: 'jin',
      姓名: '金波',
      角色: '经办人',
      单位代码: 'finance',
      聊天账号: 'stdio:u-jin；wecom：jb',
    })
    put(book, '人员', 5, {
      代码: 'bai',
      姓名: '白云峰',
      角色: '领导、审批人',
      截止日期: new Date('2026-12-31T00:00:00Z'),
    })
    put(book, '分包联系', 3, {
      领导代码: 'bai',
      商会代码: 'tea',
      开始日期: '2026/1/5',
      代管人: 'jin(2026-03-01至2026-03-31)',
    })
    put(book, '群', 3, { 平台: 'stdio', 群号: 'g-tea', 群名: '茶业商会群', 群的范围: '会员' })
  })
  const { content, placeOf } = await readRosterSheets(path)
  expect(content).toMatchObject({
    federation: { name: '云岭县工商业联合会' },
    chambers: [{ code: 'tea', name: '茶业商会' }],
    companies: [{ code: 'qingya', aliases: ['青芽', '青芽茶'], chamber: 'tea' }],
    units: [{ code: 'finance', categories: ['financing', 'arrears'], head: 'jin' }],
    people: [
      {
        code: 'jin',
        roles: ['handler'],
        unit: 'finance',
        accounts: [
          { platform: 'stdio', id: 'u-jin' },
          { platform: 'wecom', id: 'jb' },
        ],
      },
      { code: 'bai', roles: ['leader', 'reviewer'], until: '2026-12-31' },
    ],
    responsibilities: [
      {
        leader: 'bai',
        chamber: 'tea',
        from: '2026-01-05',
        deputies: [{ person: 'jin', from: '2026-03-01', until: '2026-03-31' }],
      },
    ],
    groups: [{ platform: 'stdio', id: 'g-tea', title: '茶业商会群', audience: 'members' }],
  })
  expect(readRoster(content, NOBODY).errors).toEqual([])
  expect(placeOf('people', 2)).toBe('“人员”表第 5 行')
})

test('a heading that nothing is known of, and a file that is no workbook, are said', async () => {
  const path = await filled((book) => {
    const page = book.getWorksheet('人员') as ExcelJS.Worksheet
    page.getCell(1, 30).value = '手机号'
  })
  await expect(readRosterSheets(path)).rejects.toThrow(/sheet 人员 has the heading 手机号/u)
  await expect(readRosterSheets(join(directory, 'nowhere.xlsx'))).rejects.toThrow(/cannot be read/u)
})
