import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Chat, openChat } from '../../../support/chat.ts'
import { ledger } from './appeals-house.ts'

let chat: Chat
beforeAll(async () => {
  chat = await openChat()
})
afterAll(() => chat.close())

test('two people in one group at once never share a form', async () => {
  const group = chat.in('g-machinery')
  group.as('u-he').says('@娘家 我们的续贷一直不放款，帮忙协调')
  group.as('u-wu').says('@娘家 车间一直招不到普工，帮忙组织个招聘会')
  await chat.settle()
  expect(chat.last('u-he')?.text).toContain('融资')
  expect(chat.last('u-wu')?.text).toContain('用工')
  chat.as('u-wu').says('改成紧急')
  chat.as('u-he').says('城关支行，客户经理姓吕')
  await chat.settle()
  chat.as('u-he').chooses('yes')
  chat.as('u-wu').chooses('yes')
  await chat.settle()
  const lines = await ledger(chat)
  expect(new Set(lines.map(({ number }) => number))).toEqual(new Set(['2026-0001', '2026-0002']))
  const of = (code: string) => lines.find(({ asker }) => asker?.code === code)
  expect(of('he')).toMatchObject({ category: 'financing', urgency: 'normal', company: { code: 'tianhe' } })
  expect(of('wu')).toMatchObject({ category: 'labour', urgency: 'urgent', company: { code: 'wufeng' } })
  expect(of('wu')?.text).not.toContain('贷')
})

test('a draft follows an edit, and a withdrawn message ends it', async () => {
  const before = (await ledger(chat)).length
  const first = chat.as('u-lu').says('我们的茶青运不出去，村口的路塌了，大车进不来')
  await chat.settle()
  expect(chat.last('u-lu')?.text).toContain('交通物流')
  chat.as('u-lu').edits(first, '我们招不到采茶工，能不能帮忙组织招工')
  await chat.settle()
  expect(chat.last('u-lu')?.text).toContain('用工')
  chat.as('u-lu').withdraws(first)
  await chat.settle()
  expect(chat.last('u-lu')?.text).toContain('没有登记')
  expect(await ledger(chat)).toHaveLength(before)
})

test('a draft nobody confirms is put away after three days with a word', async () => {
  const before = (await ledger(chat)).length
  chat.as('u-lu').says('我们招不到采茶工，能不能帮忙组织招工')
  await chat.settle()
  await chat.advance(3 * 24 * 3_600_000 + 60_000)
  expect(chat.last('u-lu')?.text).toContain('草稿我先收起来了')
  expect(await ledger(chat)).toHaveLength(before)
})
