import { afterAll, beforeAll, expect, test } from 'vitest'
import { appealsStorage } from '../../../../src/adapters/storage/appeals.storage.ts'
import type { Appeal } from '../../../../src/features/appeals/appeal.ts'
import { type Chat, openChat } from '../../../support/chat.ts'
import { APPEAL } from '../county.ts'

/** Lists as a clerk asks for them, over a county of some forty appeals. */
let chat: Chat
beforeAll(async () => {
  chat = await openChat()
  const { storage, clock } = chat.house
  const at = clock.now().getTime()
  const company = { code: 'tianhe', name: '天禾农机有限公司' }
  const dueOf = (n: number) => new Date(at + (n % 5 === 0 ? -1 : 5) * 86_400_000)
  const rows: Appeal[] = Array.from({ length: 40 }, (_, n) => ({
    ...APPEAL,
    number: `2026-${String(n + 1).padStart(4, '0')}`,
    company: n % 3 === 0 ? company : n % 3 === 1 ? { code: 'qingya', name: '青芽茶业有限公司' } : null,
    sealed: n % 3 === 2,
    chamber: n % 3 === 0 ? 'machinery' : 'tea',
    category: n % 2 === 0 ? 'financing' : 'arrears',
    urgency: n === 5 ? 'critical' : 'normal',
    status: n < 20 ? 'filed' : n < 30 ? 'inProgress' : n < 34 ? 'paused' : 'resolved',
    unit: n < 20 ? null : 'finance',
    place: n === 7 ? '东区工业路' : null,
    filedAt: new Date(at - n * 86_400_000),
    contactedAt: new Date(at - n * 86_400_000),
    resolveDueAt: dueOf(n),
    dueAt: dueOf(n),
    resolvedAt: n < 34 ? null : new Date(at - 86_400_000),
  }))
  await storage.transactions.inOne(clock.now(), async (work) => {
    const store = appealsStorage(storage.codec)
    const home = { platform: 'stdio', account: 'stdio', kind: 'private', chatId: 'u-he' } as const
    for (const row of rows)
      store.add(
        row,
        { code: 'he', name: '何志平', account: 'stdio:u-he', home, company, wholeText: null },
        work,
      )
  })
})
afterAll(() => chat.close())

const asks = async (text: string, who = 'u-song') => {
  // Nobody types as fast as a test; who does is asked to wait.
  await chat.advance(10_000)
  const before = chat.to(who).length
  chat.as(who).says(text)
  await chat.settle()
  // What else is open is said again after the answer.
  return chat.to(who)[before]?.text ?? ''
}

test('ten at a time, and the pages are turned in two words', async () => {
  const first = await asks('诉求列表')
  expect(first).toContain('诉求列表：34 件，第 1 页，共 4 页')
  expect(first.split('\n').filter((line) => line.startsWith('2026-'))).toHaveLength(10)
  expect(first).toContain('（身份封存）')
  expect(await asks('下一页')).toContain('第 2 页，共 4 页')
  expect(await asks('第4页')).toContain('第 4 页，共 4 页')
  expect(await asks('下一页')).toContain('一共 34 件，没有第 5 页')
  expect(await asks('第3页')).toContain('第 3 页')
  expect(await asks('上一页')).toContain('第 2 页')
  expect(await asks('特急的')).toMatch(/特急，诉求列表：1 件/)
})

test.each([
  ['金融办的在办', /金融办，诉求列表：14 件/],
  ['金融办手里超期的', /金融办，超期的：2 件/],
  ['天禾农机的诉求', /天禾农机有限公司，全部诉求：14 件/],
  ['农机商会的诉求', /农机商会，全部诉求：14 件/],
  ['拖欠账款的', /拖欠账款，诉求列表：17 件/],
  ['已暂停的', /已暂停的：4 件/],
  ['待回访的', /待回访的：6 件/],
  ['退单的', /退单的：现在一件也没有/],
  ['东区的诉求', /东区，全部诉求：1 件/],
  ['柳溪镇的诉求', /柳溪镇，全部诉求：14 件/],
  ['这个月的诉求', /这个月，全部诉求：2 件/],
  ['上个月金融办办结的', /上个月，金融办，已办结：现在一件也没有/],
  ['本周新来的', /本周，新来的：1 件/],
  ['哈哈镜的诉求', /“哈哈镜”没看懂/],
])('%s', async (text, expected) => {
  expect(await asks(text)).toMatch(expected)
})

test('a line has the number, what it is, whose, how old in working days, who has it', async () => {
  const list = await asks('金融办的在办')
  expect(list).toMatch(/2026-0031 融资，天禾农机，登记 \d+ 个工作日，金融办，已暂停：/)
  expect(list).not.toMatch(/何志平/)
})

test('a list on top of a preview leaves the preview open for its yes', async () => {
  await asks('派单 0001 金融办 3天')
  await asks('待派单')
  await asks('确认 0001')
  expect(await asks('看 0001')).toContain('金融办')
})

test('the whole of one shows the time it took and what stands beside it', async () => {
  await asks('并单 0003 -> 0001')
  await asks('确认 0003')
  const whole = await asks('看 0001')
  expect(whole).toMatch(/并入 1 件，一共 2 家：2026-0003/)
  expect(whole).toContain('已用')
  expect(await asks('看 0003')).toContain('已并到 2026-0001')
})

test('pages of nothing are asked back for the name of the list', async () => {
  expect(await asks('下一页', 'u-ren')).toContain('要翻哪个列表')
})

test('a member is told kindly that lists are for staff', async () => {
  expect(await asks('待派单', 'u-he')).toContain('只有工作人员能看')
  expect(await asks('并单 0003 -> 0001', 'u-he')).toContain('由工商联工作人员操作')
})
