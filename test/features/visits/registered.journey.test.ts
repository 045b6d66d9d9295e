import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Chat, openChat } from '../../support/chat.ts'

let chat: Chat
beforeAll(async () => {
  chat = await openChat({ now: '2026-03-04T09:00:00+08:00' })
})
afterAll(() => chat.close())

/** Says something in private; gives what came back last. */
async function ask(person: string, words: string): Promise<string> {
  chat.as(person).says(words)
  await chat.settle()
  return chat.last(person)?.text ?? ''
}
const find = (number: string) =>
  chat.house.storage.transactions.inOne(chat.house.clock.now(), (work) =>
    chat.house.storage.appeals.find(number, work),
  )

it('what nobody brought is handled to the end like any other, also while nobody follows it', async () => {
  await ask('u-jiang', '今天去了五峰铸件，贷款下个月到期，银行不给续')
  await ask('u-jiang', '对')
  await ask('u-song', '登记 走访1-1')
  await ask('u-song', '登记')
  expect(await ask('u-song', '派单 0001 金融办 3个工作日')).toContain('2026-0001')
  await ask('u-song', '确认')
  expect(await find('2026-0001')).toMatchObject({ status: 'dispatched', unit: 'finance', asker: null })
  await ask('u-jin', '签收 0001')
  await ask('u-jin', '0001 已办结 已与银行续签，月底放款')
  await ask('u-jin', '确认')
  expect(await find('2026-0001')).toMatchObject({ status: 'resolved' })
  // Nobody is there to be asked whether it is solved: it closes by itself in its time.
  await chat.advanceTo('2026-05-04T09:00:00+08:00')
  expect(await find('2026-0001')).toMatchObject({ status: 'closed', outcome: null })
  expect(chat.complaints).toEqual([])
})

it('only the firm’s own people may follow it, the first of them who says so, and only while it is open', async () => {
  await ask('u-jiang', '今天去了天禾农机，门口路灯不亮')
  await ask('u-jiang', '对')
  await ask('u-song', '登记 走访2-1')
  await ask('u-song', '登记')
  await chat.settle()
  expect(chat.last('u-wu')?.text ?? '').not.toContain('路灯')
  expect(chat.last('u-he')?.text).toContain('路灯不亮')
  expect(await ask('u-he', '先不用')).toContain('照常办理')
  expect(await find('2026-0002')).toMatchObject({ asker: null })
})
