import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Chat, openChat } from '../../../support/chat.ts'
import { askerOf, history, ledger } from './appeals-house.ts'

let chat: Chat
beforeAll(async () => {
  chat = await openChat()
  chat
    .in('g-tea')
    .as('u-lu')
    .says('@娘家 镇政府欠我们青芽茶业工程款36万，两年了，去要就说没钱，别说是我陆青反映的')
  await chat.settle()
  chat.as('u-lu').chooses('yes')
  await chat.settle()
})
afterAll(() => chat.close())

const SECRETS = /陆青|青芽|u-lu/

test('a sealed appeal names nobody in the ledger, and the codec alone knows who asked', async () => {
  const [line] = await ledger(chat)
  expect(line).toMatchObject({ sealed: true, asker: null, company: null, category: 'arrears' })
  expect(JSON.stringify(line)).not.toMatch(SECRETS)
  const rows = await chat.house.storage.database.$queryRawUnsafe<object[]>(
    'SELECT to_jsonb(a) AS row FROM "Appeal" a',
  )
  expect(JSON.stringify(rows)).not.toMatch(SECRETS)
  expect(await askerOf(chat, '2026-0001')).toMatchObject({
    code: 'lu',
    name: '陆青',
    company: { code: 'qingya' },
  })
})

test('staff and the unit read no name, and the group no number', async () => {
  chat.as('u-song').says('看 0001')
  await chat.settle()
  chat.as('u-song').says('派单 0001 金融办 3天')
  await chat.settle()
  // First what goes out, then whither.
  expect(chat.last('u-song')?.text).toContain('36万 → 三十多万元')
  chat.as('u-song').chooses('yes')
  await chat.settle()
  expect(chat.last('u-song')?.text).toContain('请核对派单')
  chat.as('u-song').chooses('yes')
  await chat.settle()
  expect(chat.to('u-jin').length).toBeGreaterThan(0)
  for (const { text } of chat.to('u-jin')) expect(text).not.toContain('36万')
  for (const reader of ['u-song', 'u-ren', 'u-jin']) {
    expect(chat.to(reader).length, reader).toBeGreaterThan(0)
    for (const { text } of chat.to(reader)) expect(text, reader).not.toMatch(SECRETS)
  }
  for (const { text } of chat.to('g-tea')) expect(text).not.toContain('2026-0001')
})

test('asked after in the group, its number is not said there either', async () => {
  chat.in('g-tea').as('u-lu').says('@娘家 我那个事到哪一步了')
  await chat.settle()
  expect(chat.last('g-tea')?.text).toBe('细节已私信您。')
  expect(chat.last('u-lu')?.text).toContain('2026-0001')
})

test('the asker still hears how it goes, and neither history nor audit names them beside the number', async () => {
  chat.as('u-jin').says('0001 已办结 镇里答应月底前付清')
  await chat.settle()
  chat.as('u-jin').chooses('yes')
  await chat.settle()
  expect(chat.last('u-lu')?.text).toContain('镇里答应月底前付清')
  chat.as('u-lu').chooses('unsolved')
  await chat.settle()
  chat.as('u-lu').says('跳过')
  await chat.settle()
  expect((await ledger(chat))[0]?.status).toBe('inProgress')
  const askers = (await history(chat, '2026-0001')).filter(({ role }) => role === 'asker')
  expect(askers.length).toBeGreaterThan(1)
  expect(new Set(askers.map(({ by }) => by))).toEqual(new Set([null]))
  const audited = await chat.house.storage.database.$queryRawUnsafe<{ actor: string; action: string }[]>(
    `SELECT actor, action FROM "AuditEntry" WHERE subject = '2026-0001' ORDER BY seq`,
  )
  const acts = audited.map(({ actor, action }) => `${actor} ${action}`)
  expect(acts.slice(0, 4)).toEqual([
    'sealed appeals.file',
    'song appeals.coarsen',
    'song appeals.dispatch',
    'jin appeals.resolve',
  ])
  expect(acts).toContain('sealed appeals.reopen')
  expect(audited.filter(({ actor }) => actor === 'lu')).toEqual([])
})
