import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Chat, openChat } from '../../../support/chat.ts'
import { history, ledger } from './appeals-house.ts'

/** The same outage, told by three companies; staff put the three together, and one was put there wrongly. */
let chat: Chat
beforeAll(async () => {
  chat = await openChat()
})
afterAll(() => chat.close())

const MINUTES = 60_000
const says = async (who: string, text: string) => {
  chat.as(who).says(text)
  await chat.settle()
}
const files = async (who: string, text: string) => {
  await says(who, text)
  if (chat.last(who)?.text.includes('确认') === true) await says(who, '确认提交')
}
const status = async () =>
  Object.fromEntries((await ledger(chat)).map(({ number, status }) => [number, status]))
const told = (who: string, from = 0) =>
  chat
    .to(who)
    .slice(from)
    .map(({ text }) => text)
    .join('\n')

test('a second voice of the same outage is proposed to staff, with the reason, beside the emergency', async () => {
  await files('u-wu', '停电了，炉子里还有铁水，东区工业路这边，赶紧给问问')
  await chat.advance(8 * MINUTES)
  await files('u-he', '东区停电，电力上没人接电话，机床都停着，能不能帮忙问问')
  const proposal = chat.last('u-song')
  expect(proposal?.text).toContain('可能是同一件事')
  expect(proposal?.text).toMatch(/同一类别（水电气）、同在东区、相隔 \d+ 分钟、都说“停电”/)
  expect(proposal?.choices?.map(({ label }) => label)).toEqual(['并单', '不是一回事'])
  expect(await status()).toMatchObject({ '2026-0001': 'filed', '2026-0002': 'filed' })
  // Nobody else learns that somebody else told of it.
  expect(`${told('u-he')}${told('u-wu')}`).not.toMatch(/同样的情况|同一件/)
})

test('one word merges them; the asker reads a count and no name', async () => {
  chat.as('u-song').chooses('yes')
  await chat.settle()
  expect(await status()).toMatchObject({ '2026-0001': 'filed', '2026-0002': 'merged' })
  expect(chat.last('u-song')?.text).toContain('2026-0002 已并入 2026-0001，一共 2 家')
  expect(chat.last('u-he')?.text).toContain('您的诉求 2026-0002：同样的情况已有 2 家反映，一并在办')
  expect(told('u-he')).not.toMatch(/五峰|0001/)
  expect(told('u-wu')).not.toMatch(/天禾|0002/)
  // The other staff member is late and hears so.
  chat.as('u-ren').chooses('yes')
  await chat.settle()
  expect((await history(chat, '2026-0002')).filter(({ act }) => act === 'merge')).toHaveLength(1)
})

test('the main one is dispatched: every asker hears it under their own number, and the unit how many they are', async () => {
  await says('u-song', '派单 0001 供电公司 1天')
  await says('u-song', '确认')
  expect(told('u-he')).toContain('您的诉求 2026-0002 已转给供电公司办理')
  expect(told('u-wu')).toContain('2026-0001 已转给供电公司')
  await says('u-he', '0002 到哪一步了')
  expect(chat.last('u-he')?.text).toMatch(/2026-0002（水电气）[\s\S]*由供电公司办理/)
  expect(told('u-he')).not.toContain('0001')
  await says('u-he', '0002 都半天了没人管')
  expect(told('u-dian')).toMatch(/催办：2026-0001/)
  expect(chat.last('u-he')?.text).not.toContain('0001')
})

test('a third is merged by hand: a preview says which stays; a number that is merged means its main one', async () => {
  await files('u-lu', '云岭镇停电了，烘茶的机器停着，麻烦协调一下')
  await says('u-song', '把0003并到0002')
  const preview = chat.last('u-song')
  expect(preview?.text).toMatch(/2026-0002 已经并在 2026-0001 里，这里就并到 2026-0001/)
  expect(preview?.text).toMatch(/留下 2026-0001[\s\S]*并入 2026-0003/)
  expect(preview?.text).toContain('供电公司会知道一共是 3 家')
  expect((await status())['2026-0003']).toBe('filed')
  await says('u-song', '确认 0003')
  expect((await status())['2026-0003']).toBe('merged')
  expect(chat.last('u-dian')?.text).toContain('一共 3 家')
})

test('a merge that was wrong is undone with a reason, and the company goes on alone', async () => {
  await says('u-song', '撤销并单 0003')
  expect(chat.last('u-song')?.text).toContain('理由是什么')
  await says('u-song', '不是一条线路')
  expect(chat.last('u-song')?.text).toMatch(/从 2026-0001 里分出来[\s\S]*理由：不是一条线路/)
  await says('u-song', '确认')
  expect((await status())['2026-0003']).toBe('filed')
  expect(told('u-lu')).toContain('2026-0003 经核对单独办理')
  expect((await history(chat, '2026-0003')).at(-1)).toMatchObject({ act: 'unmerge', note: '不是一条线路' })
})

test('the main one is resolved: both are asked, each rates for themselves', async () => {
  await says('u-dian', '签收 0001')
  await says('u-dian', '0001 已办结 五峰铸件门口的线路修好，东区恢复供电')
  chat.as('u-dian').chooses('yes')
  await chat.settle()
  expect(chat.last('u-wu')?.text).toContain('2026-0001')
  expect(chat.last('u-he')?.text).toContain('2026-0002')
  expect(chat.last('u-he')?.text).not.toMatch(/五峰|0001/)
  await says('u-he', '解决了')
  await says('u-he', '满意')
  await says('u-wu', '解决了')
  await says('u-wu', '不满意')
  await says('u-wu', '来得太慢')
  const lines = await ledger(chat)
  expect(lines.map(({ number, satisfaction }) => [number, satisfaction])).toEqual([
    ['2026-0001', 'unsatisfied'],
    ['2026-0002', 'satisfied'],
    ['2026-0003', null],
  ])
})
