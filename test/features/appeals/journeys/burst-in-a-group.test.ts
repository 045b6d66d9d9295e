import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Chat, openChat } from '../../../support/chat.ts'
import { history, ledger } from './appeals-house.ts'

let chat: Chat
beforeAll(async () => {
  chat = await openChat()
})
afterAll(() => chat.close())

test('six lines of one person in a noisy group become one appeal, and the group hears a receipt and a number', async () => {
  const group = chat.in('g-machinery')
  const own = [
    group.as('u-he', '何志平-天禾农机').says('我们农行那笔流动资金贷款上周到期了'),
    group.as('u-he').says('本金已经还了'),
  ]
  group.as('u-wu').says('老何别急，大家都一样')
  own.push(group.as('u-he').says('续贷说好三天，到现在不放款'))
  group.as('u-lu').says('谁有明天的会议通知')
  own.push(
    group.as('u-he').says('260万，再不放款后天工资就发不出来了'),
    group.as('u-he').says('@娘家 能不能帮忙协调一下'),
    group.as('u-he').says('@娘家 城关支行的'),
  )
  await chat.settle()
  const readBack = chat.last('u-he')
  expect(readBack?.choices?.map(({ id }) => id)).toEqual(['yes', 'no'])
  expect(readBack?.text).toContain('天禾农机有限公司')
  expect(readBack?.text).toContain('融资，紧急')
  expect(readBack?.text).not.toContain('会议通知')
  expect(chat.to('g-machinery').map(({ text }) => text)).toEqual(['收到，细节已私信您核对。'])

  chat.as('u-he').says('确认')
  await chat.settle()
  const lines = await ledger(chat)
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatchObject({
    number: '2026-0001',
    status: 'filed',
    category: 'financing',
    urgency: 'urgent',
    company: { code: 'tianhe', name: '天禾农机有限公司' },
    chamber: { code: 'machinery', name: '农机商会' },
    asker: { code: 'he', name: '何志平' },
    responsibleLeader: { code: 'jiang', name: '江远' },
    handlingUnit: null,
    sources: own,
    sealed: false,
  })
  expect(lines[0]?.text).toContain('260万，再不放款后天工资就发不出来了')
  expect(chat.last('g-machinery')).toMatchObject({
    text: '已登记，编号 2026-0001，细节已私信您。',
    mention: ['u-he'],
  })
  for (const { text } of chat.to('g-machinery')) expect(text).not.toMatch(/260|天禾|农行/)
  expect(chat.last('u-song')?.text).toContain('2026-0001')
})

test('impatient words in the group are a reminder and file nothing new', async () => {
  chat.in('g-machinery').as('u-he').says('@娘家 我那个事咋样了，都三天了')
  await chat.settle()
  expect(chat.last('g-machinery')?.text).toMatch(
    /^编号 2026-0001 已登记，预计 .+17:30 前答复，细节已私信您。$/,
  )
  expect(chat.to('u-he').at(-1)?.text).toContain('2026-0001')
  expect(chat.last('u-song')?.text).toContain('催办')
  expect(await ledger(chat)).toHaveLength(1)
  expect((await history(chat, '2026-0001')).map(({ act }) => act)).toEqual(['file', 'remind'])
})

test('a message changed after filing stays as it was said, is marked, and staff are told', async () => {
  const [line] = await ledger(chat)
  const [first = ''] = line?.sources ?? []
  chat.in('g-machinery').as('u-he').withdraws(first)
  chat.as('u-he').says('我的诉求')
  await chat.settle()
  expect((await ledger(chat))[0]?.text).toBe(line?.text)
  expect((await history(chat, '2026-0001')).at(-1)).toMatchObject({
    act: 'sourceChanged',
    note: '撤回了一条原话',
  })
  expect(chat.to('u-song').some(({ text }) => text.includes('撤回了其中一条原话'))).toBe(true)
})
