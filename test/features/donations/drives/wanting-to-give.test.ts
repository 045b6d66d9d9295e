import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { wantsToGive } from '../../../../src/features/donations/drives/drive-words.ts'
import { type Chat, openChat } from '../../../support/chat.ts'

describe('an offer to give', () => {
  it.each([
    '我想捐1万 怎么交',
    '我们公司捐5000',
    '我捐两千',
    '往哪捐啊',
    '捐款怎么交',
    '也给他们捐点吧',
    '我出差，让小李去\n我们公司捐5000',
  ])('%s', (said) => {
    expect(wantsToGive(said)).toBe(true)
  })
  it.each([
    '我们去年捐了款到现在没开发票',
    '街道逼着我们捐钱',
    '捐赠能抵税吗',
    '发起募捐 防汛',
    '捐款发到哪了',
  ])('is not %s', (said) => {
    expect(wantsToGive(said)).toBe(false)
  })
})

describe('somebody who wants to give', () => {
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

  it('is told where to turn only for what was approved and went out, and no money is taken or noted', async () => {
    expect(await say('u-zhou', '我想捐1万 怎么交')).toContain('眼下没有')
    const preview = await say(
      'u-ren',
      `发起募捐 抗旱救灾
慈善组织：云岭县慈善总会
公募资格证书号：53330000MJ0000123X
方案备案号：53330000MJ0000123XA26003
期限：3月2日至4月30日
用途：购买水泵
受益人：柳溪镇群众
账户名：云岭县慈善总会
查询方式：官网`,
    )
    const number = /编号 (\d{4})/u.exec(preview)?.[1]
    await say('u-ren', '提交审批')
    expect(await say('u-zhou', '我们公司捐5000')).toContain('眼下没有')
    await say('u-fu', `同意 ${number}`)
    await chat.advance(2_000)
    const told = await say('u-zhou', '我们公司想捐5000，怎么交')
    expect(told).toContain('“抗旱救灾”，由云岭县慈善总会接收')
    expect(told).toContain('不收款')
    expect(told).not.toContain('5000')
  })

  it('in a group hears neither the amount nor the account', async () => {
    chat.in('g-machinery').as('u-zhou').says('@娘家 我捐8888')
    await chat.settle()
    const group = chat.to('g-machinery').at(-1)?.text ?? ''
    expect(group).toContain('已私信您')
    expect(group).not.toContain('8888')
    expect(chat.last('u-zhou')?.text).toContain('不收款')
  })
})
