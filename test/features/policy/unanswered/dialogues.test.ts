import { expect, it } from 'vitest'
import type { Plan } from '../../../../src/conversation/previewed-order.ts'
import type { Speaker } from '../../../../src/conversation/said.ts'
import type { TurnContent } from '../../../../src/conversation/turn.ts'
import { feedbackDialogue } from '../../../../src/features/policy/unanswered/feedback.dialogue.ts'
import { officeListDialogue } from '../../../../src/features/policy/unanswered/office-list.dialogue.ts'
import { officeDialogue } from '../../../../src/features/policy/unanswered/office-order.dialogue.ts'
import type { OfficeOrder } from '../../../../src/features/policy/unanswered/office-order.ts'
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
const order = (verb: OfficeOrder['verb'], words = ''): OfficeOrder => ({
  verb,
  number: 'W-0003',
  words,
  seen: null,
  wide: false,
})

const wayTo = ({ wide }: OfficeOrder) => (wide ? {} : { ways: [{ id: 'wide', label: '连同 3 人' }] })

it('nothing is drafted, published, taken back or merged without a yes', () => {
  const plan = (said: OfficeOrder): Plan<OfficeOrder> =>
    said.number === null
      ? { kind: 'asking', question: '哪一个' }
      : said.words === '' && said.verb !== 'review'
        ? { kind: 'asking', question: '怎么答' }
        : { kind: 'ready', order: said, preview: `这样吗：${said.words}`, ...wayTo(said) }
  const edges = explore(officeDialogue, {
    by,
    starts: {
      'answers in full': { turn: say('答 W-0003 可以补'), data: order('answer', '可以补') },
      'answers without words': { turn: say('答 W-0003'), data: order('answer') },
      reviews: { turn: say('审核 W-0003'), data: order('review') },
      'says no number': { turn: say('审核答复'), data: { ...order('review'), number: null } },
    },
    moves: {
      'writes it': say('可以补，三年以内'),
      'names it': say('W-0003'),
      'orders something else': say('退回 W-0003 依据没写'),
    },
    facts: (state, turn) => {
      const queries = officeDialogue.needs?.(
        state as never,
        turn,
        state === undefined ? { data: startOf(turn), onTop: false, frame: 'fr' } : undefined,
        {},
      )
      const asked = queries?.plan as { order: OfficeOrder } | undefined
      return asked === undefined ? {} : { plan: plan(asked.order) }
    },
    confirmed: () => 'needs-yes',
  })
  expectDiagram(officeDialogue.name, edges)
  expect(edges.flatMap(({ effects }) => effects)).toContain('policy.office')
})

/** The order a start began with, by its words. */
function startOf(turn: { kind: string }): unknown {
  const text = (turn as { said?: { text: string } }).said?.text ?? ''
  if (text === '答 W-0003 可以补') return order('answer', '可以补')
  if (text === '审核答复') return { ...order('review'), number: null }
  return order(text.startsWith('审核') ? 'review' : 'answer')
}

it('the list is told and nothing is awaited', () => {
  const edges = explore(officeListDialogue, {
    by,
    starts: {
      asks: { turn: say('待答问题'), data: { wanted: { list: 'waiting', page: 1 }, allowed: true } },
      'is not allowed': {
        turn: say('待答问题'),
        data: { wanted: { list: 'waiting', page: 1 }, allowed: false },
      },
    },
    moves: {},
    facts: () => ({ listed: '待答问题 1 个' }),
    confirmed: () => 'needs-yes',
  })
  expectDiagram(officeListDialogue.name, edges)
})

it('a 不对 is noted at once, and what is wrong may be said or not', () => {
  const about = { kind: 'asking', asking: 'ask-1', question: '补贴标准是多少' } as const
  const edges = explore(feedbackDialogue, {
    by,
    starts: {
      'says only that it is wrong': { turn: say('不对'), data: { letter: null, number: null, note: '' } },
      'says what is wrong': { turn: say('不对，涨了'), data: { letter: null, number: null, note: '涨了' } },
    },
    moves: { 'says what is wrong': say('今年涨了') },
    facts: () => ({ about }),
    // It binds nobody: staff look at it.
    confirmed: () => 'free',
    asksNothing: ['noted'],
  })
  expectDiagram(feedbackDialogue.name, edges)
})

it('where no answer is meant, it is asked which, and nothing is noted', () => {
  const step = feedbackDialogue.start(
    { by, ...say('不对') } as never,
    { about: null },
    { data: { letter: null, number: null, note: '' }, onTop: false, frame: 'fr' },
  )
  expect(step.effects).toEqual([])
  expect(step.says[0]?.text).toContain('没有找到您说的是哪条答复')
})
