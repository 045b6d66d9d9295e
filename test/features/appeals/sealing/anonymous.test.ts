import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Chat, openChat } from '../../../support/chat.ts'
import { ledger } from '../journeys/appeals-house.ts'

let chat: Chat
let code = ''
beforeAll(async () => {
  chat = await openChat()
})
afterAll(() => chat.close())

const SAID = '镇里欠我们茶园的工程款36万两年没给，完全匿名，别存我是谁'

async function listRows(table: string): Promise<readonly string[]> {
  const rows = await chat.house.storage.database.$queryRawUnsafe<object[]>(
    `SELECT to_jsonb(t) AS row FROM "${table}" t`,
  )
  return rows.map((row) => JSON.stringify(row))
}

const rowsOf = async (table: string) => (await listRows(table)).join('\n')

/** Rows in which somebody stands beside something. */
const joining = async (table: string, who: string, what: string) =>
  (await listRows(table)).filter((row) => row.includes(who) && row.includes(what)).length

test('nothing of an anonymous asker is kept: no name, no chat, not their words beside them', async () => {
  chat.as('u-lu').says(SAID)
  await chat.settle()
  expect(chat.last('u-lu')?.text).toContain('完全匿名')
  chat.as('u-lu').chooses('yes')
  await chat.settle()
  code = /查询码：([2-9A-Z]{4}-[2-9A-Z]{4})/.exec(chat.last('u-lu')?.text ?? '')?.[1] ?? ''
  expect(code).not.toBe('')
  expect(chat.last('u-lu')?.text).not.toContain('2026-0001')
  const [line] = await ledger(chat)
  expect(line).toMatchObject({ sealed: true, asker: null, company: null, chamber: null, sources: [] })
  expect(await rowsOf('Appeal')).not.toMatch(/陆青|青芽|u-lu|"lu"/)
  for (const table of ['Arrival', 'Letter', 'Conversation', 'AppealSource', 'AppealEvent'])
    expect(await joining(table, 'u-lu', '茶园'), table).toBe(0)
  for (const table of ['Arrival', 'Letter', 'Conversation', 'Appeal', 'AppealEvent', 'AuditEntry'])
    expect(await rowsOf(table), table).not.toMatch(new RegExp(`${code}|${code.replace('-', '')}`))
  const audited = await rowsOf('AuditEntry')
  expect(audited).toContain('"sealed"')
  expect(audited).not.toMatch(/"lu"/)
})

test('staff are told, and read nobody', async () => {
  expect(chat.last('u-song')?.text).toContain('2026-0001')
  chat.as('u-song').says('看 0001')
  await chat.settle()
  expect(chat.last('u-song')?.text).toContain('身份封存')
  expect(chat.last('u-song')?.text).not.toMatch(/陆青|青芽/)
})

test('whoever holds the code sees where it stands, from any account, however it is typed', async () => {
  for (const typed of [
    `查询 ${code}`,
    code.replace('-', ' ').toLowerCase(),
    `我的查询码是${code.replace('-', '')}，到哪一步了`,
  ]) {
    chat.as('u-stranger', '路人').says(typed)
    await chat.settle()
    expect(chat.last('u-stranger')?.text, typed).toContain('拖欠账款诉求')
  }
  expect(await rowsOf('Arrival')).not.toContain(code.replace('-', ' ').toLowerCase())
  expect(await rowsOf('Letter')).not.toContain('查到了')
})

test('they add to it with the code, and staff hear of it without them', async () => {
  chat.as('u-stranger').says('补充：去年审计也审过了')
  await chat.settle()
  expect(chat.last('u-stranger')?.text).toContain('去年审计也审过了')
  chat.as('u-stranger').chooses('yes')
  await chat.settle()
  expect(chat.to('u-stranger').some(({ text }) => text.includes('加进去了'))).toBe(true)
  expect(chat.last('u-song')?.text).toContain('去年审计也审过了')
  expect((await ledger(chat))[0]?.text).toContain('去年审计也审过了')
})

test('in a group the code is not answered', async () => {
  chat.in('g-tea').as('u-wu').says(`@娘家 查询 ${code}`)
  await chat.settle()
  expect(chat.last('g-tea')?.text).toContain('不要在群里发')
  expect(await rowsOf('Arrival')).not.toContain(code)
})

test('five wrong codes in an hour lock a chat, and that chat alone', async () => {
  for (let n = 0; n < 5; n++) {
    chat.as('u-guess').says(`查询 ABC2-DEF${n + 3}`)
    await chat.settle()
    expect(chat.last('u-guess')?.text).toContain('没有这个查询码')
  }
  chat.as('u-guess').says(`查询 ${code}`)
  await chat.settle()
  expect(chat.last('u-guess')?.text).toContain('太多')
  chat.as('u-lu').says(`查询 ${code}`)
  await chat.settle()
  expect(chat.last('u-lu')?.text).toContain('查到了')
  await chat.advance(61 * 60_000)
  chat.as('u-guess').says(`查询 ${code}`)
  await chat.settle()
  expect(chat.last('u-guess')?.text).toContain('查到了')
})

test('resolved, it is rated with the code; nobody is written to', async () => {
  chat.news()
  chat.as('u-song').says('0001 已办结 镇里答应月底付清')
  await chat.settle()
  chat.as('u-song').chooses('yes')
  await chat.settle()
  expect(chat.news().filter(({ to }) => to.id === 'u-lu')).toEqual([])
  chat.as('u-lu').says(`查询 ${code}`)
  await chat.settle()
  expect(chat.last('u-lu')?.text).toContain('月底付清')
  chat.as('u-lu').chooses('solved')
  await chat.settle()
  chat.as('u-lu').chooses('satisfied')
  await chat.settle()
  expect((await ledger(chat))[0]).toMatchObject({ status: 'closed', satisfaction: 'satisfied' })
  expect(await joining('Letter', 'u-lu', '2026-0001')).toBe(0)
})

test('匿名 alone is asked about, and a typed 2 means the second way and loses nothing', async () => {
  chat.as('u-wu').says('想匿名反映个事，门口那条路坑太大，大车进不来')
  await chat.settle()
  expect(chat.last('u-wu')?.text).toContain('请选一种')
  chat.as('u-wu').says('2')
  await chat.settle()
  expect(chat.last('u-wu')?.text).toContain('我们不存您是谁')
  chat.as('u-wu').chooses('yes')
  await chat.settle()
  expect(chat.last('u-wu')?.text).toContain('查询码')
  expect(await joining('Arrival', 'u-wu', '坑太大')).toBe(0)
})
