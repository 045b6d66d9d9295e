import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Chat } from '../../../support/chat.ts'
import { history, ledger } from './appeals-house.ts'
import { file, openCounty, says } from './county-of-units.ts'

let chat: Chat
beforeAll(async () => {
  chat = await openCounty()
  await file(chat)
  await says(chat, 'u-song', '派单 0001 金融办 3天')
  await says(chat, 'u-song', '可以')
  await says(chat, 'u-jin', '签收')
})
afterAll(() => chat.close())

const last = (person: string) => chat.last(person)?.text ?? ''
const dueAt = async () => (await ledger(chat))[0]?.dueAt

test('days and reason are asked for, and the new day and hour shown before it is handed in', async () => {
  expect(await dueAt()).toBe('2026-03-05T17:30:00+08:00')
  await says(chat, 'u-jin', '0001 申请延期')
  expect(last('u-jin')).toContain('现在要求 周四 17:30 前办结。要延几个工作日')
  await says(chat, 'u-jin', '40天')
  expect(last('u-jin')).toContain('最多可延 27 个工作日')
  await says(chat, 'u-jin', '5天')
  expect(last('u-jin')).toContain('为什么要延期')
  await says(chat, 'u-jin', '省行在走审批')
  expect(last('u-jin')).toContain('从 周四 17:30 延到 3月12日（周四）17:30')
  await says(chat, 'u-jin', '可以')
  expect(last('u-jin')).toContain('已提交')
  expect(await dueAt(), 'nothing moves before somebody grants it').toBe('2026-03-05T17:30:00+08:00')
})

test('staff and reviewers are asked with two buttons, and a second application waits for the first', async () => {
  for (const person of ['u-song', 'u-ren', 'u-fu'])
    expect(chat.last(person)?.choices?.map(({ label }) => label)).toEqual(['同意延期', '不同意'])
  expect(last('u-fu')).toContain('理由：省行在走审批')
  expect(chat.to('u-jiang').some(({ text }) => text.includes('延期'))).toBe(false)
  await says(chat, 'u-jin', '申请延期 0001 2天 再多两天')
  expect(last('u-jin')).toContain('已经申请过延期')
})

test('a refusal takes a reason, which the unit reads', async () => {
  await says(chat, 'u-fu', '不同意')
  expect(last('u-fu')).toContain('请说一句理由')
  await says(chat, 'u-fu', '先把材料报上来')
  expect(last('u-jin')).toContain('没有批，仍请在 周四 17:30 前办结。理由：先把材料报上来')
  chat.as('u-song').chooses('yes')
  await chat.settle()
  expect(last('u-song')).toContain('傅主席已经答复不同意')
  expect(await dueAt()).toBe('2026-03-05T17:30:00+08:00')
})

test('granted by its number, the asker is told the new day and hour, and the term moves', async () => {
  await says(chat, 'u-jin', '申请延期 0001 5天 理由：省行在走审批')
  await says(chat, 'u-jin', '确认 0001')
  await says(chat, 'u-song', '同意延期 0001')
  expect(last('u-he')).toContain('金融办改为 3月12日（周四）17:30 前办结。原因：省行在走审批')
  expect(last('u-jin')).toContain('延期批了，请在 3月12日（周四）17:30 前办结')
  expect(await dueAt()).toBe('2026-03-12T17:30:00+08:00')
  expect((await history(chat, '2026-0001')).map(({ act }) => act).slice(-4)).toEqual([
    'askExtension',
    'refuseExtension',
    'askExtension',
    'grantExtension',
  ])
})

test('nobody grants what they asked for themselves, and what is overtaken lapses', async () => {
  await says(chat, 'u-song', '申请延期 0001 3天 替金融办提')
  await says(chat, 'u-song', '可以')
  await says(chat, 'u-song', '同意延期 0001')
  await says(chat, 'u-song', '是')
  expect(last('u-song')).toContain('您自己申请的')
  await says(chat, 'u-jin', '退回 0001 理由：应由供电公司办')
  await says(chat, 'u-jin', '确认退回')
  chat.as('u-ren').chooses('yes')
  await chat.settle()
  expect(chat.to('u-ren').some(({ text }) => text.includes('不用再批了'))).toBe(true)
  expect(await dueAt()).toBe('2026-03-12T17:30:00+08:00')
})

test('who has nothing to grant is told so', async () => {
  await says(chat, 'u-wu', '同意延期 0001')
  expect(last('u-wu')).toContain('延期由工商联的工作人员或审核人来批')
  await says(chat, 'u-song', '延期申请')
  expect(last('u-song')).toContain('没有等着批的延期申请')
})
