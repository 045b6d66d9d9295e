import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Speaker } from '../src/conversation/said.ts'
import { whichDialogue } from '../src/conversation/which.dialogue.ts'
import { openChat } from './support/chat.ts'
import { DIAGRAMS, expectDiagram } from './support/diagram.ts'
import { explore } from './support/explore.ts'

const chat = { platform: 'stdio', account: 'stdio', kind: 'private', chatId: 'u-he' } as const
const by: Speaker = {
  person: { code: 'he', name: '何志平', roles: ['member'] },
  personId: 'u-he',
  chat,
  home: chat,
  at: new Date('2026-03-05T10:00:00+08:00'),
}

test('which of two was meant is asked until it is said, and left when it is not', () => {
  const said = { text: '房租能不能按季度交', pieces: [], addressed: 'private' } as const
  const readings = ['登记诉求', '查政策'].map((label) => ({ dialogue: 'pad.form', label, data: null }))
  const edges = explore(whichDialogue, {
    by,
    starts: { 'may mean two things': { turn: { kind: 'say', said }, data: { readings, said } } },
    moves: { 'says something else': { kind: 'say', said } },
    facts: () => ({}),
    confirmed: () => 'needs-yes',
  })
  expectDiagram(whichDialogue.name, edges)
})

test('every dialogue of the house was walked by a test that draws it, and nothing else is drawn', async () => {
  const { house, close } = await openChat()
  const names = house.features.flatMap(({ dialogues }) => dialogues.map(({ name }) => name))
  await close()
  const drawn = readdirSync(DIAGRAMS)
    .filter((file) => file.endsWith('.md'))
    .map((file) => file.replace(/\.md$/u, ''))
  expect(drawn.sort()).toEqual([...names, whichDialogue.name].sort())
  for (const name of drawn)
    expect(readFileSync(`${DIAGRAMS}/${name}.md`, 'utf8'), name).toMatch(/\[\*\] --> /u)
})
