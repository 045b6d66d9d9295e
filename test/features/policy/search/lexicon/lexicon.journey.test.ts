import { afterAll, beforeAll, expect, test } from 'vitest'
import { policyService } from '../../../../../src/features/policy/policy.service.ts'
import { type Chat, openChat } from '../../../../support/chat.ts'

let chat: Chat

const turnover = `云岭县企业应急转贷资金管理办法

云财〔2026〕5号

第一条 企业申请应急转贷资金的，使用期限一般不超过十五日。

第二条 应急转贷资金按日收取费用，费率为万分之三。

第三条 停车泊位由城市管理部门统一编号。

2026年1月5日
`

beforeAll(async () => {
  chat = await openChat()
  const { storage, clock } = chat.house
  const taken = await policyService({ ...storage, store: storage.policy }).addFile(
    { name: 'turnover.txt', bytes: new TextEncoder().encode(turnover), audience: 'everybody', by: 'song' },
    { transactions: storage.transactions, at: () => clock.now() },
  )
  expect(taken).toMatchObject([{ outcome: 'added' }])
})
afterAll(() => chat.close())

async function says(person: string, text: string): Promise<string> {
  chat.news()
  chat.as(person).says(text)
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

const askedInVain = '趟水钱怎么收费'

test('what was asked in vain in words that no document has is proposed to staff', async () => {
  expect(await says('u-wu', askedInVain)).not.toContain('万分之三')
  await says('u-wu', '不用了')
  const proposed = await says('u-song', '词条建议')
  expect(proposed).toContain('趟水钱')
  expect(proposed).toContain(askedInVain)
})

test('staff add a line after a look and a yes, and from then on it is found', async () => {
  const preview = await says('u-song', '加词 趟水钱 = 转贷资金 按日收取费用 周转金')
  expect(preview).toContain('有人问到“趟水钱”')
  expect(preview).toContain('还没有出现“周转金”')
  expect(preview).not.toContain('还没有出现“转贷资金”')
  expect(await chooses('u-song', 'yes')).toContain('已加入：趟水钱')
  expect(await says('u-song', '词条建议')).toContain('没有等着看的词')
  expect(await says('u-song', '词表')).toContain('趟水钱 = 转贷资金')
  expect(await says('u-wu', askedInVain)).toContain('万分之三')
})

test('the same line twice is told to be there', async () => {
  expect(await says('u-song', '加词 趟水钱 = 转贷资金 按日收取费用 周转金')).toContain('已经有这一条了')
})

test('a line of the product’s own can be taken out of use', async () => {
  expect(await says('u-song', '词表 乱停车')).toContain('自带的：')
  expect(await says('u-song', '删词 乱停车')).toContain('要停用自带的')
  expect(await chooses('u-song', 'yes')).toContain('不再按词表查')
  expect(await says('u-song', '词表 乱停车')).toContain('没有和“乱停车”有关的')
})

test('a word that is taken away is not searched with any more', async () => {
  expect(await says('u-song', '删词 趟水钱')).toContain('要删掉本单位加的')
  await chooses('u-song', 'no')
  expect(await says('u-song', '词表')).toContain('趟水钱')
  await says('u-song', '删词 趟水钱')
  expect(await chooses('u-song', 'yes')).toContain('不再按词表查')
  expect(await says('u-he', askedInVain)).not.toContain('万分之三')
})

test('others are not let in, and a proposal that is not wanted does not come again', async () => {
  expect(await says('u-he', '词条建议')).not.toContain('有人问过，文件里没有这样写')
  expect(await says('u-song', '词条建议')).toContain('趟水钱')
  await says('u-song', '不加词 趟水钱')
  expect(await chooses('u-song', 'yes')).toContain('不再建议')
  await says('u-he', '不用了')
  await says('u-he', askedInVain)
  expect(await says('u-song', '词条建议')).not.toMatch(/\d\. 趟水钱/u)
})
