import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { noticeLines } from '../../../src/features/notices/notice-lines.ts'
import { type Chat, openChat } from '../../support/chat.ts'
import { removeFolder } from '../../support/remove-folder.ts'

// One house for all: each notice has a number of its own, and time only goes forward.
let chat: Chat
const paper = join(tmpdir(), `niangjia-agenda-${process.pid}.txt`)
beforeAll(async () => {
  await writeFile(paper, '会议议程：一、通报；二、讨论。')
  chat = await openChat()
})
afterAll(async () => {
  await chat.close()
  await removeFolder(paper)
})

async function say(person: string, text: string, extra: Record<string, unknown> = {}): Promise<string> {
  chat.as(person).says(text, extra)
  await chat.settle()
  return chat.last(person)?.text ?? ''
}
const textsTo = (person: string) => chat.to(person).map(({ text }) => text)
const lines = () => {
  const { storage } = chat.house
  return storage.transactions.inOne(chat.house.clock.now(), (work) => noticeLines(storage, work))
}

test('a town, an office and an exception are told alone, at the hour that was said', async () => {
  const preview = await say(
    'u-song',
    '通知 柳溪镇的企业和各商会秘书，不含五峰铸件 周三下午三点开会，收到请回复，截止明天中午12点。明天上午9点发',
  )
  expect(preview).toContain('周三下午三点开会，收到请回复，截止明天中午12点')
  expect(preview).not.toContain('9点发')
  expect(preview).toContain('周二 09:00 发出')
  expect(preview).toContain('单独发给 2 人')
  expect(preview).toContain('类别：会议')
  expect(preview).toContain('回执截止 周二 12:00')
  expect(await say('u-song', '确认发送')).toContain('周二 09:00')
  expect(chat.to('u-he')).toEqual([])
  await chat.advanceTo('2026-03-03T09:00:05+08:00')
  await chat.advance(2_000)
  expect(textsTo('u-he')).toEqual(['周三下午三点开会，收到请回复，截止明天中午12点。'])
  expect(textsTo('u-ma')).toHaveLength(1)
  expect(chat.to('u-wu')).toEqual([])
  expect(chat.to('g-machinery')).toEqual([])
  const [line] = await lines()
  expect(line).toMatchObject({
    audience: '柳溪镇的企业、各商会秘书（不含五峰铸件）',
    state: 'sent',
    letters: { sent: 2 },
    receipts: { missing: ['he', 'ma'] },
  })
})

test('a correction reaches those who got it, in the place of the old letter', async () => {
  const before = chat.to('u-he').length
  const preview = await say('u-song', '通知1 三点改成两点半')
  expect(preview).toContain('“三点”改为“两点半”')
  expect(preview).toContain('收到过或可能收到过的 2 个')
  expect(chat.to('u-he')).toHaveLength(before)
  await say('u-song', '确认更正')
  await chat.advance(2_000)
  const corrected = chat.last('u-he')
  expect(corrected?.text).toContain('周三下午两点半开会')
  expect(corrected?.edits).toBe(chat.to('u-he')[0]?.id)
  expect(chat.to('u-wu')).toEqual([])
  expect(await say('u-song', '更正 通知1 五点改成六点')).toContain('原文里没有“五点”')
  await say('u-song', '算了')
})

test('a withdrawal reaches the same people, and nothing is awaited any more', async () => {
  expect(await say('u-song', '撤回通知1，因为会议取消')).toContain('原因：会议取消')
  await say('u-song', '不撤回')
  expect(chat.last('u-he')?.text).not.toContain('撤回')
  await say('u-song', '撤回通知1，因为会议取消')
  await say('u-song', '确认撤回')
  await chat.advance(2_000)
  expect(chat.last('u-he')?.text).toContain('【撤回】')
  expect(chat.last('u-ma')?.text).toContain('会议取消')
  expect(chat.to('u-wu')).toEqual([])
  expect(await say('u-song', '撤回通知1')).toContain('已经撤回过了')
  expect(await say('u-he', '撤回通知1')).toContain('工作人员')
})

test('a call for gifts is no notice, and is shown its own way', async () => {
  expect(await say('u-song', '通知 农机商会 请大家为灾区踊跃捐款')).toContain('发起募捐')
  await say('u-song', '确认发送')
  await chat.advance(2_000)
  expect(chat.to('g-machinery')).toEqual([])
})

