import { describe, expect, test } from 'vitest'
import type { Speaker } from '../../../../src/conversation/said.ts'
import { readMatchingWords } from '../../../../src/features/policy/matching/recognise-matching.ts'
import type { Role } from '../../../../src/kernel/person.ts'

function read(
  text: string,
  role: Role = 'member',
  kind: 'private' | 'group' = 'private',
  inProgress?: string,
) {
  const home = { platform: 'stdio', account: 'stdio', kind: 'private', chatId: 'u-1' } as const
  const by: Speaker = {
    person: { code: 'he', name: '何志平', roles: [role], company: 'tianhe' },
    personId: 'u-1',
    chat: kind === 'private' ? home : { ...home, kind, chatId: 'g-1' },
    home,
    at: new Date('2026-03-02T09:00:00+08:00'),
  }
  const said = { text, pieces: [], addressed: 'private' } as const
  const [reading] = readMatchingWords(said, { by, ...(inProgress === undefined ? {} : { inProgress }) })
  return reading === undefined ? undefined : [reading.dialogue, reading.data]
}

describe('what one’s own company may apply for', () => {
  test.each([
    '我能申请哪些政策',
    '我们公司能享受什么补贴',
    '俺厂能报啥项目？',
    '有没有适合我们企业的政策',
    '有啥补贴适合俺们',
    '现在有什么优惠政策我们能申请吗',
    '咱们能拿到哪些奖励',
    '哪些扶持政策我们够得上',
    '我们符合什么政策',
    '政策匹配',
    '我们这种小厂有啥扶持没',
    '我们厂有没有可以申请的补贴',
    '像我们这样的企业有什么优惠政策',
    '查查我们够得上哪些奖励',
    '哪些政策跟我们有关',
    '帮我匹配一下政策',
  ])('%s', (words) => {
    expect(read(words)).toEqual(['policy.match', {}])
    expect(read(`@娘家 ${words}`, 'member', 'group')).toEqual(['policy.match', {}])
  })

  test.each([
    ['我们符合研发费用补助吗', '研发费用补助'],
    ['我们公司够不够专精特新的条件', '专精特新'],
    ['请问我们能申请稳岗返还不', '稳岗返还'],
    ['招工补贴我们能申请吗', '招工补贴'],
    ['我厂可不可以报技改项目？', '技改项目'],
    ['俺们满足贷款贴息的要求吗', '贷款贴息'],
  ])('%s', (words, name) => {
    expect(read(words)).toEqual(['policy.match', { words: name }])
    // In a group it stays a question to the documents.
    expect(read(words, 'member', 'group')).toBeUndefined()
  })

  test.each([
    '研发费用补助按什么标准',
    '劳务派遣公司能享受稳岗返还吗',
    '我们能拿的补贴拖了半年没人管',
    '请帮我们协调一下贷款',
    '我们能申请劳动仲裁吗',
    '我们符合条件吗',
    '我们有什么补贴没到账',
    '养殖户能申请哪些补贴',
    '我们申请补贴要什么材料',
    '有哪些政策文件',
    '银行续贷不给批怎么办',
    '我们申请的补贴到哪一步了',
    '哪些企业符合研发补助',
    '标条件 研发补助',
  ])('%s is something else, said by a member', (words) => expect(read(words)).toBeUndefined())
})

test('in the middle of an appeal a named policy is left to the documents', () => {
  expect(read('我们符合研发费用补助吗', 'member', 'private', 'appeals.intake')).toBeUndefined()
  expect(read('我能申请哪些政策', 'member', 'private', 'appeals.intake')).toEqual(['policy.match', {}])
})

describe('企业资料 and 申报提醒', () => {
  test.each([
    ['企业资料', ['policy.profile', { words: '', drop: false }]],
    ['完善企业资料', ['policy.profile', { words: '', drop: false }]],
    ['我们公司情况：小型企业，36个人', ['policy.profile', { words: '小型企业，36个人', drop: false }]],
    ['删除企业资料', ['policy.profile', { words: '', drop: true }]],
    ['删除企业资料里的职工人数', ['policy.profile', { words: '里的职工人数', drop: true }]],
    ['申报提醒', ['policy.reminding', { on: true }]],
    ['开通申报提醒', ['policy.reminding', { on: true }]],
    ['政策快截止的时候提醒我一下', ['policy.reminding', { on: true }]],
    ['取消申报提醒', ['policy.reminding', { on: false }]],
    ['别再发申报提醒了', ['policy.reminding', { on: false }]],
  ])('%s', (words, expected) => expect(read(words)).toEqual(expected))

  test.each(['公司情况：对方欠款三个月了，帮忙协调', '企业信息登记错了找谁改', '提醒我', '别提醒了'])(
    '%s is not taken',
    (words) => expect(read(words)).toBeUndefined(),
  )
})

describe('what staff mark', () => {
  test.each([
    ['标条件 研发补助办法', ['policy.mark', { words: '研发补助办法' }]],
    ['给《研发补助办法》标条件', ['policy.mark', { words: '研发补助办法' }]],
    ['修改申报条件：招工补贴', ['policy.mark', { words: '招工补贴' }]],
    ['标条件', ['policy.mark', { words: '' }]],
    ['已标政策', ['policy.offers', undefined]],
    ['申报条件清单', ['policy.offers', undefined]],
    ['停止申报 招工补贴', ['policy.close-offer', { words: '招工补贴' }]],
    ['哪些企业符合研发补助的条件', ['policy.who-fits', { words: '研发补助' }]],
  ])('%s', (words, expected) => expect(read(words, 'staff')).toEqual(expected))
})
