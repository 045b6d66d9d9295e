import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Chat, openChat } from '../../../support/chat.ts'
import { history, ledger } from '../journeys/appeals-house.ts'
import { inSpreadsheet } from './returned-sheet.ts'

let chat: Chat
const TOLD = [
  ['u-he', '农行的续贷一直不放款，能不能帮忙协调'],
  ['u-lu', '茶厂招不到采茶工，缺二十个人，能不能组织一次招聘会'],
  ['u-wu', '县里欠我们的工程款拖了两年没给，请帮忙协调，不要说是我反映的'],
] as const

beforeAll(async () => {
  chat = await openChat()
  for (const [who, text] of TOLD) {
    chat.as(who).says(text)
    await chat.settle()
    chat.as(who).says('确认提交')
    await chat.settle()
  }
})
afterAll(() => chat.close())
// Nobody sends files by the dozen within a minute.
beforeEach(() => chat.advance(2 * 60_000))

type WithFiles = { readonly files?: readonly { readonly path: string; readonly name: string }[] }
/** The newest file they were sent. */
const fileOf = (who: string) =>
  chat
    .to(who)
    .flatMap((line) => (line as WithFiles).files ?? [])
    .at(-1)

async function exported(order = '导出台账'): Promise<string> {
  chat.as('u-song').says(order)
  await chat.settle()
  return fileOf('u-song')?.path ?? ''
}

async function changed(edit: (sheet: Awaited<ReturnType<typeof inSpreadsheet>>) => void): Promise<string> {
  const path = await exported()
  const sheet = await inSpreadsheet(path)
  edit(sheet)
  const back = join(path, '..', `改过的台账${Math.random()}.xlsx`)
  await sheet.save(back)
  return back
}

async function sends(path: string, text = '导入台账'): Promise<string> {
  chat.as('u-song').says(text, { attachments: [{ kind: 'file', name: '改过.xlsx', path }] })
  await chat.settle()
  return chat.last('u-song')?.text ?? ''
}

const lineOf = async (number: string) => (await ledger(chat)).find((line) => line.number === number)

test('staff get the ledger as a file of their own, with the sealed one unnamed', async () => {
  const sheet = await inSpreadsheet(await exported('导出 台账 3月 Excel'))
  expect(fileOf('u-song')?.name).toMatch(/^诉求台账_全部_2026-03-01至2026-03-31_2026-03-02\.xlsx$/u)
  expect(sheet.cell('2026-0001', '企业').value).toBe('天禾农机有限公司')
  expect(sheet.cell('2026-0001', '诉求人').value).toBe('何志平')
  expect(sheet.cell('2026-0003', '企业').value).toBe('（身份封存）')
  for (const heading of ['诉求人', '商会', '乡镇', '分包领导'])
    expect(sheet.cell('2026-0003', heading).value).toBeNull()
  const words = JSON.stringify(sheet.sheet.getSheetValues())
  for (const name of ['吴桂兰', '五峰']) expect(words).not.toContain(name)
})

test('only a unit’s matters, and only for whoever may have them', async () => {
  chat.as('u-song').says('0001 给金融办，三天')
  await chat.settle()
  chat.as('u-song').says('可以')
  await chat.settle()
  const sheet = await inSpreadsheet(await exported('把金融办的台账导出来'))
  expect(sheet.sheet.rowCount).toBe(4)
  expect(sheet.cell('2026-0001', '承办单位').value).toBe('金融办')
  chat.as('u-he').says('导出台账')
  await chat.settle()
  expect(chat.last('u-he')?.text).toContain('工作人员')
  expect(fileOf('u-he')).toBeUndefined()
})

test('asked for in a group, the file goes to private and the group hears no more than that', async () => {
  chat.news()
  chat.in('g-office').as('u-song').says('@娘家 导出台账')
  await chat.settle()
  const news = chat.news() as unknown as { to: { kind: string }; text: string; files?: unknown[] }[]
  expect(news.filter(({ to }) => to.kind === 'group').flatMap(({ files = [] }) => files)).toEqual([])
  expect(news.filter(({ to }) => to.kind === 'group').map(({ text }) => text)).toEqual([
    expect.stringContaining('不在群里发'),
  ])
  expect(news.filter(({ to }) => to.kind === 'private').flatMap(({ files = [] }) => files)).toHaveLength(1)
})

test('a sheet that comes back as it went out changes nothing', async () => {
  const before = await ledger(chat)
  expect(await sends(await exported())).toMatch(/没有要改的[\s\S]*没有改动的 3 行/u)
  expect(await sends(await changed(() => undefined))).toContain('没有改动的 3 行')
  expect(await ledger(chat)).toEqual(before)
})

