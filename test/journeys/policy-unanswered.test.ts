import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { policyService } from '../../src/features/policy/policy.service.ts'
import { type Chat, openChat } from '../support/chat.ts'

let chat: Chat

const jobs = `云岭县就业扶持补贴办法

云人社〔2026〕3号

第一条 招用毕业生满六个月的企业，每招一人给予一次性就业补贴1500元。

第二条 申请就业补贴应当提交的材料：劳动合同、工资发放凭证。

2026年1月5日
`

beforeAll(async () => {
  chat = await openChat()
  const { storage, clock } = chat.house
  const taken = await policyService({ ...storage, store: storage.policy }).addFile(
    { name: 'jobs.txt', bytes: new TextEncoder().encode(jobs), audience: 'everybody', by: 'song' },
    { transactions: storage.transactions, at: () => clock.now() },
  )
  expect(taken).toMatchObject([{ outcome: 'added' }])
})
// More in a minute than people type would be taken for a flood.
beforeEach(() => chat.advance(120_000))
afterAll(() => chat.close())

/** Says it in private, answers whatever yes it leads to, and gives what came back. */
async function says(person: string, text: string, extra?: Record<string, unknown>): Promise<string> {
  chat.news()
  chat.as(person).says(text, extra)
  await chat.settle()
  return told(person)
}

async function chooses(person: string, choice: string): Promise<string> {
  chat.news()
  chat.as(person).chooses(choice, chat.last(person)?.id)
  await chat.settle()
  return told(person)
}

const told = (person: string) =>
  chat
    .news()
    .filter(({ to }) => to.id === person)
    .map(({ text }) => text)
    .join('\n')

const askedInVain = '研发费用加计扣除去年漏报了还能补吗'

test('what was asked in vain is on the staff’s list, with how often and by how many', async () => {
  expect(await says('u-wu', askedInVain)).toContain('没有查到')
  await says('u-wu', '不用了')
  expect(await says('u-he', '去年漏报了研发费用加计扣除，还能不能补')).toContain('没有查到')
  await says('u-he', '不用了')
  await says('u-he', `${askedInVain}？我电话13812345678`)
  await says('u-he', '不用了')
  const list = await says('u-song', '待答问题')
  expect(list).toContain('W-0001 研发费用加计扣除去年漏报了还能补吗（')
  expect(list).toMatch(/W-0001[^\n]*3次，2人/u)
  expect(list).not.toContain('13812345678')
  expect(await says('u-he', '待答问题')).toContain('由工商联工作人员')
})

test('an answer is out only after another person has looked, and then those who asked are told', async () => {
  const preview = await says(
    'u-song',
    '答 W-0001 可以补。三年内漏报的，可以向主管税务机关追溯享受。依据：云税函〔2026〕7号',
  )
  expect(preview).toContain('依据：云税函〔2026〕7号')
  expect(await chooses('u-song', 'yes')).toContain('已提交')
  expect(chat.to('u-wu').at(-1)?.text).not.toContain('追溯享受')
  expect(await says('u-song', '审核 W-0001')).toContain('另一位')
  const review = await says('u-fu', '审核 W-0001')
  expect(review).toContain('问过的 2 人会收到答复')
  chat.news()
  chat.as('u-fu').chooses('yes', chat.last('u-fu')?.id)
  await chat.settle()
  const news = chat.news()
  for (const person of ['u-wu', 'u-he']) {
    const theirs = news.filter(({ to }) => to.id === person)
    expect(theirs).toHaveLength(1)
    expect(theirs[0]?.text).toContain('您3月2日问的')
    expect(theirs[0]?.text).toContain('可以向主管税务机关追溯享受')
    expect(theirs[0]?.text).toContain('依据：云税函〔2026〕7号')
  }
  expect(await says('u-song', '待答问题')).not.toContain('W-0001')
})

test('from then on the answer is found by whoever asks', async () => {
  const answer = await says('u-lu', '研发费用加计扣除去年漏报了，现在还能补吗')
  expect(answer).toContain('三年内漏报的，可以向主管税务机关追溯享受')
  expect(answer).toContain('2026年3月2日')
})

test('“不对” to an answer is put before the staff at once, with what is wrong', async () => {
  await says('u-wu', '招用毕业生一次性就业补贴标准是多少')
  const letter = chat.last('u-wu')
  expect(letter?.text).toContain('1500元')
  chat.as('u-he').says('招用毕业生的一次性就业补贴，标准是多少')
  await chat.settle()
  expect(await says('u-wu', '不对', { replyTo: letter?.id })).toContain('已请工作人员核对')
  expect(chat.to('u-song').at(-1)?.text).toContain('有人说政策答复不对')
  expect(await says('u-wu', '今年涨到2000了')).toContain('转给工作人员')
  const list = await says('u-song', '待答问题')
  expect(list).toContain('有人说答错了')
  const number = /W-\d+/u.exec(list)?.[0] ?? ''
  expect(await says('u-song', `看 ${number}`)).toContain('今年涨到2000了')
})

test('a correction reaches everybody who got the wrong answer, in private, once each', async () => {
  const number = /W-\d+/u.exec(await says('u-song', '待答问题'))?.[0] ?? ''
  await chat.advanceTo('2026-03-05T10:00:00+08:00')
  await says('u-song', `更正 ${number} 自2026年3月1日起，每招一人补贴2000元。依据：云人社〔2026〕9号`)
  await chooses('u-song', 'yes')
  expect(await says('u-fu', `审核 ${number}`)).toContain('得到过有误答复的 2 人会收到更正')
  chat.news()
  chat.as('u-fu').chooses('yes', chat.last('u-fu')?.id)
  await chat.settle()
  const news = chat.news().filter(({ text }) => text.includes('得到的答复有误'))
  expect(news.map(({ to }) => to)).toEqual(
    expect.arrayContaining([
      { kind: 'private', id: 'u-wu' },
      { kind: 'private', id: 'u-he' },
    ]),
  )
  expect(news).toHaveLength(2)
  expect(news[0]?.text).toContain('您3月2日得到的答复有误，更正为：\n自2026年3月1日起，每招一人补贴2000元。')
})

