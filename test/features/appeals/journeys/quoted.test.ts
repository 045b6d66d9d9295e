import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Chat, openChat } from '../../../support/chat.ts'
import { history, ledger } from './appeals-house.ts'

let chat: Chat
beforeAll(async () => {
  chat = await openChat()
})
afterAll(() => chat.close())

const newest = async () => (await ledger(chat)).toSorted((a, b) => a.number.localeCompare(b.number)).at(-1)

test('staff who answer a member’s line begin an appeal on it: the line is quoted by role and is a source', async () => {
  const told = chat
    .in('g-machinery')
    .as('u-he', '何志平-天禾农机')
    .says('后山那条运料路塌方封了一个礼拜，拖拉机发不出去')
  chat.in('g-machinery').as('u-song', '宋敏').says('@娘家 这个登记一下', { replyTo: told })
  await chat.settle()
  const readBack = chat.last('u-song')?.text
  expect(readBack).toContain('引用一位会员的话：后山那条运料路塌方封了一个礼拜，拖拉机发不出去')
  expect(readBack).toContain('企业：天禾农机有限公司')
  expect(readBack).not.toContain('何志平')
  chat.as('u-song').says('确认')
  await chat.settle()
  const appeal = await newest()
  expect(appeal).toMatchObject({
    category: 'logistics',
    company: { code: 'tianhe' },
    asker: { code: 'song' },
  })
  expect(appeal?.sources[0]).toBe(told)
  for (const { text } of chat.to('g-machinery')) expect(text).not.toMatch(/何志平|天禾|运料/)
})

test('a line of others that is forgotten by now is not quoted, and nothing is made up for it', async () => {
  const old = chat.in('g-machinery').as('u-wu').says('变压器又跳了，半个车间停着')
  await chat.advance(6 * 60_000)
  chat.in('g-machinery').as('u-song').says('@娘家 这个登记一下', { replyTo: old })
  await chat.settle()
  const before = (await ledger(chat)).length
  expect(chat.to('u-song').every(({ text }) => !text.includes('变压器'))).toBe(true)
  chat.as('u-song').says('取消')
  await chat.settle()
  expect(await ledger(chat)).toHaveLength(before)
})

test('an answer to our letter about one appeal adds to it, and staff hear what', async () => {
  chat.as('u-lu').says('茶园的灌溉用电三天两头断，抽水机转不起来，能不能帮忙问问供电')
  await chat.settle()
  chat.as('u-lu').says('确认')
  await chat.settle()
  const number = (await newest())?.number ?? ''
  chat.as('u-lu').says('户号是北坡二组那块表', { replyTo: chat.last('u-lu')?.id })
  await chat.settle()
  expect(chat.last('u-lu')?.text).toContain(`已加进 ${number}`)
  expect((await newest())?.text).toContain('补充：户号是北坡二组那块表')
  expect((await history(chat, number)).map(({ act }) => act)).toEqual(['file', 'amend'])
  expect(chat.last('u-song')?.text).toContain('户号是北坡二组那块表')
})

test('what two appeals were made of and its author changes is marked in both', async () => {
  const line = chat.as('u-wu').says('两件事，一是铸件出口报关老被退单，二是车间缺五个翻砂工招不来')
  await chat.settle()
  chat.as('u-wu').says('确认')
  await chat.settle()
  chat.as('u-wu').says('确认')
  await chat.settle()
  const [first, second] = (await ledger(chat)).toSorted((a, b) => a.number.localeCompare(b.number)).slice(-2)
  chat.as('u-wu').edits(line, '两件事，一是铸件出口报关老被退单，二是车间缺八个翻砂工招不来')
  await chat.settle()
  for (const one of [first, second])
    expect((await history(chat, one?.number ?? '')).map(({ act }) => act)).toEqual(['file', 'sourceChanged'])
})

test('a sealed asker’s supplement names nobody to staff', async () => {
  chat.as('u-ma').says('别说是我反映的：镇里修路占了我们库房前的地，一直没给补偿')
  await chat.settle()
  chat.as('u-ma').says('确认')
  await chat.settle()
  const appeal = await newest()
  expect(appeal?.sealed).toBe(true)
  chat.as('u-ma').says('我是马会荣，电话13812345678，协议找到了，占地那个补充一下')
  await chat.settle()
  expect((await newest())?.text).toContain('协议找到了')
  for (const shown of [(await newest())?.text ?? '', ...chat.to('u-song').map(({ text }) => text)])
    expect(shown).not.toMatch(/马会荣|13812345678/)
})
