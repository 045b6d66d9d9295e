import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Chat, openChat } from '../../../support/chat.ts'
import { history, ledger } from './appeals-house.ts'

/** Whoever goes, the trouble of the others goes on; and nothing of a sealed one is seen by anybody. */
let chat: Chat
beforeAll(async () => {
  chat = await openChat()
})
afterAll(() => chat.close())

const says = async (who: string, text: string) => {
  chat.as(who).says(text)
  await chat.settle()
}
const files = async (who: string, text: string) => {
  await says(who, text)
  if (chat.last(who)?.text.includes('确认') === true) await says(who, '确认提交')
}
const merges = async (from: string, into: string) => {
  await says('u-song', `并单 ${from} -> ${into}`)
  await says('u-song', `确认 ${from}`)
}
const lines = async () => Object.fromEntries((await ledger(chat)).map((line) => [line.number, line]))
const told = (who: string) =>
  chat
    .to(who)
    .map(({ text }) => text)
    .join('\n')

test('what staff call not the same is never proposed again', async () => {
  await files('u-wu', '柳溪镇宏图路全是坑，大车进不来，麻烦协调修一下')
  await files('u-he', '宏图路坑坑洼洼，货车颠坏了好几辆，能不能帮忙反映')
  expect(chat.last('u-song')?.text).toContain('可能是同一件事')
  await says('u-song', '疑似重复')
  expect(told('u-song')).toMatch(/疑似重复：1 对还没定[\s\S]*0002 和 0001/)
  chat.as('u-song').chooses('no')
  await chat.settle()
  await says('u-song', '疑似重复')
  expect(chat.last('u-song')?.text).toContain('疑似重复：现在没有')
})

test('the main one is withdrawn: the oldest of the others takes its place, with the unit and its term', async () => {
  await files('u-lu', '宏图路的路面塌了，茶叶运不出去，请帮忙协调')
  await merges('0002', '0001')
  await merges('0003', '0001')
  await says('u-song', '派单 0001 供电公司 5天')
  await says('u-song', '确认')
  await says('u-dian', '签收 0001')
  const before = await lines()
  await says('u-wu', '撤回 0001')
  await says('u-wu', '确认撤回')
  const after = await lines()
  expect(after['2026-0001']).toMatchObject({ status: 'withdrawn', followers: 0 })
  expect(after['2026-0002']).toMatchObject({
    status: 'inProgress',
    followers: 1,
    handlingUnit: { code: 'power' },
  })
  expect(after['2026-0002']?.dueAt).toBe(before['2026-0001']?.dueAt)
  expect(after['2026-0003']).toMatchObject({ status: 'merged' })
  expect(chat.last('u-dian')?.text).toMatch(
    /2026-0001 的诉求人撤回了，同样的情况还有 2 家，改按 2026-0002 接着办/,
  )
  expect((await history(chat, '2026-0002')).at(-1)).toMatchObject({ role: 'house', to: 'inProgress' })
  await says('u-lu', '0003 到哪一步了')
  expect(told('u-lu')).toMatch(/2026-0003（[\s\S]*由供电公司办理/)
})

test('a follower withdraws only their own', async () => {
  await says('u-lu', '撤回 0003')
  await says('u-lu', '确认撤回')
  const after = await lines()
  expect(after['2026-0003']).toMatchObject({ status: 'withdrawn' })
  expect(after['2026-0002']).toMatchObject({ status: 'inProgress', followers: 0 })
})

test('a sealed asker stays sealed in previews, lists, the unit and the other asker', async () => {
  await files('u-he', '要匿名反映，别说是我：云岭镇政府欠我们五峰路的工程款两年了，能不能协调')
  await files('u-lu', '云岭镇政府欠我们五峰路绿化的工程款，拖了两年，请帮忙协调')
  const numbers = (await ledger(chat)).filter(({ status }) => status === 'filed').map(({ number }) => number)
  expect(numbers).toHaveLength(2)
  const [sealed = '', open = ''] = numbers
  expect((await lines())[sealed]?.sealed).toBe(true)
  const from = chat.all().length
  await says('u-song', `并单 ${sealed} -> ${open}`)
  await says('u-song', '确认')
  expect((await lines())[sealed]?.status).toBe('merged')
  const sent = chat.all().slice(from)
  expect(
    sent
      .filter(({ to }) => to.id !== 'u-he')
      .map(({ text }) => text)
      .join('\n'),
  ).not.toMatch(/何志平|天禾/)
  expect(
    sent
      .filter(({ to }) => to.id === 'u-he')
      .map(({ text }) => text)
      .join('\n'),
  ).not.toMatch(/陆青|青芽/)
  expect(sent.some(({ to }) => to.kind === 'group')).toBe(false)
})