test('a reviewed answer that is wrong is taken back when its correction is written, and corrected to whoever had it', async () => {
  await says('u-ren', '更正 W-0001 只能补报两年内的。依据：云税函〔2026〕12号')
  await chooses('u-ren', 'yes')
  expect(await says('u-jiang', askedInVain)).not.toContain('追溯享受')
  await says('u-jiang', '不用了')
  await says('u-song', '审核 W-0001')
  chat.news()
  chat.as('u-song').chooses('yes', chat.last('u-song')?.id)
  await chat.settle()
  const news = chat.news()
  const to = (person: string) => news.filter((line) => line.to.id === person).map(({ text }) => text)
  // Two had it by letter, one by asking; the fourth asked while there was none.
  for (const person of ['u-wu', 'u-he', 'u-lu']) {
    expect(to(person)).toHaveLength(1)
    expect(to(person)[0]).toContain('更正为：\n只能补报两年内的。')
  }
  expect(to('u-jiang')[0]).toContain('现在有答复了')
})

test('a review that was read back publishes no text but that one', async () => {
  await says('u-he', '出口信用保险的保费补助比例是多少')
  await says('u-he', '不用了')
  const number = /W-\d+/u.exec(await says('u-song', '待答问题'))?.[0] ?? ''
  await says('u-song', `答 ${number} 按保费的三成补`)
  await chooses('u-song', 'yes')
  expect(await says('u-ren', `审核 ${number}`)).toContain('按保费的三成补')
  await says('u-song', `退回 ${number} 写错了`)
  await chooses('u-song', 'yes')
  await says('u-song', `答 ${number} 按保费的五成补`)
  await chooses('u-song', 'yes')
  expect(await says('u-ren', '是')).toContain('刚刚改过')
  expect(chat.last('u-he')?.text).not.toContain('五成')
  await says('u-ren', `审核 ${number}`)
  // Before the yes something else is ordered: the old preview is not left behind.
  expect(await says('u-ren', `退回 ${number} 依据没写`)).toContain('确认退回')
  expect(await chooses('u-ren', 'yes')).not.toContain('通过并发布')
})

test('what is asked in a closed group is answered to those who may read along, unless staff say otherwise', async () => {
  chat.in('g-office').as('u-jin').says('@娘家 机关值守人员的夜班补贴标准是多少')
  await chat.settle()
  const list = await says('u-song', '待答问题')
  const number = /(W-\d+) 机关值守/u.exec(list)?.[1] ?? ''
  expect(await says('u-song', `看 ${number}`)).toContain('内部可见')
  // A stranger asks the same: now everybody may read the answer.
  await says('u-somebody', '机关值守人员的夜班补贴标准是多少')
  await says('u-somebody', '不用了')
  expect(await says('u-song', `看 ${number}`)).toContain('所有人可见')
  await says('u-song', `${number} 只给内部看`)
  await chooses('u-song', 'yes')
  await says('u-song', `答 ${number} 每晚60元`)
  await chooses('u-song', 'yes')
  expect(await says('u-fu', `审核 ${number}`)).toContain('不在可见范围')
  chat.news()
  chat.as('u-fu').chooses('yes', chat.last('u-fu')?.id)
  await chat.settle()
  expect(chat.news().map(({ to }) => to.id)).not.toContain('u-somebody')
  expect(await says('u-somebody', '机关值守人员的夜班补贴标准是多少')).not.toContain('60')
  await says('u-somebody', '不用了')
  expect(await says('u-somebody', `${number} 不对`)).toContain('没有找到您说的是哪条答复')
})

test('in a group somebody else may say that it is wrong, and hears what came of it', async () => {
  chat.in('g-machinery').as('u-he').says('@娘家 申请就业补贴应当提交哪些材料')
  await chat.settle()
  const answer = chat.last('g-machinery')
  expect(answer?.text).toContain('劳动合同')
  chat.news()
  chat.in('g-machinery').as('u-ma').says('不对，还要身份证', { replyTo: answer?.id })
  await chat.settle()
  const inGroup = chat.news().filter(({ to }) => to.kind === 'group')
  expect(inGroup.map(({ text }) => text)).toEqual([expect.stringContaining('已请工作人员核对')])
  const number = /(W-\d+) 申请就业补贴/u.exec(await says('u-song', '待答问题'))?.[1] ?? ''
  await says('u-song', `${number} 没有错，身份证不用交`)
  chat.news()
  chat.as('u-song').says('是')
  await chat.settle()
  const heard = chat.news().filter(({ to }) => to.id !== 'u-song')
  expect(heard.map(({ to }) => to.id)).toEqual(['u-ma'])
  expect(heard[0]?.text).toContain('身份证不用交')
})

test('answers are looked at again, and what people asked is forgotten after a year', async () => {
  // A year of mornings on which nobody has to be told anything.
  for (const leader of ['u-jiang', 'u-bai']) chat.as(leader).says('不要早报了')
  await chat.settle()
  chat.news()
  await chat.advanceTo('2027-03-10T10:00:00+08:00')
  const reminders = chat.news().filter(({ text }) => text.includes('该复核了'))
  expect(reminders.map(({ to }) => to.id)).toContain('u-song')
  expect(await chat.house.storage.database.policyAsking.count()).toBe(0)
})
