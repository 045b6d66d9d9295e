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
  it('nothing but who and what is one from a leader, and not from the office', () => {
    const answered = '2026-0003 天禾农机有限公司'
    expect(one('金融办处理', { answered })).toMatchObject({ dialogue: 'tasks.give', band: 'command' })
    expect(one('金局长阅处', { answered })).toMatchObject({ dialogue: 'tasks.give' })
    expect(one('金融办处理', { answered, roles: ['staff'] })).toBeUndefined()
    expect(one('金融办处理了', { answered })).toBeUndefined()
    expect(one('金融办处理得怎么样', { answered })?.dialogue).not.toBe('tasks.give')
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
  it('办好了 without a number is about what a handler has to do, when nothing else is being talked about', () => {
    expect(one('办好了 银行答应放款了', { roles: ['handler'] })).toMatchObject({
      dialogue: 'tasks.answer',
      band: 'own',
      data: { task: '', verb: 'report', words: '银行答应放款了' },
    })
    expect(one('办好了', { roles: ['handler'], inProgress: 'appeals.order' })).toBeUndefined()
    expect(one('办好了 谢谢你们', { roles: ['member'] })).toBeUndefined()
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

describe('asking once more', () => {
  it.each([
    '催一下金融办',
    '金融办那件催一下',
    '帮我问一下供电公司',
    '没回的都催一下',
    '还没回话的都给我催一催',
  ])('%s', (text) => expect(one(text)).toMatchObject({ dialogue: 'tasks.nudgeAll', band: 'command' }))
  it('with a number it is that task, and in the office’s mouth a unit is asked of an appeal', () => {
    expect(one('J-0001 催一下')?.dialogue).toBe('tasks.review')
    expect(one('催一下金融办', { roles: ['staff'] })?.dialogue).not.toBe('tasks.nudgeAll')
    expect(one('请金融办催一下企业补材料')?.dialogue).toBe('tasks.give')
    expect(one('催一下', {})?.dialogue).not.toBe('tasks.nudgeAll')
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
  it.each([
    ['我批的那些办得咋样', null],
    ['我交代的事回了没', null],
    ['我批示的都回了吗', null],
    ['批的那几件有回音没', null],
    ['我让办的事咋样了', null],
    ['那个 我之前交待的几件事现在啥情况', null],
    ['俺批的弄得咋样了', null],
    ['还有几件没回我', 'waiting'],
    ['哪些还没回我？', 'waiting'],
    ['谁还没给我回话呢', 'waiting'],
    ['我批的还有哪些没办', 'waiting'],
    ['我交办的事谁没落实', 'waiting'],
    ['过期没回我的有哪些', 'late'],
    ['我批的哪几件超期了', 'late'],
    ['我批的哪些已经有回音的', 'back'],
    ['我交办的办完了的有几件', 'over'],
  ])('what was given, in the words of the road: %s', (text, only) =>
    expect(one(text)).toMatchObject({
      dialogue: 'tasks.list',
      band: 'command',
      data: { list: 'given', only },
    }),
  )
  it('by whom it was given to, and by when', () => {
    expect(one('我转给供电公司的那件办得怎么样了')?.data).toMatchObject({
      list: 'given',
      to: expect.stringContaining('供电公司'),
    })
    expect(one('王县长回我了没')?.data).toMatchObject({
      list: 'given',
      to: expect.stringContaining('王县长'),
    })
    expect(one('上个月我批的那些办得咋样了')?.data).toMatchObject({
      period: { from: '2026-02-01', to: '2026-02-28' },
    })
  })
  it('交给金融办的 in the office’s mouth is what was dispatched there', () =>
    expect(one('交给金融办的办得怎么样了', { roles: ['staff'] })?.dialogue).not.toBe('tasks.list'))
  it('is no order, and an order is no list', () => {
    expect(one('我批的那件请金融办抓紧办，情况报我')?.dialogue).toBe('tasks.give')
    expect(one('我让金融办三天内回我情况')?.dialogue).not.toBe('tasks.list')
    expect(one('请供电公司尽快回我')?.dialogue).toBe('tasks.give')
  })
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
  it.each([
    '督办',
    '谢谢',
    '我的诉求到哪一步了',
    '待办',
    '还有几件没办完',
    '通知57谁没回',
    '金融办还有几件没办完',
    '我包的企业还有哪些没落实',
  ])('%s is none', (text) => expect(one(text)?.dialogue).not.toBe('tasks.list'))
})