test('several voices of one trouble in one breath are one letter, and one can be taken out of it', async () => {
  const before = chat.to('u-song').length
  for (const [who, text] of [
    ['u-wu', '柳溪镇停水了，铸造车间冷却水没了，麻烦问问'],
    ['u-he', '柳溪镇停水，喷漆线停着，能不能帮忙协调'],
    ['u-lu', '柳溪镇这边自来水没了，茶厂洗不了青叶，请协调'],
  ] as const) {
    chat.as(who).says(text)
  }
  await chat.settle()
  for (const who of ['u-wu', 'u-he', 'u-lu']) chat.as(who).says('确认提交')
  await chat.settle()
  const letters = chat
    .to('u-song')
    .slice(before)
    .filter(({ text }) => text.includes('可能是同一件事'))
  expect(letters).toHaveLength(1)
  expect(letters[0]?.text).toContain('这 3 件可能是同一件事')
  const numbers = [...(letters[0]?.text.matchAll(/2026-(\d{4})（/g) ?? [])].map(([, serial]) => serial)
  expect(numbers).toHaveLength(3)
  await says('u-song', `${numbers[2]} 不是`)
  expect(chat.last('u-song')?.text).not.toContain(`2026-${numbers[2]}（`)
  chat.as('u-song').chooses('yes')
  await chat.settle()
  const after = await lines()
  expect(after[`2026-${numbers[1]}`]?.status).toBe('merged')
  expect(after[`2026-${numbers[2]}`]?.status).toBe('filed')
})

test('what is told of a trouble just resolved may join it, and its asker is asked at once', async () => {
  await files('u-wu', '五峰产业园光纤断了，全厂断网，订单都发不了，麻烦协调')
  const main = (await ledger(chat)).at(-1)?.number ?? ''
  await says('u-song', `派单 ${main} 供电公司 1天`)
  await says('u-song', '确认')
  await says('u-dian', `${main} 已办结 光缆已接通`)
  chat.as('u-dian').chooses('yes')
  await chat.settle()
  await files('u-lu', '五峰产业园没网了，说是光缆被挖断，请帮忙问问什么时候好')
  const late = (await ledger(chat)).at(-1)?.number ?? ''
  await says('u-song', `并单 ${late} -> ${main}`)
  expect(chat.last('u-song')?.text).toContain('已经办结，会直接问')
  await says('u-song', '确认')
  expect(chat.last('u-lu')?.text).toContain('光缆已接通')
  await says('u-lu', '解决了')
  await says('u-lu', '满意')
  expect((await lines())[late]).toMatchObject({ status: 'merged', satisfaction: 'satisfied' })
})

test('somebody who tells the same again is asked themselves, and staff read their word for it', async () => {
  await files('u-he', '农行的续贷一直不放款，客户经理说等额度，能不能帮忙协调')
  const first = (await ledger(chat)).at(-1)?.number ?? ''
  const staffBefore = chat.to('u-song').length
  await files('u-he', '农行那笔续贷到现在没放款，说是等额度，工资发不出，麻烦协调')
  const second = (await ledger(chat)).at(-1)?.number ?? ''
  expect(second).not.toBe(first)
  expect(chat.last('u-he')?.text).toContain(`和您前面的 ${first}`)
  const isProposal = ({ text }: { text: string }) => text.includes('可能是同一件事')
  expect(chat.to('u-song').slice(staffBefore).some(isProposal)).toBe(false)
  chat.as('u-he').chooses('yes')
  await chat.settle()
  expect(chat.last('u-song')?.text).toContain('诉求人自己说是同一件事')
  chat.as('u-song').chooses('yes')
  await chat.settle()
  expect((await lines())[second]?.status).toBe('merged')
  expect(chat.last('u-he')?.text).toContain('和您前面反映的是同一件事，合在一起办')
})
