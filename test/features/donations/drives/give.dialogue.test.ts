import { expect, it } from 'vitest'
import type { Speaker } from '../../../../src/conversation/said.ts'
import { giveDialogue } from '../../../../src/features/donations/drives/give.dialogue.ts'
import { expectDiagram } from '../../../support/diagram.ts'
import { explore } from '../../../support/explore.ts'

const chat = { platform: 'stdio', account: 'stdio', kind: 'private', chatId: 'u-he' } as const
const by: Speaker = {
  person: { code: 'he', name: '何志平', roles: ['member'] },
  personId: 'u-he',
  chat,
  home: chat,
  at: new Date('2026-03-05T10:00:00+08:00'),
}

it('who wants to give is told where, and nothing is taken', () => {
  const text = '我想捐点钱'
  const said = { text, pieces: [{ message: 'm', text }], addressed: 'private' } as const
  const edges = explore(giveDialogue, {
    by,
    starts: { 'wants to give': { turn: { kind: 'say', said } } },
    moves: {},
    facts: () => ({ open: [] }),
    confirmed: () => 'needs-yes',
  })
  expectDiagram(giveDialogue.name, edges)
  expect(edges.flatMap(({ effects }) => effects)).toEqual([])
})
