import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Chat, openChat } from '../support/chat.ts'

let chat: Chat

const fixture = (name: string, as = name, kind: 'file' | 'image' = 'file') => ({
  attachments: [{ kind, name: as, path: join(import.meta.dirname, '../adapters/documents/fixtures', name) }],
})
const staffHeard = () => chat.last('u-song')
const question = '招用退役军人一次性补贴标准是多少'

beforeAll(async () => {
  chat = await openChat({ now: '2026-05-06T09:00:00+08:00' })
})
afterAll(() => chat.close())

test('a member may not hand in a document, and staff not in a group', async () => {
  chat.as('u-he').says('入库', fixture('notice.docx', '通知.docx'))
  chat.in('g-office').as('u-song').says('@娘家 入库', fixture('notice.docx', '通知.docx'))
  await chat.settle()
  expect(chat.last('u-he')?.text).toContain('由工商联工作人员入库')
  expect(chat.all().some(({ text }) => text.includes('请在私聊里说'))).toBe(true)
})

test('staff send a file, see what was understood, put it right and say yes; then it answers', async () => {
  chat.as('u-song').says('入库', fixture('notice.docx', '通知.docx'))
  await chat.settle()
  const preview = staffHeard()
  expect(preview?.text).toContain('云人社发〔2026〕18号')
  expect(preview?.text).toContain('1 张表 3 行')
  expect(preview?.choices?.map(({ id }) => id)).toEqual(['yes', 'no'])
  chat.as('u-he').says(question)
  await chat.settle()
  expect(chat.last('u-he')?.text).not.toContain('2000元')
  chat.as('u-he').says('不用了')
  chat.as('u-song').says('文号应为云人社发〔2026〕19号')
  await chat.settle()
  expect(staffHeard()?.text).toContain('云人社发〔2026〕19号')
  chat.as('u-song').says('确认')
  await chat.settle()
  expect(staffHeard()?.text).toContain('已入库')
  chat.as('u-he').says(question)
  await chat.settle()
  expect(chat.last('u-he')?.text).toContain('每人2000元')
  expect(chat.last('u-he')?.text).toContain('云人社发〔2026〕19号')
})

test('the same file again changes nothing', async () => {
  chat.as('u-song').says('入库', fixture('notice.docx', '通知.docx'))
  await chat.settle()
  expect(staffHeard()?.text).toContain('没有变化')
})

test('a file that came before the word is the one that is meant', async () => {
  chat.as('u-song').says('', fixture('notice.xlsx', '补贴标准.xlsx'))
  await chat.settle()
  expect(staffHeard()?.text).toContain('补贴标准.xlsx')
  expect(staffHeard()?.text).toContain('要作为政策文件入库吗')
  chat.as('u-song').says('入库')
  await chat.settle()
  expect(staffHeard()?.text).toContain('1 张表 4 行')
  chat.as('u-song').says('只给会员看')
  await chat.settle()
  expect(staffHeard()?.text).toContain('谁能查：只给会员看')
  chat.as('u-song').chooses('no')
  await chat.settle()
})

test('where the file itself could not be had, an earlier one is not taken for it', async () => {
  chat.as('u-song').says('入库，只给会员看', {
    attachments: [{ kind: 'file', name: '没传上来.docx', path: '/nowhere/at-all.docx' }],
  })
  await chat.settle()
  expect(staffHeard()?.text).toContain('没传上来.docx')
  expect(staffHeard()?.text).toContain('请把文件发到这里')
  expect(staffHeard()?.text).not.toContain('正在读')
  chat.as('u-song').says('算了')
  await chat.settle()
})

test('a scan is read aside, and is marked until somebody says that they compared it', async () => {
  chat.as('u-song').says('入库', fixture('notice-scan.pdf', '扫描.pdf'))
  await chat.settle()
  expect(staffHeard()?.text).toContain('扫描件')
  expect(staffHeard()?.text).toContain('从图片认出来的字')
  chat.as('u-song').chooses('yes')
  await chat.settle()
  expect(staffHeard()?.text).toContain('已核对 扫描.pdf')
  const scanned = () => chat.house.storage.database.policyDocument.findFirst({ where: { doc: '扫描.pdf' } })
  expect(await scanned()).toMatchObject({ scanned: true, checkedBy: null })
  chat.as('u-song').says('待核对文件')
  await chat.settle()
  expect(staffHeard()?.text).toContain('扫描.pdf')
  chat.as('u-song').says('已核对 扫描.pdf')
  await chat.settle()
  chat.as('u-song').says('确认')
  await chat.settle()
  expect(await scanned()).toMatchObject({ checkedBy: 'song' })
})

test('what is known of a document is put right later, and its text stays', async () => {
  chat.as('u-song').says('修改文件 通知.docx 发文机关是云岭县人社局，只给茶业商会看')
  await chat.settle()
  expect(staffHeard()?.text).toContain('只给茶业商会的会员看')
  chat.as('u-song').says('是')
  await chat.settle()
  const rows = await chat.house.storage.database.policyDocument.findMany({ where: { doc: '通知.docx' } })
  expect(rows).toMatchObject([{ version: 1, current: true, issuer: '云岭县人社局', audience: 'chamber:tea' }])
})
