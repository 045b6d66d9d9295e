import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DocumentAudience } from '../../../../src/features/policy/library/document-audience.ts'
import { policyService } from '../../../../src/features/policy/policy.service.ts'
import { type Chat, openChat } from '../../../support/chat.ts'

let chat: Chat

const research = (staff: string) => `云岭县企业研发补助办法

云政办〔2026〕4号

第一条 本办法适用于在本县注册并正常经营满一年的企业。房地产企业不适用本办法。

第二条 申请补助的企业应当同时符合下列条件：

（一）上一年度研发费用不低于20万元；

（二）职工不少于${staff}人；

（三）近两年未发生较大以上生产安全事故。

第三条 按上一年度研发费用的5%给予补助，最高60万元。

第四条 申报时间为2026年4月1日至4月30日。企业应当向县工业信息局提交申请表、营业执照、社会保险缴费记录和研发费用专账。

2026年1月5日
`
const jobs = '云岭县小微企业招工补贴通知\n\n各有关企业：招用毕业生的小微企业，每招一人补贴1500元。\n'
const inner = '机关内部奖补安排\n\n第一条 支持对象为小微企业，每户补助2万元。\n'
const water = '云岭县用水管理办法\n\n第一条 超计划用水的，超出部分按两倍水价收费。\n'

async function add(name: string, text: string, audience: DocumentAudience = 'everybody'): Promise<void> {
  const { storage, clock } = chat.house
  const policy = policyService({ store: storage.policy, files: storage.files, audit: storage.audit })
  const bytes = new TextEncoder().encode(text)
  const parts = { transactions: storage.transactions, at: () => clock.now() }
  await policy.addFile({ name, bytes, audience, by: 'song' }, parts)
}

/** What came back to this person, and nobody else heard anything. */
async function say(person: string, text: string): Promise<string> {
  chat.news()
  chat.as(person).says(text)
  await chat.settle()
  const news = chat.news()
  expect(news.filter(({ to }) => to.id !== person)).toEqual([])
  return news.map((line) => line.text).join('\n')
}
const reminders = () => chat.news().filter(({ text }) => text.includes('快截止了'))

beforeAll(async () => {
  chat = await openChat()
  await add('research.txt', research('30'))
  await add('jobs.txt', jobs)
  await add('inner.txt', inner, 'internal')
  await add('water.txt', water)
})
afterAll(() => chat.close())

test('before anything is marked, a company is told so', async () => {
  expect(await say('u-he', '我能申请哪些政策')).toContain('还没有标好申报条件')
})

test('staff see what was read of the document with its words, change it, and confirm it', async () => {
  const preview = await say('u-song', '标条件 研发补助')
  expect(preview).toContain(
    '上年研发费用不少于20万元；证明：研发费用专账；原文（第二条）：“上一年度研发费用不低于20万元；”',
  )
  expect(preview).toContain('申报时间：2026年4月1日至2026年4月30日')
  expect(preview).toContain('受理：县工业信息局')
  const edited = await say('u-song', '删 3\n加 高新技术企业，凭认定证书')
  expect(edited).not.toContain('房地产')
  expect(edited).toContain('有其中一项：高新技术企业；证明：认定证书；原文里没有找到这一条，请核对')
  expect(await say('u-song', '6改成 有出口业务')).toContain('6. 有出口业务；证明：出口报关单')
  expect(await say('u-song', '删 6')).not.toContain('有出口业务')
  expect(await say('u-song', '乱七八糟')).toContain('没看懂')
  expect(await say('u-song', '确认')).toContain('标好了：《云岭县企业研发补助办法》，5 条条件')
  await say('u-song', '标条件 jobs.txt')
  expect(await say('u-song', '加 小微企业\n截止3月22日\n受理 县人社局')).toContain('2026年3月22日截止')
  expect(await say('u-song', '确认')).toContain('标好了')
  await say('u-song', '标条件 inner.txt')
  expect(await say('u-song', '确认')).toContain('标好了')
  expect(await say('u-song', '已标政策')).toContain('有 3 项')
})

test('a company is told what it meets and what is not known, and asked one thing that decides most', async () => {
  const first = await say('u-he', '我们厂能申请哪些补贴')
  expect(first).toContain('按天禾农机有限公司现有的情况，对照标了条件的 2 项政策')
  // What is only for the office is neither counted nor named.
  expect(first).not.toMatch(/内部|2万元/u)
  expect(first).toContain('微型、小型、中型，还是大型')
  expect(await say('u-he', '小型')).toContain('现在条件都符合的 1 项，还差资料的 1 项')
  expect(await say('u-he', '2019年')).toContain('上一年的研发费用')
  expect(await say('u-he', '去年大概25万')).toContain('多少职工')
  expect(await say('u-he', '三十六个')).toContain('未发生较大以上生产安全事故')
  const last = await say('u-he', '没有')
  expect(last).toContain('条件都符合（2 项）')
  expect(last).toContain('证明条件要用：营业执照、研发费用专账、社会保险缴费记录')
  expect(last).toContain('最后以受理单位审核为准')
})

