import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Taken } from '../../src/features/policy/library/add-file.ts'
import type { DocumentAudience } from '../../src/features/policy/library/document-audience.ts'
import { policyService } from '../../src/features/policy/policy.service.ts'
import { type Chat, openChat } from '../support/chat.ts'

let chat: Chat

const fees = (amount: number, year: number) =>
  `商会年费规定\n\n第一条 会员企业每年缴纳年费${amount}元。\n\n第二条 本规定自${year}年1月1日起施行。\n\n${year - 1}年12月1日\n`
const duty = '机关值守安排\n\n第一条 值守人员夜间每两小时巡查一次仓库，每次补贴60元。\n'

async function add(name: string, text: string, audience?: DocumentAudience): Promise<readonly Taken[]> {
  const { storage, clock } = chat.house
  return policyService({ ...storage, store: storage.policy }).addFile(
    { name, bytes: new TextEncoder().encode(text), audience, by: 'song', jsonl: name.endsWith('.jsonl') },
    { transactions: storage.transactions, at: () => clock.now() },
  )
}

async function ask(person: string, question: string): Promise<string> {
  // More in a minute than people type would be taken for a flood.
  await chat.advance(120_000)
  chat.news()
  chat.as(person).says(question)
  await chat.settle()
  const told = chat.news().filter(({ to }) => to.id === person)
  if (told.at(-1)?.text.includes('登记成诉求')) {
    chat.as(person).says('不用了')
    await chat.settle()
  }
  return told.map(({ text }) => text).join('\n')
}

beforeAll(async () => {
  chat = await openChat()
})
afterAll(() => chat.close())

test('what became internal is internal as it was before, too', async () => {
  await add('fees.txt', fees(2000, 2022), 'everybody')
  const then = '2023年那会儿会员企业每年缴纳年费多少元'
  expect(await ask('u-he', then)).toContain('2000元')
  await add('fees.txt', fees(3000, 2025), 'internal')
  expect(await ask('u-he', then)).not.toMatch(/2000元|年费规定/u)
  expect(await ask('u-song', then)).toContain('2000元')
  await ask('u-song', '修改文件 fees.txt 所有人都能看')
  await ask('u-song', '是')
  expect(await ask('u-he', then)).toContain('2000元')
})

test('what was removed and comes again is for those for whom it was', async () => {
  await add('duty.txt', duty, 'internal')
  await ask('u-song', '删除文件 duty.txt')
  expect(await ask('u-song', '是')).toContain('已删除')
  expect(await add('duty.txt', duty)).toMatchObject([{ outcome: 'added' }])
  expect(await ask('u-he', '值守人员夜间每两小时巡查仓库补贴是多少')).not.toMatch(/60元|值守安排/u)
  expect(await ask('u-song', '值守人员夜间每两小时巡查仓库补贴是多少')).toContain('60元')
})

test('no file takes the place of an answer that was reviewed', async () => {
  await ask('u-he', '出口信用保险的保费补助比例是多少')
  const number = /(W-\d+) 出口信用/u.exec(await ask('u-song', '待答问题'))?.[1] ?? ''
  await ask('u-song', `答 ${number} 按保费的三成补`)
  await ask('u-song', '是')
  await ask('u-fu', `审核 ${number}`)
  await ask('u-fu', '是')
  const rows = `{"doc_id":"${number}","title":"出口信用保险的保费补助比例","text":"第一条 按保费的九成补。"}`
  expect(await add('rows.jsonl', rows)).toMatchObject([{ outcome: 'refused', doc: number }])
  expect(await ask('u-song', `删除文件 ${number}`)).toContain('没有找到')
  expect(await ask('u-song', `修改文件 ${number} 只给内部看`)).toContain('没有找到')
  expect(await ask('u-he', '出口信用保险的保费补助比例是多少')).toContain('按保费的三成补')
})

test('a question that is a story of a hundred thousand characters is answered by its beginning, and so is everybody else', async () => {
  await add('jobs.txt', '云岭县就业补贴办法\n\n第一条 招用毕业生的企业，每招一人给予一次性就业补贴1500元。\n')
  const question = '招用毕业生一次性就业补贴标准是多少'
  // It ends like a follow-up and says itself what it is about.
  expect(await ask('u-lu', '企业招人的补贴标准是多少呢')).toMatch(/未必是答案[\s\S]*1500元/u)
  for (const more of ['一', '1', '《》', '啊', '\u0000\ud800']) {
    expect(await ask('u-ma', `${question}${more.repeat(100_000 / more.length)}`)).not.toBe('')
    expect(await ask('u-he', question)).toContain('1500元')
  }
})
