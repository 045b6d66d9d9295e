import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ledgerRows } from '../../../../src/features/appeals/ledger/ledger-rows.ts'
import { type Chat, openChat } from '../../../support/chat.ts'
import { removeFolder } from '../../../support/remove-folder.ts'
import { appealsSince, history, ledger } from '../journeys/appeals-house.ts'

/** 青芽茶业 is the only firm of its chamber and of its leader; 陆青 speaks for it. */
let chat: Chat
let receipt = ''
beforeAll(async () => {
  chat = await openChat()
  receipt = join(await mkdtemp(join(tmpdir(), 'receipt-')), 'r.txt')
  await writeFile(receipt, '今欠青芽')
})
afterAll(async () => {
  await chat.close()
  await removeFolder(dirname(receipt))
})

const NAMES = /陆青|青芽|u-lu|"lu"/
/** What staff coarsen, and what was said after that. */
const CLUES = /36万|186万/

async function does(who: string, ...lines: readonly string[]): Promise<readonly string[]> {
  const before = chat.to(who).length
  for (const line of lines) {
    if (/^(?:yes|no|solved|partly|unsolved|satisfied)$/.test(line)) chat.as(who).chooses(line)
    else chat.as(who).says(line)
    await chat.settle()
  }
  return chat
    .to(who)
    .slice(before)
    .map(({ text }) => text)
}
const said = (who: string, from = 0) =>
  chat
    .to(who)
    .slice(from)
    .map(({ text }) => text)
    .join('\n')

interface Kept {
  readonly key: string
  readonly chatKey: string
  readonly text: string
  readonly extras: unknown
}
const letters = () =>
  chat.house.storage.database.$queryRawUnsafe<Kept[]>(
    'SELECT "key", "chatKey", "text", "extras" FROM "Letter" ORDER BY "seq"',
  )
const rowsOf = async (table: string) =>
  JSON.stringify(
    await chat.house.storage.database.$queryRawUnsafe<object[]>(
      `SELECT to_jsonb(t) AS row FROM "${table}" t`,
    ),
  )

/** Numbers that a key puts together with this person's chat: in one key, or in two of the same turn. */
async function joinedWith(person: string): Promise<readonly string[]> {
  const turnsIn = (key: string) => key.split(':').filter((part) => /^[a-z]+-[0-9a-z]{15,}/u.test(part))
  const all = await letters()
  const own = all.filter(({ chatKey }) => chatKey.endsWith(`:private:${person}`))
  const turns = new Set(own.flatMap(({ key }) => turnsIn(key)))
  return all
    .filter((one) => own.includes(one) || turnsIn(one.key).some((turn) => turns.has(turn)))
    .flatMap(({ key }) => /20\d\d-\d{4}/.exec(key)?.[0] ?? [])
}

test('staff read neither the name of a file nor that a sealed matter is its chamber’s only firm’s', async () => {
  chat
    .in('g-tea')
    .as('u-lu')
    .says('@娘家 镇政府欠我们青芽茶业修路的工程款36万，两年了，别说是我陆青反映的', {
      attachments: [{ kind: 'file', name: '青芽茶业还款回单.txt', path: receipt }],
    })
  await chat.settle()
  await does('u-lu', 'yes')
  const [appeal] = await appealsSince(chat, new Date(0))
  expect(appeal).toMatchObject({ number: '2026-0001', sealed: true, place: null })
  const shown = await does('u-song', '看 0001')
  expect(shown.join()).toContain('身份封存')
  expect(chat.all().some((line) => JSON.stringify(line).includes('附件1.txt'))).toBe(true)
  const others = (await letters()).filter(({ chatKey }) => !chatKey.endsWith(':u-lu'))
  expect(JSON.stringify(others)).not.toMatch(/陆青|青芽/)
  expect(JSON.stringify(appeal)).not.toMatch(NAMES)
  for (const who of ['u-song', 'u-ren'])
    for (const words of [
      '茶业商会的诉求',
      '青芽茶业的诉求',
      '云岭镇的诉求',
      '茶业商会还有几件没办完',
      '白云峰包的企业还有几件没办完',
    ])
      expect((await does(who, words)).join('\n'), `${who} ${words}`).not.toContain('2026-0001')
  expect((await does('u-bai', '我包的企业还有几件没办完')).join()).not.toMatch(/2026-0001|[1-9] 件/)
  expect((await does('u-shen', '茶业商会还有几件没办完')).join()).not.toContain('2026-0001')
})

