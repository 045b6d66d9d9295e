import { expect, it, test } from 'vitest'
import { reviseDialogue } from '../../../src/features/notices/revise/revise.dialogue.ts'
import { readRevision } from '../../../src/features/notices/revise/revise-words.ts'
import { expectDiagram } from '../../support/diagram.ts'
import { explore } from '../../support/explore.ts'
import { saying, speakerAs } from '../../support/staff-speaker.ts'

test.each([
  ['撤回 通知57', { how: 'withdraw', number: 57 }],
  ['撤回通知57，因为会议取消', { how: 'withdraw', number: 57, words: '会议取消' }],
  ['把57号通知撤回吧', { how: 'withdraw', number: 57 }],
  ['刚才的通知撤回', { how: 'withdraw' }],
  ['更正 通知57 三点改成两点半', { how: 'correct', number: 57, words: '三点改成两点半' }],
  ['通知57里的“三点”改成“两点半”', { how: 'correct', number: 57, words: '“三点”改成“两点半”' }],
  ['通知57有误，应为周六', { how: 'correct', number: 57, words: '应为周六' }],
  ['通知57更正：周六开会\n地点不变', { how: 'correct', number: 57, words: '周六开会\n地点不变' }],
])('%s', (text, expected) => expect(readRevision(text)).toEqual(expected))

test.each([
  '撤回',
  '撤回通知书',
  '通知57发得怎么样了',
  '停止通知 57',
  '通知 竹木商会 三点改成两点半开会',
  '谁没回 通知57',
])('is something else: %s', (text) => expect(readRevision(text)).toBeUndefined())

it('what is out is put right by nothing but a yes to what will be read', () => {
  const ready = (order: object) => ({ kind: 'ready', order, preview: '会看到的是：…', number: '8842' })
  const edges = explore(reviseDialogue, {
    by: speakerAs('staff'),
    starts: {
      'corrects it': { turn: saying('更正通知7'), data: { how: 'correct', number: 7 } },
      'takes it back': { turn: saying('撤回通知7'), data: { how: 'withdraw', number: 7 } },
    },
    moves: { 'says what is right': saying('三点改成两点半') },
    facts: (state, turn) => {
      const order = (state as { order?: { how: string } } | undefined)?.order
      if (turn.kind !== 'say') return {}
      if (order === undefined && turn.said.text.startsWith('更正'))
        return { plan: { kind: 'asking', question: '怎么改？' } }
      return { plan: ready({ how: order?.how ?? 'withdraw', of: 'notice:7', text: '【】' }) }
    },
    confirmed: () => 'needs-yes',
  })
  expectDiagram('notices.revise', edges)
})

it('the order said again, with what was missing, is the answer', () => {
  const by = speakerAs('staff')
  const asked = reviseDialogue.start(
    { by, ...saying('更正通知7') },
    { plan: { kind: 'asking', question: '怎么改？' } },
    { data: { how: 'correct', number: 7 }, onTop: false, frame: 'f' },
  ).state
  const queryOf = (text: string) => reviseDialogue.needs?.(asked, { by, ...saying(text) }, undefined, {})
  expect(queryOf('更正 通知7 三点改成两点半')).toMatchObject({
    plan: { order: { how: 'correct', number: 7, words: '三点改成两点半' } },
  })
  expect(queryOf('撤回通知8')).toMatchObject({ plan: { order: { how: 'withdraw', number: 8 } } })
})
