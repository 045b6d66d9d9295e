import { expect, it } from 'vitest'
import type { Speaker } from '../../../src/conversation/said.ts'
import type { TurnContent } from '../../../src/conversation/turn.ts'
import { bindDialogue, issueCodeDialogue } from '../../../src/features/membership/bind.dialogue.ts'
import type { Person } from '../../../src/kernel/person.ts'
import { expectDiagram } from '../../support/diagram.ts'
import { explore } from '../../support/explore.ts'

const home = { platform: 'stdio', account: 'stdio', kind: 'private', chatId: 'u-1' } as const
const group = { platform: 'stdio', account: 'stdio', kind: 'group', chatId: 'g-tea' } as const
const stranger: Person = { code: undefined, name: '访客', roles: [] }
const member: Person = { code: 'he', name: '何志平', roles: ['member'] }
const speaker = (person: Person, chat: Speaker['chat'] = home): Speaker => ({
  person,
  personId: 'u-1',
  chat,
  home,
  at: new Date('2026-03-05T10:00:00+08:00'),
})
const say = (text: string): TurnContent => ({
  kind: 'say',
  said: { text, pieces: [{ message: 'm', text }], addressed: 'private' },
})
const code = { turn: say('绑定 K7PM2Q9X'), data: { code: 'K7PM2Q9X' } }

it('a code is redeemed by a stranger in private, and by nobody else', () => {
  const walk = (by: Speaker) =>
    explore(bindDialogue, {
      by,
      starts: {
        'gives a code': code,
        'gives none': { turn: say('绑定 绑定码'), data: { code: null } },
      },
      moves: {},
      facts: () => ({}),
      // Who types the code has said yes; the code itself is what is checked.
      confirmed: () => 'free',
    })
  const redeemed = walk(speaker(stranger))
  expectDiagram(bindDialogue.name, redeemed)
  expect(redeemed.flatMap(({ effects }) => effects)).toEqual(['membership.redeem'])
  expect(walk(speaker(stranger, group)).flatMap(({ effects }) => effects)).toEqual([])
  expect(walk(speaker(member)).flatMap(({ effects }) => effects)).toEqual([])
})

it('a code is issued for somebody who is named, by who may', () => {
  const edges = explore(issueCodeDialogue, {
    by: speaker({ code: 'song', name: '宋敏', roles: ['staff'] }),
    starts: {
      'names somebody': { turn: say('发绑定码 何志平'), data: { name: '何志平', allowed: true } },
      'names nobody': { turn: say('发绑定码'), data: { name: '', allowed: true } },
      'may not': { turn: say('发绑定码 何志平'), data: { name: '何志平', allowed: false } },
    },
    moves: {},
    facts: () => ({}),
    confirmed: () => 'free',
  })
  expectDiagram(issueCodeDialogue.name, edges)
  expect(edges.filter(({ effects }) => effects.length > 0).map(({ by }) => by)).toEqual(['names somebody'])
})
