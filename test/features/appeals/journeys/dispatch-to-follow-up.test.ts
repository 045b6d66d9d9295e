import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Chat, openChat } from '../../../support/chat.ts'
import { history, ledger } from './appeals-house.ts'

let chat: Chat
beforeAll(async () => {
  chat = await openChat()
  chat.as('u-he').says('农行的续贷一直不放款，能不能帮忙协调')
  await chat.settle()
  chat.as('u-he').says('确认提交')
  await chat.settle()
})
afterAll(() => chat.close())

const status = async () => (await ledger(chat))[0]?.status

test('staff see what is to be dispatched, look at it, and dispatch it after a preview', async () => {
  chat.as('u-song').says('待派单')
  await chat.settle()
  expect(chat.last('u-song')?.text).toMatch(/待派单：1 件[\s\S]*2026-0001 融资/)
  chat.as('u-song').says('看 0001')
  await chat.settle()
  expect(chat.last('u-song')?.text).toContain('何志平')
  chat.as('u-song').says('0001 给金融办，三天')
  await chat.settle()
  expect(chat.last('u-song')).toMatchObject({ choices: [{ id: 'yes' }, { id: 'no' }] })
  expect(chat.last('u-song')?.text).toContain('3 个工作日，周四 17:30 前')
  expect(await status()).toBe('filed')
  chat.as('u-song').says('改成5天')
  await chat.settle()
  chat.as('u-song').says('可以')
  await chat.settle()
  const [line] = await ledger(chat)
  expect(line).toMatchObject({
    status: 'dispatched',
    handlingUnit: { code: 'finance' },
    dueAt: '2026-03-09T17:30:00+08:00',
  })
  expect(chat.last('u-he')?.text).toContain('金融办')
})

test('the unit signs for it, and another unit cannot', async () => {
  expect(chat.last('u-jin')).toMatchObject({
    choices: [
      { id: 'yes', label: '签收' },
      { id: 'no', label: '退回' },
    ],
  })
  chat.as('u-dian').says('签收 0001')
  await chat.settle()
  expect(chat.last('u-dian')?.text).toContain('没有派给您单位')
  chat.as('u-jin').says('收到')
  await chat.settle()
  expect(await status()).toBe('inProgress')
})

test('what was done is previewed, goes to the asker in these words, and their answer decides', async () => {
  chat.as('u-jin').says('0001 已办结 城关支行周三放款')
  await chat.settle()
  expect(await status()).toBe('inProgress')
  chat.as('u-jin').chooses('yes')
  await chat.settle()
  expect(await status()).toBe('resolved')
  expect(chat.last('u-he')?.text).toContain('城关支行周三放款')
  expect(chat.last('u-he')?.choices?.map(({ label }) => label)).toEqual(['解决了', '部分解决', '没解决'])

  chat.as('u-he').says('没解决')
  await chat.settle()
  chat.as('u-he').says('账上没见到钱')
  await chat.settle()
  expect((await ledger(chat))[0]).toMatchObject({
    status: 'inProgress',
    resolvedAt: null,
    satisfaction: 'unsatisfied',
  })
  expect(chat.last('u-jin')?.text).toContain('账上没见到钱')

  chat.as('u-jin').says('办结 0001 已核实到账')
  await chat.settle()
  chat.as('u-jin').says('1')
  await chat.settle()
  chat.as('u-he').says('解决了')
  await chat.settle()
  chat.as('u-he').says('满意')
  await chat.settle()
  expect((await ledger(chat))[0]).toMatchObject({ status: 'closed', satisfaction: 'satisfied' })
  expect((await history(chat, '2026-0001')).map(({ act }) => act)).toEqual([
    'file',
    'accept',
    'dispatch',
    'acknowledge',
    'resolve',
    'rate',
    'reopen',
    'resolve',
    'rate',
    'close',
  ])
})

test('a member who types an order is told kindly that it is not theirs', async () => {
  chat.as('u-wu').says('派单 0001 金融办 3天')
  await chat.settle()
  expect(chat.last('u-wu')?.text).toContain('派单由工商联工作人员操作')
  chat.as('u-wu').says('0001 到哪一步了')
  await chat.settle()
  expect(chat.last('u-wu')?.text).toContain('没有查到您名下')
})
