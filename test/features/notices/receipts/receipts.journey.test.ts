import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noticeLines } from '../../../../src/features/notices/notice-lines.ts'
import { type Chat, openChat } from '../../../support/chat.ts'
import { SMALL_COUNTY } from '../../../support/small-county.ts'

/** Two more companies of the machinery chamber, both of a 何, and somebody whose account nobody knows yet. */
const ROSTER = {
  ...SMALL_COUNTY,
  companies: [
    ...SMALL_COUNTY.companies,
    { code: 'dongwu', name: '东屋农具有限公司', aliases: ['东屋农具'], chamber: 'machinery' },
  ],
  people: [
    ...SMALL_COUNTY.people,
    { code: 'he2', name: '何永年', roles: ['member'], company: 'dongwu', accounts: [] },
    {
      code: 'zhu',
      name: '朱秀珍',
      roles: ['member'],
      company: 'wufeng',
      accounts: [{ platform: 'stdio', id: 'u-zhu' }],
    },
  ],
}

let chat: Chat
beforeAll(async () => {
  chat = await openChat({ roster: ROSTER })
})
afterAll(() => chat.close())

async function say(person: string, text: string): Promise<string> {
  chat.as(person).says(text)
  await chat.settle()
  return chat.last(person)?.text ?? ''
}

/** What the group says, with who says it, in one go. */
async function inGroup(lines: readonly (readonly [string, string, string?])[]): Promise<void> {
  for (const [person, text, name] of lines) chat.in('g-machinery').as(person, name).says(text)
  await chat.settle()
}

async function receiptsOf(number: number) {
  const { storage, clock } = chat.house
  const lines = await storage.transactions.inOne(clock.now(), (work) => noticeLines(storage, work))
  return lines.find((line) => line.number === number)?.receipts
}

async function notice(text: string): Promise<void> {
  await say('u-song', text)
  await say('u-song', '确认发送')
  await chat.advance(2_000)
}

describe('a notice that awaits receipts', () => {
  test('counts what the group says, leaves what nobody can know to staff, and the group hears nothing of it', async () => {
    await notice('通知 农机商会 周三14:30在商会二楼开会，需回执，截止今天18:00')
    const before = chat.to('g-machinery').length
    await inGroup([
      ['u-zhu', '吴总收到，朱会计代'],
      ['u-he', '今天农机配件涨价没有'],
      ['x-1', '收到', '何志平-天禾农机'],
      ['x-2', '收到', '平安是福'],
      ['x-3', '何总收到', '热心人'],
      ['u-ma', '几点结束？'],
    ])
    expect(await receiptsOf(1)).toEqual({
      acknowledged: ['he', 'wu'],
      onLeave: [],
      seen: [],
      unclear: [],
      missing: ['he2', 'ma', 'zhu'],
    })
    expect(chat.to('g-machinery')).toHaveLength(before)
    const told = await say('u-song', '谁没回 通知1')
    expect(told).toContain('第1条 平安是福：“收到”')
    expect(told).toContain('第2条 热心人：“何总收到”')
    expect(told).toMatch(/农机商会：.*马会荣/u)
  })

  test('staff settle the rest in words, asked back where two are meant, and nothing counts before their yes', async () => {
    expect(await say('u-he', '通知1 第1条不算')).not.toContain('请核对')
    expect(await say('u-song', '通知1 第2条算何总收到')).toContain('哪一位')
    expect(await say('u-song', '何永年')).toContain('何永年（东屋农具有限公司）收到')
    expect((await receiptsOf(1))?.missing).toContain('he2')
    expect(await say('u-song', '就这样记')).toContain('还有 1 条待认')
    expect((await receiptsOf(1))?.acknowledged).toContain('he2')
    await say('u-song', '通知1 第1条不算')
    expect(await say('u-song', '确认')).toMatch(/还没回 2 人。$/u)
    // A secretary does the same for those of their own chamber alone.
    expect(await say('u-ma', '代回 通知1 陆青')).toContain('没有找到')
  })

  test('those alone who have not answered are reminded once, before answers are due', async () => {
    const he = chat.to('u-he').length
    await chat.advanceTo('2026-03-02T16:01:00+08:00')
    expect(chat.last('u-zhu')?.text).toContain('有份通知还等您回')
    expect(chat.last('u-zhu')?.text).toContain('周三14:30在商会二楼开会')
    expect(chat.to('u-he')).toHaveLength(he)
    expect(chat.to('u-song').some(({ text }) => text.includes('还有 2 人没回，我只给他们本人'))).toBe(true)
    expect(await say('u-zhu', '收到，那天去不了')).toContain('记下您请假')
    expect((await receiptsOf(1))?.onLeave).toEqual(['zhu'])
    expect(await say('u-song', '催一下没回的 通知1')).toContain('已经提醒过一次')
  })

  test('when answers are due the names go to whoever prepared it and to the chamber’s secretary, in private', async () => {
    await chat.advanceTo('2026-03-02T18:01:00+08:00')
    expect(chat.last('u-song')?.text).toContain('还没回 1 人')
    expect(chat.last('u-ma')?.text).toContain('贵商会还有 1 人没回：马会荣')
    expect(chat.to('g-machinery').some(({ text }) => text.includes('马会荣'))).toBe(false)
  })

  test('the group hears one tally at most, of numbers alone, on request', async () => {
    expect(await say('u-song', '群里报个数 通知1')).toContain('只报人数不报名字')
    await say('u-song', '发到群里')
    await chat.advance(2_000)
    expect(chat.last('g-machinery')?.text).toContain('已回 4 人，还有 1 人没回')
    expect(await say('u-song', '群里报个数 通知1')).toContain('不再报第二次')
  })
})

