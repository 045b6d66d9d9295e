import { expect, it, test } from 'vitest'
import { preferenceDialogue } from '../../../src/features/notices/refusals/preference.dialogue.ts'
import { readPreference } from '../../../src/features/notices/refusals/preference-words.ts'
import { expectDiagram } from '../../support/diagram.ts'
import { explore } from '../../support/explore.ts'
import { saying, speakerAs } from '../../support/staff-speaker.ts'

const read = (text: string, answered?: string): string => {
  const heard = readPreference(text, answered)
  if (heard === undefined) return 'nothing'
  return heard.what === 'ask' ? 'ask' : `-${heard.refuse.join(',')} +${heard.accept.join(',')}`
}
const ALL = 'meeting,policy,activity,donation,other'

test.each([
  ['只收政策，不收活动', '-meeting,activity,donation,other +policy'],
  ['以后就给我发政策和会议的', '-activity,donation,other +policy,meeting'],
  ['别再给我发活动通知', '-activity +'],
  ['培训的通知不用发给我了', '-activity +'],
  ['不想收募捐消息', '-donation +'],
  ['不要再给我发通知了', `-${ALL} +`],
  ['退订', `-${ALL} +`],
  ['恢复', `- +${ALL}`],
  ['恢复会议通知', '- +meeting'],
  ['活动通知还是发我吧', '- +activity'],
  ['我现在收哪些', 'ask'],
  ['我能收到什么通知', 'ask'],
])('%s', (text, expected) => expect(read(text)).toBe(expected))

test.each([
  '你们别发了',
  '通知57别发了',
  '停发57',
  '不收货款怎么办',
  '工资发不出去，不要再通知我们交费了',
  '活动什么时候开始',
  '恢复供电',
  '政策不落实怎么办',
  '也给我发一份政策文件',
  '没收到通知',
  '我还是想参加活动',
])('is about something else: %s', (text) => expect(read(text)).toBe('nothing'))

test('in answer to a letter of ours, “no more” is about its kind', () => {
  expect(read('别再发了', '周六徒步活动，欢迎参加')).toBe('-activity +')
  expect(read('TD', '周五下午三点开会')).toBe('-meeting +')
  expect(read('收到', '周五下午三点开会')).toBe('nothing')
})

it('to refuse takes one line and no question', () => {
  const edges = explore(preferenceDialogue, {
    by: speakerAs('member'),
    starts: {
      refuses: { turn: saying('不收活动'), data: { what: 'set', refuse: ['activity'], accept: [] } },
      asks: { turn: saying('我收哪些'), data: { what: 'ask' } },
    },
    moves: {},
    facts: () => ({ refused: ['meeting', 'drive:3'] }),
    confirmed: () => 'free',
  })
  expect(edges.flatMap(({ effects }) => effects)).toEqual(['notices.prefer'])
  expectDiagram('notices.preference', edges)
})
