import { afterEach, beforeEach, expect, test } from 'vitest'
import { driveLines } from '../../../src/features/donations/drive-lines.ts'
import { type Chat, openChat } from '../../support/chat.ts'

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
  return storage.transactions.inOne(chat.house.clock.now(), (work) => driveLines(storage, work))
}

const REST = `用途：购买排涝水泵
公募资格证书号：53330000MJ0000123X
期限：3月2日至4月30日
方案备案号：53330000MJ0000123XA26003
账户名：云岭县 慈善总会
受益人：柳溪镇受灾群众
查询方式：云岭县慈善总会网站“信息公开”`

test('a drive is refused for what is missing, completed, approved by another person and delivered', async () => {
  const refused = await say('u-ren', '发起募捐 抗旱救灾 受助方：云岭县慈善总会')
  for (const name of ['公募资格证书号', '方案备案号', '账户名', '期限', '用途', '查询方式', '受益人'])
    expect(refused).toContain(name)
  expect((await lines())[0]).toMatchObject({ number: 1, title: '抗旱救灾', state: 'draft', editions: [] })
  expect((await lines())[0]?.missing).toContain('certificateNumber')
  expect(await say('u-ren', '提交审批')).not.toContain('编号 ')
  expect(chat.to('g-tea')).toEqual([])

  const preview = await say('u-ren', REST)
  expect(preview).toContain('第三十二条')
  expect(preview).toContain('发到 2 个群')
  const number = /编号 (\d{4})/u.exec(preview)?.[1]
  await say('u-ren', '提交审批')
  expect(await say('u-ren', `确认发送 ${number}`)).toContain('另一位')
  expect(chat.to('g-tea')).toEqual([])
  await say('u-fu', `同意 ${number}`)
  await chat.advance(2_000)

  for (const group of ['g-machinery', 'g-tea']) {
    expect(chat.to(group)).toHaveLength(1)
    expect(preview).toContain(chat.to(group)[0]?.text)
    expect(chat.to(group)[0]?.text).toContain('53330000MJ0000123X')
  }
  expect(chat.to('g-office')).toEqual([])
  expect((await lines())[0]).toMatchObject({
    state: 'sent',
    missing: [],
    letters: { sent: 2, waiting: 0, failed: 0 },
    pledgedFen: 0,
    bookedFen: 0,
    usedFen: 0,
  })
  expect(await say('u-ren', '募捐1怎么样了')).toContain('送达 2')
})

test('the draft survives being left, and pressing words are refused until they are changed', async () => {
  await say(
    'u-song',
    `发起募捐 抗旱救灾 慈善组织：云岭县慈善总会\n${REST}\n募捐目的：每家企业至少捐一千，不捐的通报`,
  )
  expect(chat.last('u-song')?.text).toContain('至少')
  expect(await say('u-song', '取消')).toContain('继续募捐1')
  expect(await say('u-song', '募捐1怎么样了')).toContain('募捐目的')
  expect(await say('u-song', '继续募捐1')).toContain('通报')
  expect(await say('u-song', '募捐目的：帮乡亲们抢种')).toContain('帮乡亲们抢种')
  await say('u-song', '提交审批')
  expect((await lines())[0]).toMatchObject({ state: 'awaitingApproval', missing: [] })
  expect(await say('u-song', '继续募捐1')).toContain('不能再改')
})

test('one that was sent back is changed and submitted anew', async () => {
  await say('u-song', `发起募捐 抗旱救灾\n慈善组织：云岭县慈善总会\n${REST}\n范围：茶业商会`)
  await say('u-song', '提交审批')
  await say('u-fu', '不同意')
  expect(chat.last('u-song')?.text).toContain('没有通过')
  await say('u-song', '继续募捐1')
  await say('u-song', '用途：购买抽水设备')
  await say('u-song', '提交审批')
  await say('u-fu', '同意')
  await chat.advance(2_000)
  expect(chat.to('g-machinery')).toEqual([])
  expect(chat.to('g-tea').map(({ text }) => text.includes('购买抽水设备'))).toEqual([true])
})

test('days that pass between preparing and approving are noticed', async () => {
  await say('u-song', `发起募捐 抗旱救灾\n慈善组织：云岭县慈善总会\n${REST.replace('4月30日', '3月3日')}`)
  await say('u-song', '提交审批')
  await chat.advanceTo('2026-03-04T09:00:00+08:00')
  expect(await say('u-fu', '同意')).toContain('已经过期')
  await chat.advance(2_000)
  expect(chat.to('g-tea')).toEqual([])
})

test('a member is told kindly who may', async () => {
  expect(await say('u-he', '发起募捐 抗旱')).toContain('工作人员')
  expect(await lines()).toEqual([])
})
