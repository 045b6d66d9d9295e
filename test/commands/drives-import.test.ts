import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { drivesImportCommand } from '../../src/commands/drives-import.ts'
import { drivesCommand } from '../../src/commands/mailings.ts'
import { type Chat, openChat } from '../support/chat.ts'
import { removeFolder } from '../support/remove-folder.ts'
import { jsonLines, pointAt, run } from './on-house.ts'

let chat: Chat
let folder: string
let file: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'niangjia-import-'))
  file = join(folder, '到账表.xlsx')
  const book = new ExcelJS.Workbook()
  book.addWorksheet('到账').addRows([
    ['捐赠人', '金额（元）', '日期', '票据号'],
    ['天禾农机有限公司', '50000', '2026-03-02', 'P0001'],
    ['无名氏', '0.10', '2026-03-02', 'P0002'],
    ['写错的', '-5', '2026-03-02', 'P0003'],
  ])
  await book.xlsx.writeFile(file)
  chat = await openChat()
  pointAt(chat.house.storage.url, chat.house.config.dataDirectory)
  await says(
    'u-song',
    `发起募捐 抗旱救灾
慈善组织：云岭县慈善总会
公募资格证书号：53330000MJ0000123X
方案备案号：53330000MJ0000123XA26003
期限：3月2日至4月30日
用途：购买水泵
受益人：柳溪镇群众
账户名：云岭县慈善总会
查询方式：官网`,
  )
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await chat.close()
  await removeFolder(folder)
})

async function says(person: string, text: string): Promise<void> {
  chat.as(person).says(text)
  await chat.settle()
}

const imports = (more: { as?: string; dryRun?: boolean }) =>
  run(() =>
    drivesImportCommand({
      number: '1',
      file,
      as: more.as,
      dryRun: more.dryRun ?? false,
      json: true,
      demo: false,
    }),
  )
const booked = async () =>
  jsonLines((await run(() => drivesCommand({ json: true, demo: false }))).out)[0].bookedFen as number

test('nothing can be entered for a drive that has not gone out', async () => {
  await expect(imports({ as: 'song' })).rejects.toThrow('has not gone out')
})

test('a dry run says what would be entered and which row is wrong, by number, and enters nothing', async () => {
  await says('u-song', '提交审批')
  await says('u-fu', '同意')
  await chat.advance(2_000)
  const { code, out } = await imports({ dryRun: true })
  expect(code).toBe(1)
  const kinds = jsonLines(out).map(({ kind, row }) => `${kind} ${row}`)
  expect(kinds.slice(0, 3).sort()).toEqual(['error 4', 'wouldBook 2', 'wouldBook 3'])
  expect(out).not.toContain('天禾')
  expect(await booked()).toBe(0)
})

test('only staff enter it, once however often it is imported, and to the fen', async () => {
  await expect(imports({ as: 'he' })).rejects.toThrow('not a member of staff')
  expect(await booked()).toBe(0)
  expect((await imports({ as: 'song' })).out).toContain('"booked"')
  expect(await booked()).toBe(5_000_010)
  const again = await imports({ as: 'song' })
  expect(jsonLines(again.out).filter(({ kind }) => kind === 'known')).toHaveLength(2)
  expect(await booked()).toBe(5_000_010)
})
