import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DocumentAudience } from '../../src/features/policy/library/document-audience.ts'
import { policyService } from '../../src/features/policy/policy.service.ts'
import { type Chat, openChat } from '../support/chat.ts'

let chat: Chat

const jobs = `云岭县就业扶持补贴办法

云人社〔2026〕3号

第一条 招用毕业生满六个月的企业，每招一人给予一次性就业补贴1500元。

第二条 申请就业补贴应当提交的材料：劳动合同、工资发放凭证。

2026年1月5日
`
const duty = '机关值守安排\n\n第一条 值守人员夜间每两小时巡查一次仓库，每次补贴60元。\n'
const fees = '茶业商会会费办法\n\n第一条 会员企业每年缴纳会费3000元，三月底前缴清。\n'
const water = '云岭县用水管理办法\n\n第一条 超计划用水的，超出部分按两倍水价收费。\n'

async function add(name: string, text: string, audience: DocumentAudience): Promise<void> {
  const { storage, clock } = chat.house
  const policy = policyService({ store: storage.policy, files: storage.files, audit: storage.audit })
  const bytes = new TextEncoder().encode(text)
  const taken = await policy.addFile(
    { name, bytes, audience, by: 'song' },
    { transactions: storage.transactions, at: () => clock.now() },
  )
  expect(taken).toMatchObject([{ outcome: 'added' }])
}

beforeAll(async () => {
  chat = await openChat()
  await add('jobs.txt', jobs, 'everybody')
  await add('duty.txt', duty, 'internal')
  await add('fees.txt', fees, 'chamber:tea')
  await add('water.txt', water, 'everybody')
})
afterAll(() => chat.close())

test('a question in a group is answered there, with the amount as the document says it', async () => {
  chat.in('g-machinery').as('u-he').says('@娘家 招用毕业生一次性就业补贴标准是多少')
  await chat.settle()
  const answer = chat.last('g-machinery')?.text ?? ''
  expect(answer).toContain('每招一人给予一次性就业补贴1500元')
  expect(answer).toContain('《云岭县就业扶持补贴办法》第一条（云人社〔2026〕3号，2026年1月5日公布）')
  expect(chat.to('u-he')).toEqual([])
})

test('what goes on with a question is understood from it, in private and in the group where it was asked', async () => {
  chat.as('u-he').says('招用毕业生一次性就业补贴标准是多少')
  await chat.settle()
  chat.as('u-he').says('那要交哪些材料呢')
  await chat.settle()
  expect(chat.last('u-he')?.text).toContain('工资发放凭证')
  chat.as('u-he').says('要啥材料')
  await chat.settle()
  expect(chat.last('u-he')?.text).toContain('第二条')
  expect(chat.last('u-he')?.text).toContain('工资发放凭证')
  chat.as('u-he').says('第一条呢')
  await chat.settle()
  expect(chat.last('u-he')?.text).toContain('每招一人给予一次性就业补贴1500元')
  chat.in('g-machinery').as('u-he').says('@娘家 那要交多少')
  await chat.settle()
  expect(chat.last('g-machinery')?.text).toContain('哪项政策')
  chat.as('u-lu').says('第二条呢')
  await chat.settle()
  expect(chat.last('u-lu')?.text).toContain('哪项政策')
})

test('what was told a moment ago is no answer to what it does not speak of', async () => {
  chat.as('u-ma').says('超计划用水的怎么收费')
  await chat.settle()
  expect(chat.last('u-ma')?.text).toContain('按两倍水价收费')
  chat.as('u-ma').says('那材料呢')
  await chat.settle()
  expect(chat.last('u-ma')?.text).not.toContain('按两倍水价收费')
  expect(chat.last('u-ma')?.text).toContain('没有查到')
})

test('an internal document is never quoted or named in a public group, whoever asks', async () => {
  chat.news()
  chat.in('g-machinery').as('u-song').says('@娘家 值守人员夜间每两小时巡查仓库补贴是多少')
  await chat.settle()
  const said = chat.news().filter(({ to }) => to.kind === 'group')
  expect(said).toHaveLength(1)
  expect(said[0]?.text).toContain('没有查到')
  expect(said[0]?.text).not.toMatch(/值守安排|60/u)
  chat.as('u-song').says('不用了')
  await chat.settle()
  chat.in('g-office').as('u-song').says('@娘家 值守人员夜间每两小时巡查仓库补贴是多少')
  await chat.settle()
  // The office may know it; the amount is no public document's and goes to the asker alone.
  expect(chat.last('u-song')?.text).toContain('每次补贴60元')
})