test('in quiet hours nobody is reminded, and the one reminder waits for the morning', async () => {
  await chat.advanceTo('2026-03-03T18:00:00+08:00')
  await notice('通知 农机商会 周五交报表，需回执')
  await inGroup([['u-he', '收到']])
  await chat.advanceTo('2026-03-03T23:00:00+08:00')
  const zhu = chat.to('u-zhu').length
  expect(await say('u-song', '催一下没回的 通知2')).toContain('静默时段')
  await say('u-song', '提醒')
  await chat.advance(60_000)
  expect(chat.to('u-zhu')).toHaveLength(zhu)
  await inGroup([['u-wu', '👌']])
  await chat.advanceTo('2026-03-04T09:00:00+08:00')
  expect(chat.last('u-zhu')?.text).toContain('周五交报表')
  // Whoever answered meanwhile is left in peace.
  expect(chat.last('u-wu')?.text ?? '').not.toContain('周五交报表')
})

test('a doubt that its speaker clears up is off the list', async () => {
  await inGroup([['u-zhu', '到时候看情况']])
  expect((await receiptsOf(2))?.unclear).toEqual(['zhu'])
  expect(await say('u-song', '谁没回 通知2')).toContain('朱秀珍：“到时候看情况”')
  await inGroup([['u-zhu', '收到，准时参加']])
  expect((await receiptsOf(2))?.acknowledged).toContain('zhu')
  expect(await say('u-song', '谁没回 通知2')).not.toContain('看情况')
})

test('a button, a quotation and an entry of a sign-up are receipts too, and a large group hears none of it', async () => {
  await notice('通知 茶业商会 春茶展销的摊位图见群文件，收到请回复')
  const { storage, clock } = chat.house
  const letter = chat.last('g-tea')
  const count = chat.to('g-tea').length
  // 好的, in answer to the notice itself, can mean nothing else.
  chat.in('g-tea').as('u-lu').says('好的', { replyTo: letter?.id })
  await chat.settle()
  expect((await receiptsOf(3))?.acknowledged).toEqual(['lu'])
  await storage.transactions.inOne(clock.now(), async (work) => {
    const found = await storage.notices.find('notice:3', work)
    if (found !== undefined)
      storage.notices.put({ ...found, version: found.version + 1, quietly: true }, work)
  })
  chat.in('g-tea').as('u-lu').chooses('leave', letter?.id)
  await chat.settle()
  expect((await receiptsOf(3))?.onLeave).toEqual(['lu'])
  // Who comes after all takes the leave back; a plain 收到 would not.
  chat.in('g-tea').as('u-lu').says('又可以参加了')
  await chat.settle()
  expect((await receiptsOf(3))?.acknowledged).toEqual(['lu'])
  // Where a platform has no buttons they are numbered.
  chat.in('g-tea').as('u-lu').says('2')
  await chat.settle()
  expect((await receiptsOf(3))?.onLeave).toEqual(['lu'])
  expect(chat.to('g-tea')).toHaveLength(count)
})

