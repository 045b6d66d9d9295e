import { describe, expect, it } from 'vitest'
import { recogniseTaskWords } from '../../../src/features/tasks/recognise.ts'
import type { Role } from '../../../src/kernel/person.ts'

const home = { platform: 'stdio', account: 'stdio', kind: 'private', chatId: 'u-1' } as const
const at = new Date('2026-03-05T10:00:00+08:00')

interface Beside {
  readonly roles?: readonly Role[]
  readonly answered?: string
  readonly inProgress?: string
}
function readings(text: string, { roles = ['leader'], ...beside }: Beside = {}) {
  const by = { person: { code: 'p', name: '某人', roles }, personId: 'u-1', chat: home, home, at }
  return recogniseTaskWords(
    { text, pieces: [{ message: 'm', text }], addressed: 'private' },
    { by, ...beside },
  )
}
const one = (text: string, beside?: Beside) => readings(text, beside)[0]

describe('批示', () => {
  it('a leader’s is a command, whatever else the words could mean', () => {
    expect(one('把 0312 号转给王县长阅，三天内回我。')).toMatchObject({
      dialogue: 'tasks.give',
      band: 'command',
    })
  })
  it('in the office’s own mouth it is asked for, and a dispatch stays a dispatch', () => {
    expect(one('请金融办抓紧核实', { roles: ['staff'] })).toMatchObject({
      dialogue: 'tasks.give',
      band: 'role',
    })
    expect(one('交办 金融办 周五前报我', { roles: ['staff'] })).toMatchObject({ band: 'command' })
    expect(one('交办 0312 金融办 3天', { roles: ['staff'] })?.band).toBe('role')
    expect(one('三天内办结', { roles: ['staff'] })).toBeUndefined()
    expect(one('给供电公司，3天', { roles: ['staff'], inProgress: 'appeals.dispatch' })).toBeUndefined()
    expect(one('给供电公司，3天', { roles: ['staff'], answered: '2026-0003 天禾农机' })).toBeUndefined()
  })
  it.each(['member', 'handler', 'auditor', 'secretary'] as const)('nobody else gives one: %s', (role) =>
    expect(one('请金融办周五前报我', { roles: [role] })).toBeUndefined(),
  )
  it('while one is read back, a change belongs to it, and another appeal is another one', () => {
    expect(one('请供电公司办', { inProgress: 'tasks.give' })).toBeUndefined()
    expect(one('请供电公司办', { inProgress: 'tasks.give', answered: '2026-0003 天禾农机 …' })).toBeDefined()
    expect(one('0313 请供电公司办', { inProgress: 'tasks.review' })).toMatchObject({ dialogue: 'tasks.give' })
  })
})

describe('what is said back', () => {
  it('with the number it is a command, and what is being talked about takes it itself', () => {
    expect(one('J-0001 已办 放款了', { roles: ['handler'] })).toMatchObject({
      dialogue: 'tasks.answer',
      band: 'command',
      data: { task: 'J-0001', verb: 'report', words: '放款了' },
    })
    expect(one('J-0001 已办 放款了', { roles: ['handler'], inProgress: 'tasks.answer' })?.band).toBe('role')
  })
  it('as a reply to the letter it needs no number', () => {
    const card = 'J-0001 江远副县长交办\n原话：“请金融办办”'
    expect(one('已协调，周三放款', { roles: ['handler'], answered: card })).toMatchObject({
      data: { task: 'J-0001', verb: 'report', words: '已协调，周三放款' },
    })
    expect(one('今天几号', { roles: ['handler'], answered: card })).toBeUndefined()
  })
  it('退回 is a refusal of who has it and more work from who gave it', () => {
    expect(one('J-0001 退回 应该找人社局', { roles: ['handler'] })?.data).toMatchObject({ verb: 'decline' })
    expect(one('J-0001 退回 再问问银行')?.data).toMatchObject({ verb: 'return', words: '再问问银行' })
  })
  it('to a report an instruction is about that task', () => {
    const report = 'J-0001 金融办回复：“已办”\n您的原话：“请金融办办”'
    expect(one('请金融办把合同也要来，周五前报我', { answered: report })).toMatchObject({
      dialogue: 'tasks.review',
      data: { task: 'J-0001', verb: 'return', words: '请金融办把合同也要来，周五前报我' },
    })
  })
})

describe('lists', () => {
  it.each([
    ['我的交办', 'given'],
    ['批示办得怎么样了', 'given'],
    ['我批的那几件办得怎么样', 'given'],
    ['我上次交办的事有结果了吗', 'given'],
    ['交办的都办了没有', 'given'],
    ['我的任务', 'mine'],
    ['交给我的任务有哪些', 'mine'],
  ])('%s', (text, list) =>
    expect(one(text)).toMatchObject({ dialogue: 'tasks.list', band: 'command', data: { list, page: 1 } }),
  )
  it('by page, and by appeal', () => {
    expect(one('我的交办 第2页')?.data).toMatchObject({ list: 'given', page: 2 })
    expect(one('0312 的批示办得怎么样了')?.data).toMatchObject({ list: 'given', appeal: '2026-0312' })
  })
  it('whoever sees all asks for all; whoever gives none is told what they were given', () => {
    expect(one('交办清单', { roles: ['staff'] })?.data).toMatchObject({ list: 'all' })
    expect(one('批示办得怎么样了', { roles: ['auditor'] })?.data).toMatchObject({ list: 'all' })
    expect(one('批示办得怎么样了', { roles: ['handler'] })).toMatchObject({
      band: 'role',
      data: { list: 'mine' },
    })
  })
  it.each(['督办', '谢谢', '我的诉求到哪一步了', '待办', '还有几件没办完'])('%s is none', (text) =>
    expect(one(text)?.dialogue).not.toBe('tasks.list'),
  )
})
