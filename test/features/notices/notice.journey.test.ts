import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { noticeLines } from '../../../src/features/notices/notice-lines.ts'
import { type Chat, openChat } from '../../support/chat.ts'
import { SMALL_COUNTY } from '../../support/small-county.ts'

let chat: Chat
beforeEach(async () => {
  chat = await openChat()
})
afterEach(() => chat.close())

async function say(person: string, text: string): Promise<string> {
  chat.as(person).says(text)
  await chat.settle()
  return chat.last(person)?.text ?? ''
}

const lines = () => {
  const { storage } = chat.house
  return storage.transactions.inOne(chat.house.clock.now(), (work) => noticeLines(storage, work))
}
const numberIn = (text: string) => /编号 (\d{4})/u.exec(text)?.[1] ?? ''

describe('a notice to one chamber', () => {
  test('is previewed word for word, confirmed by its preparer, and arrives in that group alone', async () => {
    const text = '周五14:30在商会二楼开会，请准时到。\n带上报表。'
    const preview = await say('u-song', `通知 农机商会 ${text}`)
    expect(preview).toContain(text)
    expect(preview).toContain('农机商会群')
    expect(preview).toContain('共 3 人')
    expect(chat.to('g-machinery')).toEqual([])
    await say('u-song', '确认发送')
    await chat.advance(2_000)
    expect(chat.to('g-machinery').map((line) => line.text)).toEqual([text])
    expect(chat.to('g-tea')).toEqual([])
    expect(chat.last('u-song')?.text).toContain('送达 1')
    const [line] = await lines()
    expect(line).toMatchObject({
      number: 1,
      state: 'sent',
      audience: '农机商会',
      letters: { sent: 1, waiting: 0 },
    })
    expect(line?.receipts.missing).toEqual(['he', 'ma', 'wu'])
    expect(await say('u-song', '通知1发得怎么样了')).toContain('送达 1')
  })

  test('is asked for piece by piece, and a no sends nothing', async () => {
    expect(await say('u-song', '发个通知')).toContain('发给谁')
    expect(await say('u-song', '茶叶商会')).toContain('没有找到“茶叶商会”')
    expect(await say('u-song', '茶业商会')).toContain('原文')
    expect(await say('u-song', '春茶展销的摊位图见群文件')).toContain('春茶展销的摊位图见群文件')
    await say('u-song', '不发')
    expect(chat.to('g-tea')).toEqual([])
    expect(await lines()).toEqual([])
  })

  test('with an identity number in it is not even offered for sending', async () => {
    const answer = await say('u-song', '通知 农机商会 请11010519491231002X的车主挪车')
    expect(answer).toContain('证件号码')
    expect(answer).not.toContain('编号')
    await say('u-song', '确认发送')
    expect(chat.to('g-machinery')).toEqual([])
  })

  test('a member may not send one', async () => {
    expect(await say('u-he', '发个通知给农机商会：明天停电')).toContain('工作人员')
    expect(chat.to('g-machinery')).toEqual([])
  })
})