test('what staff corrected is shown, and done by their yes, each cell an entry of the history', async () => {
  const path = await changed(({ cell }) => {
    cell('2026-0002', '类别').value = '人才'
    cell('2026-0002', '紧急程度').value = '紧急'
    cell('2026-0002', '办理情况').value = '已联系人社局，本周对接'
  })
  const preview = await sends(path)
  expect(preview).toContain('2026-0002 类别：用工 → 人才')
  expect((await lineOf('2026-0002'))?.category).toBe('labour')
  chat.as('u-song').chooses('yes')
  await chat.settle()
  expect(chat.last('u-song')?.text).toContain('改了 1 件')
  expect(await lineOf('2026-0002')).toMatchObject({ category: 'talent', urgency: 'urgent', status: 'filed' })
  const corrections = (await history(chat, '2026-0002')).filter(({ act }) => act === 'correct')
  expect(corrections.map(({ by, note }) => [by, note])).toEqual([
    ['song', '类别：用工 → 人才（按台账更正）'],
    ['song', '紧急程度：一般 → 紧急（按台账更正）'],
    ['song', '办理情况：已联系人社局，本周对接'],
  ])
  const again = await inSpreadsheet(await exported())
  expect(again.cell('2026-0002', '办理情况').value).toBe('已联系人社局，本周对接')
  expect(await sends(path)).toMatch(/没有要改的/u)
})

test('what changed in the house meanwhile is a conflict with both values, and is left alone', async () => {
  const path = await changed(({ cell }) => {
    cell('2026-0001', '类别').value = '其他'
  })
  chat.as('u-jin').says('收到')
  await chat.settle()
  const answer = await sends(path)
  expect(answer).toMatch(/没有要改的[\s\S]*2026-0001 类别：系统里是“融资”，表里是“其他”/u)
  expect((await lineOf('2026-0001'))?.category).toBe('financing')
})

test('wrong cells are named with row and column, new rows and changed numbers too; nothing of them is done', async () => {
  const path = await changed(({ cell, sheet, rowOf, columnOf }) => {
    cell('2026-0001', '类别').value = '贷款'
    cell('2026-0002', '状态').value = '已派单'
    const wrong = rowOf('2026-0003')
    sheet.getCell(wrong, columnOf('编号')).value = '2026-0009'
    const fresh = sheet.getRow(8)
    fresh.getCell(columnOf('诉求内容')).value = '新写的一件'
    fresh.commit()
  })
  const answer = await sends(path)
  expect(answer).toMatch(/4 处写得不对/u)
  expect(answer).toMatch(/第 4 行“类别”：没有“贷款”，可以写：融资、用工/u)
  expect(answer).toMatch(/第 5 行“状态”：现在是“已登记”，不能在台账里改成“已派单”/u)
  expect(answer).toMatch(/第 6 行：编号写的是 2026-0009，这一行本来是 2026-0003/u)
  expect(answer).toMatch(/第 8 行：这一行是新加的/u)
})

test('rows that were deleted are said, and nothing happens to them', async () => {
  const path = await changed(({ sheet, rowOf }) => sheet.spliceRows(rowOf('2026-0003'), 1))
  expect(await sends(path)).toContain('有 1 行不在这张表里，这些件没有任何变化')
  expect(await ledger(chat)).toHaveLength(3)
})

test('a row set to 已办结 needs what was done, and asks the asker like any other', async () => {
  const without = await changed(({ cell }) => {
    cell('2026-0001', '状态').value = '已办结'
  })
  expect(await sends(without)).toContain('改成已办结，办理情况要写做了什么')
  const path = await changed(({ cell }) => {
    cell('2026-0001', '状态').value = '已办结'
    cell('2026-0001', '办理情况').value = '城关支行周三放款'
  })
  expect(await sends(path)).toContain('会请诉求人回访确认')
  chat.as('u-song').chooses('yes')
  await chat.settle()
  expect((await lineOf('2026-0001'))?.status).toBe('resolved')
  expect(chat.last('u-he')?.text).toContain('城关支行周三放款')
})

test('asked without a file it waits for one, and a no leaves everything as it was', async () => {
  chat.as('u-song').says('导入台账')
  await chat.settle()
  expect(chat.last('u-song')?.text).toContain('发给我')
  const path = await changed(({ cell }) => {
    cell('2026-0003', '紧急程度').value = '特急'
  })
  expect(await sends(path, '改好了')).toContain('2026-0003 紧急程度')
  chat.as('u-song').says('不')
  await chat.settle()
  expect(chat.last('u-song')?.text).toContain('什么都没改')
  expect((await lineOf('2026-0003'))?.urgency).not.toBe('critical')
  chat.as('u-ma').says('导入台账')
  await chat.settle()
  expect(chat.last('u-ma')?.text).toContain('由工商联工作人员导入')
})

test('what is no workbook is said in words', async () => {
  const path = join(fileOf('u-song')?.path ?? '', '..', '不是表.xlsx')
  await writeFile(path, '编号,类别')
  expect(await sends(path)).toContain('不是 .xlsx 工作簿')
})
