import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Chat, openChat } from '../../../support/chat.ts'
import { askerOf, history, ledger } from '../journeys/appeals-house.ts'

let chat: Chat
beforeAll(async () => {
  chat = await openChat()
  chat.as('u-lu').says('银行不给我们青芽茶业续贷，到期的钱还进去半个月了不放款，能不能帮协调')
  await chat.settle()
  chat.as('u-lu').chooses('yes')
  await chat.settle()
})
afterAll(() => chat.close())

const NAMES = /陆青|青芽/

test('said later, it is sealed after a look at what can and what cannot be taken back', async () => {
  expect((await ledger(chat))[0]).toMatchObject({ sealed: false, asker: { code: 'lu' } })
  chat.as('u-lu').says('别说是我反映的')
  await chat.settle()
  const preview = chat.last('u-lu')?.text ?? ''
  expect(preview).toContain('2026-0001')
  expect(preview).toContain('收不回来')
  chat.as('u-lu').chooses('yes')
  await chat.settle()
  expect(chat.last('u-lu')?.text).toContain('已封存')
  const [line] = await ledger(chat)
  expect(line).toMatchObject({ sealed: true, asker: null, company: null, chamber: null })
  expect(JSON.stringify(line)).not.toMatch(NAMES)
})

test('its history names the asker no more, and the codec still knows where they are answered', async () => {
  const events = await history(chat, '2026-0001')
  expect(events.filter(({ role }) => role === 'asker').map(({ act, by }) => [act, by])).toEqual([
    ['file', null],
    ['seal', null],
  ])
  expect(await askerOf(chat, '2026-0001')).toMatchObject({ code: 'lu', company: { code: 'qingya' } })
  chat.as('u-lu').says('我那个事到哪一步了')
  await chat.settle()
  expect(chat.last('u-lu')?.text).toContain('2026-0001')
})

test('staff are told that it is sealed and read no name from then on', async () => {
  expect(chat.last('u-song')?.text).toContain('已封存')
  chat.as('u-song').says('看 0001')
  await chat.settle()
  expect(chat.last('u-song')?.text).not.toMatch(NAMES)
})

test('sealed already, or with nothing of one’s own, it is said plainly or taken for a new matter', async () => {
  chat.as('u-lu').says('封存 0001')
  await chat.settle()
  expect(chat.last('u-lu')?.text).toContain('本来就封存着')
  chat.as('u-he').says('别说是我反映的啊')
  await chat.settle()
  expect(chat.last('u-he')?.text).not.toContain('没有查到')
  chat.as('u-wu').says('封存 0001')
  await chat.settle()
  expect(chat.last('u-wu')?.text).toContain('没有查到您名下')
})
