import { afterAll, beforeAll, expect, test } from 'vitest'
import { policyService } from '../../src/features/policy/policy.service.ts'
import { type Chat, openChat } from '../support/chat.ts'

let chat: Chat

const old = `云岭县展会补助办法

云商发〔2023〕5号

第一条 企业参加展会的，每个展位补助2000元。

2023年1月5日
`
const fresh = `云岭县参展支持细则

云商发〔2026〕2号

第一条 企业参加展会的，按展位费的一半给予支持，展位补助最高6000元。

第二条 本细则自2026年1月1日起施行，有效期至2026年3月31日。《云岭县展会补助办法》（云商发〔2023〕5号）同时废止。

2025年12月20日
`
const fees = (amount: number, year: number) =>
  `商会年费规定\n\n第一条 会员企业每年缴纳年费${amount}元。\n\n第二条 本规定自${year}年1月1日起施行。\n\n${year - 1}年12月1日\n`

async function add(name: string, text: string): Promise<void> {
  const { storage, clock } = chat.house
  const taken = await policyService({ ...storage, store: storage.policy }).addFile(
    { name, bytes: new TextEncoder().encode(text), audience: 'everybody', by: 'song' },
    { transactions: storage.transactions, at: () => clock.now() },
  )
  expect(taken[0]?.outcome).toMatch(/added|replaced/u)
}
const ask = async (who: string, question: string) => {
  chat.as(who).says(question)
  await chat.settle()
  return chat.last(who)?.text ?? ''
}

beforeAll(async () => {
  chat = await openChat()
  await add('old.txt', old)
  await add('fresh.txt', fresh)
})
afterAll(() => chat.close())

test('staff are told what was found, and what ends within thirty days, once', async () => {
  await chat.settle()
  await ask('u-song', '有哪些政策文件')
  const told = chat.to('u-song').map(({ text }) => text)
  expect(told.filter((text) => text.includes('1 处写到废止'))).toHaveLength(1)
  const ending = told.filter((text) =>
    text.includes('《云岭县参展支持细则》（云商发〔2026〕2号）：2026年3月31日'),
  )
  expect(ending).toHaveLength(1)
})

test('a repeal that a document speaks of counts once staff have confirmed it', async () => {
  const question = '企业参加展会每个展位补助多少钱'
  expect(await ask('u-he', question)).toContain('2000元')
  await ask('u-song', '文件关系')
  const asked = await ask('u-song', '文件关系')
  expect(asked).toContain('《云岭县展会补助办法》（云商发〔2023〕5号）同时废止')
  expect(asked).toContain('从2026年1月1日起废止《云岭县展会补助办法》')
  // Other talk does not bring it up again, and it is not asked twice.
  expect(await ask('u-song', '快到期的文件')).not.toContain('是这样吗')
  chat.as('u-song').chooses('yes')
  await chat.settle()
  expect(chat.last('u-song')?.text).toContain('没有别的要确认了')
  const answer = await ask('u-he', question)
  expect(answer).toContain('6000元')
  expect(answer).not.toContain('2000元')
  // What held before answers for its own time.
  expect(await ask('u-he', '2024年5月1日企业参加展会每个展位补助多少钱')).toContain('2000元')
})

test('of two who were asked the same the first decides, and the other is told', async () => {
  await add('end.txt', '关于停止展会餐补的通知\n\n一、《云岭县展会餐补办法》同时废止。\n\n2026年2月1日\n')
  // Staff are told of it first.
  await ask('u-song', '文件关系')
  expect(await ask('u-song', '文件关系')).toContain('展会餐补办法')
  expect(await ask('u-ren', '文件关系')).toContain('展会餐补办法')
  await ask('u-song', '是')
  chat.news()
  await ask('u-ren', '不是')
  const told = chat.news().filter(({ to }) => to.id === 'u-ren')
  expect(told.map(({ text }) => text).join()).toContain('已经确认过')
  const links = await chat.house.storage.database.policyLink.findMany({ where: { doc: 'end.txt' } })
  expect(links).toMatchObject([{ state: 'confirmed' }])
})

test('an amendment that staff speak of is named beside the answer, until they take it back', async () => {
  await add('change.txt', '云岭县关于调整参展支持事项的通知\n\n一、展位补助改为按月拨付。\n\n2026年2月1日\n')
  const question = '企业参加展会每个展位补助多少钱'
  expect(await ask('u-song', '《云岭县关于调整参展支持事项的通知》修改了《云岭县参展支持细则》')).toContain(
    '是这样吗',
  )
  chat.as('u-song').chooses('yes')
  await chat.settle()
  expect(await ask('u-he', question)).toContain(
    '这份文件有过修改，请一并看：《云岭县关于调整参展支持事项的通知》（2026年2月1日起）',
  )
  await ask('u-song', '《云岭县关于调整参展支持事项的通知》没有修改《云岭县参展支持细则》')
  chat.as('u-song').chooses('yes')
  await chat.settle()
  expect(await ask('u-he', question)).not.toContain('有过修改')
})

test('staff change the last day in words, after a yes; nobody else does', async () => {
  expect(await ask('u-song', '快到期的文件')).toContain('2026年3月31日')
  const preview = await ask('u-song', '《云岭县参展支持细则》有效期延长到2026年12月31日')
  expect(preview).toContain('最后一天有效：2026年3月31日 → 2026年12月31日')
  chat.as('u-song').chooses('yes')
  await chat.settle()
  expect(await ask('u-song', '快到期的文件')).not.toContain('参展支持细则')
  chat.as('u-he').says('《云岭县参展支持细则》长期有效')
  await chat.settle()
  const [document] = await chat.house.storage.database.policyDocument.findMany({
    where: { doc: 'fresh.txt' },
  })
  expect(document?.endsOn?.toISOString()).toContain('2026-12-31')
})

test('a new edition under the same name answers from its day on, and says what was before', async () => {
  await add('fees.txt', fees(2000, 2025))
  await add('fees.txt', fees(3000, 2026))
  const answer = await ask('u-he', '会员企业每年缴纳年费多少元')
  expect(answer).toContain('年费3000元')
  expect(answer).toContain('这一条改过，以前是')
  expect(answer).toContain('2025年1月1日至2025年12月31日施行')
  const before = await ask('u-he', '2025年5月1日会员企业每年缴纳年费多少元')
  expect(before).toContain('年费2000元')
})
