import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Chat, openChat } from '../../support/chat.ts'

let chat: Chat
beforeAll(async () => {
  chat = await openChat()
})
afterAll(() => chat.close())

async function say(person: string, text: string): Promise<string> {
  chat.as(person).says(text)
  await chat.settle()
  return chat.last(person)?.text ?? ''
}
const said = () => chat.news().map(({ to, text }) => `${to.id} ${text}`)

test('once the day before, once at the time, then the giver once, and never at night', async () => {
  await say('u-jiang', '请金融办周四20点前报我放款情况')
  await say('u-jiang', '交办')
  await say('u-jin', '收到')
  chat.news()
  await chat.advanceTo('2026-03-04T19:59:00+08:00')
  expect(said()).toEqual([])
  await chat.advanceTo('2026-03-04T20:01:00+08:00')
  expect(said()).toEqual([expect.stringContaining('u-jin J-0001 快到期了：江远副县长交办')])
  await chat.advanceTo('2026-03-05T20:01:00+08:00')
  expect(said()).toEqual([expect.stringContaining('u-jin J-0001 到期了')])
  await chat.advanceTo('2026-03-06T09:00:00+08:00')
  expect(said()).toEqual([])
  await chat.advanceTo('2026-03-06T09:31:00+08:00')
  expect(said()).toEqual([expect.stringContaining('u-jiang J-0001 您交办金融')])
  await chat.advanceTo('2026-03-12T10:00:00+08:00')
  expect(said().filter((line) => line.includes('J-0001'))).toEqual([])
})

test('what falls due at night is said in the morning, and what is reported is not reminded of', async () => {
  await say('u-jiang', '请供电公司3月13日23点前报我停电情况')
  await say('u-jiang', '交办')
  await say('u-jiang', '请金融办3月13日16点前报我放款情况')
  await say('u-jiang', '交办')
  await say('u-jin', 'J-0003 已办 都放了')
  await say('u-jin', '确认')
  chat.news()
  await chat.advanceTo('2026-03-13T23:30:00+08:00')
  // The morning's digest tells the leader of what came back; it is no reminder.
  expect(said().filter((line) => line.includes('J-') && !line.includes('早报'))).toEqual([
    expect.stringContaining('u-dian J-0002 快到期'),
  ])
  // A Friday night: nobody is written to before Monday morning.
  await chat.advanceTo('2026-03-16T07:59:00+08:00')
  expect(said().filter((line) => line.includes('J-'))).toEqual([])
  await chat.advanceTo('2026-03-16T08:01:00+08:00')
  expect(said().filter((line) => line.includes('J-'))).toEqual([
    expect.stringContaining('u-dian J-0002 到期了'),
  ])
})
