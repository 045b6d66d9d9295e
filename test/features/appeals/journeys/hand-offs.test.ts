import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Chat } from '../../../support/chat.ts'
import { history } from './appeals-house.ts'
import { file, openCounty, says } from './county-of-units.ts'

let chat: Chat
beforeAll(async () => {
  chat = await openCounty()
  await file(chat)
})
afterAll(() => chat.close())

const last = (person: string) => chat.last(person)?.text ?? ''

async function dispatchTo(unit: string): Promise<void> {
  await says(chat, 'u-song', `派单 0001 ${unit} 3天`)
  await says(chat, 'u-song', '确认 0001')
}
async function sendBack(person: string, reason: string): Promise<void> {
  await says(chat, person, `退回 0001 理由：${reason}`)
  await says(chat, person, '确认 0001')
}

test('the unit that sent it back is named with its reason before it gets it again', async () => {
  await dispatchTo('金融办')
  await sendBack('u-jin', '不属我单位职责，建议供电公司')
  expect(last('u-song')).toContain('被金融办退回')
  expect(last('u-song')).toContain('不属我单位职责，建议供电公司')
  await says(chat, 'u-song', '改派 0001 金融办')
  expect(last('u-song')).toMatch(/注意：金融办.*退回过这一件，理由：不属我单位职责，建议供电公司/)
  await says(chat, 'u-song', '给供电公司，3天')
  expect(last('u-song')).not.toContain('退回过')
  await says(chat, 'u-song', '可以')
})

test('from the second time on staff hear who had it first', async () => {
  await sendBack('u-dian', '和用电没关系')
  expect(last('u-song')).toContain('这是第 2 次退单')
  expect(last('u-song')).toContain('首接单位是金融办')
  await says(chat, 'u-song', '派单 0001 人行 3天')
  expect(last('u-song')).toContain('首接单位是金融办')
  await says(chat, 'u-song', '确认 0001')
})

test('the third time it is put on the list for a meeting, and the responsible leader hears of it', async () => {
  const before = chat.to('u-jiang').length
  await sendBack('u-yin', '要县里定')
  expect(last('u-song')).toContain('已列入待上会')
  expect(chat.to('u-jiang').length).toBe(before + 1)
  expect(last('u-jiang')).toContain('2026-0001')
  expect(last('u-jiang')).toContain('已被退回 3 次')
  await says(chat, 'u-song', '待上会')
  expect(last('u-song')).toContain('2026-0001')
  expect((await history(chat, '2026-0001')).filter(({ act }) => act === 'sendBack')).toHaveLength(3)
})

test('a fourth time tells nobody again', async () => {
  await dispatchTo('金融办')
  const before = chat.to('u-jiang').length
  await sendBack('u-jin', '还是不归我们')
  expect(last('u-song')).not.toContain('已列入待上会')
  expect(chat.to('u-jiang').length).toBe(before)
})
