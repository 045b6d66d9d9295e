import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Chat, openChat } from '../../../support/chat.ts'
import { history, ledger } from './appeals-house.ts'

let chat: Chat
beforeAll(async () => {
  chat = await openChat({ now: '2026-03-07T21:40:00+08:00' })
})
afterAll(() => chat.close())

const line = async (number: string) => (await ledger(chat)).find((one) => one.number === number)

test('an emergency in a group is filed at once, at night, with whom to call first', async () => {
  chat.in('g-machinery').as('u-wu').says('@娘家 停电了，炉子里还有一炉铁水')
  await chat.settle()
  expect(await line('2026-0001')).toMatchObject({
    urgency: 'critical',
    status: 'filed',
    dueAt: '2026-03-07T22:40:00+08:00',
  })
  const letter = chat.last('u-wu')?.text ?? ''
  expect(letter.indexOf('95598')).toBeGreaterThan(-1)
  expect(letter.indexOf('95598')).toBeLessThan(letter.indexOf('2026-0001'))
  expect(chat.last('g-machinery')?.text).toBe('已登记，编号 2026-0001，细节已私信您。')
  expect(chat.last('u-song')?.text).toContain('特急')
})

test('what follows an emergency is added to it', async () => {
  chat.as('u-wu').says('柳溪镇工业路12号，整条路都停了')
  await chat.settle()
  expect((await line('2026-0001'))?.text).toContain('工业路12号')
  expect(chat.last('u-song')?.text).toContain('工业路12号')
  chat.as('u-wu').says('没有了')
  await chat.settle()
  expect((await history(chat, '2026-0001')).map(({ act }) => act)).toEqual(['file', 'amend'])
})

test('a stranger files with the company they name, follows it and takes it back', async () => {
  chat.as('u-new', '孙二').says('我们厂门口的路塌了，大车进不来，没人管，能不能帮忙反映')
  await chat.settle()
  expect(chat.last('u-new')?.text).toContain('是哪家企业的事')
  chat.as('u-new', '孙二').says('顺发纸箱厂')
  await chat.settle()
  chat.as('u-new').chooses('yes')
  await chat.settle()
  expect(await line('2026-0002')).toMatchObject({
    company: { code: null, name: '顺发纸箱厂' },
    asker: { code: null, name: '孙二' },
    chamber: null,
    responsibleLeader: null,
  })
  chat.as('u-new').says('到哪一步了')
  await chat.settle()
  expect(chat.last('u-new')?.text).toContain('2026-0002')
  chat.as('u-new').says('不用办了')
  await chat.settle()
  expect((await line('2026-0002'))?.status).toBe('filed')
  chat.as('u-new').says('确认')
  await chat.settle()
  expect((await line('2026-0002'))?.status).toBe('withdrawn')
})

test('a stranger is asked about the outcome with the same choices, and may answer in words', async () => {
  chat.as('u-new', '孙二').says('我们厂招不到工人，能不能帮忙组织招聘会')
  await chat.settle()
  chat.as('u-new').says('没有了')
  await chat.settle()
  chat.as('u-new').says('确认')
  await chat.settle()
  chat.as('u-song').says('0003 已办结 招聘会定在周六上午')
  await chat.settle()
  expect((await line('2026-0003'))?.status).toBe('filed')
  chat.as('u-song').says('派单 0003 供电公司 2天')
  await chat.settle()
  chat.as('u-song').chooses('yes')
  await chat.settle()
  chat.as('u-dian').says('0003 已办结 招聘会定在周六上午')
  await chat.settle()
  chat.as('u-dian').chooses('yes')
  await chat.settle()
  expect(chat.last('u-new')?.text).toContain('招聘会定在周六上午')
  expect(chat.last('u-new')?.choices?.map(({ id }) => id)).toEqual(['solved', 'partly', 'unsolved'])
  chat.as('u-new').says('0003 解决了')
  await chat.settle()
  chat.as('u-new').chooses('satisfied')
  await chat.settle()
  expect(await line('2026-0003')).toMatchObject({ status: 'closed', satisfaction: 'satisfied' })
})

test('a purchase of one’s own goes to 12315 and small talk files nothing', async () => {
  const before = (await ledger(chat)).length
  chat.as('u-he').says('我买的空调坏了，商家不给退货，能管不')
  await chat.settle()
  expect(chat.last('u-he')?.text).toContain('12315')
  expect(await ledger(chat)).toHaveLength(before)
})
