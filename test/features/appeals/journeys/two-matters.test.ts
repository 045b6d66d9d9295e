import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Chat, openChat } from '../../../support/chat.ts'
import { ledger } from './appeals-house.ts'

let chat: Chat
beforeAll(async () => {
  chat = await openChat()
})
afterAll(() => chat.close())

const lines = async () => [...(await ledger(chat))].sort((a, b) => a.number.localeCompare(b.number))

test('two matters told in one message are read back one after the other, and each is confirmed for itself', async () => {
  chat.as('u-he').says('跟您反映两个问题，一个是厂门口桥限重，货车过不去，一个是想找80万周转，银行不给批')
  await chat.settle()
  const [first, second] = chat.to('u-he')
  expect(first?.text).toContain('事项：厂门口桥限重，货车过不去\n')
  expect(first?.text).toContain('交通物流')
  expect(second?.text).toContain('事项：想找80万周转，银行不给批\n')
  expect(second?.text).toContain('融资')
  expect(await lines()).toEqual([])

  chat.as('u-he').says('确认')
  await chat.settle()
  expect(await lines()).toMatchObject([{ category: 'financing', text: '想找80万周转，银行不给批' }])
  expect(chat.last('u-he')?.text).toContain('货车过不去')
  chat.as('u-he').says('确认')
  await chat.settle()
  const filed = await lines()
  expect(filed).toMatchObject([
    { category: 'financing' },
    { category: 'logistics', text: '厂门口桥限重，货车过不去' },
  ])
  expect(filed[0]?.sources).toEqual(filed[1]?.sources)
})

test('announced first and told afterwards, in the group: a receipt for each, and each has its own messages', async () => {
  const group = chat.in('g-tea').as('u-lu')
  group.says('@娘家 我们有俩事')
  await chat.settle()
  const road = group.says('一个是茶山那条路塌了，大车上不来')
  const people = group.says('一个是采茶缺三十个人，招不来')
  await chat.settle()
  chat.as('u-lu').chooses('yes')
  await chat.settle()
  chat.as('u-lu').chooses('yes')
  await chat.settle()
  const [, , labour, logistics] = await lines()
  expect(labour).toMatchObject({ category: 'labour', sources: [people] })
  expect(logistics).toMatchObject({ category: 'logistics' })
  expect(logistics?.sources).toContain(road)
  expect(logistics?.sources).not.toContain(people)
  const heard = chat.to('g-tea').map(({ text }) => text)
  for (const { number } of [labour, logistics].filter((line) => line !== undefined))
    expect(heard).toContain(`已登记，编号 ${number}，细节已私信您。`)
})

test('an emergency beside something plain is filed at once', async () => {
  chat.as('u-wu').says('两个事：一是技改补贴公示完一直没到账，二是现在停电了，炉子里还有一炉铁水')
  await chat.settle()
  expect((await lines()).at(-1)).toMatchObject({ urgency: 'critical', category: 'utilities' })
  expect(chat.to('u-wu').some(({ text }) => text.includes('技改补贴') && text.includes('政策兑现'))).toBe(
    true,
  )
})
