import { expect, it } from 'vitest'
import type { Speaker } from '../../../../src/conversation/said.ts'
import type { TurnContent } from '../../../../src/conversation/turn.ts'
import { closeDialogue } from '../../../../src/features/donations/drives/close.dialogue.ts'
import { declineDialogue } from '../../../../src/features/donations/drives/decline.dialogue.ts'
import { posterDialogue } from '../../../../src/features/donations/drives/poster.dialogue.ts'
import { readRemark, reportDialogue } from '../../../../src/features/donations/drives/report.dialogue.ts'
import { seeDialogue } from '../../../../src/features/donations/drives/see.dialogue.ts'
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

it('a report of how far a drive has come leaves only with a yes to what was shown', () => {
  const edges = explore(reportDialogue, {
    by,
    starts: { orders: { turn: say('发进展 募捐3'), data: { number: 3 } } },
    moves: { 'adds a line': say('加一句：水泵已经运到'), 'says something else': say('天气不错') },
    facts: (_state, turn) => {
      const said = turn.kind === 'say' ? readRemark(turn.said.text) : undefined
      const order = {
        number: 3,
        text: 'a',
        confirmation: '8841',
        ...(said === undefined ? {} : { remark: said }),
      }
      return { plan: { kind: 'ready', order, preview: '请核对', number: '8841' } }
    },
    confirmed: () => 'needs-yes',
  })
  expectDiagram(reportDialogue.name, edges)
})

it('a drive is closed only with a yes', () => {
  const edges = explore(closeDialogue, {
    by,
    starts: { orders: { turn: say('结束募捐3'), data: { number: 3 } } },
    moves: { 'says something else': say('等等') },
    facts: () => ({ plan: { kind: 'ready', order: { number: 3 }, preview: '要结束吗' } }),
    confirmed: () => 'needs-yes',
  })
  expectDiagram(closeDialogue.name, edges)
})

it('whoever wants no more of a drive says so once, and names it where several go on', () => {
  const drives = [
    { number: 3, title: '抗旱救灾' },
    { number: 4, title: '助学' },
  ]
  const data = { declines: true }
  const edges = explore(declineDialogue, {
    by,
    starts: { 'wants no more': { turn: say('这个募捐别再发我'), data } },
    moves: { 'says something else': say('嗯') },
    facts: () => ({ found: { drives } }),
    confirmed: () => 'free',
  })
  expectDiagram(declineDialogue.name, edges)
  const one = declineDialogue.start(
    { by, ...say('募捐3别再发我') },
    { found: { drives: drives.slice(0, 1) } },
    { data, onTop: false, frame: 'f' },
  )
  expect(one.effects).toEqual([{ kind: 'donations.decline', number: 3, declines: true }])
})

it('a poster is kept only where the form is still what it was drawn of', () => {
  const data = { number: 3, of: 'a', file: { sha256: 'b', name: '海报.png', kind: 'image' } }
  const beginning = { data, onTop: true, frame: 'f' }
  const turn = { by, kind: 'invited', data } as const
  const stale = posterDialogue.start(turn, { current: false }, beginning)
  expect([stale.says, stale.effects]).toEqual([[], []])
  const edges = explore(posterDialogue, {
    by,
    starts: { 'is brought': { turn: { kind: 'invited', data }, data } },
    moves: {},
    facts: () => ({ current: true }),
    confirmed: () => 'free',
  })
  expectDiagram(posterDialogue.name, edges)
})

it('how a drive stands is told in one answer', () => {
  const edges = explore(seeDialogue, {
    by,
    starts: { asks: { turn: say('募捐3怎么样了'), data: { number: 3 } } },
    moves: {},
    facts: () => ({ told: '募捐3…' }),
    confirmed: () => 'needs-yes',
  })
  expectDiagram(seeDialogue.name, edges)
})
