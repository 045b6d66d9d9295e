import { afterAll, beforeAll, expect, test } from 'vitest'
import { tasksStorage } from '../../../src/adapters/storage/tasks.storage.ts'
import { type TaskLine, taskLines } from '../../../src/features/tasks/task-lines.ts'
import { type Chat, openChat } from '../../support/chat.ts'
import { history } from '../appeals/journeys/appeals-house.ts'

let chat: Chat
beforeAll(async () => {
  chat = await openChat()
  await say('u-he', '农行的续贷一直不放款，能不能帮忙协调')
  await say('u-he', '确认提交')
  await say('u-lu', '茶园的路塌了，车进不来，请帮忙协调修一下')
  await say('u-lu', '确认提交')
  chat.news()
})
afterAll(() => chat.close())

async function say(person: string, text: string, extra: Record<string, unknown> = {}): Promise<string> {
  const before = chat.all().length
  chat.as(person).says(text, extra)
  await chat.settle()
  // What else was open is asked for again below the answer.
  return (
    chat
      .all()
      .slice(before)
      .find(({ to }) => to.id === person)?.text ?? ''
  )
}

async function tasks(): Promise<readonly TaskLine[]> {
  const { storage, clock, people } = chat.house
  return storage.transactions.inOne(clock.now(), async (work) =>
    taskLines(tasksStorage(), await people.directory(work), work),
  )
}

const heard = (person: string, words: string) =>
  chat.to(person).filter(({ text }) => text.includes(words)).length

test('a leader replies to the card, sees whom it goes to and by when, and nothing goes before the yes', async () => {
  await say('u-jiang', '0001 到哪一步了')
  const card = chat.last('u-jiang')?.id
  const preview = await say('u-jiang', '请金融办牵头，三天内回我', { replyTo: card })
  expect(preview).toContain('交给：金融办（金波）')
  expect(preview).toContain('关于：2026-0001 天禾农机 融资')
  expect(preview).toContain('期限：周四 17:30 前回您')
  expect(preview).toContain('原话：“请金融办牵头，三天内回我”')
  expect(chat.last('u-jiang')?.choices?.map(({ id }) => id)).toEqual(['yes', 'no'])
  expect(await tasks()).toEqual([])
  expect(heard('u-jin', 'J-0001')).toBe(0)
  expect(await say('u-jiang', '改成五天')).toContain('期限：3月9日（周一）17:30 前回您')
  expect(await say('u-jiang', '可以')).toContain('J-0001 已交给金融办')
})

test('the unit has it to the letter, staff know, the appeal says so, and the audit points to it', async () => {
  expect(chat.last('u-jin')).toMatchObject({
    choices: [{ id: 'received' }, { id: 'done' }, { id: 'notMine' }],
  })
  expect(chat.last('u-jin')?.text).toContain('原话：“请金融办牵头，三天内回我\n改成五天”')
  expect(heard('u-song', 'J-0001 江远副县长交办金融办')).toBe(1)
  expect((await history(chat, '2026-0001')).at(-1)).toMatchObject({
    act: 'assign',
    note: 'J-0001',
    by: 'jiang',
  })
  const [entry] = await chat.house.storage.database.auditEntry.findMany({ where: { action: 'tasks.give' } })
  expect(entry).toMatchObject({ actor: 'jiang', subject: 'J-0001' })
  expect(JSON.stringify(entry?.detail)).toMatch(/"sha256": ?"[0-9a-f]{64}"/u)
  expect(JSON.stringify(entry?.detail)).not.toMatch(/\p{Script=Han}/u)
  expect(await tasks()).toMatchObject([
    {
      number: 'J-0001',
      kind: 'instruction',
      state: 'given',
      appeal: '2026-0001',
      unit: { code: 'finance', name: '金融办' },
      dueAt: '2026-03-09T17:30:00+08:00',
    },
  ])
})

test('收到 reaches the leader, and the report goes in these very words once it is confirmed', async () => {
  await say('u-jin', '收到')
  expect(chat.last('u-jiang')?.text).toBe('J-0001 金融办已收到。')
  expect(await say('u-jin', 'J-0001 已办 城关支行答应周三放款')).toContain('“城关支行答应周三放款”')
  expect(heard('u-jiang', '城关支行')).toBe(0)
  await say('u-jin', '1')
  expect(chat.last('u-jiang')).toMatchObject({ choices: [{ id: 'yes' }, { id: 'no' }] })
  expect(chat.last('u-jiang')?.text).toContain('金融办回复：“城关支行答应周三放款”')
})

