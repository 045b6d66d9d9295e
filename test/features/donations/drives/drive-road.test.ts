import { afterAll, beforeAll, expect, it } from 'vitest'
import { driveLines } from '../../../../src/features/donations/drive-lines.ts'
import { type Chat, openChat } from '../../../support/chat.ts'

let chat: Chat
beforeAll(async () => {
  chat = await openChat()
})
afterAll(() => chat.close())

/** A minute passes, so that nobody is taken for a program. */
async function say(person: string, text: string): Promise<string> {
  chat.as(person).says(text)
  await chat.settle()
  await chat.advance(60_000)
  return chat.last(person)?.text ?? ''
}

const FORM = `发起募捐 抗旱救灾
慈善组织：云岭县慈善总会
公募资格证书号：53330000MJ0000123X
方案备案号：53330000MJ0000123XA26003
期限：3月2日至4月30日
用途：购买水泵
受益人：柳溪镇群众
账户名：云岭县慈善总会
目标：10万元
查询方式：慈善总会官网 https://www.yunling-charity.org.cn/info`

function book(number: number, fen: number): Promise<void> {
  const { storage, clock } = chat.house
  return storage.transactions.inOne(clock.now(), async (work) =>
    storage.gifts.putGift(
      {
        id: `gift:${number}`,
        version: 1,
        number,
        drive: 'drive:1',
        given: { kind: 'money', fen },
        donor: { kind: 'person', name: '何志平', person: 'he' },
        consent: 'anonymous',
        bookedOn: '2026-03-02',
        state: 'booked',
        by: 'song',
        at: clock.now(),
      },
      work,
    ),
  )
}
const lines = () => {
  const { storage, clock } = chat.house
  return storage.transactions.inOne(clock.now(), (work) => driveLines(storage, work))
}

it('the poster is shown with the preview, approved with it and goes out with it', async () => {
  const preview = await say('u-song', FORM)
  expect(preview).toContain('该有的都齐了')
  expect(preview).toContain('海报上的码通向 https://www.yunling-charity.org.cn/info')
  expect(preview).toContain('同一个群最多发 2 次')
  const withFiles = (id: string) => chat.to(id).filter((line) => 'files' in line).length
  expect(withFiles('u-song')).toBe(1)
  await say('u-song', '提交审批')
  expect(withFiles('u-fu')).toBe(1)
  await say('u-fu', '同意')
  expect(chat.to('g-tea').at(-1)?.text).toContain('突发事件应急募捐')
  expect(withFiles('g-tea')).toBe(1)
  expect(withFiles('g-machinery')).toBe(1)
})

it('staff and leaders hear how it stands, a member does not', async () => {
  expect(await say('u-jiang', '募捐1怎么样了')).toMatch(/到账 0 笔.*明细\d+$/su)
  expect(await say('u-song', '抗旱募捐怎么样了')).toContain('送达 2')
  expect(await say('u-he', '募捐1怎么样了')).toContain('慈善组织的公示')
})

it('one drive is refused and taken up again in a line', async () => {
  const { storage, clock } = chat.house
  const refused = () => storage.transactions.inOne(clock.now(), (work) => storage.refusals.listOf('he', work))
  expect(await say('u-he', '募捐1别再发我了')).toContain('不再单独发给您')
  expect(await refused()).toEqual(['drive:1'])
  expect(await say('u-he', '恢复募捐1')).toContain('还会发给您')
  expect(await refused()).toEqual([])
})

it('progress is told only from what was booked, on order, and no oftener than the drive allows', async () => {
  expect(await say('u-song', '发进展 募捐1')).toContain('没有进展可发')
  await book(1, 5_000_000)
  expect(await say('u-song', '发进展 募捐1：不捐的单位要通报')).toContain('不能写进进展')
  expect(await say('u-song', '发进展 募捐1：感谢何志平带头捐款')).toContain('未同意公开的捐赠人')
  const preview = await say('u-song', '发进展 募捐1：水泵已经运到柳溪镇')
  expect(preview).toContain('已入账 1 笔，捐款 50,000.00 元')
  expect(preview).toContain('捐款已到账 50.00%')
  await say('u-song', '提交审批')
  // The figures that were approved would no longer be true.
  await book(2, 100)
  expect(await say('u-fu', '同意')).toContain('到账数在您核对之后变了')
  expect(chat.to('g-tea')).toHaveLength(1)
  await say('u-fu', '不同意')
  await say('u-song', '发进展 募捐1')
  await say('u-song', '提交审批')
  await say('u-fu', '同意')
  expect(chat.to('g-tea').map(({ text }) => text.slice(0, 6))).toEqual(['【倡议书】抗', '【募捐进展】'])
  expect(chat.to('g-tea').at(-1)?.text).not.toContain('何志平')
  expect(await say('u-song', '发进展 募捐1')).toContain('发满次数')
})

it('a closed drive sends nothing more and is named to nobody who wants to give', async () => {
  expect(await say('u-he', '怎么捐款')).toContain('募捐1')
  expect(await say('u-he', '结束募捐1')).not.toContain('已结束')
  expect(await say('u-song', '结束募捐1')).toContain('要结束募捐1')
  expect(await say('u-song', '结束')).toContain('已结束')
  expect(await say('u-song', '发进展 募捐1')).toContain('已经结束')
  expect(await say('u-he', '怎么捐款')).toContain('眼下没有')
  expect((await lines())[0]).toMatchObject({
    state: 'sent',
    closed: true,
    mostPerGroup: 2,
    bookedFen: 5_000_100,
  })
})