test('a named policy is answered condition by condition, with the quote and the proof', async () => {
  const answer = await say('u-he', '我们符合研发补助吗')
  expect(answer).toContain('标注的条件都符合')
  expect(answer).toContain('符合：职工人数不少于30人（您说：36人）；用什么证明：社会保险缴费记录')
  expect(answer).toContain('原文（第二条）：“职工不少于30人；”')
})

test('a policy that nobody marked is answered by the documents', async () => {
  expect(await say('u-wu', '我们能申请超计划用水收费吗')).toContain('两倍水价')
})

test('in a group nothing is said of a company', async () => {
  chat.news()
  chat.in('g-machinery').as('u-he').says('@娘家 我们能申请哪些政策')
  await chat.settle()
  const news = chat.news()
  expect(
    news
      .filter(({ to }) => to.kind === 'group')
      .map(({ text }) => text)
      .join(),
  ).not.toMatch(/研发|小型|天禾/u)
  expect(news.find(({ to }) => to.id === 'u-he')?.text).toContain('条件都符合（2 项）')
})

test('what is known of a company is shown to it, changed in words, and who is not in the roster keeps nothing', async () => {
  const shown = await say('u-he', '企业资料')
  expect(shown).toContain('· 所在乡镇：柳溪镇（名册）')
  expect(shown).toContain('· 职工人数36人（2026年3月2日说的）')
  expect(await say('u-he', '现在40个人了')).toContain('记下了：职工人数40人')
  await say('u-he', '好了')
  await say('u-he', '删除企业资料里的职工人数')
  await say('u-he', '删掉')
  expect(await say('u-he', '企业资料')).not.toContain('40人')
  await say('u-he', '职工40人')
  await say('u-he', '好了')
  expect(await say('u-stranger', '企业资料')).toContain('名册里还没有您的企业')
  expect(await say('u-lu', '企业资料')).not.toContain('· 小型企业')
  await say('u-lu', '好了')
})

test('staff see who fits, and nobody is written to', async () => {
  const who = await say('u-song', '哪些企业符合招工补贴')
  expect(who).toContain('条件都符合的 1 家：天禾农机有限公司')
  expect(who).toContain('还差资料的 2 家')
})

test('whoever asked for it is reminded twice, on working days, and no more after a word', async () => {
  expect(await say('u-he', '申报提醒')).toContain('每项最多两次')
  expect(await say('u-he', '开提醒')).toContain('开好了')
  chat.news()
  // Two weeks before the 22nd of March is a Sunday; three days before is a Thursday.
  await chat.advanceTo('2026-03-08T20:00:00+08:00')
  expect(reminders()).toEqual([])
  await chat.advanceTo('2026-03-09T12:00:00+08:00')
  expect(reminders()).toMatchObject([{ to: { id: 'u-he' }, text: expect.stringContaining('招工补贴') }])
  await chat.advanceTo('2026-03-19T12:00:00+08:00')
  expect(reminders()).toHaveLength(1)
  await chat.advanceTo('2026-03-23T12:00:00+08:00')
  expect(reminders()).toEqual([])
  expect(await say('u-he', '取消申报提醒')).toContain('已经停了')
  await chat.advanceTo('2026-04-20T12:00:00+08:00')
  expect(reminders()).toEqual([])
  expect(await say('u-he', '我们能申请哪些政策')).not.toContain('招工补贴')
})

test('a new version that says something else is not matched until staff look again', async () => {
  await add('research.txt', research('50'))
  expect(await say('u-he', '我能申请哪些政策')).toContain('还没有标好申报条件')
  expect(await say('u-song', '已标政策')).toContain('条件要重新核对')
  expect(await say('u-song', '标条件 研发补助')).toContain('有 1 条的原文已经找不到')
  await say('u-song', '删 4\n加 职工不少于50人')
  await say('u-song', '确认')
  expect(await say('u-he', '我们符合研发补助吗')).toContain('不符合：职工人数不少于50人（您说：40人）')
  expect(await say('u-song', '停止申报 研发补助')).toContain('确认停吗')
  expect(await say('u-song', '确认停止')).toContain('已经停止对照')
  expect(await say('u-he', '我能申请哪些政策')).toContain('还没有标好申报条件')
})