test('the leader sends it back in words of their own with a new term, and closes it in the end', async () => {
  await chat.advance(60_000)
  const elsewhere = await say('u-jiang', '让供电公司也去看看，周五前报我')
  expect(elsewhere).toContain('J-0001 退回金融办再办')
  expect(elsewhere).toContain('要另外交给供电公司，先回“先不”')
  const again = await say('u-jiang', '再问问银行，周五前报我')
  expect(again).toContain('期限：周五 17:30 前')
  expect(again).not.toContain('要另外交给')
  await say('u-jiang', '确认')
  expect(chat.last('u-jin')?.text).toContain('退回再办：“再问问银行，周五前报我”')
  expect((await tasks())[0]).toMatchObject({ state: 'returned', dueAt: '2026-03-06T17:30:00+08:00' })
  const card = chat.last('u-jin')?.id
  await say('u-jin', '已落实，银行周三放款，企业认可', { replyTo: card })
  await say('u-jin', '就这样回')
  expect(await say('u-jiang', '批示办得怎么样了')).toContain('J-0001 金融办 已回复，等确认')
  await say('u-jiang', 'J-0001 可以')
  expect((await tasks())[0]).toMatchObject({ state: 'closed' })
  expect(chat.last('u-jin')?.text).toContain('这件办结了')
  expect((await history(chat, '2026-0001')).at(-1)).toMatchObject({ act: 'assign', note: 'J-0001 已办结' })
  expect(await say('u-jin', 'J-0001 已办 又问了一次')).toContain('现在是“已办结”')
})

test('不归我 goes back with the reason, and the leader gives it to somebody else under the same number', async () => {
  await say('u-jiang', '0001 请金融办协调一下变压器的事，周五前报我')
  await say('u-jiang', '交办')
  await say('u-jin', 'J-0002 不归我，应该找供电公司')
  await say('u-jin', '确认')
  expect(chat.last('u-jiang')?.text).toContain('说不归他办：“应该找供电公司”')
  expect(await say('u-jiang', '给供电公司办')).toContain('改交供电公司')
  await say('u-jiang', '确认')
  expect(chat.last('u-dian')?.text).toContain('J-0002')
  expect(chat.last('u-jin')?.text).toContain('您不用办了')
  expect((await tasks())[1]).toMatchObject({ unit: { code: 'power' }, state: 'given' })
  expect(await say('u-dian', '我的任务')).toContain('J-0002')
  expect(await say('u-jin', '我的任务')).not.toContain('J-0002')
})

test('another task named while one is being shown is the one that is meant', async () => {
  await say('u-dian', 'J-0002 已办 变压器换了')
  await say('u-dian', '确认')
  expect(await say('u-jiang', '再问问企业够不够用，周五前报我')).toContain('J-0002 退回供电公司再办')
  expect(await say('u-jiang', 'J-0002 催一下')).toContain('再办：“再问问企业够不够用，周五前报我”')
  const closed = await say('u-jiang', 'J-0001 不用办了')
  expect(closed).not.toContain('J-0002 不用')
  expect(closed).toContain('J-0001')
  await say('u-jiang', '不')
})

test('somebody else’s appeal is refused in the same words as one that does not exist', async () => {
  const others = await say('u-jiang', '0002 请金融办办理，三天内报我')
  expect(others).toContain('您能看的范围里没有编号 2026-0002 的事项，没有交办')
  expect(await say('u-jiang', '0099 请金融办办理，三天内报我')).toBe(others.replace('2026-0002', '2026-0099'))
})

test('without an appeal it is a task all the same; without an addressee it is for the unit that has it, or the office', async () => {
  expect(await say('u-bai', '请供电公司下周三前报一份用电情况给我')).toContain('没有对应到哪一件诉求')
  await say('u-bai', '算了')
  expect(await say('u-bai', '0002 督办')).toContain('交给：工商联工作人员')
  expect(await say('u-bai', '三天内')).toContain('期限：周四 17:30')
  await say('u-bai', '交办')
  expect(chat.last('u-song')?.text).toContain('白云峰县委常委交办')
  expect(await say('u-song', 'J-0003 已办 已经派给交通局')).toContain('“已经派给交通局”')
  await say('u-song', '确认')
  expect(chat.last('u-bai')?.text).toContain('已经派给交通局')
})

test('whose word it is not is told so, and what is not theirs to see does not exist', async () => {
  expect(await say('u-he', 'J-0001 可以')).toContain('没有查到您名下的 J-0001')
  expect(await say('u-dian', 'J-0001 收到')).toContain('没有查到您名下的 J-0001')
  expect(await say('u-song', '交办 金融办 每周五报一次放款进度')).toContain('交给：金融办（金波）')
  await say('u-song', '算了')
  expect(await say('u-song', '交办清单')).toContain('J-0003')
  expect(await say('u-he', '交办 金融办 三天内放款')).not.toContain('交给：')
})