test('a sheet has none of the words that nobody looked through', async () => {
  const [appeal] = await appealsSince(chat, new Date(0))
  const { people, storage, clock } = chat.house
  const directory = await storage.transactions.inOne(clock.now(), (work) => people.directory(work))
  const rows = []
  for await (const row of ledgerRows([{ appeal: appeal as never, progress: null }] as never, directory))
    rows.push(row)
  expect(JSON.stringify(rows)).toContain('2026-0001')
  expect(JSON.stringify(rows)).not.toMatch(NAMES)
  expect(JSON.stringify(rows)).not.toMatch(CLUES)
})

test('the unit reads the coarsened words, on every occasion', async () => {
  // Before that staff named firms themselves.
  const asked = new Map(['u-song', 'u-ren'].map((who) => [who, chat.to(who).length]))
  await does('u-song', '派单 0001 金融办 3天', 'yes', 'yes')
  expect(said('u-jin')).toContain('三十多万')
  await does('u-lu', '0001 都好几天了，催一下')
  expect(said('u-jin')).toContain('催办')
  await does('u-jin', '签收 0001', '待办', '看 0001')
  await does('u-lu', '补充 0001 去年审计过，一共186万，我们青芽都有数')
  await does('u-lu', 'yes')
  await does('u-jin', '看 0001', '申请延期 0001 2天 领导出差', 'yes')
  await does('u-song', '催 0001', 'yes')
  await chat.advance(4 * 86_400_000)
  expect(said('u-jin')).toMatch(/到期|超期/)
  await does('u-jin', '0001 已办结 镇里答应月底前付清', 'yes')
  await does('u-lu', 'unsolved', '还差186万没给，我们青芽茶业等不起')
  const [line] = await ledger(chat)
  expect(line?.status).toBe('inProgress')
  expect(said('u-lu')).toContain('由工作人员核对后再转给承办单位')
  expect(said('u-song')).toContain('还差186万没给')
  await does('u-jin', '看 0001', '待办')
  expect(said('u-jin')).toContain('没解决')
  expect(said('u-jin')).not.toMatch(CLUES)
  for (const who of ['u-jin', 'u-song', 'u-ren', 'u-bai'])
    expect(said(who, asked.get(who)), who).not.toMatch(NAMES)
  for (const { text } of chat.to('g-tea')) expect(text).not.toMatch(/0001/)
  expect(await rowsOf('AppealEvent')).not.toMatch(NAMES)
})

test('minutes of a meeting on it take no name of a firm or a member, right or wrong', async () => {
  const answers = await does('u-song', '会议纪要 0001 1. 金融办三日内回告；2. 天禾农机周五前交合同')
  expect(answers.at(-1)).toContain('不能出现企业和会员的名字')
  await does('u-song', '第2条 改成 诉求人周五前交合同', 'yes')
  expect(await rowsOf('Task')).toContain('诉求人周五前交合同')
  expect(await rowsOf('Task')).not.toMatch(/天禾|青芽/)
  expect(said('u-jin')).not.toMatch(/天禾|青芽/)
})

test('merged with others it is joined to none of their numbers, whoever speaks, merges, parts or withdraws', async () => {
  await does('u-wu', '五峰铸件门口的路坑太大，大车进不来，请帮忙反映', 'yes')
  await does('u-he', '天禾农机门口那条路坑太大，货车进不来，别说是我反映的', 'yes')
  await does('u-lu', '门口那条路坑太大，茶叶车进不来，别说是我反映的', 'yes')
  expect((await ledger(chat)).map(({ number, sealed }) => `${number} ${sealed}`).slice(1)).toEqual([
    '2026-0002 false',
    '2026-0003 true',
    '2026-0004 true',
  ])
  await does('u-song', '并单 0004 到 0002', 'yes', '并单 0003 到 0002', 'yes')
  await does('u-song', '派单 0002 供电公司 3天', 'yes')
  await does('u-lu', '0004 都好几天了，催一下')
  await does('u-dian', '签收 0002', '0002 已办结 坑填平了', 'yes')
  await does('u-lu', '0004 没解决', '还差门口那186米，青芽茶业的车进不来')
  expect((await ledger(chat)).find(({ number }) => number === '2026-0002')?.status).toBe('inProgress')
  await does('u-dian', '看 0002')
  expect(said('u-dian')).not.toMatch(/186|陆青|青芽/)
  await does('u-song', '看 0002', '看 0004', '撤销并单 0004 两条路', 'yes', '并单 0004 到 0003', 'yes')
  expect(await joinedWith('u-lu')).toEqual([])
  expect(await joinedWith('u-he')).toEqual([])
  expect(said('u-wu')).not.toMatch(/陆青|青芽|何志平|天禾/)
})