describe('several notices wait at once', () => {
  let first = 0
  test('a number in the words says which is answered, and nothing is kept of one that did not leave', async () => {
    await chat.advanceTo('2026-03-09T09:00:00+08:00')
    await notice('通知 农机商会 周三检修，需回执')
    first = Number(/通知(\d+) 发完了/u.exec(chat.last('u-song')?.text ?? '')?.[1])
    await notice('通知 农机商会 周四停水，需回执')
    expect(await say('u-he', `通知${first} 收到`)).toContain(`通知${first} 记下您已回`)
    expect((await receiptsOf(first))?.acknowledged).toEqual(['he'])
    expect((await receiptsOf(first + 1))?.acknowledged).toEqual([])
    expect(await say('u-lu', `通知${first} 收到`)).toContain('不等您的回执')
    // In the middle of an appeal too.
    await say('u-zhu', '我们招工难，缺十个电焊工，帮忙登记')
    chat.as('u-zhu').says(`通知${first + 1} 去不了 家里有事`)
    await chat.settle()
    expect(chat.to('u-zhu').some(({ text }) => text.includes(`通知${first + 1} 记下您请假`))).toBe(true)
    expect((await receiptsOf(first + 1))?.onLeave).toEqual(['zhu'])
    await say('u-zhu', '算了')
    await say('u-song', '通知 农机商会 周五例会，需回执。后天上午9点发')
    await say('u-song', '确认发送')
    expect(await say('u-song', `代回 通知${first + 2} 朱秀珍`)).toContain('还没有发出')
    await say('u-song', `停止通知${first + 2}`)
    await say('u-song', '确认')
  })

  test('代回 names whose receipt it is, never that of whoever says so', async () => {
    expect(await say('u-wu', `代回 通知${first} 朱秀珍`)).toContain('记下朱秀珍的回执')
    const receipts = await receiptsOf(first)
    expect(receipts?.acknowledged).toEqual(['he', 'zhu'])
    expect(receipts?.missing).toContain('wu')
  })

  test('去不了了 of somebody who entered a sign-up list may be about the list: staff look', async () => {
    const list = '#接龙 周六参观\n1. 吴桂兰\n2. 何志平'
    await inGroup([['u-wu', list]])
    await inGroup([['u-wu', '去不了了']])
    const receipts = await receiptsOf(first + 1)
    expect(receipts?.onLeave).toEqual(['zhu'])
    expect(receipts?.acknowledged).toContain('wu')
    expect(await say('u-song', `谁没回 通知${first + 1}`)).toContain('吴桂兰：“去不了了”')
  })
})

test('after a correction people are reminded of what holds now, and by the term that holds now', async () => {
  await chat.advanceTo('2026-03-16T09:00:00+08:00')
  await notice('通知 农机商会 周三在商会二楼开会，收到请回复，截止今天12:00')
  const number = Number(/通知(\d+) 发完了/u.exec(chat.last('u-song')?.text ?? '')?.[1])
  await say('u-song', `更正 通知${number} 周三在商会三楼开会，收到请回复，截止今天18:00`)
  await say('u-song', '确认更正')
  await chat.advanceTo('2026-03-16T12:30:00+08:00')
  const told = () => chat.to('u-he').filter(({ text }) => text.includes('有份通知还等您回'))
  expect(told().at(-1)?.text ?? '').not.toContain('二楼')
  const before = told().length
  await chat.advanceTo('2026-03-16T16:30:00+08:00')
  expect(told()).toHaveLength(before + 1)
  expect(told().at(-1)?.text).toContain('今天 18:00前回都行')
  expect(told().at(-1)?.text).toContain('三楼')
  expect(told().at(-1)?.text).not.toContain('二楼')
})