test('thanks that name a donor who did not agree are stopped while they are written, not on the road', async () => {
  const { storage, clock } = chat.house
  await storage.transactions.inOne(clock.now(), async (work) =>
    storage.gifts.putGift(
      {
        id: 'gift:1',
        version: 1,
        number: 1,
        drive: 'drive:1',
        given: { kind: 'money', fen: 100 },
        donor: { kind: 'company', name: '五峰铸件有限公司', company: 'wufeng' },
        consent: 'anonymous',
        bookedOn: '2026-03-02',
        state: 'booked',
        by: 'song',
        at: clock.now(),
      },
      work,
    ),
  )
  expect(await say('u-song', '通知 农机商会 感谢五峰铸件上周的捐赠')).toContain('未同意公开的捐赠人')
  await say('u-song', '确认发送')
  await chat.advance(2_000)
  expect(textsTo('g-machinery').join('\n')).not.toContain('五峰铸件')
  await say('u-song', '不发了')
  expect(await say('u-song', '通知 农机商会 请五峰铸件周四来领资料')).toContain('企业名')
  await say('u-song', '不发')
})

test('somebody who wants no notices of a kind gets none alone, and takes it back with a word', async () => {
  expect(await say('u-he', '别再给我发活动通知')).toContain('活动类不单独发给您')
  expect(await say('u-he', '我现在收哪些')).toContain('活动类不单独发给您')
  const preview = await say('u-song', '通知 何志平、陆青 周六徒步活动，欢迎参加')
  expect(preview).toContain('1 人不收这类')
  await say('u-song', '确认发送')
  await chat.advance(2_000)
  expect(textsTo('u-lu')).toContain('周六徒步活动，欢迎参加')
  expect(textsTo('u-he')).not.toContain('周六徒步活动，欢迎参加')
  expect(await say('u-he', '恢复活动通知')).toContain('各类通知都会单独发给您')
  expect(await say('u-lu', '退订', { replyTo: chat.to('u-lu').at(-1)?.id })).toContain('活动类不单独发给您')
})

test('a text is kept with its gaps, filled, and leaves with what is enclosed', async () => {
  const offered = await say('u-song', '存成模板 例会：各位会员：定于{时间}在{地点}开例会，请准时到。')
  expect(offered).toContain('要填：时间、地点')
  await say('u-song', '存')
  expect(await say('u-song', '模板列表')).toContain('例会（要填：时间、地点）')
  expect(await say('u-song', '用模板 例会 时间=周五15:00 发给农机商会')).toContain('还缺：地点')
  const preview = await say('u-song', '商会二楼', {
    attachments: [{ kind: 'file', name: '议程.txt', path: paper }],
  })
  expect(preview).toContain('定于周五15:00在商会二楼开例会')
  expect(preview).toContain('议程.txt')
  await say('u-song', '确认发送')
  await chat.advance(2_000)
  expect(textsTo('g-machinery').join('\n')).toContain('各位会员：定于周五15:00在商会二楼开例会，请准时到。')
  await say('u-song', '删除模板 例会')
  await say('u-song', '删掉')
  expect(await say('u-song', '用模板 例会')).toContain('没有叫“例会”的模板')
  await say('u-song', '不发了')
})

test('what was sent a moment before is enclosed where the text speaks of it', async () => {
  await say('u-ren', '', { attachments: [{ kind: 'file', name: '安排.txt', path: paper }] })
  const preview = await say('u-ren', '通知 农机商会 下周安排见附件')
  expect(preview).toContain('安排.txt')
  const again = await say('u-ren', '通知 茶业商会 明天停水')
  expect(again).toContain('明天停水')
  expect(again).not.toContain('安排.txt')
  expect(chat.to('u-ren').at(-2)?.text).toContain('刚才那份没有确认')
  await say('u-ren', '不发')
  expect(chat.to('g-tea')).toEqual([])
})

test('at night a notice waits for the morning, unless it is urgent and says why', async () => {
  await chat.advanceTo('2026-03-03T23:00:00+08:00')
  const preview = await say('u-song', '通知 农机商会 明早六点起停水')
  expect(preview).toContain('紧急，因为')
  const urgent = await say('u-song', '紧急，因为水管爆了')
  expect(urgent).toContain('水管爆了')
  const before = chat.to('g-machinery').length
  await say('u-song', '确认发送')
  await chat.advance(2_000)
  expect(chat.to('g-machinery').length).toBe(before + 1)
})