test('of a sealed one nothing but its number and kind goes on, and no name may stand in the words', async () => {
  await say('u-wu', '我要匿名反映，别告诉镇里是我说的：柳溪镇政府欠我们五峰铸件的工程款拖了两年')
  await say('u-wu', '确认提交')
  const number = /20\d\d-(\d{4})/u.exec(chat.last('u-wu')?.text ?? '')?.[1] ?? ''
  expect(number).not.toBe('')
  const named = await say('u-bai', `${number} 请金融办找五峰铸件核实`)
  expect(named).not.toContain('交给')
  expect(await say('u-song', `请金融办找五峰铸件核实 ${number} 的欠款，三天内报我`)).toContain(
    '不能出现企业和会员的名字',
  )
  chat.news()
  const preview = await say('u-song', `请金融办核实一下 ${number} 说的欠款，三天内报我`)
  expect(preview).toContain('身份封存')
  await say('u-song', '交办')
  for (const { to, text } of chat.news()) if (to.id !== 'u-wu') expect(text).not.toMatch(/五峰|吴桂兰|柳溪/u)
})

test('to a list: the second of it, several in one breath, and whoever has not answered yet', async () => {
  // Who types so much within a minute is asked to wait.
  await chat.advance(60_000)
  for (const words of [
    '厂门口的路一直限高，大货车进不来，请帮忙协调',
    '新上的机床一开就跳闸，请帮忙协调增容',
  ]) {
    await say('u-he', words)
    await say('u-he', '确认提交')
  }
  const list = await say('u-jiang', '天禾农机还有几件没办完')
  const numbers = [...list.matchAll(/^\d\. (2026-\d{4})/gmu)].map(([, number]) => number)
  expect(numbers).toHaveLength(3)
  const letter = chat.last('u-jiang')?.id
  const second = await say('u-jiang', '把第二件转给白常委阅，三天内回我', { replyTo: letter })
  expect(second).toContain('交给：白云峰县委常委')
  expect(second).toContain(`关于：${numbers[1]}`)
  expect(await say('u-jiang', '算了，先不交办吧')).toContain('没有交办')
  await say('u-jiang', '天禾农机拖得最久的两件')
  const both = await say('u-jiang', '这两件都抓紧')
  expect(both, 'the two that were told, not all that were counted').toContain('关于 2 件')
  await say('u-jiang', '算了，先不交办吧')
  await say('u-jiang', '天禾农机还有几件没办完')
  const several = await say('u-jiang', '第一件和第三件请金融办五天内报我')
  expect(several, 'without a reply it is the list that was shown last').toContain(`1. ${numbers[0]}`)
  expect(several).toContain(`2. ${numbers[2]}`)
  expect(several).not.toContain(numbers[1])
  chat.news()
  expect(await say('u-jiang', '交办')).toMatch(/J-0005 已交给金融办。\nJ-0006 已交给金融办。/u)
  expect(
    chat
      .news()
      .filter(({ to }) => to.id === 'u-song')
      .map(({ text }) => text.slice(0, 13)),
  ).toEqual(['J-0005、J-0006'])
  expect(
    await say('u-jiang', '天禾农机限高那个事请金融办关注一下，三天内报我'),
    'the firm and a word of it',
  ).toContain(`关于：${numbers[1]}`)
  await say('u-jiang', '不交办')
  expect((await tasks()).slice(-2)).toMatchObject([{ appeal: numbers[0] }, { appeal: numbers[2] }])
  await say('u-jin', 'J-0005 已办 放了')
  await say('u-jin', '就这样回')
  const waiting = await say('u-jiang', '我交给金融办的还有几件没回')
  expect(waiting).toMatch(/^您交给金融办的 \d 件，还有 1 件没回话：\nJ-0006 金融办/u)
  chat.news()
  expect(await say('u-jiang', '催一下金融办')).toBe('J-0006 已替您问金融办。')
  expect(chat.news().filter(({ to }) => to.id === 'u-jin')).toHaveLength(1)
  expect(await say('u-jiang', '我批的那些办得咋样')).toContain('回了话等确认')
  expect(await say('u-jin', '办好了 变压器也换了'), 'the only one left').toContain(
    'J-0006 要回给江远副县长的是',
  )
  await say('u-jin', '先不回')
  expect(await say('u-bai', '还有几件没回我')).not.toContain('J-0006')
})
