import { expect, test } from 'vitest'
import type { Speaker } from '../../../src/conversation/said.ts'
import type { TurnContent } from '../../../src/conversation/turn.ts'
import { doDialogue } from '../../../src/features/signups/asks/do.dialogue.ts'
import { bookDialogue } from '../../../src/features/signups/book/book.dialogue.ts'
import { changeDialogue } from '../../../src/features/signups/orders/change.dialogue.ts'
import type { ChangeOrder } from '../../../src/features/signups/orders/change-order.ts'
import { openDialogue } from '../../../src/features/signups/orders/open.dialogue.ts'
import type { OpenOrder } from '../../../src/features/signups/orders/open-order.ts'
import { expectDiagram } from '../../support/diagram.ts'
import { explore, type Journey } from '../../support/explore.ts'

const chat = { platform: 'stdio', account: 'stdio', kind: 'private', chatId: 'u-1' } as const
const by: Speaker = {
  person: { code: 'p', name: '某人', roles: ['staff'] },
  personId: 'u-1',
  chat,
  home: chat,
  at: new Date('2026-03-02T10:00:00+08:00'),
}
const say = (text: string): TurnContent => ({
  kind: 'say',
  said: { text, pieces: [{ message: `m-${text}`, text }], addressed: 'private' },
})
/** What one says of one's own coming, and questions, bind nobody else. */
const confirmed: Journey['confirmed'] = ({ kind }) => (kind === 'signups.do' ? 'free' : 'needs-yes')
const moves = { 'says something else': say('今天天气不错') }

test('nothing is opened before the whole text was shown and confirmed', () => {
  const edges = explore(openDialogue, {
    by,
    confirmed,
    moves: { ...moves, 'names a group': say('农机商会群') },
    starts: {
      'says it all': { turn: say('开个接龙'), data: { text: '参观报名', to: '农机商会群' } },
      'says nothing more': { turn: say('开个接龙'), data: { text: '', to: null } },
      'may not': { turn: say('开个接龙'), data: { text: '不许', to: null } },
    },
    facts(state, turn) {
      const order = ((state as { order?: OpenOrder } | undefined)?.order ?? {
        text: '',
        to: null,
      }) as OpenOrder
      const text = turn.kind === 'say' ? turn.said.text : ''
      if (state === undefined && text === '') return {}
      if (order.text === '' && text === '开个接龙')
        return { plan: { kind: 'asking', question: '报什么名？' } }
      if (text.includes('天气')) return { plan: { kind: 'refused', text: '没有这个群。' } }
      return {
        plan: { kind: 'ready', order: { ...order, text: '参观报名', group: 'g' }, preview: '要发到群里' },
      }
    },
  })
  expectDiagram(openDialogue.name, edges)
  expect(edges.some(({ effects }) => effects.includes('signups.open'))).toBe(true)
})

test('a list is changed by a yes only', () => {
  const order: ChangeOrder = { act: 'close', number: 12 }
  const edges = explore(changeDialogue, {
    by,
    confirmed,
    moves: { ...moves, 'says a row': say('第3条不算') },
    starts: {
      closes: { turn: say('关闭接龙12'), data: order },
      'names none': { turn: say('关闭接龙99'), data: { act: 'close', number: 99 } },
    },
    facts: (_state, turn) =>
      turn.kind === 'say' && turn.said.text.includes('99')
        ? { plan: { kind: 'refused', text: '没有接龙99。' } }
        : { plan: { kind: 'ready', order, preview: '截止以后不再记' } },
  })
  expectDiagram(changeDialogue.name, edges)
  expect(edges.some(({ effects }) => effects.includes('signups.change'))).toBe(true)
})

test('asking is over in one turn', () => {
  const starts = { asks: { turn: say('谁报名了'), data: { what: 'list' } } }
  expectDiagram(doDialogue.name, explore(doDialogue, { by, confirmed, moves, starts, facts: () => ({}) }))
})

test('the workbook is brought, or that it failed is said', () => {
  const starts = {
    'is brought': { turn: say(''), data: { sha256: 'a', name: 'a.xlsx', title: '参观', rows: 3 } },
    failed: { turn: say(''), data: { failed: true } },
  }
  expectDiagram(bookDialogue.name, explore(bookDialogue, { by, confirmed, moves, starts, facts: () => ({}) }))
})
