import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Chat, openChat } from '../../../support/chat.ts'
import { history } from '../journeys/appeals-house.ts'

let chat: Chat
/** Everything that somebody heard since the last time we looked. */
const heard = async (...who: readonly string[]): Promise<string> => {
  await chat.settle()
  const news = chat.news()
  return news
    .filter(({ to }) => who.includes(to.id))
    .map(({ text }) => text)
    .join('\n')
}
const say = async (who: string, text: string, ...others: readonly string[]): Promise<string> => {
  await chat.advance(60_000)
  chat.news()
  chat.as(who).says(text)
  return heard(who, ...others)
}
const yes = async (who: string, ...others: readonly string[]): Promise<string> => {
  chat.news()
  chat.as(who).chooses('yes')
  return heard(who, ...others)
}

beforeAll(async () => {
  chat = await openChat()
  for (const text of ['农行的续贷一直不放款，能不能帮忙协调', '厂里的土地证办了一年没下来，请帮忙协调']) {
    await say('u-he', text)
    await say('u-he', '确认提交')
  }
  await say('u-song', '0001 给金融办，三天')
  await say('u-song', '可以')
  await say('u-jin', '签收 0001')
  await say('u-jin', '0001 已办结 城关支行已放款')
  await yes('u-jin')
})
afterAll(() => chat.close())

test('the rates come with what they are of, how they are meant and what is not in them', async () => {
  await chat.advanceTo('2026-03-04T09:00:00+08:00')
  const told = await say('u-song', '三率 3月')
  expect(told).toMatch(/3月（3月1日至3月31日），全部，截至/u)
  expect(told).toMatch(/响应率 50\.0%（1\/2）\n口径：联系时限（重办的，按重办后的）落在本期/u)
  expect(told).toMatch(/解决率 0\.0%（0\/1）/u)
  expect(told).toContain('办结了还没有回访结果的 1 件，先按没解决算')
  expect(told).toMatch(/满意率 没有可算的（0 件）/u)
  expect(told).toMatch(/不计入三率的（按登记时间）：撤回 0 件/u)
  expect(await say('u-shen', '金融办 3月 响应率')).toMatch(/金融办[\s\S]*响应率 100\.0%（1\/1）/u)
})

test('behind a number stands the list', async () => {
  const list = await say('u-song', '响应率 3月 明细 没响应的')
  expect(list).toMatch(/响应率 没按时联系的：3月.*1 件[\s\S]*2026-0002 天禾农机有限公司.*没有联系/u)
})

test('who may not see them is not told', async () => {
  expect(await say('u-he', '三率 3月')).not.toMatch(/响应率 \d/u)
  expect(await say('u-fu', '响应率 3月 没响应的')).toContain('由工作人员和审计人员查看')
})

test('an exclusion takes a code, an explanation, and another person’s yes', async () => {
  expect(await say('u-song', '申请剔除 0002')).toMatch(/按哪一条剔除[\s\S]*05 诉求超出法律/u)
  expect(await say('u-song', '01')).toContain('请说明具体情况')
  expect(await say('u-song', '这是省里的审批，不归县里管')).toMatch(
    /不再计入：响应率、解决率、满意率[\s\S]*提交吗/u,
  )
  const asked = await yes('u-song', 'u-fu')
  expect(asked).toContain('已提交')
  expect(asked).toMatch(/宋敏申请把 2026-0002 剔除[\s\S]*不归县里管/u)
  expect(await say('u-song', '申请剔除 0002 理由代码05 再来')).toContain('已经有一份剔除申请')

  expect(await say('u-song', '同意剔除 0002')).toContain('要由另一个人来定')
  expect(await say('u-he', '同意剔除 0002')).toContain('您这边不能定')
  expect(await say('u-song', '三率 3月')).toContain('响应率 50.0%（1/2）')
  expect(await say('u-fu', '待审的剔除')).toContain('2026-0002 理由 01')
  expect(await say('u-fu', '同意剔除 0002')).toMatch(/理由：01 不属受理范围[\s\S]*确认吗/u)
  expect(await yes('u-fu', 'u-song')).toContain('同意了 2026-0002')
  expect(await say('u-song', '三率 3月')).toContain('响应率 50.0%（1/2），剔除 1 件后 100.0%（1/1）')
  expect(await say('u-song', '响应率 3月 没响应的')).toContain('［剔除，理由 01］')
  expect((await history(chat, '2026-0002')).map(({ act, by }) => [act, by])).toEqual(
    expect.arrayContaining([
      ['askExclusion', 'song'],
      ['exclude', 'fu'],
    ]),
  )
  expect(await say('u-song', '申请剔除 0002 理由代码05 再来')).toContain('已经剔除过了')
})

test('a refusal owes its reason, which whoever asked reads', async () => {
  await say('u-song', '申请剔除 0001 理由代码08 评价的是别的事')
  await yes('u-song')
  expect(await say('u-fu', '不同意剔除 0001')).toContain('理由是什么')
  expect(await say('u-fu', '回访记录里说的就是这件事')).toContain('您的理由：回访记录')
  expect(await yes('u-fu', 'u-song')).toContain('回访记录里说的就是这件事')
})