test('a chamber’s own paper answers its members and nobody else', async () => {
  const question = '会员企业每年会费标准是多少'
  chat.as('u-lu').says(question)
  chat.as('u-he').says(question)
  await chat.settle()
  expect(chat.last('u-lu')?.text).toContain('3000元')
  expect(chat.last('u-he')?.text).toContain('没有查到')
  expect(chat.last('u-he')?.text).not.toContain('会费办法')
  chat.as('u-he').says('不用了')
  await chat.settle()
})

test('a question in the middle of something else is answered aside, and that goes on', async () => {
  chat.as('u-ren').says('删除文件 water.txt')
  await chat.settle()
  expect(chat.last('u-ren')?.choices?.map(({ id }) => id)).toEqual(['yes', 'no'])
  chat.news()
  chat.as('u-ren').says('申请就业补贴需要提交哪些材料')
  await chat.settle()
  const [answer, back] = chat.news()
  expect(answer?.text).toContain('工资发放凭证')
  expect(back?.text).toContain('确认删除吗')
  chat.as('u-ren').says('不删除')
  await chat.settle()
  expect(chat.last('u-ren')?.text).toContain('留着没动')
})

test('everybody may see which documents they can ask about', async () => {
  chat.as('u-he').says('有哪些政策文件？')
  chat.as('u-lu').says('有哪些政策文件')
  await chat.settle()
  expect(chat.last('u-he')?.text).toContain('有 2 份')
  expect(chat.last('u-lu')?.text).toContain('有 3 份')
  expect(chat.last('u-lu')?.text).toContain('茶业商会会费办法')
})

test('staff remove a document after a yes, and it answers no more', async () => {
  chat.as('u-he').says('删除文件 water.txt')
  chat.as('u-song').says('删除文件 用水')
  await chat.settle()
  expect(chat.last('u-he')?.text).toContain('工作人员')
  expect(chat.last('u-song')?.text).toContain('《云岭县用水管理办法》（water.txt）')
  chat.as('u-song').chooses('yes')
  await chat.settle()
  expect(chat.last('u-song')?.text).toContain('已删除《云岭县用水管理办法》')
  chat.as('u-he').says('超计划用水的收费标准是多少')
  await chat.settle()
  expect(chat.last('u-he')?.text).toContain('没有查到')
  chat.as('u-he').says('不用了')
  await chat.settle()
})

test('what is not found is offered, and a yes begins an appeal with the very words', async () => {
  const question = '企业出口信用保险补助比例是多少'
  chat.as('u-wu').says(question)
  await chat.settle()
  const offer = chat.last('u-wu')
  expect(offer?.text).toContain('没有查到')
  expect(offer?.choices?.map(({ id }) => id)).toEqual(['yes', 'no'])
  chat.news()
  chat.as('u-wu').chooses('yes', offer?.id)
  await chat.settle()
  const begun = chat.news().map(({ text }) => text)
  expect(begun.join('\n')).not.toBe('')
  const [open] = await chat.house.storage.database.conversation.findMany({ where: { personId: 'u-wu' } })
  expect(JSON.stringify(open?.frames)).toContain('appeals.intake')
  expect(JSON.stringify(open?.frames)).toContain(question)
})

test('a policy question in the middle of an appeal is answered aside, and the appeal goes on', async () => {
  chat.as('u-ma').says('我们厂门口的路被大车压坏了，雨天货车进不来，想请帮忙协调修一下')
  await chat.settle()
  const before = chat.last('u-ma')
  expect(before?.choices?.length).toBeGreaterThan(0)
  chat.news()
  chat.as('u-ma').says('顺便问一下，申请就业补贴需要提交哪些材料')
  await chat.settle()
  const [answer, back] = chat.news()
  expect(answer?.text).toContain('工资发放凭证')
  expect(back?.choices).toEqual(before?.choices)
})
