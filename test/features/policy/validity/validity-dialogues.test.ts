import { expect, it } from 'vitest'
import type { Speaker } from '../../../../src/conversation/said.ts'
import type { TurnContent } from '../../../../src/conversation/turn.ts'
import { endingDialogue } from '../../../../src/features/policy/validity/ending.dialogue.ts'
import { linksDialogue } from '../../../../src/features/policy/validity/links.dialogue.ts'
import { timeOrderDialogue } from '../../../../src/features/policy/validity/time-order.dialogue.ts'
import { expectDiagram } from '../../../support/diagram.ts'
import { explore } from '../../../support/explore.ts'

const chat = { platform: 'stdio', account: 'stdio', kind: 'private', chatId: 'u-song' } as const
const by: Speaker = {
  person: { code: 'song', name: '宋敏', roles: ['staff'] },
  personId: 'u-song',
  chat,
  home: chat,
  at: new Date('2026-03-05T10:00:00+08:00'),
}
const say = (text: string): TurnContent => ({
  kind: 'say',
  said: { text, pieces: [{ message: 'm', text }], addressed: 'private' },
})
const moves = { mumbles: say('这个嘛') }
const order = { kind: 'days', words: '会费办法', days: { endsOn: '2026-12-31' } } as const

it('days are changed after a yes, and a refusal says why', () => {
  const edges = explore(timeOrderDialogue, {
    by,
    starts: {
      'says a day': { turn: say('《会费办法》有效期至2026年12月31日'), data: order },
      'names nothing we have': { turn: say('《无此办法》长期有效'), data: { ...order, words: '无此办法' } },
    },
    moves,
    facts: (_state, turn) => ({
      plan:
        turn.kind === 'say' && turn.said.text.startsWith('《无此')
          ? { kind: 'refused', text: '没有找到。' }
          : { kind: 'ready', order, preview: '这样改吗？' },
    }),
    confirmed: () => 'needs-yes',
  })
  expectDiagram(timeOrderDialogue.name, edges)
})

it('links are confirmed one by one, and what is skipped waits', () => {
  const links = [1, 2].map((n) => ({ id: `link-${n}`, text: `第${n}条，是这样吗？` }))
  const edges = explore(linksDialogue, {
    by,
    starts: { asks: { turn: say('文件关系') }, 'asks in vain': { turn: say('文件关系确认') } },
    moves,
    facts: (_state, turn) => ({
      links: turn.kind === 'say' && turn.said.text.endsWith('确认') ? [] : links,
    }),
    // A no is a decision too: it is not so, and is not asked again.
    confirmed: (effect) => ('isTrue' in effect && effect.isTrue === true ? 'needs-yes' : 'free'),
  })
  expectDiagram(linksDialogue.name, edges)
})

it('what ends soon is told, and nothing is awaited', () => {
  const ending = {
    id: 'doc-1',
    doc: 'fees.txt',
    title: '会费办法',
    documentNumber: undefined,
    endsOn: '2026-03-20',
  }
  const edges = explore(endingDialogue, {
    by,
    starts: { asks: { turn: say('快到期的文件') } },
    moves: {},
    facts: () => ({ ending: { soon: [ending], past: [], days: 30 } }),
    confirmed: () => 'needs-yes',
  })
  expectDiagram(endingDialogue.name, edges)
  expect(edges.flatMap(({ effects }) => effects)).toEqual([])
})
