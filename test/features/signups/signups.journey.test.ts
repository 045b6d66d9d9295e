import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Chat, openChat } from '../../support/chat.ts'

let chat: Chat
const group = () => chat.in('g-machinery')

/** What was said, by whom; what came back. */
async function say(person: string, text: string, where: 'group' | 'private' = 'group', name?: string) {
  chat.news()
  const speaker = where === 'group' ? group().as(person, name) : chat.as(person, name)
  speaker.says(text)
  await chat.settle()
  return chat.news()
}
const toldTo = (news: readonly { to: { id: string }; text: string }[], id: string) =>
  news
    .filter(({ to }) => to.id === id)
    .map(({ text }) => text)
    .join('\n')

beforeAll(async () => {
  chat = await openChat()
})
afterAll(() => chat.close())

test('a chain that grows in the group is kept without a word', async () => {
  const first = '#接龙 精细化管理讲堂3月12日（限4人，每家不超2人）\n1. 马会荣'
  expect(await say('u-ma', first)).toEqual([])
  expect(await say('u-he', `${first}\n2. 何志平 2人`)).toEqual([])
  expect(await say('u-wu', `${first}\n2. 何志平 2人\n3. 五峰铸件 吴桂兰`)).toEqual([])
  expect(await say('u-lu', '今天天气不错')).toEqual([])
})

test('whoever asks in the group reads the list as the group wrote it', async () => {
  const news = await say('u-he', '@娘家 谁报名了')
  expect(toldTo(news, 'g-machinery')).toContain('2. 何志平 2人')
  expect(toldTo(news, 'g-machinery')).toContain('3. 五峰铸件 吴桂兰')
  expect(toldTo(news, 'g-machinery')).toContain('报上 4 人，名额已满')
})

test('who comes too late waits, and is told alone when a place is free', async () => {
  expect(await say('u-lu', '报名')).toEqual([])
  expect(toldTo(await say('u-lu', '我报上没 接龙1', 'private'), 'u-lu')).toContain('您在候补，1 人')
  const news = await say('u-wu', '不好意思，家里有事去不了了')
  expect(toldTo(news, 'u-lu')).toContain('空出名额了，您由候补转为报上了，1 人')
  expect(toldTo(news, 'g-machinery')).toBe('')
})

test('places are told to anybody, names in private only to the keepers', async () => {
  expect(toldTo(await say('u-he', '还有几个名额', 'private'), 'u-he')).toContain('名额已满')
  expect(toldTo(await say('u-he', '接龙1 名单', 'private'), 'u-he')).not.toContain('陆青')
  const kept = toldTo(await say('u-ma', '接龙1 名单', 'private'), 'u-ma')
  expect(kept).toContain('第2条 何志平 2人 → 天禾农机有限公司 何志平')
  expect(kept).toContain('退出 1 条')
})

test('somebody else’s change waits for the keeper, who settles it in words', async () => {
  const changed =
    '#接龙 精细化管理讲堂3月12日（限4人，每家不超2人）\n1. 马会荣\n2. 何志平 1人\n3. 五峰铸件 吴桂兰'
  const news = await say('u-stranger', changed, 'group', '老李')
  expect(toldTo(news, 'u-ma')).toContain('第2条被老李改成了“何志平 1人”')
  expect(toldTo(news, 'g-machinery')).toBe('')
  expect(toldTo(await say('u-ma', '接龙1 第2条改1人', 'private'), 'u-ma')).toContain('从 2 人改成 1 人')
  expect(toldTo(await say('u-ma', '确认', 'private'), 'u-ma')).toContain('报上 3 人')
})

test('a message taken back takes its row along', async () => {
  const id = group().as('u-wu').says('报名')
  await chat.settle()
  expect(toldTo(await say('u-wu', '@娘家 我报上没'), 'g-machinery')).toContain('您报上了，1 人')
  group().as('u-wu').withdraws(id)
  await chat.settle()
  expect(toldTo(await say('u-wu', '@娘家 我报上没'), 'g-machinery')).toContain('现在没有您')
})

test('the list goes out as a workbook to its keeper alone', async () => {
  expect(toldTo(await say('u-he', '导出接龙1', 'private'), 'u-he')).toContain('由工作人员和本商会秘书管')
  const news = await say('u-ma', '导出接龙1', 'private')
  const sent = news.find((line) => (line as { files?: unknown[] }).files !== undefined)
  expect(sent?.to.id).toBe('u-ma')
  expect(sent?.text).toContain('的名单，4 条')
})

test('closed after a yes, it takes nothing more', async () => {
  expect(toldTo(await say('u-ma', '关闭接龙1', 'private'), 'u-ma')).toContain('截止以后不再记')
  const news = await say('u-ma', '确认', 'private')
  expect(toldTo(news, 'g-machinery')).toContain('报名截止，一共 3 人')
  expect(await say('u-wu', '报名')).toEqual([])
  expect(toldTo(await say('u-wu', '@娘家 我报上没'), 'g-machinery')).toContain('现在没有您')
})

test('staff open one in words, look at it first, and it closes by itself', async () => {
  const preview = toldTo(
    await say('u-song', '开个接龙 周五参观学习报名（限10人，截止3月4日17:00） 发到茶业商会群', 'private'),
    'u-song',
  )
  expect(preview).toContain('要发到茶业商会群')
  expect(preview).toContain('总人数限 10 人')
  expect(chat.to('g-tea')).toEqual([])
  await say('u-song', '确认', 'private')
  expect(chat.last('g-tea')?.text).toContain('#接龙 周五参观学习报名（限10人，截止3月4日17:00）')
  chat.in('g-tea').as('u-lu').says('我参加，2个人')
  await chat.settle()
  chat.news()
  await chat.advanceTo('2026-03-04T17:00:00+08:00')
  expect(toldTo(chat.news(), 'u-song')).toContain('到时间截止了，报上 2 人')
})

test('money that is given is nobody’s chain', async () => {
  const news = await say('u-he', '@娘家 #接龙 为敬老院捐款\n1. 何志平 500元')
  expect(toldTo(news, 'g-machinery')).toContain('捐款捐物的名单我不接龙')
})
