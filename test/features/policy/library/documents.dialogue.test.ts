import { expect, it } from 'vitest'
import type { Speaker } from '../../../../src/conversation/said.ts'
import type { TurnContent } from '../../../../src/conversation/turn.ts'
import { listDialogue } from '../../../../src/features/policy/library/documents.dialogue.ts'
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
const say = (text: string): TurnContent => ({
  kind: 'say',
  said: { text, pieces: [{ message: 'm', text }], addressed: 'private' },
})

it('the list of documents is told, and nothing is awaited', () => {
  const listed = explore(listDialogue, {
    by,
    starts: { asks: { turn: say('有哪些政策文件') } },
    moves: {},
    facts: () => ({
      documents: [{ doc: 'a.md', title: '用工补贴办法', documentNumber: undefined, isEnded: false }],
    }),
    confirmed: () => 'needs-yes',
  })
  expectDiagram(listDialogue.name, listed)
  expect(listed.flatMap(({ effects }) => effects)).toEqual([])
})