describe('a notice to two chambers', () => {
  test('waits for another person; the first answer counts and the preparer has none', async () => {
    const number = numberIn(await say('u-ren', '通知 农机商会,茶业商会 下周二闭馆一天'))
    expect(await say('u-ren', '提交审批')).toContain('1 位审核员')
    expect(chat.last('u-fu')?.text).toContain('下周二闭馆一天')
    expect(chat.last('u-fu')?.choices?.map(({ id }) => id)).toEqual(['yes', 'no'])
    expect(await say('u-ren', `确认发送 ${number}`)).toContain('另一位')
    expect(chat.to('g-tea')).toEqual([])
    await say('u-fu', `确认发送 ${number}`)
    await chat.advance(2_000)
    expect(chat.to('g-machinery').map((line) => line.text)).toEqual(['下周二闭馆一天'])
    expect(chat.to('g-tea').map((line) => line.text)).toEqual(['下周二闭馆一天'])
    expect(chat.to('g-office')).toEqual([])
    expect(chat.to('u-ren').some((line) => line.text.includes('傅主席同意'))).toBe(true)
    expect(await say('u-fu', `确认发送 ${number}`)).toContain('已经')
  })

  test('both reviewers are asked by staff; the one who comes second is told', async () => {
    await say('u-song', '通知全体 下周二闭馆一天')
    await say('u-song', '提交审批')
    chat.as('u-fu').chooses('yes')
    await chat.settle()
    expect(chat.last('u-ren')?.text).toContain('已由傅主席同意')
    expect(await say('u-ren', '同意')).toContain('不用再处理')
    await chat.advance(2_000)
    expect(chat.to('g-tea')).toHaveLength(1)
  })

  test('is sent back with a reason, and nothing leaves', async () => {
    await say('u-song', '通知全体 下周二闭馆一天')
    await say('u-song', '提交审批')
    expect(await say('u-fu', '日期不对，应该是周三')).toContain('退回')
    await say('u-fu', '退回')
    expect(chat.last('u-song')?.text).toContain('日期不对，应该是周三')
    await chat.advance(2_000)
    expect(chat.to('g-tea')).toEqual([])
    expect((await lines())[0]).toMatchObject({ state: 'refused' })
  })

  test('is taken back before anybody approved', async () => {
    await say('u-song', '通知全体 下周二闭馆一天')
    await say('u-song', '提交审批')
    expect(await say('u-song', '停止通知 1')).toContain('收不回来')
    await say('u-song', '停发')
    expect(await say('u-fu', '同意')).toContain('撤下')
    await chat.advance(2_000)
    expect(chat.to('g-tea')).toEqual([])
  })
})

test('one that is stopped on the way leaves what has left and cancels the rest', async () => {
  await chat.close()
  // Nobody speaks for web-chat here, so that group's letter waits.
  const groups = SMALL_COUNTY.groups.map((group) =>
    group.id === 'g-tea' ? { ...group, platform: 'web-chat' } : group,
  )
  chat = await openChat({ roster: { ...SMALL_COUNTY, groups } })
  await say('u-ren', '通知全体 下周二闭馆一天')
  await say('u-ren', '提交审批')
  await say('u-fu', '同意')
  await chat.advance(2_000)
  expect(await say('u-ren', '通知1发得怎么样了')).toContain('送达 1，还没发 1')
  expect(await say('u-ren', '停发1')).toContain('要停下通知1')
  expect(await say('u-ren', '不停')).toContain('照常发')
  await say('u-fu', '停止通知 1')
  await say('u-fu', '停发')
  await chat.advance(2_000)
  expect((await lines())[0]).toMatchObject({
    state: 'stopped',
    letters: { sent: 1, cancelled: 1, waiting: 0 },
  })
  expect(chat.to('u-ren').some(({ text }) => text.includes('已由傅主席停下'))).toBe(true)
  expect(await say('u-ren', '停止通知 1')).toContain('没有可以停的')
})

test('short replies in the group are overheard while a notice awaits them, and only of those it was meant for', async () => {
  await say('u-song', '通知 农机商会 周五14:30开会，需回执')
  await say('u-song', '确认发送')
  await chat.advance(2_000)
  const group = chat.in('g-machinery')
  group.as('u-he').says('收到')
  group.as('u-wu').says('收到，周五出差去不了')
  group.as('u-lu').says('收到')
  group.as('u-ma').says('今天农机配件涨价没有')
  await chat.settle()
  const [line] = await lines()
  expect(line?.receipts).toEqual({
    acknowledged: ['he'],
    onLeave: ['wu'],
    seen: [],
    unclear: [],
    missing: ['ma'],
  })
  expect(chat.to('g-machinery')).toHaveLength(1)
  const told = await say('u-song', '谁没回 通知1')
  expect(told).toContain('农机商会：马会荣')
  expect(told).toContain('吴桂兰')
  expect(await say('u-he', '谁没回 通知1')).toContain('只有工作人员')
  group.as('u-ma').says('收到', { replyTo: chat.to('g-machinery')[0]?.id })
  await chat.settle()
  expect((await lines())[0]?.receipts.missing).toEqual([])
  expect(chat.to('g-machinery')).toHaveLength(1)
})
