import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Chat, openChat } from '../../../support/chat.ts'
import { SMALL_COUNTY } from '../../../support/small-county.ts'

let chat: Chat
beforeAll(async () => {
  chat = await openChat({ now: '2026-03-13T10:00:00+08:00' })
})
afterAll(() => chat.close())

const say = async (person: string, ...lines: readonly string[]): Promise<string> => {
  for (const line of lines) {
    chat.as(person).says(line)
    await chat.settle()
  }
  return chat.last(person)?.text ?? ''
}
async function until(to: string): Promise<(person: string) => readonly string[]> {
  chat.news()
  await chat.advanceTo(to)
  const fresh = chat.news()
  return (person) =>
    fresh.filter((line) => line.to.id === person && line.text.startsWith('走访提醒')).map(({ text }) => text)
}

it('without a rule nobody owes anything, and it is said how to set one', async () => {
  expect(await say('u-song', '走访要求')).toContain('“走访要求 每季度每个商会1次')
  expect(await say('u-jiang', '走访要求 每季度每个商会9次')).toContain('由工商联工作人员定')
  expect(await say('u-jiang', '我还欠几次走访')).toContain('还没有定走访要求')
})

it('staff set them by a yes; what is not said again stays', async () => {
  expect(await say('u-song', '走访要求 每季度每个商会2次，会议每年1次')).toContain(
    '走访：每季度每个商会 2 次',
  )
  expect(await say('u-song', '确认定下')).toContain('会议：每年每个商会 1 次')
  const changed = await say('u-song', '走访要求改成每季度1次')
  expect(changed).toContain('走访：每季度每个商会 1 次')
  expect(changed).toContain('会议：每年每个商会 1 次')
  expect(changed).not.toContain('不再要求')
  await say('u-song', '确认定下')
  expect(await say('u-song', '走访要求 每季度1次')).toContain('没有改动')
})

it('before the quarter ends who owes is reminded in private, and staff have the list', async () => {
  const first = await until('2026-03-16T09:00:00+08:00')
  expect(first('u-jiang')).toHaveLength(1)
  expect(first('u-jiang')[0]).toContain('本季度到3月31日结束，还有 11 个工作日。您还欠走访 1 次')
  expect(first('u-song')[0]).toContain('副县长江远：欠走访 1 次')
  // Answers for no chamber.
  expect(first('u-bai')).toEqual([])
  expect((await until('2026-03-25T18:00:00+08:00'))('u-jiang')).toEqual([])
})

it('what is done is owed no more, and nobody is reminded of it', async () => {
  await say('u-jiang', '今天去了天禾农机，缺工三十个', '确认')
  expect(await say('u-jiang', '我还欠几次走访')).toContain('一次不欠')
  const last = await until('2026-03-26T09:30:00+08:00')
  expect(last('u-jiang')).toEqual([])
  expect(last('u-song')).toEqual([])
})

it('of the kinds of visit one is done and another owed: both are said', async () => {
  await say('u-song', '走访要求 会议每年1次', '确认定下')
  expect(await say('u-jiang', '我还欠啥没完成')).toMatch(/^今年还欠会议 1 次；本季度的走访都完成了。\n/u)
})

it('who only stands in for a leader is told whose duty it is', async () => {
  const deputies = [{ person: 'bai', from: '2026-01-01' }]
  const roster = {
    ...SMALL_COUNTY,
    responsibilities: [{ leader: 'jiang', chamber: 'machinery', from: '2026-01-01', deputies }],
  }
  const own = await openChat({ roster, now: '2026-03-13T10:00:00+08:00' })
  for (const line of ['走访要求 每季度每个商会1次', '确认定下']) {
    own.as('u-song').says(line)
    await own.settle()
  }
  own.as('u-bai').says('我还欠几次走访')
  await own.settle()
  expect(own.last('u-bai')?.text).toMatch(/^您本人不欠走访。您代管的，去了记在副县长江远名下/u)
  await own.close()
})
