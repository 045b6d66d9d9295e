import { afterAll, beforeAll, expect, test } from 'vitest'
import { readChain } from '../../../../src/adapters/storage/audit.storage.ts'
import { verifyChainStream } from '../../../../src/audit/chain.ts'
import { type Chat, openChat } from '../../../support/chat.ts'
import { history, ledger } from '../journeys/appeals-house.ts'

let chat: Chat
beforeAll(async () => {
  chat = await openChat()
  chat.as('u-lu').says('镇政府欠我们青芽茶业工程款36万，两年了，去要就说没钱，别说是我陆青反映的')
  await chat.settle()
  chat.as('u-lu').chooses('yes')
  await chat.settle()
})
afterAll(() => chat.close())

const NAMES = /陆青|青芽/

/** All that this person is answered. */
async function answered(person: string, act: () => void): Promise<string> {
  const before = chat.to(person).length
  act()
  await chat.settle()
  return chat
    .to(person)
    .slice(before)
    .map(({ text }) => text)
    .join('\n')
}

const say = (person: string, text: string) => answered(person, () => void chat.as(person).says(text))
const choose = (person: string, choice: string) => answered(person, () => chat.as(person).chooses(choice))

async function actions(): Promise<readonly string[]> {
  const rows = await chat.house.storage.database.$queryRawUnsafe<{ actor: string; action: string }[]>(
    `SELECT actor, action FROM "AuditEntry" WHERE subject = '2026-0001' ORDER BY seq`,
  )
  return rows.map(({ actor, action }) => `${actor} ${action}`)
}

test('who it is is told to nobody who merely asks, with how unsealing works', async () => {
  for (const person of ['u-jiang', 'u-song', 'u-jin', 'u-shen'])
    for (const asked of ['匿名反映镇里欠账的那个是哪家？', '封存的0001到底是谁报的'])
      expect(await say(person, asked), person).toContain('启封')
})

test('a member cannot ask for it, and staff owe a reason', async () => {
  expect(await say('u-he', '启封 0001 理由：想知道是谁')).toContain('由工商联工作人员')
  expect(await say('u-song', '启封 0001')).toContain('为什么要启封')
  const preview = await say('u-song', '诉求人称人身安全受威胁，需要联系核实')
  expect(preview).toContain('由 任洁、傅主席 中的一位决定')
  expect(preview).toContain('诉求人会马上收到通知')
})

test('another person decides; refused, the applicant hears why and sees nothing', async () => {
  await choose('u-song', 'yes')
  expect(chat.last('u-fu')?.text).toContain('人身安全受威胁')
  expect(await say('u-song', '同意启封 0001')).toContain('要由另一位决定')
  await choose('u-fu', 'no')
  await say('u-fu', '可以先请诉求人自己来说')
  expect(chat.last('u-song')?.text).toContain('可以先请诉求人自己来说')
  for (const { text } of [...chat.to('u-song'), ...chat.to('u-fu')]) expect(text).not.toMatch(NAMES)
  expect(await actions()).toContain('fu appeals.refuse-unsealing')
})

test('granted, the two see the name in private and the asker hears at once who decided what and why', async () => {
  await say('u-song', '启封0001，理由：公安机关来函要求核实')
  await choose('u-song', 'yes')
  const before = chat.to('u-lu').length
  await say('u-ren', '同意启封 0001')
  expect(chat.last('u-ren')?.text).toContain('同意启封吗')
  expect(await choose('u-ren', 'yes')).toMatch(NAMES)
  expect(chat.last('u-song')?.text).toMatch(NAMES)
  expect(chat.to('u-lu').length).toBe(before + 1)
  const told = chat.last('u-lu')?.text ?? ''
  expect(told).toContain('公安机关来函要求核实')
  expect(told).toContain('工商联工作人员')
  expect(told).not.toMatch(/宋敏|任洁/)
})

test('nowhere else does the name appear, and its letters do not keep it', async () => {
  for (const line of chat.all())
    if (!['u-lu', 'u-song', 'u-ren'].includes(line.to.id)) expect(line.text, line.to.id).not.toMatch(NAMES)
  const [line] = await ledger(chat)
  expect(JSON.stringify(line)).not.toMatch(NAMES)
  expect(JSON.stringify(await history(chat, '2026-0001'))).not.toMatch(NAMES)
  const letters = await chat.house.storage.database.$queryRawUnsafe<{ text: string }[]>(
    `SELECT text FROM "Letter" WHERE "chatKey" LIKE '%u-song' OR "chatKey" LIKE '%u-ren' OR "chatKey" LIKE '%u-fu'`,
  )
  for (const { text } of letters) expect(text).not.toMatch(NAMES)
  expect(await say('u-song', '看 0001')).toContain('身份封存')
})

test('who did not ask or decide may not look; each further look of the two is written down', async () => {
  expect(await say('u-fu', '再看启封 0001')).toContain('没有同意过')
  expect(await say('u-song', '再看启封 0001')).toMatch(NAMES)
  expect((await actions()).filter((action) => action.endsWith('look-sealed'))).toHaveLength(3)
})

test('the auditor sees every look with names, the asker with offices, nobody else anything; and the chain holds', async () => {
  const seen = await say('u-shen', '谁看过封存 0001')
  expect(seen).toContain('宋敏 看了姓名')
  expect(seen).toContain('任洁 看了姓名')
  expect(seen).toContain('傅主席 没有同意启封')
  expect(seen).not.toMatch(NAMES)
  const own = await say('u-lu', '谁看过我封存的名字 0001')
  expect(own).toContain('工商联工作人员 看了姓名')
  expect(own).not.toMatch(/宋敏|任洁/)
  expect(await say('u-jiang', '谁看过封存 0001')).toContain('由审计人员查')
  const verdict = await verifyChainStream(readChain(chat.house.storage.database))
  expect(verdict).toMatchObject({ ok: true })
})