test('who withdraws a sealed matter that others follow stands beside neither number', async () => {
  await does('u-song', '撤销并单 0003 两条路', 'yes', '并单 0002 到 0003', 'yes')
  await does('u-he', '撤回 0003', 'yes')
  expect((await ledger(chat)).find(({ number }) => number === '2026-0003')?.status).toBe('withdrawn')
  const audited = await chat.house.storage.database.$queryRawUnsafe<{ actor: string; action: string }[]>(
    `SELECT actor, action FROM "AuditEntry" WHERE action LIKE 'appeals.%' AND actor IN ('lu', 'he')`,
  )
  expect(audited).toEqual([])
  expect(await joinedWith('u-he')).toEqual([])
})

test('sealed later: no note, place, key, file or likeness goes on saying whose it was', async () => {
  await does('u-lu', '青芽茶业反映，银行续贷的材料交了半个月一直不放款，云岭镇工业路8号', 'yes')
  const number = (await ledger(chat)).at(-1)?.number ?? ''
  const short = number.slice(5)
  expect((await ledger(chat)).at(-1)).toMatchObject({ sealed: false })
  await does('u-song', `派单 ${short} 金融办 3天`, 'yes')
  await does('u-jin', `签收 ${short}`, `${short} 进展 已和青芽茶业陆青通了电话`, 'yes')
  await does('u-lu', `补充 ${short} 我们青芽茶业的材料又交了一遍`, 'yes')
  await does('u-lu', '青芽茶业银行续贷还是不放款，材料交了半个月，帮忙催催银行，这是新的事', 'yes')
  expect(JSON.stringify(await history(chat, number))).toMatch(/青芽/)
  await does('u-lu', `封存 ${short}`, 'yes')
  expect((await ledger(chat)).find((one) => one.number === number)).toMatchObject({ sealed: true })
  expect(JSON.stringify(await history(chat, number))).not.toMatch(NAMES)
  const shown = [...(await does('u-ren', `看 ${short}`, '疑似重复')), ...(await does('u-jin', `看 ${short}`))]
  expect(shown.join('\n')).toContain(number)
  for (const text of shown.filter((one) => one.includes(number)))
    expect(text).not.toMatch(/陆青|青芽|同一家企业/)
  const sealed = (await appealsSince(chat, new Date(0))).find((one) => one.number === number)
  expect(sealed).toMatchObject({ place: null, company: null })
  expect(await joinedWith('u-lu')).not.toContain(number)
})

test('the receipt of an anonymous asker is listed like that of any other', async () => {
  const before = (await letters()).length
  await does('u-wu', '镇里欠我们茶园的工程款36万两年没给，完全匿名，别存我是谁', 'yes')
  const fresh = (await letters()).slice(before)
  expect(said('u-wu')).toContain('查询码')
  expect(fresh.map(({ key }) => key).join()).not.toMatch(/code|anonym/)
  const code = /查询码：([2-9A-Z]{4}-[2-9A-Z]{4})/.exec(said('u-wu'))?.[1] ?? ''
  const [number] = (await ledger(chat)).slice(-1).map((line) => line.number)
  await does('u-wu', `查询 ${code}`, '撤回', 'yes')
  const audited = await chat.house.storage.database.$queryRawUnsafe<{ actor: string }[]>(
    `SELECT DISTINCT actor FROM "AuditEntry" WHERE subject = '${number}'`,
  )
  expect(audited.map(({ actor }) => actor)).toEqual(['sealed'])
  expect(await joinedWith('u-wu')).not.toContain(number)
})
