import { expect, test } from 'vitest'
import type { Dialogue } from '../../../../src/conversation/dialogue.ts'
import type { Speaker } from '../../../../src/conversation/said.ts'
import type { Turn, TurnContent } from '../../../../src/conversation/turn.ts'
import {
  noteDialogue,
  reverseDialogue,
} from '../../../../src/features/donations/gifts/booking/amend.dialogue.ts'
import { bookDialogue, useDialogue } from '../../../../src/features/donations/gifts/booking/book.dialogue.ts'
import { importDialogue } from '../../../../src/features/donations/gifts/booking/import.dialogue.ts'
import { consentDialogue } from '../../../../src/features/donations/gifts/consent/consent.dialogue.ts'
import { changeDialogue } from '../../../../src/features/donations/gifts/pledging/change.dialogue.ts'
import { pledgeDialogue } from '../../../../src/features/donations/gifts/pledging/pledge.dialogue.ts'
import { withdrawDialogue } from '../../../../src/features/donations/gifts/pledging/withdraw.dialogue.ts'
import {
  mineDialogue,
  reconcileDialogue,
} from '../../../../src/features/donations/gifts/standing/standing.dialogues.ts'
import { thankDialogue } from '../../../../src/features/donations/thanks/thank.dialogue.ts'
import type { Role } from '../../../../src/kernel/person.ts'
import { expectDiagram } from '../../../support/diagram.ts'
import { explore, type Journey } from '../../../support/explore.ts'

const chat = { platform: 'stdio', account: 'stdio', kind: 'private', chatId: 'u-1' } as const
const speaker = (role: Role): Speaker => ({
  person: { code: 'p', name: '某人', roles: [role] },
  personId: 'u-1',
  chat,
  home: chat,
  at: new Date('2026-03-02T10:00:00+08:00'),
})
const file = { sha256: 'f'.repeat(64), name: '到账.xlsx', kind: 'file' } as const
const say = (text: string, files: readonly (typeof file)[] = []): TurnContent => ({
  kind: 'say',
  said: { text, pieces: [{ message: `m-${text}`, text, files }], addressed: 'private' },
})

interface Order {
  readonly texts?: readonly string[]
}
const MOST_TEXTS = 3

/** A service that asks until it was told two things, and refuses what it cannot do. */
function planned(dialogue: Dialogue, ways: readonly { id: string; label: string }[] = []): Journey['facts'] {
  return (state, turn: Turn) => {
    const data = state === undefined ? dataOf(turn) : undefined
    const query = dialogue.needs?.(state as never, turn, { data, onTop: false, frame: 'f' }, {})
    const order = (query?.plan as { order?: Order } | undefined)?.order
    if (order === undefined) return {}
    const texts = order.texts ?? ['', '']
    if (texts.some((text) => text.includes('别的募捐')))
      return { plan: { kind: 'refused', text: '登记不了。' } }
    if (texts.length < 2) return { plan: { kind: 'asking', question: '多少？' } }
    const settled = { ...order, ...(order.texts === undefined ? {} : { texts: texts.slice(0, MOST_TEXTS) }) }
    return { plan: { kind: 'ready', order: settled, preview: '请核对。', ways } }
  }
}
let started: unknown
const dataOf = (_turn: Turn) => started

function draw(
  dialogue: Dialogue,
  role: Role,
  data: object,
  {
    moves = {},
    ways = [],
  }: { moves?: Journey['moves']; ways?: readonly { id: string; label: string }[] } = {},
) {
  started = data
  const edges = explore(dialogue, {
    by: speaker(role),
    starts: {
      begins: { turn: say('开始'), data },
      'begins with what cannot be': { turn: say('别的募捐'), data: { ...data, texts: ['别的募捐'] } },
    },
    moves: { tells: say('5万元'), ...moves },
    facts: (state, turn) => {
      if (state === undefined && turn.kind === 'say' && turn.said.text === '别的募捐')
        return { plan: { kind: 'refused', text: '登记不了。' } }
      return planned(dialogue, ways)(state, turn)
    },
    confirmed: () => 'needs-yes',
  })
  expectDiagram(dialogue.name, edges)
  expect(edges.some(({ to }) => to === 'done')).toBe(true)
}

test('nothing is promised, taken back or shown otherwise without a yes', () => {
  draw(
    pledgeDialogue,
    'member',
    { texts: ['我捐'], forOther: false },
    { ways: [{ id: 'named', label: '署姓名' }] },
  )
  draw(withdrawDialogue, 'member', { texts: ['撤回'], number: null })
  draw(changeDialogue, 'member', { texts: ['减成3万'], number: null, how: 'to', words: '3万' })
  draw(consentDialogue, 'member', { texts: ['改署名'] })
})

test('nothing is booked, reversed, noted or used without a yes', () => {
  draw(bookDialogue, 'staff', { texts: ['到账'] })
  draw(useDialogue, 'staff', { texts: ['使用'] })
  draw(reverseDialogue, 'staff', { what: 'gift', number: 3, anew: false, texts: ['写错'] })
  draw(noteDialogue, 'staff', { number: 3, receipt: 'A-77', pledge: null })
  draw(
    importDialogue,
    'staff',
    { texts: ['导入'], sha256: null },
    { moves: { 'sends the file': say('', [file]) } },
  )
})

test('who asks is answered once, and donors are thanked without being asked anything', () => {
  for (const dialogue of [reconcileDialogue, mineDialogue])
    expectDiagram(
      dialogue.name,
      explore(dialogue, {
        by: speaker('staff'),
        starts: { asks: { turn: say('对账'), data: {} } },
        moves: {},
        facts: () => ({ told: { text: '三项对得上。' } }),
        confirmed: () => 'needs-yes',
      }),
    )
  const edges = explore(thankDialogue, {
    by: speaker('staff'),
    starts: {
      'comes back': { turn: { kind: 'invited', data: null }, data: { drawn: [{ gift: 'gift:1' }] } },
    },
    moves: {},
    facts: () => ({}),
    // That donors are thanked was shown with the booking and confirmed there.
    confirmed: () => 'free',
  })
  expectDiagram(thankDialogue.name, edges)
})
