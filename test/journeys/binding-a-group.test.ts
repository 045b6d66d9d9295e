import { afterEach, beforeEach, expect, test } from 'vitest'
import { readChain } from '../../src/adapters/storage/audit.storage.ts'
import { importRoster } from '../../src/features/membership/import-roster.ts'
import { type Chat, openChat } from '../support/chat.ts'
import { SMALL_COUNTY } from '../support/small-county.ts'

let chat: Chat
beforeEach(async () => {
  chat = await openChat()
})
afterEach(() => chat.close())

const sql = <T>(query: string) => chat.house.storage.database.$queryRawUnsafe<T[]>(query)
const groups = async () =>
  Object.fromEntries(
    (await sql<{ code: string; chatId: string }>('SELECT "code", "chatId" FROM "Group"')).map(
      ({ code, chatId }) => [code, chatId],
    ),
  )

async function staffSay(group: string, words: string) {
  chat.in(group).as('u-song').says(`@娘家 ${words}`)
  await chat.settle()
  return chat.last(group)
}

async function audited() {
  const found: string[] = []
  for await (const { action, subject } of readChain(chat.house.storage.database))
    if (action.startsWith('membership.') && action.includes('group')) found.push(`${action} ${subject}`)
  return found
}

test('a new chat becomes the group that nobody was ever met in, and says who is meant by it', async () => {
  const answer = await staffSay('g-new', '绑定本群 machinery-group')
  expect(answer?.text).toContain('农机商会群（machinery-group）')
  expect(answer?.text).toContain('3 人、2 家企业')
  expect((await groups())['machinery-group']).toBe('g-new')
  expect(await audited()).toEqual(['membership.bind-group machinery-group'])
  expect((await staffSay('g-new', '绑定本群 农机商会群'))?.text).toContain('不用再绑')
})

test('a chat that is alive keeps its group until somebody says yes; then what waits for it goes along', async () => {
  chat.in('g-machinery').as('u-he').says('@娘家 你好')
  await chat.settle()
  const asked = await staffSay('g-new', '绑定本群 machinery-group')
  expect(asked?.text).toContain('还在用')
  expect(await audited()).toEqual([])
  await sql(
    `INSERT INTO "Letter" ("id", "key", "account", "chatKey", "chat", "text", "origin", "extras", "state", "tries", "dueAt", "writtenAt", "failure", "messageIds")
     VALUES ('out-w', 'w', 'stdio:stdio', 'stdio:stdio:group:g-machinery', '{"platform": "stdio", "account": "stdio", "kind": "group", "chatId": "g-machinery"}',
       '等着的通知', 'automatic', '{}', 'waiting', 0, '2026-03-03T00:00:00Z', '2026-03-02T00:00:00Z', '账号重新登录过，这个群还没有重新绑定', '[]') RETURNING 1`,
  )
  chat.in('g-new').as('u-song').says('@娘家 确认')
  await chat.settle()
  await chat.advance(1_000)
  expect((await groups())['machinery-group']).toBe('g-new')
  expect(chat.to('g-new').map(({ text }) => text)).toEqual(
    expect.arrayContaining([expect.stringContaining('1 条消息'), '等着的通知']),
  )
  expect(chat.to('g-machinery').map(({ text }) => text)).not.toContain('等着的通知')
})

test('a no changes nothing; a member may not', async () => {
  chat.in('g-tea').as('u-lu').says('@娘家 你好')
  await chat.settle()
  await staffSay('g-new', '绑定本群 tea-group')
  chat.in('g-new').as('u-song').says('@娘家 先不改')
  await chat.settle()
  expect(chat.last('g-new')?.text).toContain('没有改动')
  chat.in('g-new').as('u-lu').says('@娘家 绑定本群 tea-group')
  await chat.settle()
  expect(chat.last('g-new')?.text).toContain('工作人员')
  expect((await groups())['tea-group']).toBe('g-tea')
})

test('an unknown code is answered with the nearest three', async () => {
  const answer = await staffSay('g-new', '绑定本群 machinery')
  expect(answer?.text).toContain('没有“machinery”')
  expect(answer?.text).toMatch(/最接近的是：农机商会群（machinery-group）、.+、.+/u)
})

test('what staff bound stays bound when the roster is imported again, and what they let go is written to no more', async () => {
  await staffSay('g-new', '绑定本群 machinery-group')
  const { storage } = chat.house
  const again = () =>
    importRoster(SMALL_COUNTY, {
      store: storage.membership,
      transactions: storage.transactions,
      at: new Date(),
      dryRun: false,
    })
  expect((await again()).changes).toEqual([])
  expect((await groups())['machinery-group']).toBe('g-new')
  expect((await staffSay('g-new', '解绑本群'))?.text).toContain('解绑')
  expect((await staffSay('g-new', '解绑本群'))?.text).toContain('不用解绑')
  expect((await again()).changes).toEqual([])
  const directory = await storage.transactions.inOne(new Date(), (work) => storage.membership.directory(work))
  expect([...directory.groups.keys()]).not.toContain('machinery-group')
  expect((await staffSay('g-other', '绑定本群 machinery-group'))?.text).toContain('已绑定为')
  expect(await audited()).toEqual([
    'membership.bind-group machinery-group',
    'membership.unbind-group machinery-group',
    'membership.bind-group machinery-group',
  ])
})
