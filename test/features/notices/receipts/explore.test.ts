import { expect, test } from 'vitest'
import type { Dialogue } from '../../../../src/conversation/dialogue.ts'
import type { Speaker } from '../../../../src/conversation/said.ts'
import type { TurnContent } from '../../../../src/conversation/turn.ts'
import { chaseDialogue } from '../../../../src/features/notices/receipts/chase.dialogue.ts'
import { missingDialogue } from '../../../../src/features/notices/receipts/missing.dialogue.ts'
import { receiptDialogue } from '../../../../src/features/notices/receipts/receipt.dialogue.ts'
import { settleDialogue } from '../../../../src/features/notices/receipts/settle.dialogue.ts'
import type { Role } from '../../../../src/kernel/person.ts'
import { expectDiagram } from '../../../support/diagram.ts'
import { explore, type Journey } from '../../../support/explore.ts'

const chat = { platform: 'stdio', account: 'stdio', kind: 'private', chatId: 'u-1' } as const
const speaker = (role: Role): Speaker => ({
  person: { code: 'p', name: '某人', roles: [role] },
  personId: 'u-1',
  chat,
  home: chat,
  at: new Date('2026-03-02T10:00:00+08:00'),
})
const say = (text: string): TurnContent => ({
  kind: 'say',
  said: { text, pieces: [{ message: `m-${text}`, text }], addressed: 'private' },
})
const invited = (data: unknown) => ({ turn: say('…'), data })

function draw(
  dialogue: Dialogue,
  role: Role,
  starts: Journey['starts'],
  facts: Journey['facts'],
  moves: Journey['moves'] = { 'says something else': say('今天天气不错') },
) {
  // A receipt is one's own word; what staff enter or send for others needs their yes.
  const confirmed: Journey['confirmed'] = ({ kind }) => (kind === 'notices.receive' ? 'free' : 'needs-yes')
  const edges = explore(dialogue, { by: speaker(role), starts, moves, facts, confirmed })
  expectDiagram(dialogue.name, edges)
  return edges
}

const order = { number: 57, said: '代回 通知57 张总', answers: [], settled: [] }

test('staff settle a receipt only with a yes, after whom they mean was asked', () => {
  const edges = draw(
    settleDialogue,
    'staff',
    { '代回 通知57 张总': invited(order) },
    (_state, turn) => {
      if (turn.kind !== 'say') return {}
      const { text } = turn.said
      if (text === '…') return { plan: { kind: 'asking', question: '“张总”可能是张甲、张乙，是哪一位？' } }
      if (text.startsWith('张甲'))
        return {
          plan: {
            kind: 'ready',
            order: { ...order, settled: [{ person: 'a', as: 'acknowledged' }] },
            preview: '张甲：收到',
          },
        }
      return { plan: { kind: 'refused', text: '没有找到。' } }
    },
    { 'names one': say('张甲'), 'names nobody': say('某某某') },
  )
  expect(edges.some(({ effects, by }) => effects.includes('notices.settle') && by === 'yes')).toBe(true)
})

test('nobody is reminded and nothing is told to a group without a yes', () => {
  const edges = draw(
    chaseDialogue,
    'staff',
    { 催一下没回的: invited({ act: 'remind', number: 57 }), 没有通知: invited({ act: 'tally' }) },
    (state, turn) =>
      turn.kind === 'say' || state === undefined
        ? { plan: { kind: 'ready', order: { act: 'remind', number: 57 }, preview: '还有 3 人没回。' } }
        : {},
  )
  expect(edges.some(({ effects }) => effects.includes('notices.chase'))).toBe(true)
})

test('who has not answered is told to those who may see it, and kept nowhere', () => {
  const report = {
    acknowledged: [],
    onLeave: [],
    seen: [],
    unclear: [],
    missing: [{ name: '何志平', chamber: '农机商会' }],
    doubts: [],
  }
  draw(missingDialogue, 'staff', { '谁没回 通知57': invited({ number: 57 }), 谁没回: invited({}) }, () => ({
    receipts: { number: 57, title: '开会', awaited: true, report },
  }))
})

test('a receipt is noted at once, whatever it says', () => {
  const edges = draw(
    receiptDialogue,
    'member',
    {
      收到: { turn: say('收到') },
      'a button': { turn: { kind: 'choose', choice: 'leave' }, data: { notice: 'notice:57' } },
    },
    () => ({ awaited: { id: 'notice:57', number: 57, own: 'acknowledged', of: [], isDoubtful: false } }),
  )
  expect(edges.flatMap(({ effects }) => effects)).toContain('notices.receive')
})
