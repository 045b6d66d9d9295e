import { expect, it } from 'vitest'
import type { Speaker } from '../../../../src/conversation/said.ts'
import type { TurnContent } from '../../../../src/conversation/turn.ts'
import { prepareDialogue } from '../../../../src/features/notices/prepare/prepare.dialogue.ts'
import type { PrepareState } from '../../../../src/features/notices/prepare/prepare-state.ts'
import type { Directory } from '../../../../src/kernel/directory.ts'
import { expectDiagram } from '../../../support/diagram.ts'
import { explore, type Journey } from '../../../support/explore.ts'
import { noticeFacts } from '../../../support/notice-facts.ts'

const chat = { platform: 'stdio', account: 'main', kind: 'private', chatId: 'u-song' } as const
const by: Speaker = {
  person: { code: 'song', name: '宋', roles: ['staff'] },
  personId: 'u-song',
  chat,
  home: chat,
  at: new Date('2026-03-02T01:00:00Z'),
}
const group = (code: string, chamber: string, title: string) => ({
  code,
  chamber,
  title,
  platform: 'stdio',
  account: 'main',
  chatId: code,
  audience: 'public' as const,
})
const directory: Directory = {
  version: 1,
  federation: '某县工商联',
  chambers: new Map([
    ['tea', { code: 'tea', name: '茶业商会' }],
    ['oil', { code: 'oil', name: '油脂商会' }],
    ['new', { code: 'new', name: '新筹商会' }],
  ]),
  companies: new Map(),
  units: new Map(),
  people: new Map([['fu', { code: 'fu', name: '傅', roles: ['reviewer'] }]]),
  groups: new Map([
    ['tea-group', group('tea-group', 'tea', '茶业群')],
    ['oil-group', group('oil-group', 'oil', '油脂群')],
  ]),
  responsibilities: [],
}
const facts = noticeFacts(directory, [
  {
    name: '停水',
    version: 1,
    text: '{时间}起停水，到{恢复时间}恢复。',
    topic: 'other',
    by: 'song',
    at: new Date('2026-03-01T01:00:00Z'),
  },
])
const begin = (text: string) => {
  const turn = { by, ...say(text) }
  return prepareDialogue.start(turn, facts(undefined, turn), { data: undefined, onTop: false, frame: 'f' })
}
const go = (state: PrepareState, content: TurnContent) => {
  const turn = { by, ...content }
  return prepareDialogue.next(state, turn, facts(state, turn))
}
const say = (text: string): TurnContent => ({
  kind: 'say',
  said: { text, pieces: [{ message: 'm', text }], addressed: 'private' },
})

it('a notice is sent by nothing but a yes to its preview, and every open state can be left', () => {
  const common: Pick<Journey, 'by' | 'facts' | 'confirmed'> = {
    by,
    facts: (state, turn) => facts(state as PrepareState | undefined, turn),
    confirmed: ({ kind }) => (kind === 'notices.offerTemplate' ? 'free' : 'needs-yes'),
  }
  const written = explore(prepareDialogue, {
    ...common,
    starts: {
      'says all at once': { turn: say('通知 茶业商会 明天停电') },
      'says only that': { turn: say('发个通知') },
      'names nobody known': { turn: say('通知 玉石商会 明天停电') },
      'puts an identity number in': { turn: say('通知 茶业商会 11010519491231002X 请来领证') },
      'calls for gifts': { turn: say('通知 茶业商会 倡议大家为灾区捐款') },
    },
    moves: {
      'names a chamber': say('油脂商会'),
      'names a chamber of nobody': say('新筹商会'),
      'says another text': say('改成：后天停水'),
      'wants receipts': say('要回执'),
      'dictates an identity number': say('改成：11010519491231002X'),
      'asks for gifts': say('改成：请大家踊跃捐款'),
    },
  })
  const filled = explore(prepareDialogue, {
    ...common,
    starts: {
      'uses a template': { turn: say('用模板 停水 发给茶业商会') },
      'uses one that there is not': { turn: say('用模板 停气') },
    },
    moves: {
      'says what was asked': say('明早八点'),
      'sets a time': say('明天上午9点发'),
      'leaves everybody out': say('不含茶业商会'),
      'keeps it as a template': say('存成模板 停电'),
    },
  })
  const edges = [...written, ...filled]
  const done = edges.flatMap(({ from, to, effects }) => effects.map((effect) => `${from}>${to} ${effect}`))
  expect([...new Set(done)].sort()).toEqual([
    'confirming>confirming notices.offerTemplate',
    'confirming>submitted notices.submit',
  ])
  expectDiagram('notices.prepare', edges)
})

it('what was previewed is what is sent, to the letter', () => {
  const begun = begin('通知 茶业商会 第一行，\n  第二行 ☆')
  const done = go(begun.state, { kind: 'yes' })
  expect(done.effects[0]).toMatchObject({
    text: '第一行，\n  第二行 ☆',
    groups: ['tea-group'],
  })
})

it('receipts that are wanted but not asked for are asked for in the text itself', () => {
  const begun = begin('通知 茶业商会 明天停电')
  const wanted = go(begun.state, say('要回执'))
  expect(wanted.says[0]?.text).toContain('明天停电\n收到请在群里回复“收到”。')
  const done = go(wanted.state, { kind: 'yes' })
  expect(done.effects[0]).toMatchObject({
    draft: { receipts: true },
    text: '明天停电\n收到请在群里回复“收到”。',
  })
})

it('a text that no platform takes in one message is not previewed', () => {
  const begun = begin(`通知 茶业商会 ${'停'.repeat(4_000)}`)
  expect(begun.state.step).toBe('dictating')
  expect(begun.says[0]?.text).toContain('太长')
})

it('in a group of members nothing is prepared', () => {
  const there = { ...chat, kind: 'group', chatId: 'tea-group' } as const
  const inGroup: Speaker = { ...by, chat: there, audience: 'public' }
  const begun = prepareDialogue.start(
    { by: inGroup, ...say('通知 茶业商会 明天停电') },
    {},
    {
      data: undefined,
      onTop: false,
      frame: 'f',
    },
  )
  expect(begun.state.step).toBe('abandoned')
  expect(begun.says).toHaveLength(1)
})
