import { expect, it } from 'vitest'
import type { Speaker } from '../../../../src/conversation/said.ts'
import type { TurnContent } from '../../../../src/conversation/turn.ts'
import { prepareDialogue } from '../../../../src/features/notices/prepare/prepare.dialogue.ts'
import { missingDialogue } from '../../../../src/features/notices/receipts/missing.dialogue.ts'
import { receiptDialogue } from '../../../../src/features/notices/receipts/receipt.dialogue.ts'
import type { Directory } from '../../../../src/kernel/directory.ts'
import { expectDiagram } from '../../../support/diagram.ts'
import { explore } from '../../../support/explore.ts'

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
const facts = { directory, numbers: { number: 7, confirmation: '8842' } }
const say = (text: string): TurnContent => ({
  kind: 'say',
  said: { text, pieces: [{ message: 'm', text }], addressed: 'private' },
})

it('a notice is sent by nothing but a yes to its preview, and every open state can be left', () => {
  const edges = explore(prepareDialogue, {
    by,
    starts: {
      'says all at once': { turn: say('通知 茶业商会 明天停电') },
      'says only that': { turn: say('发个通知') },
      'names nobody known': { turn: say('通知 玉石商会 明天停电') },
      'puts an identity number in': { turn: say('通知 茶业商会 11010519491231002X 请来领证') },
    },
    moves: {
      'names a chamber': say('油脂商会'),
      'names a chamber without a group': say('新筹商会'),
      'says a text': say('后天停水'),
      'says another text': say('改成：后天停水'),
      'wants receipts': say('要回执'),
      'changes the audience': say('发给茶业、油脂'),
      'dictates an identity number': say('改成：11010519491231002X'),
    },
    facts: () => facts,
    confirmed: () => 'needs-yes',
  })
  expect(edges.filter(({ effects }) => effects.length > 0).map(({ from, to }) => `${from}>${to}`)).toEqual([
    'confirming>submitted',
  ])
  expectDiagram('notices.prepare', edges)
})

it('what was previewed is what is sent, to the letter', () => {
  const begun = prepareDialogue.start({ by, ...say('通知 茶业商会 第一行，\n  第二行 ☆') }, facts, {
    data: undefined,
    onTop: false,
    frame: 'f',
  })
  const done = prepareDialogue.next(begun.state, { by, kind: 'yes' }, facts)
  expect(done.effects[0]).toMatchObject({
    text: '第一行，\n  第二行 ☆',
    groups: ['tea-group'],
    awaitsReceipts: false,
  })
})

it('receipts that are wanted but not asked for are asked for in the text itself', () => {
  const begun = prepareDialogue.start({ by, ...say('通知 茶业商会 明天停电') }, facts, {
    data: undefined,
    onTop: false,
    frame: 'f',
  })
  const wanted = prepareDialogue.next(begun.state, { by, ...say('要回执') }, facts)
  expect(wanted.says[0]?.text).toContain('明天停电\n收到请在群里回复“收到”。')
  const done = prepareDialogue.next(wanted.state, { by, kind: 'yes' }, facts)
  expect(done.effects[0]).toMatchObject({ awaitsReceipts: true, text: '明天停电\n收到请在群里回复“收到”。' })
})

it('a text that no platform takes in one message is not previewed', () => {
  const begun = prepareDialogue.start({ by, ...say(`通知 茶业商会 ${'停'.repeat(4_000)}`) }, facts, {
    data: undefined,
    onTop: false,
    frame: 'f',
  })
  expect(begun.state.step).toBe('dictating')
  expect(begun.says[0]?.text).toContain('太长')
})

it('in a group of members nothing is prepared', () => {
  const there = { ...chat, kind: 'group', chatId: 'tea-group' } as const
  const inGroup: Speaker = { ...by, chat: there, audience: 'public' }
  const begun = prepareDialogue.start({ by: inGroup, ...say('通知 茶业商会 明天停电') }, facts, {
    data: undefined,
    onTop: false,
    frame: 'f',
  })
  expect(begun.state.step).toBe('abandoned')
  expect(begun.says).toHaveLength(1)
})

it('who has not answered, and an answer said to us, are over at once', () => {
  const report = {
    acknowledged: [],
    onLeave: [],
    seen: [],
    unclear: [{ name: '何', words: '好的' }],
    missing: [{ name: '吴', chamber: '茶业商会' }],
  }
  const receipts = { number: 7, title: '停电', awaited: true, report }
  const edges = explore(missingDialogue, {
    by,
    starts: { asks: { turn: say('谁没回 通知7'), data: { number: 7 } } },
    moves: {},
    facts: () => ({ receipts }),
    confirmed: () => 'needs-yes',
  })
  expect(edges.map(({ to }) => to)).toEqual(['told'])
  expectDiagram('notices.missing', edges)
  const answered = explore(receiptDialogue, {
    by,
    starts: { answers: { turn: say('收到') } },
    moves: {},
    facts: () => ({ awaited: { id: 'notice:7', number: 7 } }),
    confirmed: () => 'free',
  })
  expect(answered[0]?.effects).toEqual(['notices.receive'])
  expectDiagram('notices.receipt', answered)
})
