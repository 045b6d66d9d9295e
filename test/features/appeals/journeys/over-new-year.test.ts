import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Chat, openChat } from '../../../support/chat.ts'
import { ledger } from './appeals-house.ts'

let chat: Chat
beforeAll(async () => {
  chat = await openChat({ now: '2026-12-31T15:00:00+08:00' })
})
afterAll(() => chat.close())

async function files(text: string): Promise<void> {
  chat.as('u-he').says(text)
  await chat.settle()
  chat.as('u-he').chooses('yes')
  await chat.settle()
}

test('a deadline beyond the calendars that are known is not promised', async () => {
  await files('农行的续贷一直不放款，能不能帮忙协调')
  expect(chat.last('u-he')?.text).toContain('答复时间由他们告诉您')
  expect((await ledger(chat))[0]).toMatchObject({ number: '2026-0001', dueAt: null })
})

test('numbers begin anew in January, and a short one that is only last year’s is asked about', async () => {
  await chat.advanceTo('2027-01-04T09:00:00+08:00')
  chat.as('u-song').says('看 0001')
  await chat.settle()
  expect(chat.last('u-song')?.text).toContain('去年有 2026-0001')
  chat.as('u-song').says('看 2026-0001')
  await chat.settle()
  expect(chat.last('u-song')?.text).toContain('何志平')
  await files('我们厂一直招不到普工，帮忙组织个招聘会')
  expect((await ledger(chat)).map(({ number }) => number)).toEqual(['2026-0001', '2027-0001'])
  chat.as('u-song').says('看 0001')
  await chat.settle()
  expect(chat.last('u-song')?.text).toContain('2027-0001')
})
