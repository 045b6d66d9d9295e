import { expect, it } from 'vitest'
import type { Speaker } from '../../../../src/conversation/said.ts'
import type { TurnContent } from '../../../../src/conversation/turn.ts'
import { approveDisclosureDialogue } from '../../../../src/features/donations/disclosure/approve-disclosure.dialogue.ts'
import { discloseDialogue } from '../../../../src/features/donations/disclosure/disclose.dialogue.ts'
import { disclosingDialogue } from '../../../../src/features/donations/disclosure/disclosing.dialogue.ts'
import type { DisclosureOrder } from '../../../../src/features/donations/disclosure/disclosure.effects.ts'
import { disclosuresDialogue } from '../../../../src/features/donations/disclosure/disclosures.dialogue.ts'
import { expectDiagram } from '../../../support/diagram.ts'
import { explore } from '../../../support/explore.ts'

const chat = { platform: 'stdio', account: 'main', kind: 'private', chatId: 'u-song' } as const
const by: Speaker = {
  person: { code: 'song', name: '宋敏', roles: ['staff'] },
  personId: 'u-song',
  chat,
  home: chat,
  at: new Date('2026-03-02T01:00:00Z'),
}
const say = (text: string): TurnContent => ({
  kind: 'say',
  said: { text, pieces: [{ message: 'm', text }], addressed: 'private' },
})
const order: DisclosureOrder = {
  number: 3,
  how: 'groups',
  kind: 'interim',
  asOf: '2026-03-02T09:00:00+08:00',
  digest: 'ab'.repeat(32),
  confirmation: '8841',
  files: [{ sha256: 'cd'.repeat(32), name: '公示.png', kind: 'image' }],
}

it('an edition is asked for, previewed and submitted as the diagrams say, and nothing is submitted without a yes', () => {
  const asked = explore(discloseDialogue, {
    by,
    starts: { asks: { turn: say('公示 募捐3'), data: { number: 3, how: 'groups', final: false } } },
    moves: {},
    facts: () => ({ found: { kind: 'ready', number: 3 } }),
    confirmed: ({ kind }) => (kind === 'donations.drawDisclosure' ? 'free' : 'needs-yes'),
  })
  expectDiagram(discloseDialogue.name, asked)
  const shown = explore(disclosingDialogue, {
    by,
    starts: { 'is shown': { turn: { kind: 'invited', data: order }, data: order } },
    moves: { 'wants the page only': say('只更新网页'), 'says something else': say('哦') },
    facts: (state, turn) => {
      const toPage = turn.kind === 'choose' || (turn.kind === 'say' && turn.said.text.includes('网页'))
      const wasPage =
        state !== undefined && 'order' in state && (state.order as DisclosureOrder).how === 'page'
      const now: DisclosureOrder = toPage || wasPage ? { ...order, how: 'page', files: [] } : order
      const ways =
        now.how === 'page' ? {} : { ways: [{ id: 'page', label: '只更新公示页' }], files: now.files }
      return { plan: { kind: 'ready', order: now, preview: `核对：${now.how}`, number: '8841', ...ways } }
    },
    confirmed: () => 'needs-yes',
  })
  expectDiagram(disclosingDialogue.name, shown)
})

it('the second person agrees, refuses or puts it off; whoever asks where a list is, is told', () => {
  const decided = explore(approveDisclosureDialogue, {
    by,
    starts: { 'is asked': { turn: { kind: 'invited', data: { id: 'd' } }, data: { id: 'd' } } },
    moves: { 'says something else': say('哦') },
    facts: () => ({ proposal: { kind: 'waiting', number: 3, text: '请您审批' } }),
    confirmed: ({ kind }) => (kind === 'donations.approveDisclosure' ? 'needs-yes' : 'free'),
  })
  expectDiagram(approveDisclosureDialogue.name, decided)
  const told = explore(disclosuresDialogue, {
    by,
    starts: { asks: { turn: say('捐款名单在哪看'), data: {} } },
    moves: {},
    facts: () => ({ told: '捐赠公示，人人可查：' }),
    confirmed: () => 'needs-yes',
  })
  expectDiagram(disclosuresDialogue.name, told)
  expect(told.flatMap(({ effects }) => effects)).toEqual([])
})
