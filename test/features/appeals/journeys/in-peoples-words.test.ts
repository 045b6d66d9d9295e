import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Chat } from '../../../support/chat.ts'
import { appealsSince, history } from './appeals-house.ts'
import { file, openCounty, says } from './county-of-units.ts'

let chat: Chat
let start: Date
beforeAll(async () => {
  chat = await openCounty()
  start = chat.house.clock.now()
  await file(chat)
})
afterAll(() => chat.close())

const last = (person: string) => chat.last(person)?.text ?? ''
const countFiled = async () => (await appealsSince(chat, start)).length

test('words that change nothing leave the preview as it was', async () => {
  await says(chat, 'u-song', '派单 0001 金融办 3天')
  await says(chat, 'u-song', '500万改成几百万')
  expect(last('u-song')).toContain('没看懂，没有改动')
  expect(last('u-song')).toContain('主办：金融办')
  await says(chat, 'u-song', '可以')
  expect(last('u-song')).toContain('2026-0001 已派给金融办')
})

test('the same dispatch once more changes nothing and writes to nobody', async () => {
  const before = { unit: chat.to('u-jin').length, asker: chat.to('u-he').length }
  await says(chat, 'u-song', '派单 0001 金融办 3天')
  await says(chat, 'u-song', '可以')
  expect(last('u-song')).toContain('没有变化，没有再发')
  expect({ unit: chat.to('u-jin').length, asker: chat.to('u-he').length }).toEqual(before)
  expect((await history(chat, '2026-0001')).filter(({ act }) => act === 'dispatch')).toHaveLength(1)
})

test('an order that is open is not named again after every other word', async () => {
  const before = chat.to('u-jin').length
  await says(chat, 'u-jin', '待办')
  expect(chat.to('u-jin')).toHaveLength(before + 1)
  expect(last('u-jin')).toContain('待签收')
})

test('不归我们, said of an order, is sending it back with that as the reason', async () => {
  await says(chat, 'u-jin', '不归我们管，这个得找人行')
  expect(last('u-jin')).toContain('要退回 2026-0001')
  expect(last('u-jin')).toContain('理由：不归我们管，这个得找人行')
  await says(chat, 'u-jin', '不退回')
  await says(chat, 'u-jin', '签收 0001')
  await says(chat, 'u-jin', '0001 不归我们管')
  expect(last('u-jin')).toContain('要退回 2026-0001')
  await says(chat, 'u-jin', '不退回')
})

test('a number and what was done is progress, never an appeal of the unit', async () => {
  await says(chat, 'u-jin', '0001 材料已经送到市行了，贷款停了的那笔在复审')
  expect(last('u-jin')).toContain('要报的进展：2026-0001')
  await says(chat, 'u-jin', '确认')
  expect(await countFiled()).toBe(1)
  expect((await history(chat, '2026-0001')).at(-1)?.note).toContain('材料已经送到市行了')
})

test('暂停 alone lists the reasons and how long each may last', async () => {
  await says(chat, 'u-song', '暂停')
  expect(last('u-song')).toMatch(/带上编号.*等企业补材料（最长 10 个工作日）/)
})

test('what is wrong, said in one breath with 没解决, goes straight back', async () => {
  await says(chat, 'u-jin', '0001 已办结 银行已放款')
  await says(chat, 'u-jin', '确认')
  await says(chat, 'u-he', '没解决啊 只到账了一百万')
  expect(last('u-he')).toContain('2026-0001 重新办理')
  expect(last('u-jin')).toContain('只到账了一百万')
})

test('on the other side of New Year the short number is still the one that was asked about', async () => {
  const later = await openCounty({ now: '2026-12-30T09:00:00+08:00' })
  try {
    await file(later)
    for (const [who, text] of [
      ['u-song', '派单 0001 金融办 1天'],
      ['u-song', '确认'],
      ['u-jin', '0001 已办结 银行已放款'],
      ['u-jin', '确认'],
    ] as const)
      await says(later, who, text)
    await later.advanceTo('2027-01-01T09:00:00+08:00')
    await says(later, 'u-he', '0001 没解决 钱没到账')
    expect(later.last('u-he')?.text).toContain('2026-0001 重新办理')
  } finally {
    await later.close()
  }
})

test('a proposal that is answered after the two were merged and parted again merges nothing', async () => {
  const other = await openCounty()
  try {
    for (const [who, text] of [
      ['u-wu', '东区工业路停电了，设备都停着，帮忙问问'],
      ['u-wu', '确认提交'],
      ['u-he', '东区停电，机床都停着，能不能帮忙问问'],
      ['u-he', '确认提交'],
    ] as const)
      await says(other, who, text)
    expect(other.last('u-song')?.text).toContain('可能是同一件事')
    for (const text of ['并单 0002 到 0001', '确认 0002', '撤销并单 0002 不是一个台区', '确认'])
      await says(other, 'u-ren', text)
    const merges = async () => (await history(other, '2026-0002')).filter(({ act }) => act === 'merge').length
    expect(await merges()).toBe(1)
    other.as('u-song').chooses('yes')
    await other.settle()
    expect(await merges()).toBe(1)
    expect(other.last('u-song')?.text).toContain('没有再动')
  } finally {
    await other.close()
  }
})

test('a reminder is answered with one letter: who was reminded and where it stands', async () => {
  const before = chat.to('u-he').length
  await says(chat, 'u-he', '都三天了，咋还没人联系我')
  expect(chat.to('u-he').length).toBe(before + 1)
  expect(last('u-he')).toMatch(/已替您催办 2026-0001[\s\S]*现在：/)
})
